// How every social network is read: feeds name threads, threads are read whole, and those that are not silent yet are read again.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Gap, Malformed, SourcePage } from './connector.ts';
import { readEach } from './read-each.ts';
import type { WatchList } from './social-watch.ts';

/** A page of a feed. The connector has moved its own place on before it gives the page. */
export type FeedPage = { readonly threads: readonly string[]; readonly malformed?: readonly Malformed[]; readonly gaps?: readonly Gap[] };

/** A thread with the time of its last word, and its key where it turned out to be another; null where it is not found. */
export type ThreadRead<Item> = { readonly item: Item; readonly lastAt: Instant | null; readonly key?: string } | null;

export type SocialRun<Item> = {
  readonly feeds: AsyncGenerator<FeedPage, void, undefined>;
  /** Reads several threads at once into the map; one that cannot be read throws when it is asked for alone. */
  readonly read: (key: string) => Promise<ThreadRead<Item>>;
  /** Called before each chunk, for networks that give many threads in one answer. */
  readonly prepare?: (keys: readonly string[]) => Promise<void>;
  readonly watch: WatchList;
  /** False in a back-fill: it looks at its window alone. */
  readonly watches: boolean;
  /** Threads that feeds named in earlier runs and that were not found then. */
  readonly again: readonly string[];
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
    const isEmpty = page.items.length + page.malformed.length + (page.missing?.length ?? 0) + (page.gaps?.length ?? 0) === 0;
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
    const read = await readThreads(run, keys, true);
    yield pageOf(run, { ...read, malformed: [...(page.malformed ?? []), ...read.malformed], gaps: page.gaps ?? [] });
  }
  if (!run.watches) return;
  const named = run.again.filter((key) => !run.watch.has(key));
  yield* watchedPages(run, named, true);
  yield* watchedPages(run, run.watch.due(run.now()), false);
}

async function* watchedPages<Item>(
  run: SocialRun<Item>,
  due: readonly string[],
  isNamed: boolean,
): AsyncGenerator<SourcePage<Item>, void, undefined> {
  const { chunkSize = standardChunk } = run;
  for (let from = 0; from < due.length; from += chunkSize) {
    const read = await readThreads(run, due.slice(from, from + chunkSize), isNamed);
    yield pageOf(run, { ...read, gaps: [] });
  }
}

/** `isNamed`: a feed says that they are there. Only then is one that is not found missing; any other may have been taken away. */
async function readThreads<Item>(run: SocialRun<Item>, keys: readonly string[], isNamed: boolean) {
  if (keys.length > 0) await run.prepare?.(keys);
  const found: string[] = [];
  const read = await readEach<string, Item>(
    keys,
    (key) => key,
    async (key) => {
      // Watched from the moment it is known: one that cannot be read now is tried again at the next run.
      run.watch.begin(key, run.now());
      const thread = await readOrNull(run, key);
      if (thread === null) return isMissing(run, key, isNamed);
      found.push(key);
      if (thread.key !== undefined && thread.key !== key) run.watch.drop(key);
      run.watch.read(thread.key ?? key, thread.lastAt, run.now());
      return thread.item;
    },
  );
  return { ...read, found };
}

async function readOrNull<Item>(run: SocialRun<Item>, key: string): Promise<ThreadRead<Item>> {
  try {
    return await run.read(key);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

/** One that was read before is watched on until it would fall silent: a server that is being restarted does not find it either. */
function isMissing<Item>(run: SocialRun<Item>, key: string, isNamed: boolean): null {
  if (!isNamed) {
    run.watch.read(key, null, run.now());
    return null;
  }
  run.watch.drop(key);
  throw new AppError('not_found', 'a thread that a feed names is not found');
}

type Found<Item> = Pick<SourcePage<Item>, 'items' | 'malformed' | 'missing' | 'found'> & { readonly gaps: readonly Gap[] };

function pageOf<Item>(run: SocialRun<Item>, { gaps, ...read }: Found<Item>): SourcePage<Item> {
  const overflow = {
    from: null,
    to: null,
    reason: 'more threads are being talked in than can be watched; late words in the oldest are missed',
  };
  const all = run.watch.overflowAt() === null ? gaps : [...gaps, overflow];
  return { ...read, gaps: all, cursor: run.cursor(), serverAt: run.now() };
}
