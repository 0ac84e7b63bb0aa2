// A stand-in for a Mastodon server, its answers shaped after recorded ones of 4.6, its paging after the server's own.
import { mastodon } from '#ingest/connectors/mastodon.ts';
import { compareIds } from '#ingest/connectors/social-post.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../vendor.ts';
import { openWorld, type World, type WorldPost } from './social-world.ts';

export const mastodonBase = 'https://social.example';
export const mastodonSettings = { url: mastodonBase, token: 'a-secret-token', staff: '900' };

const peopleIds = new Map([
  ['brand', '901'],
  ['anna', '900'],
]);

/** The account id of somebody of the network. */
export function accountIdOf(by: string): string {
  return peopleIds.get(by) ?? `117${String([...by].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7)).padStart(15, '0')}`;
}

function accountOf(by: string) {
  const [username = by, host] = (by === 'brand' ? 'acme' : by).split('@');
  return {
    id: accountIdOf(by),
    username,
    acct: host === undefined ? username : by,
    display_name: by === 'anna' ? 'Anna of Acme' : '',
    bot: by === 'robot',
    url: `${mastodonBase}/@${username}`,
    uri: `${mastodonBase}/ap/users/${accountIdOf(by)}`,
    ...aboutNobody,
  };
}

/** What only the owner of an account is told of it. */
const aboutOurselves = {
  source: {
    privacy: 'public',
    sensitive: false,
    language: null,
    note: '',
    fields: [],
    follow_requests_count: 0,
    hide_collections: null,
    discoverable: null,
    indexable: false,
    attribution_domains: [],
    quote_policy: 'public',
  },
  role: { id: '3', name: 'Owner', permissions: '1', color: '', highlighted: false, collection_limit: 10 },
};

/** What the server says of every account and nobody reads here. */
const aboutNobody = {
  avatar: 'https://social.example/avatars/original/missing.png',
  avatar_static: 'https://social.example/avatars/original/missing.png',
  avatar_description: '',
  header: 'https://social.example/headers/original/missing.png',
  header_static: 'https://social.example/headers/original/missing.png',
  header_description: '',
  note: '',
  created_at: '2026-08-01T00:00:00.000Z',
  last_status_at: null,
  discoverable: null,
  indexable: false,
  locked: false,
  group: false,
  hide_collections: null,
  show_media: true,
  show_media_replies: true,
  show_featured: true,
  feature_approval: { automatic: [], manual: [], current_user: 'denied' },
  followers_count: 0,
  following_count: 0,
  statuses_count: 1,
  emojis: [],
  fields: [],
};

const link = (name: string) =>
  `<span class="h-card"><a href="${mastodonBase}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`;

/** A status as the server writes it. */
export function toStatus(post: WorldPost) {
  const tags = [...post.text.matchAll(/#(\w+)/g)].map(([, name = '']) => ({
    name: name.toLowerCase(),
    url: `${mastodonBase}/tags/${name}`,
  }));
  return {
    id: post.id,
    created_at: post.isSpoiled ? 'the day before yesterday' : new Date(post.at).toISOString(),
    in_reply_to_id: post.parent,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'en',
    uri: `${mastodonBase}/ap/users/${accountIdOf(post.by)}/statuses/${post.id}`,
    url: `${mastodonBase}/@${post.by}/${post.id}`,
    edited_at: post.editedAt === null ? null : new Date(post.editedAt).toISOString(),
    content: `<p>${post.text.replaceAll('@acme', link('acme'))}</p>`,
    reblog: null,
    account: accountOf(post.by),
    media_attachments: [],
    mentions: post.callsUs ? [{ id: '901', username: 'acme', url: `${mastodonBase}/@acme`, acct: 'acme' }] : [],
    tags,
    emojis: [],
    quote: null,
    card: null,
    poll: null,
    reblogs_count: 0,
    favourites_count: 0,
    replies_count: 0,
  };
}

type Listed = { readonly id: string };

/** `min_id`: the next ones after it; `since_id`: the newest ones after it; both the newest first. */
function pageOf<One extends Listed>(all: readonly One[], query: URLSearchParams, standard: number): readonly One[] {
  const limit = Number(query.get('limit') ?? standard);
  const [min, since, max] = [query.get('min_id'), query.get('since_id'), query.get('max_id')];
  const low = min ?? since;
  const within = all
    .filter(({ id }) => (low === null || compareIds(id, low) > 0) && (max === null || compareIds(id, max) < 0))
    .toSorted((a, b) => compareIds(a.id, b.id));
  return (min === null ? within.slice(-limit) : within.slice(0, limit)).toReversed();
}

