// A stand-in for YouTube's comments, its answers shaped after the official description: five answers inline, a quota, no way to ask "since".
import { youtube } from '#ingest/connectors/youtube.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase } from '../vendor.ts';
import { openWorld, type World, type WorldPost } from './social-world.ts';

export const youtubeSettings = { channelId: 'UCacme', key: 'a-secret-key', staff: 'UCanna' };
export const channelOf = (by: string): string => (by === 'brand' ? 'UCacme' : `UC${by.replaceAll('-', '')}`);

export type YoutubeStandIn = {
  readonly world: World;
  readonly upstream: Upstream;
  /** Requests until the quota is used up, or null. */
  quota: number | null;
  isDisabled: boolean;
  asked: number;
};

const refuse = (status: number, reason: string): Reply => ({
  status,
  body: { error: { code: status, message: reason, errors: [{ message: reason, domain: 'youtube', reason }] } },
});

export function openYoutube(count: number): YoutubeStandIn {
  const world = openWorld(count, (index, { parent }) =>
    parent === null ? `Ug${String(index).padStart(6, '0')}` : `${parent.split('.')[0]}.${index}`,
  );
  const toComment = (post: WorldPost) => ({
    kind: 'youtube#comment',
    etag: `etag-${post.id}`,
    id: post.id,
    snippet: {
      authorChannelId: { value: channelOf(post.by) },
      authorChannelUrl: `http://www.youtube.com/channel/${channelOf(post.by)}`,
      authorDisplayName: post.by === 'brand' ? '@acme' : `@${post.by}`,
      channelId: 'UCacme',
      textDisplay: post.text,
      ...(post.parent === null ? {} : { parentId: post.root }),
      likeCount: 0,
      canRate: true,
      viewerRating: 'none',
      publishedAt: post.isSpoiled ? 'lately' : new Date(post.at).toISOString(),
      updatedAt: new Date(post.editedAt ?? post.at).toISOString(),
    },
  });
  const repliesTo = (root: string) =>
    world
      .live()
      .filter((post) => post.parent !== null && post.root === root)
      .toSorted((a, b) => a.at - b.at);
  const toThread = (post: WorldPost) => ({
    kind: 'youtube#commentThread',
    etag: `etag-of-${post.id}`,
    id: post.id,
    snippet: {
      channelId: 'UCacme',
      videoId: 'v1',
      topLevelComment: toComment(post),
      canReply: true,
      isPublic: true,
      totalReplyCount: repliesTo(post.id).length,
    },
    ...(repliesTo(post.id).length === 0 ? {} : { replies: { comments: repliesTo(post.id).slice(-5).toReversed().map(toComment) } }),
  });
  const page = (kind: string, items: readonly unknown[], query: URLSearchParams): Reply => {
    const token = query.get('pageToken');
    if (token !== null && !/^p\d+$/.test(token)) return refuse(400, 'invalidPageToken');
    const from = Number(token?.slice(1) ?? 0);
    const size = Number(query.get('maxResults') ?? 20);
    const next = from + size < items.length ? { nextPageToken: `p${from + size}` } : {};
    return {
      body: { kind, etag: 'e', ...next, pageInfo: { totalResults: size, resultsPerPage: size }, items: items.slice(from, from + size) },
    };
  };
  const answer = (path: string, query: URLSearchParams): Reply => {
    const ids = query.get('id')?.split(',') ?? null;
    if (path === 'channels') {
      const items = ids?.includes('UCacme') === true ? [{ id: 'UCacme', snippet: { title: 'Acme', customUrl: '@acme' } }] : [];
      return { body: { items } };
    }
    if (path === 'commentThreads' && ids !== null) {
      if (ids.some((id) => world.find(id) === undefined)) return refuse(404, 'commentThreadNotFound');
      return { body: { items: ids.flatMap((id) => world.find(id) ?? []).map(toThread) } };
    }
    if (path === 'commentThreads') {
      if (server.isDisabled) return refuse(403, 'commentsDisabled');
      const roots = world
        .live()
        .filter(({ parent }) => parent === null)
        .toSorted((a, b) => b.at - a.at);
      return page('youtube#commentThreadListResponse', roots.map(toThread), query);
    }
    if (ids !== null) return { body: { items: ids.flatMap((id) => world.find(id) ?? []).map(toComment) } };
    return page('youtube#commentListResponse', repliesTo(query.get('parentId') ?? '').map(toComment), query);
  };
  const upstream: Upstream = ({ url, headers }) => {
    if (headers['x-goog-api-key'] !== 'a-secret-key') return { status: 401 };
    server.asked += 1;
    if (server.quota !== null && server.asked > server.quota) return refuse(403, 'quotaExceeded');
    return {
      headers: { date: new Date(virtualStart).toUTCString() },
      ...answer(url.pathname.replace('/youtube/v3/', ''), url.searchParams),
    };
  };
  const server: YoutubeStandIn = { world, upstream, quota: null, isDisabled: false, asked: 0 };
  return server;
}

function vendorOf(count: number) {
  const { world, upstream } = openYoutube(count);
  return world.toVendor(upstream);
}

export const youtubeCase: ConnectorCase = {
  connector: youtube,
  settings: youtubeSettings,
  open: () => vendorOf(220),
  openEmpty: () => vendorOf(0),
};
