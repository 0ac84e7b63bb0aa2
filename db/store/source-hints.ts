// Hints that a source has news: they bring its next run forward, and never make it run more often than the shortest interval.
import { eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { type Instant, minute, second } from '../model/instant.ts';

/** A burst of hints is one run: it waits this long for the rest of them. */
export const hintPauseMs = 10 * second;
const leastBetweenRuns = minute;

/** When a hinted source is read: soon, and a minute after its last run at the earliest. */
function dueAt(now: Instant, lastDoneAt: Instant | null): Instant {
  return Math.max(now + hintPauseMs, (lastDoneAt ?? 0) + leastBetweenRuns);
}

/**
 * Marks a source as due. Gives when it will be read, null where nothing reads it or it is paused. One that fails keeps its rest: a vendor
 * that is down sends hints too. Joins the transaction that the delivery is written in.
 */
export async function hintSource(db: Db, sourceId: string, now: Instant): Promise<Instant | null> {
  const { sourceConnection } = db.tables;
  const [known] = await db.query.select().from(sourceConnection).where(eq(sourceConnection.sourceId, sourceId));
  if (known === undefined || known.isPaused) return null;
  const hinted = dueAt(now, known.lastDoneAt);
  const isSooner = known.failures === 0 && (known.nextRunAt === null || known.nextRunAt > hinted);
  const nextRunAt = isSooner ? hinted : known.nextRunAt;
  await db.query.update(sourceConnection).set({ hintedAt: now, nextRunAt }).where(eq(sourceConnection.sourceId, sourceId));
  return nextRunAt;
}

/** When a run that began at `startedAt` and is done now should be followed by the next: soon where a hint came under way. */
export async function nextAfterRun(
  db: Db,
  { sourceId, startedAt, now, planned }: { sourceId: string; startedAt: Instant; now: Instant; planned: Instant },
): Promise<Instant> {
  const { sourceConnection } = db.tables;
  const [known] = await db.query
    .select({ hintedAt: sourceConnection.hintedAt })
    .from(sourceConnection)
    .where(eq(sourceConnection.sourceId, sourceId));
  const hintedAt = known?.hintedAt ?? null;
  return hintedAt !== null && hintedAt >= startedAt ? Math.min(planned, dueAt(now, now)) : planned;
}
