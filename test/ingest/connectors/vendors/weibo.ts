// A stand-in for Weibo, its answers shaped after recorded ones: ids as bare numbers too large for numbers, errors with codes, deleted posts that stay.
import { compareIds } from '#ingest/connectors/social-post.ts';
import { weibo } from '#ingest/connectors/weibo.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../vendor.ts';
import { openWorld, type World, type WorldPost } from './social-world.ts';

export const weiboSettings = { token: 'a-secret-token', staff: '1500000002', perHour: 60_000 };

const uids = new Map([
  ['brand', '1500000001'],
  ['anna', '1500000002'],
]);
/** The uid of somebody of the network. */
export const uidOf = (by: string): string =>
  uids.get(by) ?? `2${String([...by].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7)).padStart(9, '0')}`;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** A time as Weibo writes it, in its own zone. */
export function toWeiboTime(at: number): string {
  const there = new Date(at + 8 * 3_600_000);
  const clock = `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}:${two(there.getUTCSeconds())}`;
  return `Mon ${months[there.getUTCMonth()]} ${two(there.getUTCDate())} ${clock} +0800 ${there.getUTCFullYear()}`;
}

export type WeiboStandIn = {
  readonly world: World;
  readonly upstream: Upstream;
  /** The code with which everything is refused, or null. */
  refuses: number | null;
  /** Comments to a page at most, whatever is asked for. */
  mostComments: number;
  readonly longTexts: Set<string>;
  givesLongTexts: boolean;
};

const first = 9_100_000_000_000_001n;

export function openWeibo(count: number): WeiboStandIn {
  const world = openWorld(count, (index, { parent }) => `${parent === null ? '' : 'c'}${first + BigInt(index)}`);
  const bare = (id: string) => id.replace(/^c/, '');
  const userOf = (by: string) => ({ id: `#${uidOf(by)}#`, idstr: uidOf(by), screen_name: by === 'brand' ? 'acme' : by, gender: 'm' });
  const identity = (id: string) => ({ id: `#${bare(id)}#`, idstr: bare(id), mid: bare(id) });
  const toStatus = (post: WorldPost) => ({
    ...identity(post.id),
    created_at: post.isSpoiled ? 'lately' : toWeiboTime(post.at),
    text: post.isGone ? 'Deleted.' : post.text.slice(0, server.longTexts.has(post.id) ? 10 : undefined),
    ...(post.isGone ? { deleted: '1' } : { user: userOf(post.by) }),
    ...(server.longTexts.has(post.id) ? { isLongText: true } : {}),
    ...(server.longTexts.has(post.id) && server.givesLongTexts ? { longText: { longTextContent: post.text } } : {}),
    comments_count: 0,
  });
  const toComment = (post: WorldPost) => {
    const root = world.posts.find(({ id }) => id === post.root);
    return {
      ...identity(post.id),
      created_at: toWeiboTime(post.at),
      text: post.text,
      user: userOf(post.by),
      ...(root === undefined ? {} : { status: toStatus(root) }),
      ...(post.parent?.startsWith('c') === true ? { reply_comment: identity(post.parent) } : {}),
    };
  };
  const isComment = ({ id }: WorldPost) => id.startsWith('c');
  const listed = (posts: readonly WorldPost[], query: URLSearchParams) => {
    const [since, max] = [query.get('since_id'), query.get('max_id')];
    return posts
      .filter(({ id }) => (since === null || compareIds(bare(id), since) > 0) && (max === null || compareIds(bare(id), max) <= 0))
      .toSorted((a, b) => compareIds(bare(b.id), bare(a.id)))
      .slice(0, Number(query.get('count') ?? 50));
  };
  const answersUs = ({ parent }: WorldPost) => world.posts.some(({ id, by }) => id === parent && by === 'brand');
  const answer = (path: string, query: URLSearchParams): unknown => {
    const live = world.live();
    if (path === 'account/get_uid') return { uid: 1500000001 };
    if (path === 'users/show') return userOf('brand');
    if (path === 'statuses/mentions')
      return {
        statuses: listed(
          live.filter((post) => post.callsUs && !isComment(post)),
          query,
        ).map(toStatus),
        total_number: 1,
      };
    if (path === 'comments/to_me')
      return {
        comments: listed(
          live.filter((post) => isComment(post) && answersUs(post)),
          query,
        ).map(toComment),
      };
    if (path === 'comments/mentions')
      return {
        comments: listed(
          live.filter((post) => post.callsUs && isComment(post)),
          query,
        ).map(toComment),
      };
    if (path === 'comments/by_me')
      return {
        comments: listed(
          live.filter((post) => post.by === 'brand' && isComment(post)),
          query,
        ).map(toComment),
      };
    if (path === 'comments/show_batch') return live.filter(({ id }) => id === `c${query.get('cids')}`).map(toComment);
    const post = world.posts.find(({ id }) => id === query.get('id'));
    if (post === undefined) return { error: 'target weibo does not exist!', error_code: 20101, request: `/2/${path}.json` };
    if (path === 'statuses/show') return toStatus(post);
    const below = live.filter((one) => isComment(one) && one.root === post.id).toSorted((a, b) => b.at - a.at);
    const size = Math.min(Number(query.get('count') ?? 50), server.mostComments);
    const from = (Number(query.get('page') ?? 1) - 1) * size;
    return { comments: below.slice(from, from + size).map(toComment), total_number: below.length };
  };
  const upstream: Upstream = ({ url, headers }): Reply => {
    if (headers.authorization !== 'OAuth2 a-secret-token')
      return { status: 401, body: { error: 'invalid_access_token', error_code: 21332 } };
    if (server.refuses !== null) return { status: 403, body: { error: 'refused', error_code: server.refuses, request: url.pathname } };
    const body = answer(url.pathname.replace('/2/', '').replace('.json', ''), url.searchParams);
    const isError = typeof body === 'object' && body !== null && 'error_code' in body;
    // Numbers as they come: JSON knows no bounds for them.
    const text = JSON.stringify(body).replaceAll(/"#(\d+)#"/g, '$1');
    return { status: isError ? 400 : 200, headers: { date: new Date(virtualStart).toUTCString() }, body: text };
  };
  const server: WeiboStandIn = { world, upstream, refuses: null, mostComments: 200, longTexts: new Set(), givesLongTexts: true };
  return server;
}

function vendorOf(count: number) {
  const { world, upstream } = openWeibo(count);
  return world.toVendor(upstream);
}

export const weiboCase: ConnectorCase = {
  connector: weibo,
  settings: weiboSettings,
  open: () => vendorOf(90),
  openEmpty: () => vendorOf(0),
};
