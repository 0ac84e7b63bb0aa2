// A stand-in for Reddit, its answers shaped after recorded ones: listings of a thousand, threads that only count their rest, deleted words.
import { reddit } from '#ingest/connectors/reddit.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../vendor.ts';
import { openWorld, type World, type WorldPost } from './social-world.ts';

export const redditSettings = {
  clientId: 'an-app',
  clientSecret: 'a-secret',
  username: 'acme_wallet',
  subreddits: 'AcmeWallet',
  staff: 't2_anna',
};

/** The full name of somebody of the network. */
export const fullNameOf = (by: string): string => `t2_${by === 'brand' ? 'acme' : by.replaceAll('-', '')}`;

export type RedditStandIn = {
  readonly world: World;
  readonly upstream: Upstream;
  /** Requests that a token lasts. */
  tokenLasts: number;
  /** Things that a listing holds. */
  mostListed: number;
  /** Answers to one comment that a thread shows; the others are only counted. */
  mostShown: number;
  /** Levels that a thread shows. */
  mostDepth: number;
  readonly tokens: string[];
};

export function openReddit(count: number): RedditStandIn {
  const world = openWorld(count, (index, { parent }) => `${parent === null ? 't3' : 't1'}_${(index + 46_656).toString(36)}`);
  let uses = 0;
  const toData = (post: WorldPost): Readonly<Record<string, unknown>> => {
    const author = post.isGone
      ? { author: '[deleted]' }
      : { author: post.by === 'brand' ? 'acme_wallet' : post.by, author_fullname: fullNameOf(post.by) };
    const text = post.isGone ? '[deleted]' : post.text;
    const shared = {
      id: post.id.slice(3),
      name: post.id,
      ...author,
      created_utc: post.isSpoiled ? 'lately' : post.at / 1000,
      subreddit: 'AcmeWallet',
    };
    const marks = { edited: post.editedAt === null ? false : post.editedAt / 1000, distinguished: null };
    return post.parent === null
      ? { ...shared, ...marks, title: `Post ${post.id}`, selftext: text, removed_by_category: null }
      : { ...shared, ...marks, body: text, parent_id: post.parent, link_id: post.root };
  };
  const toThing = (post: WorldPost) => ({ kind: post.id.slice(0, 2), data: toData(post) });
  const listing = (children: readonly unknown[], after: string | null = null) => ({
    kind: 'Listing',
    data: { children, after, before: null },
  });
  const page = (posts: readonly WorldPost[], query: URLSearchParams): Reply => {
    // A listing is sorted by time; a thing that cannot be read has its place like any other.
    const all = posts.toSorted((a, b) => b.at - a.at).slice(0, server.mostListed);
    const after = query.get('after');
    const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    if (after !== null && from === 0) return { body: listing([]) };
    const shown = all.slice(from, from + Number(query.get('limit') ?? 25));
    const last = shown.at(-1);
    const things = shown.map((post) => ({ ...toThing(post), data: { ...toData(post), created_utc: post.at / 1000 } }));
    return { body: listing(things, last === undefined || from + shown.length >= all.length ? null : last.id) };
  };
  const answersTo = (id: string, level: number): unknown[] => {
    const all = world.posts.filter(({ parent }) => parent === id);
    const shown = all.slice(0, server.mostShown);
    const rest = all.slice(server.mostShown);
    const below = (post: WorldPost) => {
      const isCut = level + 1 >= server.mostDepth && world.posts.some(({ parent }) => parent === post.id);
      const replies = isCut
        ? [{ kind: 'more', data: { count: 0, name: 't1__', id: '_', parent_id: post.id, children: [] } }]
        : answersTo(post.id, level + 1);
      return { kind: 't1', data: { ...toData(post), replies: replies.length === 0 ? '' : listing(replies) } };
    };
    const more = { kind: 'more', data: { count: rest.length, parent_id: id, children: rest.map((post) => post.id.slice(3)) } };
    return [...shown.map(below), ...(rest.length === 0 ? [] : [more])];
  };
  const thread = (id: string, comment: string | null): Reply => {
    const root = world.posts.find((post) => post.id === `t3_${id}`);
    if (root === undefined) return { status: 404, body: { message: 'Not Found', error: 404 } };
    const from = world.posts.find((post) => post.id === `t1_${comment}`);
    const comments =
      from === undefined ? answersTo(root.id, 0) : [{ kind: 't1', data: { ...toData(from), replies: listing(answersTo(from.id, 0)) } }];
    return { body: [listing([toThing(root)]), listing(comments)] };
  };
  const answer = (path: string, query: URLSearchParams): Reply => {
    if (path.startsWith('user/')) return { body: { kind: 't2', data: { id: 'acme', name: 'acme_wallet' } } };
    if (path.endsWith('/new'))
      return page(
        world.live().filter(({ parent }) => parent === null),
        query,
      );
    if (path.endsWith('/comments'))
      return page(
        world.live().filter(({ parent }) => parent !== null),
        query,
      );
    if (path === 'search') {
      const q = (query.get('q') ?? '').replaceAll('"', '').toLowerCase();
      return page(
        world.live().filter(({ parent, text }) => parent === null && text.toLowerCase().includes(q)),
        query,
      );
    }
    if (path === 'api/info') {
      const names = new Set((query.get('id') ?? '').split(','));
      return { body: listing(world.posts.filter(({ id }) => names.has(id)).map(toThing)) };
    }
    if (path === 'api/morechildren') {
      const names = new Set((query.get('children') ?? '').split(',').map((id) => `t1_${id}`));
      // What hangs under them comes along, side by side.
      const below = (post: WorldPost): WorldPost[] => [post, ...world.posts.filter(({ parent }) => parent === post.id).flatMap(below)];
      const things = world.posts.filter(({ id }) => names.has(id)).flatMap(below);
      return { body: { json: { errors: [], data: { things: things.map(toThing) } } } };
    }
    const [, id = ''] = /^comments\/(\w+)$/.exec(path) ?? [];
    return thread(id, query.get('comment'));
  };
  const upstream: Upstream = ({ url, headers, body, method }) => {
    const date = { date: new Date(virtualStart).toUTCString() };
    if (url.host === 'www.reddit.com') {
      const isRight =
        headers.authorization === `Basic ${Buffer.from('an-app:a-secret').toString('base64')}` && body === 'grant_type=client_credentials';
      if (!isRight || method !== 'POST') return { status: 401, body: { message: 'Unauthorized', error: 401 } };
      uses = 0;
      server.tokens.push(`token-${server.tokens.length}`);
      return { headers: date, body: { access_token: server.tokens.at(-1), token_type: 'bearer', expires_in: 86_400, scope: '*' } };
    }
    uses += 1;
    const isKnown =
      headers.authorization === `Bearer ${server.tokens.at(-1)}` &&
      /^server:huiyin:v1 \(by \/u\/acme_wallet\)$/.test(headers['user-agent'] ?? '');
    if (!isKnown || uses > server.tokenLasts) return { status: 401, body: { message: 'Unauthorized', error: 401 } };
    const limits = { 'x-ratelimit-used': '3', 'x-ratelimit-remaining': '97.0', 'x-ratelimit-reset': '55' };
    return { headers: { ...date, ...limits }, ...answer(url.pathname.slice(1), url.searchParams) };
  };
  const server: RedditStandIn = { world, upstream, tokenLasts: 1e9, mostListed: 1000, mostShown: 1e9, mostDepth: 1e9, tokens: [] };
  return server;
}

function vendorOf(count: number) {
  const { world, upstream } = openReddit(count);
  return world.toVendor(upstream);
}

export const redditCase: ConnectorCase = {
  connector: reddit,
  settings: redditSettings,
  open: () => vendorOf(110),
  openEmpty: () => vendorOf(0),
};
