// Reddit: the listings that name threads in which somebody speaks to us, each read from the newest down to a time.
import { z } from 'zod';
import { hour, type Instant, second } from '#db/model/instant.ts';
import type { Query } from './api-reader.ts';
import type { Gap } from './connector.ts';
import { idOfRaw, readEach } from './read-each.ts';
import type { SessionReader } from './session-reader.ts';
import type { FeedPage } from './social-run.ts';
import { watchedSchema } from './social-watch.ts';

const listPlaceSchema = z.strictObject({
  /** Read up to here. */
  at: z.number().nullable(),
  /** Of a run that was stopped: the last thing it saw, and the time of the newest. */
  after: z.string().nullable(),
  newest: z.number().nullable(),
});
export const redditPlaceSchema = z.strictObject({
  version: z.literal(1),
  lists: z.record(z.string(), listPlaceSchema),
  watched: z.array(watchedSchema),
});
export type RedditPlace = z.infer<typeof redditPlaceSchema>;

export type RedditFeedParts = {
  readonly api: SessionReader;
  readonly place: RedditPlace;
  readonly subreddits: readonly string[];
  readonly terms: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
};

const pageSize = 100;
const overlap = hour;
// A listing holds about a thousand things, whatever it is asked for.
const mostListed = 950;

const hitShape = z.object({ name: z.string(), created_utc: z.number(), link_id: z.string().nullish() });
const pageShape = z.object({ data: z.object({ children: z.array(z.object({ data: z.unknown() })), after: z.string().nullish() }) });

/** No listing is asked for what came `before` a thing: where that thing was deleted, the answer is nothing, for ever. */
export async function* redditFeeds(parts: RedditFeedParts): AsyncGenerator<FeedPage, void, undefined> {
  for (const name of parts.subreddits) {
    const path = `r/${encodeURIComponent(name)}`;
    yield* readList(parts, { path: `${path}/new`, query: {} });
    yield* readList(parts, { path: `${path}/comments`, query: {} });
  }
  for (const term of parts.terms)
    yield* readList(parts, { path: 'search', query: { q: `"${term}"`, sort: 'new', type: 'link', t: 'all' } });
}

type List = { readonly path: string; readonly query: Query };

async function readPage({ api }: RedditFeedParts, { path, query }: List, after: string | null) {
  const value = await api.get('a listing', path, { ...query, limit: pageSize, raw_json: 1, after });
  const { children, after: next } = pageShape.parse(value).data;
  const { items, malformed } = await readEach(
    children.map(({ data }) => data),
    (raw) => idOfRaw(raw, 'name'),
    (raw) => hitShape.parse(raw),
  );
  return { items, malformed, next: next ?? null, count: children.length };
}

async function* readList(parts: RedditFeedParts, list: List): AsyncGenerator<FeedPage, void, undefined> {
  const { place, from, to } = parts;
  const key = `${list.path} ${list.query.q ?? ''}`.trim();
  const known = place.lists[key] ?? { at: null, after: null, newest: null };
  const low = Math.max(from, (known.at ?? from) - overlap);
  let { after, newest } = known;
  let listed = 0;
  let oldest = Number.POSITIVE_INFINITY;
  for (;;) {
    const page = await readPage(parts, list, after);
    const isLost = page.count === 0 && after !== null && listed === 0;
    listed += page.count;
    const hits = page.items.map(({ name, created_utc, link_id }) => ({ thread: link_id ?? name, at: Math.round(created_utc * second) }));
    newest = hits.reduce<number | null>((latest, { at }) => Math.max(latest ?? at, at), newest);
    oldest = hits.reduce((earliest, { at }) => Math.min(earliest, at), oldest);
    const isEnd = !isLost && (page.next === null || page.next === after || oldest < low);
    // The thing below which a stopped run went on is gone: from the top again.
    after = isLost ? null : page.next;
    place.lists[key] = isEnd ? { at: newest ?? known.at, after: null, newest: null } : { at: known.at, after, newest };
    const wanted = hits.filter(({ at }) => at >= low && (to === null || at < to));
    const gaps = isEnd && listed >= mostListed && oldest > low ? [unread(low, oldest, list.path)] : [];
    yield { threads: wanted.map(({ thread }) => thread), malformed: page.malformed, gaps };
    if (isEnd) return;
  }
}

function unread(from: Instant, to: Instant, path: string): Gap {
  return { from, to, reason: `Reddit lists about a thousand things and no more; older ones of ${path} were not read` };
}
