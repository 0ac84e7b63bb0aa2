// One run over one source: pages from the connector through the pipeline into the store, each with the place where to go on.
import { createHash } from 'node:crypto';
import type { Db } from '#db/dialect/db.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import { findCursor } from '#db/store/cursors.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { closeJobRun, noRunCounts, openJobRun, type ReadKind, type RunCounts, saveJobRunCounts, sumCounts } from '#db/store/job-runs.ts';
import { changeConnection, holdLease } from '#db/store/source-connections.ts';
import { type EventCounts, saveSourceEvents } from '#db/store/source-events.ts';
import { type GapInput, saveGaps } from '#db/store/source-gaps.ts';
import type { Access, FetchPlan, OpenedConnector, ReadPage } from './connectors/connector.ts';
import { mergeParts } from './merge-parts.ts';
import { closeGone, findDueMissing, toMissed } from './missing.ts';
import type { Pipeline } from './pipeline.ts';

export type SyncParts = { readonly db: Db; readonly pipeline: Pipeline; readonly clock: () => Instant };

export type SyncJob = {
  readonly sourceId: string;
  readonly connector: OpenedConnector;
  readonly access: Access;
  /** How far back a first run reads. */
  readonly since: Instant;
  /** A back-fill: reads this window, and leaves the cursor of the usual runs alone. */
  readonly window?: FetchPlan['window'];
  /** Items that are asked for alone, by their ids; the cursor stays where it is. Left out: whatever the source lists. */
  readonly items?: readonly string[];
  /** Whoever holds the lease of the source; every page holds it on. */
  readonly owner: string;
  readonly onProgress: (counts: RunCounts, progress: number | null) => void;
};

export type SyncResult = RunCounts & { readonly pages: number; readonly gaps: number };

/** A lease outlasts the slowest page; a run that was killed is taken over after that time. */
export const leaseMs = 20 * minute;
// The same place with the same content over and over is a source that goes in circles; a page may come twice by right.
const mostRepeats = 3;

/** Reads a source to its end. The run is written down with its counts also where it fails; pages before the failure stay. */
export async function syncSource(parts: SyncParts, job: SyncJob): Promise<SyncResult> {
  const { db, clock } = parts;
  const run = await openJobRun(db, { kind: kindOf(job), sourceId: job.sourceId, now: clock() });
  const told: Told = { counts: noRunCounts, pages: 0, gaps: 0 };
  try {
    await readPages(parts, job, { run, told });
    await closeJobRun(db, run, told.counts, { now: clock(), reason: null });
    return { ...told.counts, pages: told.pages, gaps: told.gaps };
  } catch (error) {
    const reason = job.access.signal.aborted ? 'stopped' : failureReason(error);
    await closeJobRun(db, run, told.counts, { now: clock(), reason }).catch(() => undefined);
    throw error;
  }
}

function kindOf({ items, window = null }: Pick<SyncJob, 'items' | 'window'>): ReadKind {
  if (items !== undefined) return 'retry';
  return window === null ? 'sync' : 'back-fill';
}

/** Whether a run goes on from where the last one stopped, and says with its end that the source was read up to now. */
export const movesCursor = (extent: Pick<SyncJob, 'items' | 'window'>): boolean => kindOf(extent) === 'sync';

type Told = { counts: RunCounts; pages: number; gaps: number };

async function readPages(parts: SyncParts, job: SyncJob, { run, told }: { readonly run: number; readonly told: Told }): Promise<void> {
  const { connector, access, sourceId, window = null, since, items } = job;
  const isUsual = movesCursor(job);
  const again = isUsual ? await findDueMissing(parts.db, sourceId, parts.clock()) : [];
  const cursor = isUsual ? await findCursor(parts.db, sourceId) : null;
  const circles = openCircleGuard();
  const givenUp: string[] = [];
  const pages = items === undefined ? connector.fetch(access, { cursor, since, window, again }) : readItems(job, items);
  for await (const page of pages) {
    access.signal.throwIfAborted();
    circles.check(page);
    const missed = await toMissed(parts.db, { sourceId, ids: page.missing ?? [], now: parts.clock() });
    givenUp.push(...missed.givenUp);
    const counts = await takePage(parts, job, { page, missed: missed.letters });
    told.counts = sumCounts(told.counts, counts);
    told.pages += 1;
    told.gaps += page.gaps?.length ?? 0;
    await saveJobRunCounts(parts.db, run, told.counts);
    job.onProgress(told.counts, page.progress ?? null);
  }
  await closeGone(parts, { sourceId, connector, access, ids: givenUp });
}

function readItems({ connector, access, sourceId }: SyncJob, items: readonly string[]): AsyncIterable<ReadPage> {
  if (connector.readItems === null)
    throw new AppError('invalid', `"${sourceId}" cannot be asked for a single item; read a window of it again`);
  return connector.readItems(access, items);
}

/** Refuses a source that gives the same page at the same place again and again. */
function openCircleGuard(): { readonly check: (page: ReadPage) => void } {
  let last = '';
  let repeats = 0;
  return {
    check: ({ cursor, conversations, malformed, missing = [], events = [] }) => {
      const seen = createHash('sha256')
        .update(cursor)
        .update(JSON.stringify([conversations, malformed, missing, events]))
        .digest('hex');
      repeats = seen === last ? repeats + 1 : 0;
      last = seen;
      if (repeats >= mostRepeats) throw new AppError('unavailable', 'the source gives the same page again and again; the run stops');
    },
  };
}

type Taken = { readonly page: ReadPage; readonly missed: readonly DeadLetterInput[] };

async function takePage({ pipeline, clock }: SyncParts, job: SyncJob, { page, missed }: Taken): Promise<RunCounts> {
  const { sourceId, owner } = job;
  const { conversations } = page;
  const unread = page.malformed.map(({ item, reason }): DeadLetterInput => ({ item, stage: 'parse', reason, body: null }));
  const deadLetters = [...unread, ...missed];
  const now = clock();
  const gaps = (page.gaps ?? []).map(({ from, to, reason }): GapInput => ({ fromAt: from, toAt: to, reason }));
  const { events = [], eventsWholeFrom = null } = page;
  const told: EventCounts[] = [];
  const saved = await pipeline.take(sourceId, mergeParts(conversations), {
    deadLetters,
    closes: page.found,
    ...(movesCursor(job) ? { cursor: page.cursor } : {}),
    alongside: async (tx) => {
      await holdLease(tx, { sourceId, owner, now, until: now + leaseMs });
      await saveGaps(tx, sourceId, gaps, now);
      if (page.events !== undefined) told.push(await saveSourceEvents(tx, sourceId, { events, wholeFrom: eventsWholeFrom }));
      if (page.serverAt !== undefined && page.serverAt !== null) await changeConnection(tx, sourceId, { serverAt: page.serverAt });
    },
  });
  const distinct = saved.inserted + saved.updated + saved.unchanged + saved.rejected;
  const fetched = conversations.length + deadLetters.length;
  // A conversation that comes twice in one page counts once more as unchanged, so that the sum holds.
  const again = conversations.length - distinct;
  const counts = {
    fetched,
    inserted: saved.inserted,
    updated: saved.updated,
    unchanged: saved.unchanged + again,
    rejected: saved.rejected + deadLetters.length,
  };
  const tale = told.at(-1);
  return tale === undefined ? counts : sumCounts(counts, { fetched: events.length, rejected: 0, ...tale });
}
