// Dead letters: what a source gave us and we could not take, with the reason; nothing is dropped silently.
import { and, asc, count, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { RedactedText } from '../model/redacted-text.ts';
import { storableText } from './storable-text.ts';

/** `item`: the external id, or the place in the file where not even that could be read. */
export type DeadLetterInput = {
  readonly item: string;
  /** Which stage refused it: parse, redact, language, save ... */
  readonly stage: string;
  /** For people; never quotes the text. */
  readonly reason: string;
  readonly body?: RedactedText | null;
};

export type DeadLetter = {
  readonly id: number;
  readonly sourceId: string;
  readonly item: string;
  readonly stage: string;
  readonly reason: string;
  readonly body: string | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly attempts: number;
  readonly resolvedAt: Instant | null;
};

/** The stage of what a source listed and did not find when it was asked for it: it may be there again at any time. */
export const missingStage = 'missing';

export type DeadLetterQuery = {
  readonly sourceId?: string;
  readonly withResolved?: boolean;
  readonly afterId?: number;
  readonly limit?: number;
};

/** Oldest first; page on with `afterId`. */
export async function findDeadLetters(db: Db, query: DeadLetterQuery = {}): Promise<DeadLetter[]> {
  const { deadLetter } = db.tables;
  return await db.query
    .select()
    .from(deadLetter)
    .where(
      and(
        query.sourceId === undefined ? undefined : eq(deadLetter.sourceId, query.sourceId),
        query.withResolved ? undefined : isNull(deadLetter.resolvedAt),
        query.afterId === undefined ? undefined : gt(deadLetter.id, query.afterId),
      ),
    )
    .orderBy(asc(deadLetter.id))
    .limit(query.limit ?? 100);
}

export type MissingQuery = {
  readonly sourceId: string;
  readonly items?: readonly string[];
  /** Those alone that were asked for fewer times, or within less time. */
  readonly below?: { readonly attempts: number; readonly ms: number };
};

/** A thousand open letters of what was missing at a source, those first that were asked for the longest ago. */
export async function findMissing(db: Db, { sourceId, items, below }: MissingQuery): Promise<DeadLetter[]> {
  const { deadLetter } = db.tables;
  return await db.query
    .select()
    .from(deadLetter)
    .where(
      and(
        eq(deadLetter.sourceId, sourceId),
        eq(deadLetter.stage, missingStage),
        isNull(deadLetter.resolvedAt),
        items === undefined ? undefined : inList(db, deadLetter.item, items),
        below === undefined
          ? undefined
          : or(lt(deadLetter.attempts, below.attempts), sql`${deadLetter.lastAt} - ${deadLetter.firstAt} < ${below.ms}`),
      ),
    )
    .orderBy(asc(deadLetter.lastAt), asc(deadLetter.id))
    .limit(1000);
}

/** How many are open, by source; a source without any is not in it. */
export async function countDeadLetters(db: Db): Promise<ReadonlyMap<string, number>> {
  const { deadLetter } = db.tables;
  const rows = await db.query
    .select({ sourceId: deadLetter.sourceId, n: count() })
    .from(deadLetter)
    .where(isNull(deadLetter.resolvedAt))
    .groupBy(deadLetter.sourceId);
  return new Map(rows.map(({ sourceId, n }) => [sourceId, n]));
}

/** Writes them down; one that is known (same source, item and stage) counts one more attempt; one that was closed begins anew. */
export async function saveDeadLetters(db: Db, sourceId: string, letters: readonly DeadLetterInput[], now: Instant): Promise<void> {
  const { deadLetter } = db.tables;
  await inTransaction(db, async (tx) => {
    for (const letter of letters) {
      const reason = storableText(letter.reason);
      const body = letter.body === undefined || letter.body === null ? null : storableText(letter.body);
      await tx.query
        .insert(deadLetter)
        .values({
          sourceId,
          item: storableText(letter.item),
          stage: letter.stage,
          reason,
          body,
          firstAt: now,
          lastAt: now,
          attempts: 1,
          resolvedAt: null,
        })
        .onConflictDoUpdate({
          target: [deadLetter.sourceId, deadLetter.item, deadLetter.stage],
          set: {
            reason,
            body,
            lastAt: now,
            firstAt: sql`case when ${deadLetter.resolvedAt} is null then ${deadLetter.firstAt} else excluded.first_at end`,
            attempts: sql`case when ${deadLetter.resolvedAt} is null then ${deadLetter.attempts} + 1 else 1 end`,
            resolvedAt: null,
          },
        });
    }
  });
}

/** What was refused once and came through now is no dead letter any more. */
export async function resolveDeadLetters(db: Db, sourceId: string, items: readonly string[], now: Instant): Promise<void> {
  const { deadLetter } = db.tables;
  await db.query
    .update(deadLetter)
    .set({ resolvedAt: now })
    .where(and(eq(deadLetter.sourceId, sourceId), isNull(deadLetter.resolvedAt), inList(db, deadLetter.item, items)));
}

/** An open letter; `not_found` where there is none, or it was settled. */
export async function getDeadLetter(db: Db, id: number): Promise<DeadLetter> {
  const { deadLetter } = db.tables;
  const [letter] = await db.query
    .select()
    .from(deadLetter)
    .where(and(eq(deadLetter.id, id), isNull(deadLetter.resolvedAt)));
  if (letter === undefined) throw new AppError('not_found', `no open dead letter ${id}`);
  return letter;
}

/** `not_found` where there is none. */
export async function removeDeadLetter(db: Db, id: number): Promise<void> {
  const { deadLetter } = db.tables;
  const removed = await db.query.delete(deadLetter).where(eq(deadLetter.id, id)).returning({ id: deadLetter.id });
  if (removed.length === 0) throw new AppError('not_found', `no dead letter ${id}`);
}
