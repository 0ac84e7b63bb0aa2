// Mastodon: the feeds that name threads in which somebody speaks to us (mentions, hashtags, search), each from where it was left.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant } from '#db/model/instant.ts';
import type { ApiReader, Query } from './api-reader.ts';
import type { Malformed } from './connector.ts';
import { firstIdAt, isoTime, newestId, oldestId } from './mastodon-status.ts';
import { idOfRaw, readEach } from './read-each.ts';
import { compareIds, laterId } from './social-post.ts';
import type { FeedPage } from './social-run.ts';
import { watchedSchema } from './social-watch.ts';

export const mastodonPlaceSchema = z.strictObject({
  version: z.literal(1),
  /** The last notification that was read. */
  mentions: z.string().nullable(),
  /** The last status of every hashtag and of every search term. */
  tags: z.record(z.string(), z.string()),
  searches: z.record(z.string(), z.string()),
  /** Statuses of the overlap that were read already. */
  seen: z.array(z.string()),
  watched: z.array(watchedSchema),
});
export type MastodonPlace = z.infer<typeof mastodonPlaceSchema>;

export type FeedParts = {
  readonly api: ApiReader;
  readonly place: MastodonPlace;
  readonly hashtags: readonly string[];
  readonly terms: readonly string[];
  readonly from: Instant;
  /** Null: up to now. */
  readonly to: Instant | null;
  /** The thread that a status belongs to. */
  readonly rootOf: (statusId: string, parent: string | null) => Promise<string | null>;
};

// Ids of notifications are small enough to be numbers with some servers; those of statuses are not.
const notificationShape = z.object({
  id: z.union([z.string(), z.int().transform(String)]),
  created_at: isoTime,
  status: z.object({ id: z.string(), in_reply_to_id: z.string().nullish() }).nullish(),
});
// As little as can be: what is wrong with a status is found, and tried again, where its thread is read.
const hitShape = z.object({ id: z.string().regex(/^\d+$/), in_reply_to_id: z.string().nullish() });
type Hit = z.infer<typeof hitShape>;

const mentionTypes = { 'types[]': ['mention', 'quote'] };
const mentionPage = 80;
const statusPage = 40;
// Statuses of other servers get ids of the time at which they were written, and may arrive hours later.
const overlap = 6 * hour;
const mostSeen = 4000;

export async function* mastodonFeeds(parts: FeedParts): AsyncGenerator<FeedPage, void, undefined> {
  yield* mentions(parts);
  for (const tag of parts.hashtags) yield* hashtag(parts, tag);
  for (const term of parts.terms) yield* search(parts, term);
  const { place } = parts;
  const places = [...Object.values(place.tags), ...Object.values(place.searches)].map(timeOf);
  const kept = firstIdAt(Math.min(...places, Number.MAX_SAFE_INTEGER) - overlap);
  place.seen = place.seen.filter((id) => compareIds(id, kept) >= 0).slice(-mostSeen);
  // Its cursor stores the places that moved after the last page.
  yield { threads: [] };
}

const timeOf = (id: string): Instant => Number(BigInt(id) >> 16n);

/** The threads of statuses that are new, and what could not be read. */
async function toPage(parts: FeedParts, hits: readonly Hit[]): Promise<FeedPage> {
  const { items, malformed } = await readEach(
    hits,
    ({ id }) => id,
    async ({ id, in_reply_to_id }) => await rootOrSelf(parts, id, in_reply_to_id ?? null),
  );
  return { threads: items, malformed };
}

/** A thread whose root is not found is named by the status itself; its root is looked for again where it is read. */
async function rootOrSelf({ rootOf }: FeedParts, id: string, parent: string | null): Promise<string | null> {
  try {
    return await rootOf(id, parent);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return id;
    throw error;
  }
}

async function readList<Shape extends z.ZodType>(
  raw: unknown,
  shape: Shape,
): Promise<{ items: readonly z.output<Shape>[]; malformed: readonly Malformed[] }> {
  return await readEach(z.array(z.unknown()).parse(raw), idOfRaw, (one) => shape.parse(one));
}

/** A notification is written down as the status that it tells of, under whose id it is closed when it comes in. */
const idOfNotification = (raw: unknown): string =>
  z.object({ status: z.object({ id: z.string() }) }).safeParse(raw).data?.status.id ?? idOfRaw(raw);

async function readMentions({ api }: FeedParts, query: Query) {
  const raws = z
    .array(z.unknown())
    .parse(await api.get('the mentions', 'api/v1/notifications', { ...mentionTypes, limit: mentionPage, ...query }));
  const read = await readEach(raws, idOfNotification, (one) => notificationShape.parse(one));
  return { ...read, ids: raws.map((raw) => idOfRaw(raw)).filter((id) => /^\d+$/.test(id)) };
}

