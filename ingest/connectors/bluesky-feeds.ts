// Bluesky: the feeds that name threads in which somebody speaks to us, both told from the newest on: notifications and search.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant } from '#db/model/instant.ts';
import { postTime } from './bluesky-post.ts';
import type { Gap } from './connector.ts';
import { idOfRaw, readEach } from './read-each.ts';
import type { SessionReader } from './session-reader.ts';
import type { FeedPage } from './social-run.ts';
import { watchedSchema } from './social-watch.ts';

const mentionsPlaceSchema = z.strictObject({ at: z.number().nullable(), token: z.string().nullable(), newest: z.number().nullable() });
const searchPlaceSchema = z.strictObject({ at: z.number().nullable(), until: z.number().nullable(), newest: z.number().nullable() });

export const blueskyPlaceSchema = z.strictObject({
  version: z.literal(1),
  /** `at`: read up to here; `token` and `newest`: where a run stopped on its way down from the newest. */
  mentions: mentionsPlaceSchema,
  /** The same for every search term, the way down told by a time: tokens of search do not lead far. */
  searches: z.record(z.string(), searchPlaceSchema),
  watched: z.array(watchedSchema),
});
export type BlueskyPlace = z.infer<typeof blueskyPlaceSchema>;

export type FeedParts = {
  readonly api: SessionReader;
  readonly place: BlueskyPlace;
  readonly terms: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
  /** Told of every post that a feed names, with the root of its thread. */
  readonly onHit: (root: string, uri: string) => void;
};

const pageSize = 100;
// Posts reach the index late, and in no strict order.
const overlap = hour;
// About here search stops to give more, whatever there is.
const mostHits = 9_900;
// A page without posts is not the end where it names a next one, but it must not go on like that.
const mostEmpty = 20;

// As little as can be: what is wrong with a post is found, and tried again, where its thread is read.
const recordShape = z.looseObject({ createdAt: z.string().catch(''), reply: z.object({ root: z.object({ uri: z.string() }) }).nullish() });
const hitShape = z.object({ uri: z.string(), indexedAt: z.string(), record: recordShape });
type Hit = z.infer<typeof hitShape>;
const notificationsShape = z.object({ notifications: z.array(z.unknown()), cursor: z.string().nullish() });
const foundShape = z.object({ posts: z.array(z.unknown()), cursor: z.string().nullish() });

export async function* blueskyFeeds(parts: FeedParts): AsyncGenerator<FeedPage, void, undefined> {
  yield* mentions(parts);
  for (const term of parts.terms) yield* search(parts, term);
}

async function readHits(raw: readonly unknown[]) {
  return await readEach(
    raw,
    (one) => idOfRaw(one, 'uri'),
    (one): Hit => hitShape.parse(one),
  );
}

function rootsOf({ onHit }: FeedParts, hits: readonly Hit[]): readonly string[] {
  return hits.map(({ uri, record }) => {
    const root = record.reply?.root.uri ?? uri;
    onHit(root, uri);
    return root;
  });
}

/** A page of notifications; from the top again where the place of a run that stopped is not known any more. */
async function nextMentions({ api }: FeedParts, token: string | null): Promise<z.infer<typeof notificationsShape>> {
  const query = { limit: pageSize, reasons: ['mention', 'reply', 'quote'], cursor: token };
  const path = 'xrpc/app.bsky.notification.listNotifications';
  try {
    return notificationsShape.parse(await api.get('the mentions', path, query));
  } catch (error) {
    if (token === null || !(error instanceof AppError) || error.code !== 'invalid') throw error;
    return notificationsShape.parse(await api.get('the mentions', path, { ...query, cursor: null }));
  }
}

