// Reviews of replies: kept once, changed by their author only, and the one result that figures count.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { AutoMarks, QualityMarks } from '../model/quality.ts';
import { scoreOfMarks } from '../quality/score-of-marks.ts';
import { takeNumbers } from './change-state.ts';
import type { ReviewTask } from './quality-queue.ts';
import { currentQualityTerms, getQualityTerms } from './quality-settings.ts';

export type Review = Db['tables']['qualityReview']['$inferSelect'];

export type ReviewInput = {
  readonly taskId: number;
  readonly reviewer: string;
  readonly marks: QualityMarks;
  readonly auto: AutoMarks;
  /** Redacted before it comes here. */
  readonly note: string | null;
  readonly tookMs: number | null;
  readonly clientKey: string;
  readonly now: Instant;
};

export async function getReviewTask(db: Db, id: number): Promise<ReviewTask> {
  const { qualityTask } = db.tables;
  const [found] = await db.query.select().from(qualityTask).where(eq(qualityTask.id, id));
  if (found === undefined) throw new AppError('not_found', 'no such reply under review');
  return found;
}

/** Whoever follows the columns has to look at the conversation again. */
async function touch(tx: Db, conversationId: number): Promise<void> {
  const { conversation } = tx.tables;
  const { change } = await takeNumbers(tx, 0);
  await tx.query.update(conversation).set({ change }).where(eq(conversation.id, conversationId));
}

/**
 * Keeps a review once, however often it is sent, scored by the weights of now. Where one reviewer is wanted, it is the result;
 * where several are, the result waits until they settle on one. `conflict` where this person or, among single ones, another has
 * reviewed it already.
 */
export async function saveReview(db: Db, { now, ...input }: ReviewInput): Promise<Review> {
  const { qualityLease, qualityReview, qualityTask } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const task = await getReviewTask(tx, input.taskId);
    const [sent] = await tx.query.select().from(qualityReview).where(eq(qualityReview.clientKey, input.clientKey));
    if (sent !== undefined) {
      if (sent.reviewer !== input.reviewer || sent.taskId !== input.taskId) throw new AppError('conflict', 'this key was used before');
      return sent;
    }
    const given = await findReviews(tx, [task.id]);
    if (given.some(({ reviewer }) => reviewer === input.reviewer)) throw new AppError('conflict', 'you have reviewed this reply already');
    if (given.length >= task.wanted) throw new AppError('conflict', 'this reply has all the reviews it wants');
    const terms = await currentQualityTerms(tx);
    const scored = scoreOfMarks(input.marks, terms);
    const values = { ...input, ...scored, at: now, revisedAt: null, weightsVersion: terms.version };
    const [saved] = await tx.query.insert(qualityReview).values(values).returning();
    if (saved === undefined) throw new AppError('internal', 'the review was not stored');
    const result = task.wanted > 1 ? {} : resultOf(saved, now);
    await tx.query
      .update(qualityTask)
      .set({ ...result, answers: sql`${qualityTask.answers} + 1`, reviewedAt: task.reviewedAt ?? now })
      .where(eq(qualityTask.id, task.id));
    await tx.query.delete(qualityLease).where(and(eq(qualityLease.taskId, task.id), eq(qualityLease.reviewer, input.reviewer)));
    await touch(tx, task.conversationId);
    return saved;
  });
}

function resultOf({ marks, score, outcome, weightsVersion, reviewer }: Review, now: Instant) {
  return { marks, score, outcome, weightsVersion, decidedAt: now, decidedBy: reviewer };
}

/** Of several tasks, in the order in which they were given. */
export async function findReviews(db: Db, taskIds: readonly number[]): Promise<Review[]> {
  const { qualityReview } = db.tables;
  if (taskIds.length === 0) return [];
  return await db.query
    .select()
    .from(qualityReview)
    .where(inList(db, qualityReview.taskId, taskIds))
    .orderBy(asc(qualityReview.id));
}

export type ReviewChange = Pick<ReviewInput, 'reviewer' | 'marks' | 'note' | 'now'> & { readonly id: number };

/**
 * Changes a review by its author, scored by the weights it was scored under before. `not_found` for anybody else; `conflict` where
 * its reviewers have settled on one result.
 */
export async function changeReview(db: Db, { id, reviewer, marks, note, now }: ReviewChange): Promise<{ before: Review; after: Review }> {
  const { qualityReview, qualityTask } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const [before] = await tx.query.select().from(qualityReview).where(eq(qualityReview.id, id));
    if (before === undefined || before.reviewer !== reviewer) throw new AppError('not_found', 'no such review of yours');
    const task = await getReviewTask(tx, before.taskId);
    if (task.wanted > 1 && task.decidedAt !== null) throw new AppError('conflict', 'the reviewers have settled on a result by now');
    const scored = scoreOfMarks(marks, await getQualityTerms(tx, before.weightsVersion));
    const after = { ...before, ...scored, marks, note, revisedAt: now };
    await tx.query
      .update(qualityReview)
      .set({ ...scored, marks, note, revisedAt: now })
      .where(eq(qualityReview.id, id));
    if (task.wanted === 1) {
      await tx.query.update(qualityTask).set(resultOf(after, now)).where(eq(qualityTask.id, task.id));
      await touch(tx, task.conversationId);
    }
    return { before, after };
  });
}

/** The result that several reviewers settled on; it takes the place of an earlier one. `conflict` where nobody or one alone reviews it. */
export async function saveAgreed(
  db: Db,
  { taskId, marks, by, now }: { readonly taskId: number; readonly marks: QualityMarks; readonly by: string; readonly now: Instant },
): Promise<void> {
  const { qualityTask } = db.tables;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const task = await getReviewTask(tx, taskId);
    if (task.wanted < 2) throw new AppError('conflict', 'this reply is reviewed by one person: there is nothing to settle');
    if (task.answers < 2) throw new AppError('conflict', 'fewer than two people have reviewed this reply');
    const terms = task.weightsVersion === null ? await currentQualityTerms(tx) : await getQualityTerms(tx, task.weightsVersion);
    const result = { marks, ...scoreOfMarks(marks, terms), weightsVersion: terms.version, decidedAt: now, decidedBy: by };
    await tx.query.update(qualityTask).set(result).where(eq(qualityTask.id, taskId));
    await touch(tx, task.conversationId);
  });
}