type Start = {
  /** The last notification before those to read. */
  readonly before: string;
  /** The latest that was seen; null where there is none. */
  readonly newest: string | null;
};

/** Notifications have ids of their own that tell no time, so the first one to read is looked for backwards. */
async function startOfMentions(parts: FeedParts): Promise<Start> {
  let newest: string | null = null;
  for (let before: string | null = null; ; ) {
    const { items } = await readMentions(parts, { max_id: before });
    const older = newestId(items.filter(({ created_at }) => created_at < parts.from).map(({ id }) => id));
    newest = laterId(newest, newestId(items.map(({ id }) => id)));
    if (older !== null) return { before: older, newest };
    const oldest = oldestId(items.map(({ id }) => id));
    if (oldest === null || oldest === before) return { before: '0', newest };
    before = oldest;
  }
}

/** `min_id` gives what comes next after an id, the oldest first over the pages; `since_id` would leave out all but the newest page. */
async function* mentions(parts: FeedParts): AsyncGenerator<FeedPage, void, undefined> {
  const { place, to } = parts;
  const start = place.mentions === null ? await startOfMentions(parts) : null;
  place.mentions ??= start?.before ?? '0';
  for (;;) {
    const { items, malformed, ids } = await readMentions(parts, { min_id: place.mentions });
    const newest = laterId(place.mentions, newestId(ids));
    if (newest === null || newest === place.mentions) {
      if (start?.newest != null && compareIds(place.mentions, start.newest) < 0)
        throw new AppError('unavailable', 'the mentions: the server lists them, and then gives none');
      return;
    }
    place.mentions = newest;
    const inTime = items.filter(({ created_at }) => to === null || created_at < to);
    const hits = inTime.flatMap(({ status }) => status ?? []);
    const page = await toPage(parts, hits);
    yield { threads: page.threads, malformed: [...malformed, ...(page.malformed ?? [])] };
    if (inTime.length === 0 && items.length > 0) return;
  }
}

async function* hashtag(parts: FeedParts, tag: string): AsyncGenerator<FeedPage, void, undefined> {
  const { api, place, from, to } = parts;
  const key = tag.toLowerCase();
  const start = place.tags[key];
  let after = start === undefined ? firstIdAt(from) : firstIdAt(Math.max(from, timeOf(start) - overlap));
  for (;;) {
    const path = `api/v1/timelines/tag/${encodeURIComponent(key)}`;
    const { items, malformed } = await readList(await api.get('a hashtag', path, { limit: statusPage, min_id: after }), hitShape);
    const newest = newestId(items.map(({ id }) => id));
    if (newest === null || compareIds(newest, after) <= 0) return;
    after = newest;
    const page = await freshPage(parts, items);
    place.tags[key] = laterId(place.tags[key] ?? null, newest) ?? newest;
    yield { threads: page.threads, malformed: [...malformed, ...(page.malformed ?? [])] };
    if (to !== null && items.every(({ id }) => timeOf(id) >= to)) return;
  }
}

/** Search gives the newest first, so its place moves on only when all of it is read. */
async function* search(parts: FeedParts, term: string): AsyncGenerator<FeedPage, void, undefined> {
  const { api, place, from } = parts;
  const start = place.searches[term];
  const after = start === undefined ? firstIdAt(from) : firstIdAt(Math.max(from, timeOf(start) - overlap));
  let newest = start ?? null;
  const found = new Set<string>();
  // The server turns ids into whole seconds here, so pages are told by their offset: a post that comes in between is only seen twice.
  for (let offset = 0; ; ) {
    const query = { q: `"${term}"`, type: 'statuses', limit: statusPage, min_id: after, offset };
    const { statuses } = z.object({ statuses: z.array(z.unknown()) }).parse(await api.get('the search', 'api/v2/search', query));
    const known = found.size;
    for (const raw of statuses) found.add(idOfRaw(raw));
    // A server that does not heed the offset would give the same page for ever.
    if (found.size === known) break;
    offset += statuses.length;
    const { items, malformed } = await readList(statuses, hitShape);
    newest = laterId(newest, newestId(items.map(({ id }) => id)));
    const page = await freshPage(parts, items);
    yield { threads: page.threads, malformed: [...malformed, ...(page.malformed ?? [])] };
  }
  if (newest !== null) place.searches[term] = newest;
}

/** Those of the overlap that were read before are known by their ids. */
async function freshPage(parts: FeedParts, items: readonly Hit[]): Promise<FeedPage> {
  const { place, to } = parts;
  const seen = new Set(place.seen);
  const fresh = items.filter(({ id }) => !seen.has(id) && (to === null || timeOf(id) < to));
  place.seen.push(...fresh.map(({ id }) => id));
  return await toPage(parts, fresh);
}
