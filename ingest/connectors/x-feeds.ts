// X: the searches that name conversations in which somebody speaks to us, within the seven days that search reaches back.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import type { Query } from './api-reader.ts';
import type { Gap } from './connector.ts';
import { compareIds, laterId } from './social-post.ts';
import type { FeedPage } from './social-run.ts';
import { watchedSchema } from './social-watch.ts';
import { firstXIdAt, type XPost, xIdTime } from './x-post.ts';
import type { XPage, XReader } from './x-reader.ts';

const queryPlaceSchema = z.strictObject({
  /** The newest post of the last run that got to its end. */
  since: z.string().nullable(),
  /** Of a run that was stopped: the newest post it saw, and the oldest, below which it goes on. */
  newest: z.string().nullable(),
  until: z.string().nullable(),
});
export const xPlaceSchema = z.strictObject({
  version: z.literal(1),
  queries: z.record(z.string(), queryPlaceSchema),
  watched: z.array(watchedSchema),
});
export type XPlace = z.infer<typeof xPlaceSchema>;

// Search reaches back seven days; a minute less, so that a request is not outrun by the clock.
export const reach = 7 * day - minute;
const longestQuery = 512;
// Ends of windows must lie ten seconds back; late posts are indexed within the hour.
const safety = 30_000;
const lateness = hour;

/** What to search for: whoever speaks to us or of us, and whatever our people say. As few searches as their length allows. */
export function xQueries({
  username,
  terms,
  staff,
}: {
  username: string;
  terms: readonly string[];
  staff: readonly string[];
}): readonly string[] {
  const quoted = terms.map((term) => `"${term.replaceAll('"', '')}"`);
  return joined([`@${username}`, `from:${username}`, ...quoted, ...[...new Set(staff)].map((id) => `from:${id}`)]);
}

function joined(parts: readonly string[]): readonly string[] {
  const queries: string[][] = [];
  const lengthOf = (query: readonly string[]) => `(${query.join(' OR ')}) -is:retweet`.length;
  for (const part of parts) {
    const last = queries.at(-1);
    if (last !== undefined && lengthOf([...last, part]) <= longestQuery) last.push(part);
    else queries.push([part]);
  }
  return queries.map((query) => `(${query.join(' OR ')}) -is:retweet`);
}

export type XFeedParts = {
  readonly api: XReader;
  readonly place: XPlace;
  readonly queries: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
  readonly now: () => Instant;
  /** Told of every page; gives the conversations of it that are to be read. */
  readonly onPage: (page: XPage) => readonly string[];
};

export async function* xFeeds(parts: XFeedParts): AsyncGenerator<FeedPage, void, undefined> {
  for (const query of parts.queries) yield* readQuery(parts, query);
}

type Bounds = { readonly range: Query; readonly gaps: readonly Gap[] };

/** From the post where the last run stopped; from as far back as search reaches where that is too long ago, which leaves a gap. */
function boundsOf({ from, to, now }: XFeedParts, since: string | null, isRefused: boolean): Bounds {
  const earliest = now() - reach;
  const end = { end_time: to === null ? null : isoOf(Math.min(to, now() - safety)) };
  if (since !== null && !isRefused && xIdTime(since) > earliest) return { range: { since_id: since, ...end }, gaps: [] };
  const wanted = since === null ? from : xIdTime(since);
  const start = Math.max(wanted, earliest);
  const gap = { from: wanted, to: start, reason: 'X only finds posts of the last seven days; older ones were not read' };
  return { range: { start_time: isoOf(Math.min(start, now() - safety - 1000)), ...end }, gaps: wanted < start ? [gap] : [] };
}

const isoOf = (at: Instant): string => new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');

/** The page, and the bounds with which it was given: those without `since_id` where the server finds it too old. */
async function askPage(parts: XFeedParts, query: string, asked: Asked): Promise<{ page: XPage; bounds: Bounds }> {
  const { until, token } = asked;
  const ask = (bounds: Bounds) => {
    // Of an end by time and an end by id only one may be given; the id is the earlier.
    const { end_time = null, ...range } = bounds.range;
    const end = { end_time: until === null ? end_time : null, until_id: until };
    return parts.api.search({ query, ...range, ...end, next_token: token });
  };
  try {
    return { page: await ask(asked.bounds), bounds: asked.bounds };
  } catch (error) {
    if (asked.bounds.range.since_id === undefined || token !== null || !(error instanceof AppError) || error.code !== 'invalid')
      throw error;
    const bounds = boundsOf(parts, String(asked.bounds.range.since_id), true);
    return { page: await ask(bounds), bounds };
  }
}

type Asked = { readonly bounds: Bounds; readonly until: string | null; readonly token: string | null };

async function* readQuery(parts: XFeedParts, query: string): AsyncGenerator<FeedPage, void, undefined> {
  const { place, now } = parts;
  const known = place.queries[query] ?? { since: null, newest: null, until: null };
  let { newest, until } = known;
  let bounds = boundsOf(parts, known.since, false);
  let gaps = [...bounds.gaps];
  const startedAt = now();
  for (let token: string | null = null; ; ) {
    const answer = await askPage(parts, query, { bounds, until: token === null ? until : known.until, token });
    if (answer.bounds !== bounds) gaps = [...answer.bounds.gaps];
    bounds = answer.bounds;
    const { page } = answer;
    newest = page.posts.reduce((latest, { id }) => laterId(latest, id), newest);
    until = oldestOf(page.posts, until);
    const isEnd = page.next === null || page.next === token;
    token = page.next;
    // Where nothing was found the place moves on as well, short of what may still be indexed: else the same gap would be told at every run.
    const done = { since: newest ?? laterId(known.since, firstXIdAt(startedAt - lateness)), newest: null, until: null };
    place.queries[query] = isEnd ? done : { since: known.since, newest, until };
    yield { threads: parts.onPage(page), gaps };
    gaps = [];
    if (isEnd) return;
  }
}

function oldestOf(posts: readonly XPost[], before: string | null): string | null {
  return posts.reduce<string | null>((oldest, { id }) => (oldest === null || compareIds(id, oldest) < 0 ? id : oldest), before);
}
