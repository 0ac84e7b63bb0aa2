// Job runs: every import, sync and restatement with its counts, so that nothing goes missing unseen.
import { and, desc, eq, gte, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import { hour, type Instant } from '../model/instant.ts';

/** `fetched = inserted + updated + unchanged + rejected` once a run is done. */
export type RunCounts = {
  readonly fetched: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

/** Runs that read a source by its connector: on from the last, a window again, single items again. */
export const readKinds = ['sync', 'back-fill', 'retry'] as const;
export type ReadKind = (typeof readKinds)[number];

export const noRunCounts: RunCounts = { fetched: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };

export type JobRun = RunCounts & {
  readonly id: number;
  /** `import`, `sync`, `rescore`, `seed` ... */
  readonly kind: string;
  readonly sourceId: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly state: 'running' | 'done' | 'failed';
  /** Why it failed. */
  readonly reason: string | null;
  /** Id of the last conversation that it dealt with, where a run like it can go on behind it; null where it keeps none. */
  readonly place: number | null;
};

/** Writes down that a run began; gives its id. */
export async function openJobRun(
  db: Db,
  run: { readonly kind: string; readonly sourceId: string | null; readonly now: Instant },
): Promise<number> {
  const { jobRun } = db.tables;
  const [row] = await db.query
    .insert(jobRun)
    .values({
      kind: run.kind,
      sourceId: run.sourceId,
      startedAt: run.now,
      finishedAt: null,
      state: 'running',
      ...noRunCounts,
      reason: null,
      place: null,
    })
    .returning({ id: jobRun.id });
  if (row === undefined) throw new AppError('internal', 'the run was not written down');
  return row.id;
}

/** Brings the counts of a run up to date while it goes on. */
export async function saveJobRunCounts(db: Db, id: number, counts: RunCounts): Promise<void> {
  await change(db, id, counts);
}

/** Brings a run up to date that can be gone on with: how far it has come, and what it counted. */
export async function saveJobRunPlace(db: Db, id: number, counts: RunCounts, place: number): Promise<void> {
  await change(db, id, { ...counts, place });
}

/** `reason` null: done; otherwise the run failed for that reason. */
export async function closeJobRun(
  db: Db,
  id: number,
  counts: RunCounts,
  end: { readonly now: Instant; readonly reason: string | null },
): Promise<void> {
  await change(db, id, { ...counts, finishedAt: end.now, state: end.reason === null ? 'done' : 'failed', reason: end.reason });
}

/**
 * Closes runs of a source that are written down as going on. Whoever holds its lease is the only one who may read it, so these belong to
 * processes that ended in the middle; what they had stored is counted in them.
 */
export async function closeBrokenRuns(db: Db, sourceId: string, now: Instant): Promise<void> {
  const { jobRun } = db.tables;
  await db.query
    .update(jobRun)
    .set({ state: 'failed', finishedAt: now, reason: 'the process ended in the middle' })
    .where(and(eq(jobRun.sourceId, sourceId), eq(jobRun.state, 'running'), inArray(jobRun.kind, [...readKinds])));
}

/** Closes runs of a kind without a source that are written down as going on: whoever begins the next one knows that they are not. */
export async function closeLeftRuns(db: Db, kind: string, now: Instant): Promise<void> {
  const { jobRun } = db.tables;
  await db.query
    .update(jobRun)
    .set({ state: 'failed', finishedAt: now, reason: 'the process ended in the middle' })
    .where(and(eq(jobRun.kind, kind), isNull(jobRun.sourceId), eq(jobRun.state, 'running')));
}

/** A run that was stopped and is taken up again where it stopped. */
export async function reopenJobRun(db: Db, id: number): Promise<void> {
  const { jobRun } = db.tables;
  await db.query.update(jobRun).set({ finishedAt: null, state: 'running', reason: null }).where(eq(jobRun.id, id));
}

export type JobRunQuery = { readonly sourceId?: string; readonly kind?: string; readonly limit?: number };

/** Newest first. */
export async function findJobRuns(db: Db, query: JobRunQuery = {}): Promise<JobRun[]> {
  const { jobRun } = db.tables;
  return await db.query
    .select()
    .from(jobRun)
    .where(
      and(
        query.sourceId === undefined ? undefined : eq(jobRun.sourceId, query.sourceId),
        query.kind === undefined ? undefined : eq(jobRun.kind, query.kind),
      ),
    )
    .orderBy(desc(jobRun.startedAt), desc(jobRun.id))
    .limit(query.limit ?? 50);
}

/** Why the newest run that failed did so, by source; sources without a failed run are not in it. */
export async function findFailureReasons(db: Db): Promise<ReadonlyMap<string, string>> {
  const { jobRun } = db.tables;
  const newest = db.query
    .select({ id: max(jobRun.id) })
    .from(jobRun)
    .where(and(eq(jobRun.state, 'failed'), isNotNull(jobRun.sourceId)))
    .groupBy(jobRun.sourceId);
  const rows = await db.query.select({ sourceId: jobRun.sourceId, reason: jobRun.reason }).from(jobRun).where(inArray(jobRun.id, newest));
  return new Map(rows.flatMap(({ sourceId, reason }) => (sourceId === null || reason === null ? [] : [[sourceId, reason] as const])));
}

/** Adds what came by push to the run of its hour: one row for each request would push everything else out of sight. */
export async function countPush(db: Db, sourceId: string, counts: RunCounts, now: Instant): Promise<void> {
  const { jobRun } = db.tables;
  const isOfHour = and(eq(jobRun.sourceId, sourceId), eq(jobRun.kind, 'push'), gte(jobRun.startedAt, now - (now % hour)));
  const [known] = await db.query.select().from(jobRun).where(isOfHour).orderBy(desc(jobRun.id)).limit(1);
  const id = known?.id ?? (await openJobRun(db, { kind: 'push', sourceId, now }));
  await closeJobRun(db, id, sumCounts(known ?? noRunCounts, counts), { now, reason: null });
}

export function sumCounts(a: RunCounts, b: RunCounts): RunCounts {
  return {
    fetched: a.fetched + b.fetched,
    inserted: a.inserted + b.inserted,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
  };
}

async function change(
  db: Db,
  id: number,
  set: RunCounts & Partial<Pick<JobRun, 'finishedAt' | 'state' | 'reason' | 'place'>>,
): Promise<void> {
  const { jobRun } = db.tables;
  const changed = await db.query.update(jobRun).set(set).where(eq(jobRun.id, id)).returning({ id: jobRun.id });
  if (changed.length === 0) throw new AppError('not_found', `no run ${id}`);
}