export type MastodonStandIn = { readonly world: World; readonly upstream: Upstream; hasSearch: boolean };

export function openMastodon(count: number): MastodonStandIn {
  const world = openWorld(count, (index, { at }) => ((BigInt(at) << 16n) + BigInt(index)).toString());
  const server: MastodonStandIn = { world, upstream: (request, now) => upstream(request, now), hasSearch: true };
  const notifications = () =>
    world.posts
      .map((post, index) => ({ id: String(index + 5), post }))
      .filter(({ post }) => post.callsUs && !post.isGone)
      .map(({ id, post }) => ({
        id,
        type: 'mention',
        group_key: `ungrouped-${id}`,
        created_at: new Date(post.at).toISOString(),
        account: accountOf(post.by),
        status: toStatus(post),
      }));
  const context = (post: WorldPost) => {
    const ancestors: WorldPost[] = [];
    for (let above = world.find(post.parent ?? ''); above !== undefined; above = world.find(above.parent ?? '')) ancestors.unshift(above);
    const below = (id: string): WorldPost[] =>
      world
        .live()
        .filter(({ parent }) => parent === id)
        .flatMap((one) => [one, ...below(one.id)]);
    return { ancestors: ancestors.map(toStatus), descendants: below(post.id).map(toStatus) };
  };
  const answer = (path: string, query: URLSearchParams): Reply => {
    if (path === 'v1/accounts/verify_credentials') return { body: { ...accountOf('brand'), ...aboutOurselves } };
    if (path === 'v1/notifications') return { body: pageOf(notifications(), query, 40) };
    const [, tag] = /^v1\/timelines\/tag\/(.+)$/.exec(path) ?? [];
    const statuses = () => world.live().map(toStatus);
    if (tag !== undefined) {
      const wanted = decodeURIComponent(tag).toLowerCase();
      return {
        body: pageOf(
          statuses().filter(({ tags }) => tags.some(({ name }) => name === wanted)),
          query,
          20,
        ),
      };
    }
    const [, by] = /^v1\/accounts\/(\d+)\/statuses$/.exec(path) ?? [];
    if (by !== undefined)
      return {
        body: pageOf(
          statuses().filter(({ account }) => account.id === by),
          query,
          20,
        ),
      };
    if (path === 'v2/search') {
      const q = (query.get('q') ?? '').replaceAll('"', '').toLowerCase();
      const isHit = ({ content, account }: ReturnType<typeof toStatus>) =>
        q === 'from:me' ? account.id === '901' : content.toLowerCase().includes(q);
      // Ids are turned into whole seconds, and the newest come first whatever the bounds.
      const since = Number(BigInt(query.get('min_id') ?? '0') >> 16n);
      const hits = statuses().filter((one) => isHit(one) && Math.floor(Date.parse(one.created_at) / 1000) * 1000 > since);
      const from = Number(query.get('offset') ?? 0);
      const page = hits.toSorted((a, b) => compareIds(b.id, a.id)).slice(from, from + Number(query.get('limit') ?? 20));
      return { body: { accounts: [], hashtags: [], statuses: server.hasSearch ? page : [] } };
    }
    const [, id = '', part] = /^v1\/statuses\/(\d+)(?:\/(context))?$/.exec(path) ?? [];
    const post = world.find(id);
    if (post === undefined) return { status: 404, body: { error: 'Record not found' } };
    return { body: part === 'context' ? context(post) : toStatus(post) };
  };
  const upstream: Upstream = ({ url, headers }) => {
    if (headers.authorization !== 'Bearer a-secret-token') return { status: 401, body: { error: 'The access token is invalid' } };
    const limits = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '299',
      'x-ratelimit-reset': new Date(virtualStart + 300_000).toISOString(),
    };
    return {
      headers: { date: new Date(virtualStart).toUTCString(), ...limits },
      ...answer(url.pathname.replace('/api/', ''), url.searchParams),
    };
  };
  return server;
}

function vendorOf(count: number) {
  const { world, upstream } = openMastodon(count);
  return world.toVendor(upstream);
}

export const mastodonCase: ConnectorCase = {
  connector: mastodon,
  settings: mastodonSettings,
  open: () => vendorOf(100),
  openEmpty: () => vendorOf(0),
};
