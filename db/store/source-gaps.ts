// Gaps: times of a source that could not be read, so that figures over them are known to be incomplete.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { storableText } from './storable-text.ts';

/** `fromAt` null: from the beginning; `toAt` null: its end is not known. */
export type GapInput = { readonly fromAt: Instant | null; readonly toAt: Instant | null; readonly reason: string };
export type SourceGap = GapInput & {
  readonly id: number;
  readonly sourceId: string;
  readonly seenAt: Instant;
  /** When somebody filled it or took note of it. */
  readonly closedAt: Instant | null;
};

/** Open gaps, oldest first; of one source where it is named. */
export async function findGaps(db: Db, sourceId?: string): Promise<SourceGap[]> {
  const { sourceGap } = db.tables;
  return await db.query
    .select()
    .from(sourceGap)
    .where(and(isNull(sourceGap.closedAt), sourceId === undefined ? undefined : eq(sourceGap.sourceId, sourceId)))
    .orderBy(asc(sourceGap.id));
}

/** Writes gaps down. One that is open already with the same times and reason is not written twice. */
export async function saveGaps(db: Db, sourceId: string, gaps: readonly GapInput[], now: Instant): Promise<void> {
  if (gaps.length === 0) return;
  const known = new Set((await findGaps(db, sourceId)).map(identityOf));
  const fresh = [...new Map(gaps.map((gap) => [identityOf(gap), gap])).values()].filter((gap) => !known.has(identityOf(gap)));
  if (fresh.length === 0) return;
  const rows = fresh.map(({ fromAt, toAt, reason }) => ({
    sourceId,
    fromAt,
    toAt,
    reason: storableText(reason),
    seenAt: now,
    closedAt: null,
  }));
  await db.query.insert(db.tables.sourceGap).values(rows);
}

/** Takes note of a gap, so that it is not shown any more. `not_found` where there is none that is open. */
export async function closeGap(db: Db, id: number, now: Instant): Promise<void> {
  const { sourceGap } = db.tables;
  const closed = await db.query
    .update(sourceGap)
    .set({ closedAt: now })
    .where(and(eq(sourceGap.id, id), isNull(sourceGap.closedAt)))
    .returning({ id: sourceGap.id });
  if (closed.length === 0) throw new AppError('not_found', `no open gap ${id}`);
}

function identityOf({ fromAt, toAt, reason }: GapInput): string {
  return JSON.stringify([fromAt, toAt, reason]);
}
