// A stand-in for a Bluesky server, its answers shaped after the vendor's own snapshots: views of posts, threads as trees, sessions that expire.
import { bluesky } from '#ingest/connectors/bluesky.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../vendor.ts';
import { openWorld, type World, type WorldPost } from './social-world.ts';

export const blueskySettings = {
  url: 'https://pds.example',
  identifier: 'acme.bsky.example',
  password: 'a-secret-password',
  staff: 'did:plc:anna',
};

/** The DID of somebody of the network. */
export const didOf = (by: string): string => `did:plc:${by.replaceAll('.', '-')}`;
const handleOf = (by: string): string => (by === 'brand' ? 'acme.bsky.example' : by.includes('.') ? by : `${by}.bsky.example`);

function recordOf(post: WorldPost) {
  const place = post.text.indexOf('@acme');
  const mention = {
    index: { byteStart: place, byteEnd: place + 5 },
    features: [{ $type: 'app.bsky.richtext.facet#mention', did: didOf('brand') }],
  };
  const refOf = (id: string) => ({ uri: id, cid: `cid-of-${id.slice(-4)}` });
  return {
    $type: 'app.bsky.feed.post',
    createdAt: post.isSpoiled ? 7 : new Date(post.at).toISOString(),
    text: post.text,
    langs: ['en'],
    ...(post.callsUs && place >= 0 ? { facets: [mention] } : {}),
    ...(post.parent === null ? {} : { reply: { root: refOf(post.root), parent: refOf(post.parent) } }),
  };
}

function viewOf(post: WorldPost, world: World) {
  const author = { did: didOf(post.by), handle: handleOf(post.by), displayName: post.by === 'anna' ? 'Anna of Acme' : '', labels: [] };
  return {
    uri: post.id,
    cid: `cid-${post.editedAt ?? 0}`,
    author,
    record: recordOf(post),
    indexedAt: new Date(post.at + 500).toISOString(),
    replyCount: world.live().filter(({ parent }) => parent === post.id).length,
    repostCount: 0,
    likeCount: 0,
    quoteCount: 0,
    labels: [],
  };
}

const gone = (uri: string) => ({ $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true });

export type BlueskyStandIn = {
  readonly world: World;
  readonly upstream: Upstream;
  /** Requests that a token lasts. */
  tokenLasts: number;
  /** Hits after which search gives no further page. */
  mostHits: number;
  /** Levels of answers that one view shows. */
  mostDepth: number;
  readonly sessions: string[];
};

export function openBluesky(count: number): BlueskyStandIn {
  const world = openWorld(count, (index, { by }) => `at://${didOf(by)}/app.bsky.feed.post/3k${String(index).padStart(8, '0')}`);
  let uses = 0;
  let serial = 0;
  const upstream: Upstream = ({ url, headers, body, method }) => {
    const path = url.pathname.replace('/xrpc/', '');
    const date = { date: new Date(virtualStart).toUTCString() };
    const open = (how: string): Reply => {
      serial += 1;
      uses = 0;
      server.sessions.push(how);
      return {
        headers: date,
        body: { accessJwt: `access-${serial}`, refreshJwt: `refresh-${serial}`, did: didOf('brand'), handle: handleOf('brand') },
      };
    };
    if (path === 'com.atproto.server.createSession') {
      const isRight = method === 'POST' && JSON.parse(body ?? '').password === blueskySettings.password;
      return isRight
        ? open('created')
        : { status: 401, body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' } };
    }
    if (path === 'com.atproto.server.refreshSession') {
      return headers.authorization === `Bearer refresh-${serial}` ? open('refreshed') : { status: 400, body: { error: 'ExpiredToken' } };
    }
    if (headers.authorization !== `Bearer access-${serial}`) return { status: 400, body: { error: 'InvalidToken' } };
    uses += 1;
    if (uses > server.tokenLasts) return { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } };
    return { headers: { ...date, 'ratelimit-limit': '3000', 'ratelimit-remaining': '2999' }, ...answer(path, url.searchParams) };
  };
  const server: BlueskyStandIn = { world, upstream, tokenLasts: 1e9, mostHits: 10_000, mostDepth: 1000, sessions: [] };
  const answer = (path: string, query: URLSearchParams): Reply => {
    const newestFirst = world.live().toSorted((a, b) => b.at - a.at);
    if (path === 'app.bsky.notification.listNotifications') {
      const all = newestFirst.filter(({ callsUs }) => callsUs);
      const from = Number(query.get('cursor') ?? 0);
      const size = Number(query.get('limit') ?? 50);
      const page = all.slice(from, from + size).map((post) => ({ ...viewOf(post, world), reason: 'mention', isRead: false }));
      return { body: { notifications: page, ...(from + size < all.length ? { cursor: String(from + size) } : {}) } };
    }
    if (path === 'app.bsky.feed.searchPosts') return search(query, newestFirst);
    if (path === 'app.bsky.feed.getPostThread') return thread(query);
    return { status: 501, body: { error: 'MethodNotImplemented' } };
  };
  const search = (query: URLSearchParams, newestFirst: readonly WorldPost[]): Reply => {
    const [since, until] = [query.get('since'), query.get('until')].map((text) => (text === null ? null : Date.parse(text)));
    const q = (query.get('q') ?? '').toLowerCase();
    const isHit = ({ text, at }: WorldPost) =>
      text.toLowerCase().includes(q) && at >= (since ?? 0) && at < (until ?? Number.POSITIVE_INFINITY);
    const hits = newestFirst.filter(isHit);
    const from = Number(query.get('cursor') ?? 0);
    const to = Math.min(from + Number(query.get('limit') ?? 25), server.mostHits);
    const hasMore = to < hits.length && to < server.mostHits;
    return { body: { posts: hits.slice(from, to).map((post) => viewOf(post, world)), ...(hasMore ? { cursor: String(to) } : {}) } };
  };
  const thread = (query: URLSearchParams): Reply => {
    const post = world.find(query.get('uri') ?? '');
    if (post === undefined) return { status: 400, body: { error: 'NotFound', message: `Post not found: ${query.get('uri')}` } };
    const depth = Math.min(Number(query.get('depth') ?? 6), server.mostDepth);
    const down = (one: WorldPost, level: number): Readonly<Record<string, unknown>> => ({
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: viewOf(one, world),
      ...(level >= depth
        ? {}
        : {
            replies: world
              .live()
              .filter(({ parent }) => parent === one.id)
              .map((below) => down(below, level + 1)),
          }),
    });
    const up = (id: string): unknown => {
      const above = world.find(id);
      if (above === undefined) return gone(id);
      return {
        $type: 'app.bsky.feed.defs#threadViewPost',
        post: viewOf(above, world),
        ...(above.parent === null ? {} : { parent: up(above.parent) }),
      };
    };
    const parent = post.parent === null || query.get('parentHeight') === '0' ? {} : { parent: up(post.parent) };
    return { body: { thread: { ...down(post, 0), ...parent } } };
  };
  return server;
}

function vendorOf(count: number) {
  const { world, upstream } = openBluesky(count);
  return world.toVendor(upstream);
}

export const blueskyCase: ConnectorCase = {
  connector: bluesky,
  settings: { ...blueskySettings, terms: 'withdrawal' },
  open: () => vendorOf(130),
  openEmpty: () => vendorOf(0),
};
