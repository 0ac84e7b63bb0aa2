// Conversations of some urgency: that of their harm, and of the few that are waiting what time and nudges make of it.
import { and, eq, isNotNull, isNull, lte, not, or, type SQL } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { urgencyAt } from '../facts/urgency.ts';
import { AppError } from '../model/errors.ts';
import type { ConversationQuery } from './conversation-records.ts';
import { groupBy } from './group-by.ts';

/** Undefined where urgency is not filtered. `none` stands for conversations of which no harm is known. */
export async function isUrgent(tx: Db, { filters, asOf }: ConversationQuery): Promise<SQL | undefined> {
  const levels = filters?.urgency ?? [];
  if (levels.length === 0) return undefined;
  if (asOf === undefined) throw new AppError('internal', 'urgency needs an instant to be judged at');
  const { conversation, wait } = tx.tables;
  const open = await tx.query
    .select({ id: conversation.id, harm: conversation.harm, dueAt: wait.dueAt, nudges: wait.nudges })
    .from(wait)
    .innerJoin(conversation, eq(conversation.id, wait.conversationId))
    .where(and(eq(wait.state, 'open'), lte(wait.fromAt, asOf), isNotNull(conversation.harm)));
  const passing: number[] = [];
  const others: number[] = [];
  for (const [id, waits] of groupBy(open, (row) => row.id)) {
    const [{ harm } = { harm: null }] = waits;
    const urgency = harm === null ? null : urgencyAt({ level: harm, reasons: [] }, waits, asOf);
    (urgency !== null && levels.includes(urgency.level) ? passing : others).push(id);
  }
  const byHarm = or(inList(tx, conversation.harm, levels), levels.includes('none') ? isNull(conversation.harm) : undefined);
  return or(inList(tx, conversation.id, passing), and(byHarm, notIn(tx, others)));
}

function notIn(tx: Db, ids: readonly number[]): SQL | undefined {
  return ids.length === 0 ? undefined : not(inList(tx, tx.tables.conversation.id, ids));
}
