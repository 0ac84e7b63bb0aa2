// Weibo: the lists that name posts under which somebody speaks to us, each from the newest down to where it was left.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import { idOfRaw, readEach } from './read-each.ts';
import { compareIds, laterId } from './social-post.ts';
import type { FeedPage } from './social-run.ts';
import { watchedSchema } from './social-watch.ts';
import { idOf, weiboTime } from './weibo-post.ts';
import type { WeiboReader } from './weibo-reader.ts';

const listPlaceSchema = z.strictObject({
  /** The newest thing of the last run that got to its end. */
  since: z.string().nullable(),
  /** Of a run that was stopped: the newest thing it saw, and the oldest, from which it goes on downwards. */
  newest: z.string().nullable(),
  oldest: z.string().nullable(),
});
export const weiboPlaceSchema = z.strictObject({
  version: z.literal(1),
  lists: z.record(z.string(), listPlaceSchema),
  watched: z.array(watchedSchema),
});
export type WeiboPlace = z.infer<typeof weiboPlaceSchema>;

export type WeiboFeedParts = {
  readonly api: WeiboReader;
  readonly place: WeiboPlace;
  readonly from: Instant;
  readonly to: Instant | null;
  /** Things to a page, at most 200. */
  readonly pageSize: number;
};

const lists = [
  { path: 'statuses/mentions', member: 'statuses' },
  { path: 'comments/to_me', member: 'comments' },
  { path: 'comments/mentions', member: 'comments' },
  { path: 'comments/by_me', member: 'comments' },
] as const;
type List = (typeof lists)[number];

const idText = z.union([z.string(), z.number()]).transform(String);
const named = { id: idText.nullish(), idstr: z.string().nullish() };
const hitShape = z.object({ ...named, created_at: z.string().catch(''), status: z.object(named).nullish() });

export async function* weiboFeeds(parts: WeiboFeedParts): AsyncGenerator<FeedPage, void, undefined> {
  for (const list of lists) yield* readList(parts, list);
}

async function readPage({ api, pageSize }: WeiboFeedParts, { path, member }: List, range: { since: string | null; oldest: string | null }) {
  const query = { count: pageSize, since_id: range.since, max_id: range.oldest };
  const value = z.looseObject({ [member]: z.array(z.unknown()).nullish() }).parse(await api.get('a list', path, query));
  return await readEach(
    z.array(z.unknown()).parse(value[member] ?? []),
    (raw) => idOfRaw(raw, 'idstr'),
    (raw) => {
      const hit = hitShape.parse(raw);
      return { id: idOf(hit), thread: hit.status == null ? idOf(hit) : idOf(hit.status), at: weiboTime(hit.created_at) };
    },
  );
}

/** `max_id` is inclusive, so the oldest comes once more with the next page; a page with nothing older is the last. */
async function* readList(parts: WeiboFeedParts, list: List): AsyncGenerator<FeedPage, void, undefined> {
  const { place, from, to } = parts;
  const known = place.lists[list.path] ?? { since: null, newest: null, oldest: null };
  let { newest, oldest } = known;
  for (;;) {
    const { items, malformed } = await readPage(parts, list, { since: known.since, oldest });
    const before = oldest;
    newest = items.reduce((latest, { id }) => laterId(latest, id), newest);
    oldest = items.reduce<string | null>((least, { id }) => (least === null || compareIds(id, least) < 0 ? id : least), oldest);
    const times = items.flatMap(({ at }) => at ?? []);
    const isEnd = items.length === 0 || oldest === before || (times.length > 0 && times.every((at) => at < from));
    place.lists[list.path] = isEnd
      ? { since: laterId(newest, known.since), newest: null, oldest: null }
      : { since: known.since, newest, oldest };
    const wanted = items.filter(({ at }) => at === null || (at >= from && (to === null || at < to)));
    yield { threads: wanted.map(({ thread }) => thread), malformed };
    if (isEnd) return;
  }
}
