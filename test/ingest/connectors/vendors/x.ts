// A stand-in for X's recent search and look-up: seven days, the newest first, edits under new ids, both generations of names.
import { compareIds } from '#ingest/connectors/social-post.ts';
import { x } from '#ingest/connectors/x.ts';
import { firstXIdAt, xIdTime } from '#ingest/connectors/x-post.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../vendor.ts';
import { openWorld, type World, type WorldPost } from './social-world.ts';

export const xSettings = { username: 'acme', token: 'a-secret-token', staff: '78002' };

const ids = new Map([
  ['brand', '78001'],
  ['anna', '78002'],
]);
/** The user id of somebody of the network. */
export const userIdOf = (by: string): string => ids.get(by) ?? `9${[...by].map((letter) => letter.charCodeAt(0)).join('')}`.slice(0, 18);
const usernameOf = (by: string): string => (by === 'brand' ? 'acme' : by.replaceAll('-', '_'));
const week = 7 * 86_400_000;

export type XStandIn = {
  readonly world: World;
  readonly upstream: Upstream;
  now: number;
  /** Whether it knows the present names of fields, or only the former. */
  isPresent: boolean;
};

export function openX(count: number): XStandIn {
  const world = openWorld(count, (index, { at }) => (BigInt(firstXIdAt(at)) + BigInt(index)).toString());
  const server: XStandIn = { world, upstream: (request, now) => upstream(request, now), now: virtualStart, isPresent: true };
  // An edited post has the id of its last version; the network of the stand-in only knows the first.
  const versionsOf = ({ id, editedAt }: WorldPost): string[] => [
    id,
    ...(editedAt === null ? [] : [(BigInt(firstXIdAt(editedAt)) + BigInt(id.slice(-3))).toString()]),
  ];
  const idOf = (post: WorldPost): string => versionsOf(post).at(-1) ?? post.id;
  const toJson = (post: WorldPost) => {
    const noun = server.isPresent ? 'post' : 'tweet';
    const place = post.text.indexOf('@acme');
    const mentions = place < 0 ? [] : [{ start: place, end: place + 5, username: 'acme', id: '78001' }];
    return {
      id: idOf(post),
      text: post.isSpoiled ? 7 : post.text,
      author_id: userIdOf(post.by),
      conversation_id: post.root,
      created_at: new Date(xIdTime(idOf(post))).toISOString(),
      lang: 'en',
      entities: { mentions },
      [`edit_history_${noun}_ids`]: versionsOf(post),
      ...(post.parent === null ? {} : { [`referenced_${noun}s`]: [{ type: 'replied_to', id: post.parent }] }),
    };
  };
  const listOf = (posts: readonly WorldPost[]) => ({
    ...(posts.length === 0 ? {} : { data: posts.map(toJson) }),
    includes: {
      users: [...new Set(posts.map(({ by }) => by))].map((by) => ({
        id: userIdOf(by),
        username: usernameOf(by),
        name: by === 'anna' ? 'Anna of Acme' : by,
      })),
    },
  });
  const matches = (query: string) => {
    const parts = query.replace(/^\(|\) -is:retweet$/g, '').split(' OR ');
    return (post: WorldPost) =>
      parts.some((part) => {
        const [, conversation] = /^conversation_id:(\d+)$/.exec(part) ?? [];
        if (conversation !== undefined) return post.root === conversation;
        if (part.startsWith('from:')) return [usernameOf(post.by), userIdOf(post.by)].includes(part.slice(5));
        return post.text.toLowerCase().includes(part.replaceAll('"', '').toLowerCase());
      });
  };
  const refuse = (parameter: string, message: string): Reply => ({
    status: 400,
    body: {
      errors: [{ parameters: { [parameter]: ['?'] }, message }],
      title: 'Invalid Request',
      type: 'https://api.twitter.com/2/problems/invalid-request',
    },
  });
  const search = (query: URLSearchParams): Reply => {
    const [since, until, start, end, token] = ['since_id', 'until_id', 'start_time', 'end_time', 'next_token'].map((name) =>
      query.get(name),
    );
    if (since != null && start != null) return refuse('since_id', 'only one of since_id and start_time');
    if (until != null && end != null) return refuse('until_id', 'only one of until_id and end_time');
    if ((query.get('query') ?? '').length > 512) return refuse('query', 'too long');
    if (since != null && xIdTime(since) < server.now - week)
      return refuse('since_id', "'since_id' must be a post id created after the last 7 days");
    if (start != null && Date.parse(start) < server.now - week) return refuse('start_time', "'start_time' must be within the last 7 days");
    if (end != null && Date.parse(end) > server.now - 10_000) return refuse('end_time', "'end_time' must be 10 seconds in the past");
    const isIn = (id: string) =>
      xIdTime(id) >= Math.max(server.now - week, start == null ? 0 : Date.parse(start)) &&
      xIdTime(id) < (end == null ? server.now - 10_000 : Date.parse(end)) &&
      (since == null || compareIds(id, since) > 0) &&
      (until == null || compareIds(id, until) < 0);
    const all = world
      .live()
      .filter((post) => isIn(idOf(post)) && matches(query.get('query') ?? '')(post))
      .toSorted((a, b) => compareIds(idOf(b), idOf(a)));
    const from = Number(token ?? 0);
    const size = Number(query.get('max_results') ?? 10);
    const page = all.slice(from, from + size);
    const next = from + size < all.length ? { next_token: String(from + size) } : {};
    const newest = page[0] === undefined ? {} : { newest_id: idOf(page[0]) };
    return { body: { ...listOf(page), meta: { result_count: page.length, ...newest, ...next } } };
  };
  const lookUp = (query: URLSearchParams): Reply => {
    const asked = (query.get('ids') ?? '').split(',');
    const found = asked.flatMap((id) => world.live().find((post) => versionsOf(post).includes(id)) ?? []);
    const missing = asked.filter((id) => !found.some((post) => versionsOf(post).includes(id)));
    const errors = missing.map((id) => ({
      value: id,
      resource_id: id,
      resource_type: 'post',
      title: 'Not Found Error',
      type: 'https://api.twitter.com/2/problems/resource-not-found',
    }));
    return { body: { ...listOf(found), ...(errors.length === 0 ? {} : { errors }) } };
  };
  const upstream: Upstream = ({ url, headers }) => {
    if (headers.authorization !== 'Bearer a-secret-token') return { status: 401, body: { title: 'Unauthorized' } };
    const { pathname, searchParams } = url;
    const isUser = pathname.startsWith('/2/users/by/username/');
    if (!isUser && searchParams.has(server.isPresent ? 'tweet.fields' : 'post.fields'))
      return refuse('post.fields', 'The query parameter [post.fields] is not one of [tweet.fields]');
    const limits = {
      'x-rate-limit-limit': '450',
      'x-rate-limit-remaining': '448',
      'x-rate-limit-reset': String(virtualStart / 1000 + 900),
    };
    const user = { data: { id: '78001', name: 'Acme', username: 'acme' } };
    const reply = isUser ? { body: user } : pathname.endsWith('/search/recent') ? search(searchParams) : lookUp(searchParams);
    return { ...reply, headers: { date: new Date(server.now).toUTCString(), ...limits } };
  };
  return server;
}

function vendorOf(count: number) {
  const { world, upstream } = openX(count);
  return world.toVendor(upstream);
}

export const xCase: ConnectorCase = {
  connector: x,
  settings: xSettings,
  open: () => vendorOf(160),
  openEmpty: () => vendorOf(0),
};
