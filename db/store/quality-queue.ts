// Who reviews which reply: tasks are lent for a while, so that two people never meet at one unless that is wanted.
import { and, asc, eq, inArray, isNotNull, isNull, lt, not, notExists, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import { type Instant, minute } from '../model/instant.ts';
import { getRound } from './quality-rounds.ts';

/** Long enough to read a thread, think and write a note; asking again renews it. */
export const reviewLeaseMs = 30 * minute;

export type ReviewTask = Db['tables']['qualityTask']['$inferSelect'];

export type ReviewLeaseOrder = {
  readonly roundId: number;
  readonly reviewer: string;
  readonly limit: number;
  /** Tasks whose reviews are on their way here. */
  readonly except: readonly number[];
  readonly now: Instant;
};

/** Replies of a round for this person, those already lent to them first. `conflict` where the round is closed. */
export async function leaseReviews(db: Db, order: ReviewLeaseOrder): Promise<ReviewTask[]> {
  const { qualityLease, qualityTask } = db.tables;
  const { roundId, reviewer, limit, except, now } = order;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    if ((await getRound(tx, roundId)).state !== 'open') throw new AppError('conflict', 'this round is closed');
    await tx.query.delete(qualityLease).where(lt(qualityLease.until, now));
    const held = await tx.query
      .select({ task: qualityTask })
      .from(qualityLease)
      .innerJoin(qualityTask, eq(qualityTask.id, qualityLease.taskId))
      .where(and(eq(qualityLease.reviewer, reviewer), eq(qualityTask.roundId, roundId), not(inList(tx, qualityTask.id, except))))
      .orderBy(asc(qualityTask.place), asc(qualityTask.id))
      .limit(limit);
    const mine = held.map(({ task }) => task);
    const tasks = mine.length >= limit ? mine : [...mine, ...(await findOpen(tx, order, limit - mine.length))];
    for (const { id } of tasks) await lend(tx, id, reviewer, now);
    return tasks;
  });
}

async function lend(tx: Db, taskId: number, reviewer: string, now: Instant): Promise<void> {
  const { qualityLease } = tx.tables;
  const until = now + reviewLeaseMs;
  await tx.query
    .insert(qualityLease)
    .values({ taskId, reviewer, until })
    .onConflictDoUpdate({ target: [qualityLease.taskId, qualityLease.reviewer], set: { until } });
}

async function findOpen(tx: Db, { roundId, reviewer, except }: ReviewLeaseOrder, limit: number): Promise<ReviewTask[]> {
  const { qualityLease, qualityReview, qualityTask } = tx.tables;
  const leases = sql`(select count(*) from ${qualityLease} where ${qualityLease.taskId} = ${qualityTask.id})`;
  const mine = tx.query
    .select({ id: qualityReview.id })
    .from(qualityReview)
    .where(and(eq(qualityReview.taskId, qualityTask.id), eq(qualityReview.reviewer, reviewer)));
  const lent = tx.query
    .select({ id: qualityLease.taskId })
    .from(qualityLease)
    .where(and(eq(qualityLease.taskId, qualityTask.id), eq(qualityLease.reviewer, reviewer)));
  return await tx.query
    .select()
    .from(qualityTask)
    .where(
      and(
        eq(qualityTask.roundId, roundId),
        sql`${qualityTask.answers} + ${leases} < ${qualityTask.wanted}`,
        notExists(mine),
        notExists(lent),
        not(inList(tx, qualityTask.id, except)),
      ),
    )
    .orderBy(asc(qualityTask.place), asc(qualityTask.id))
    .limit(limit);
}

export type ReviewCounts = { readonly left: number; readonly mine: number };

/** How many replies of each round, or of one, a person has reviewed, and how many they could still be given, were nobody else there. */
export async function countReviews(db: Db, reviewer: string, roundId?: number): Promise<Map<number, ReviewCounts>> {
  const { qualityReview, qualityTask } = db.tables;
  const own = db.query
    .select({ id: qualityReview.id })
    .from(qualityReview)
    .where(and(eq(qualityReview.taskId, qualityTask.id), eq(qualityReview.reviewer, reviewer)));
  const rows = await db.query
    .select({
      id: qualityTask.roundId,
      left: sql`sum(case when ${qualityTask.answers} < ${qualityTask.wanted} and not exists ${own} then 1 else 0 end)`.mapWith(Number),
      mine: sql`sum(case when exists ${own} then 1 else 0 end)`.mapWith(Number),
    })
    .from(qualityTask)
    .where(roundId === undefined ? isNotNull(qualityTask.roundId) : eq(qualityTask.roundId, roundId))
    .groupBy(qualityTask.roundId);
  return new Map(rows.flatMap(({ id, left, mine }) => (id === null ? [] : [[id, { left, mine }]])));
}

/** Gives back what a person holds of a round, as when they go. */
export async function endReviewLeases(db: Db, roundId: number, reviewer: string): Promise<void> {
  const { qualityLease, qualityTask } = db.tables;
  const tasks = db.query.select({ id: qualityTask.id }).from(qualityTask).where(eq(qualityTask.roundId, roundId));
  await db.query.delete(qualityLease).where(and(eq(qualityLease.reviewer, reviewer), inArray(qualityLease.taskId, tasks)));
}

export type ChosenReply = {
  readonly conversationId: number;
  readonly message: string;
  readonly reviewer: string;
  readonly now: Instant;
};

/**
 * Puts a reply under review by hand and lends it to whoever chose it; the same again lends it once more. `not_found` where it is no
 * reply that ended a wait; `conflict` where somebody else is at it or has reviewed it by hand.
 */
export async function chooseReply(db: Db, { conversationId, message, reviewer, now }: ChosenReply): Promise<ReviewTask> {
  const { qualityLease, qualityTask, wait } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    await tx.query.delete(qualityLease).where(lt(qualityLease.until, now));
    const ofReply = and(eq(qualityTask.conversationId, conversationId), eq(qualityTask.message, message));
    const [known] = await tx.query
      .select()
      .from(qualityTask)
      .where(and(ofReply, isNull(qualityTask.roundId)));
    if (known !== undefined) {
      if (known.answers >= known.wanted) throw new AppError('conflict', 'this reply was reviewed by hand already');
      const holders = await tx.query.select().from(qualityLease).where(eq(qualityLease.taskId, known.id));
      if (holders.some((one) => one.reviewer !== reviewer)) throw new AppError('conflict', 'somebody else is reviewing this reply');
      await lend(tx, known.id, reviewer, now);
      return known;
    }
    const [answered] = await tx.query
      .select({ replyAt: wait.untilAt, agentKey: wait.answeredBy })
      .from(wait)
      .where(and(eq(wait.conversationId, conversationId), eq(wait.untilMessage, message), eq(wait.state, 'answered')));
    if (answered === undefined || answered.replyAt === null) throw new AppError('not_found', 'no reply that answered a customer');
    const task = { conversationId, message, replyAt: answered.replyAt, agentKey: answered.agentKey, place: 0, stratum: 'hand' };
    const [added] = await tx.query
      .insert(qualityTask)
      .values({ ...task, roundId: null, inclusion: null, wanted: 1, answers: 0 })
      .returning();
    if (added === undefined) throw new AppError('internal', 'the reply was not put under review');
    await lend(tx, added.id, reviewer, now);
    return added;
  });
}
