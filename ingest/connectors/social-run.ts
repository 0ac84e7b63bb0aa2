// How every social network is read: feeds name threads, threads are read whole, and those that are not silent yet are read again.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Gap, Malformed, SourcePage } from './connector.ts';
import { readEach } from './read-each.ts';
import type { WatchList } from './social-watch.ts';

/** A page of a feed. The connector has moved its own place on before it gives the page. */
export type FeedPage = { readonly threads: readonly string[]; readonly malformed?: readonly Malformed[]; readonly gaps?: readonly Gap[] };

/** A thread with the time of its last word; null where it is gone. */
export type ThreadRead<Item> = { readonly item: Item; readonly lastAt: Instant | null } | null;

export type SocialRun<Item> = {
  readonly feeds: AsyncGenerator<FeedPage, void, undefined>;
  /** Reads several threads at once into the map; one that cannot be read throws when it is asked for alone. */
  readonly read: (key: string) => Promise<ThreadRead<Item>>;
  /** Called before each chunk, for networks that give many threads in one answer. */
  readonly prepare?: (keys: readonly string[]) => Promise<void>;
  readonly watch: WatchList;
  /** False in a back-fill: it looks at its window alone. */
  readonly watches: boolean;
  readonly cursor: () => string;
  readonly now: () => Instant;
  /** Threads that are read again before they are stored; few where a network grants few requests, because a page must not take long. */
  readonly chunkSize?: number;
};

const standardChunk = 25;
// More feeds than this bring nothing only where one of them goes in circles.
const mostEmptyPages = 200;

export async function* readSocial<Item>(run: SocialRun<Item>): AsyncGenerator<SourcePage<Item>, void, undefined> {
  let stored: string | null = null;
  let repeats = 0;
  for await (const page of readPages(run)) {
    const isEmpty = page.items.length + page.malformed.length + (page.gaps?.length ?? 0) === 0;
    // Several feeds that bring nothing are no source that goes in circles.
    const isRepeat = isEmpty && page.cursor === stored;
    repeats = isRepeat ? repeats + 1 : 0;
    if (repeats > mostEmptyPages) throw new AppError('unavailable', 'the network gives the same pages again and again; the run stops');
    if (isRepeat) continue;
    stored = page.cursor;
    yield page;
  }
}

async function* readPages<Item>(run: SocialRun<Item>): AsyncGenerator<SourcePage<Item>, void, undefined> {
  for await (const page of run.feeds) {
    const keys = [...new Set(page.threads)].filter((key) => !run.watch.has(key));
    // A page of a feed may name many threads; it is stored when all of them are read, so that its place is kept exactly.
    const { items, malformed } = await readThreads(run, keys);
    yield pageOf(run, { items, malformed: [...(page.malformed ?? []), ...malformed], gaps: page.gaps ?? [] });
  }
  if (!run.watches) return;
  const due = run.watch.due(run.now());
  const { chunkSize = standardChunk } = run;
  for (let from = 0; from < due.length; from += chunkSize) {
    const { items, malformed } = await readThreads(run, due.slice(from, from + chunkSize));
    yield pageOf(run, { items, malformed, gaps: [] });
  }
}

async function readThreads<Item>(run: SocialRun<Item>, keys: readonly string[]) {
  if (keys.length > 0) await run.prepare?.(keys);
  return await readEach<string, Item>(
    keys,
    (key) => key,
    async (key) => {
      // Watched from the moment it is known: one that cannot be read now is tried again at the next run.
      run.watch.begin(key, run.now());
      const thread = await run.read(key);
      if (thread === null) run.watch.drop(key);
      else run.watch.read(key, thread.lastAt, run.now());
      return thread?.item ?? null;
    },
  );
}

type Found<Item> = Pick<SourcePage<Item>, 'items' | 'malformed'> & { readonly gaps: readonly Gap[] };

function pageOf<Item>(run: SocialRun<Item>, { items, malformed, gaps }: Found<Item>): SourcePage<Item> {
  const overflow = {
    from: null,
    to: null,
    reason: 'more threads are being talked in than can be watched; late words in the oldest are missed',
  };
  const all = run.watch.overflowAt() === null ? gaps : [...gaps, overflow];
  return { items, malformed, gaps: all, cursor: run.cursor(), serverAt: run.now() };
}