async function* mentions(parts: FeedParts): AsyncGenerator<FeedPage, void, undefined> {
  const { place, from, to } = parts;
  const before = place.mentions.at;
  const low = Math.max(from, (before ?? from) - overlap);
  for (let { token, newest } = place.mentions; ; ) {
    const page = await nextMentions(parts, token);
    const { items, malformed } = await readHits(page.notifications);
    const times = items.map(({ indexedAt }) => Date.parse(indexedAt)).filter((at) => !Number.isNaN(at));
    newest = times.reduce<number | null>((latest, at) => Math.max(latest ?? at, at), newest);
    const isEnd = page.cursor == null || page.cursor === token || (times.length > 0 && times.every((at) => at < low));
    token = page.cursor ?? null;
    place.mentions = isEnd ? { at: newest ?? before, token: null, newest: null } : { at: before, token, newest };
    const wanted = items.filter(({ indexedAt }) => Date.parse(indexedAt) >= low && (to === null || Date.parse(indexedAt) < to));
    yield { threads: rootsOf(parts, wanted), malformed };
    if (isEnd) return;
  }
}

const sortTime = ({ record, indexedAt }: Hit): Instant => postTime(record.createdAt ?? '', indexedAt) ?? 0;

type Descent = {
  readonly low: Instant;
  readonly seen: Set<string>;
  until: Instant | null;
  newest: Instant | null;
  oldest: number;
  token: string | null;
  empty: number;
};

/** One page further down: the hits that are new, what could not be read, and whether this was the last. */
async function stepDown(api: SessionReader, term: string, way: Descent) {
  const range = { since: isoOf(way.low), until: way.until === null ? null : isoOf(way.until) };
  const query = { q: term, sort: 'latest', limit: pageSize, ...range, cursor: way.token };
  const page = foundShape.parse(await api.get('the search', 'xrpc/app.bsky.feed.searchPosts', query));
  const { items, malformed } = await readHits(page.posts);
  const fresh = items.filter(({ uri }) => !way.seen.has(uri));
  for (const hit of fresh) {
    way.seen.add(hit.uri);
    way.oldest = Math.min(way.oldest, sortTime(hit));
    way.newest = Math.max(way.newest ?? sortTime(hit), sortTime(hit));
  }
  way.empty = page.posts.length === 0 ? way.empty + 1 : 0;
  const hasNext = page.cursor != null && page.cursor !== way.token && (fresh.length > 0 || (way.empty > 0 && way.empty < mostEmpty));
  const isEnd = !hasNext && (fresh.length === 0 || way.oldest <= way.low);
  way.token = hasNext ? (page.cursor ?? null) : null;
  if (!hasNext) way.until = way.oldest + 1;
  return { fresh, malformed, isEnd };
}

/**
 * Search from the newest down. Where it ends before our place is reached (it gives some ten thousand hits and no more, and may end sooner),
 * it is asked again for what lies before the oldest hit, until that brings nothing new.
 */
async function* search(parts: FeedParts, term: string): AsyncGenerator<FeedPage, void, undefined> {
  const { api, place, from, to } = parts;
  const known = place.searches[term] ?? { at: null, until: null, newest: null };
  const low = Math.max(from, (known.at ?? from) - overlap);
  const start = { until: known.until ?? to, newest: known.newest, oldest: Number.POSITIVE_INFINITY, token: null, empty: 0 };
  const way: Descent = { low, seen: new Set(), ...start };
  for (;;) {
    const { fresh, malformed, isEnd } = await stepDown(api, term, way);
    const { newest, oldest, seen } = way;
    const below = Number.isFinite(oldest) ? oldest + 1 : known.until;
    place.searches[term] = isEnd ? { at: newest ?? known.at, until: null, newest: null } : { at: known.at, until: below, newest };
    const wanted = fresh.filter((hit) => sortTime(hit) >= low && (to === null || sortTime(hit) < to));
    const gaps = isEnd && seen.size >= mostHits && oldest > low ? [unread(low, oldest)] : [];
    if (isEnd || fresh.length + malformed.length > 0) yield { threads: rootsOf(parts, wanted), malformed, gaps };
    if (isEnd) return;
  }
}

const isoOf = (at: Instant): string => new Date(at).toISOString();

function unread(from: Instant, to: Instant): Gap {
  return { from, to, reason: 'search gave some ten thousand posts and no more; older ones with these words were not read' };
}
