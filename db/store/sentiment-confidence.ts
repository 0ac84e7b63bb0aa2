// How sure the sentiment of whole conversations is: the mean probability of its likeliest label.
import { and, eq, isNotNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';

/** By conversation, over its messages that have a label and do not abstain, as the label of the conversation is made; those without any are missing. */
export async function readSentimentConfidence(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { score } = db.tables;
  const mean = (column: SQLWrapper) => sql`avg(${column})`.mapWith(Number);
  const means = await db.query
    .select({ id: score.conversationId, neg: mean(score.neg), neu: mean(score.neu), pos: mean(score.pos) })
    .from(score)
    .where(and(inList(db, score.conversationId, ids), isNotNull(score.neg), eq(score.isAbstained, false)))
    .groupBy(score.conversationId);
  return new Map(means.map(({ id, neg, neu, pos }) => [id, Math.max(neg, neu, pos)]));
}
