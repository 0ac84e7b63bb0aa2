// Reviewed replies as reports and lists need them: each with its result, the weight of its draw and what was said of it.
import { and, desc, eq, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Instant } from '../model/instant.ts';
import type { AutoMarks, QualityMarks, QualityOutcome } from '../model/quality.ts';
import { conversationConditions } from './conversation-list.ts';
import type { ConversationQuery } from './conversation-records.ts';
import { groupBy } from './group-by.ts';
import { findReviews, type Review } from './quality-reviews.ts';

export type ReviewedReply = {
  readonly taskId: number;
  readonly agentKey: string | null;
  readonly weight: number;
  readonly marks: QualityMarks;
  readonly score: number;
  readonly outcome: QualityOutcome;
};

/** Replies drawn by lot whose result counts: the same ones that the figures of quality count, by arrival. */
export async function findReviewedReplies(db: Db, query: ConversationQuery & { readonly asOf: Instant }): Promise<ReviewedReply[]> {
  const { conversation, qualityTask } = db.tables;
  const { id, agentKey, inclusion, marks, score, outcome } = qualityTask;
  const rows = await db.query
    .select({ taskId: id, agentKey, inclusion, marks, score, outcome })
    .from(qualityTask)
    .innerJoin(conversation, eq(conversation.id, qualityTask.conversationId))
    .where(
      and(
        isNotNull(inclusion),
        isNotNull(qualityTask.decidedAt),
        lte(qualityTask.decidedAt, query.asOf),
        lte(qualityTask.replyAt, query.asOf),
        isNull(conversation.exclusion),
        isNotNull(conversation.arrivedAt),
        lte(conversation.arrivedAt, query.asOf),
        ...(await conversationConditions(db, query)),
      ),
    )
    .orderBy(id);
  return rows.flatMap((row) => {
    const { marks: given, score: value, outcome: came } = row;
    if (given === null || value === null || came === null || row.inclusion === null) return [];
    return [{ taskId: row.taskId, agentKey: row.agentKey, weight: 1 / row.inclusion, marks: given, score: value, outcome: came }];
  });
}

/** What people marked of these replies before they saw the pre-score, beside it; changed reviews are not among it. */
export async function findBlindReviews(
  db: Db,
  taskIds: readonly number[],
): Promise<{ readonly marks: QualityMarks; readonly auto: AutoMarks }[]> {
  const { qualityReview } = db.tables;
  const { marks, auto } = qualityReview;
  return await db.query
    .select({ marks, auto })
    .from(qualityReview)
    .where(and(inList(db, qualityReview.taskId, taskIds), isNull(qualityReview.revisedAt)))
    .orderBy(qualityReview.id);
}

export type ReviewItem = Review & {
  readonly conversationId: number;
  readonly message: string;
  readonly replyAt: Instant;
  readonly roundId: number | null;
  readonly inclusion: number | null;
  readonly stratum: string;
};

export type ReviewListQuery = {
  /** Reviews by this person alone. */
  readonly reviewer?: string | undefined;
  readonly conversationId?: number | undefined;
  readonly roundId?: number | undefined;
  /** Reviews of replies that these people wrote, by their keys. */
  readonly agentKeys?: readonly string[] | undefined;
  /** Only results that stand. */
  readonly isDecided?: boolean | undefined;
  /** Leaves out what others said in a calibration that is still open: this person must not know of it. */
  readonly blindFor?: string | undefined;
  readonly beforeId?: number | undefined;
  readonly limit: number;
};

/** Reviews, newest first; page on with `beforeId`. */
export async function findReviewList(db: Db, query: ReviewListQuery): Promise<ReviewItem[]> {
  const { qualityReview, qualityRound, qualityTask } = db.tables;
  const { conversationId, message, replyAt, roundId, inclusion, stratum } = qualityTask;
  const conditions: (SQL | undefined)[] = [
    query.reviewer === undefined ? undefined : eq(qualityReview.reviewer, query.reviewer),
    query.conversationId === undefined ? undefined : eq(conversationId, query.conversationId),
    query.roundId === undefined ? undefined : eq(roundId, query.roundId),
    query.agentKeys === undefined ? undefined : inList(db, qualityTask.agentKey, query.agentKeys),
    query.isDecided === true ? isNotNull(qualityTask.decidedAt) : undefined,
    query.blindFor === undefined
      ? undefined
      : or(eq(qualityReview.reviewer, query.blindFor), isNull(roundId), eq(qualityRound.kind, 'review'), eq(qualityRound.state, 'closed')),
    query.beforeId === undefined ? undefined : lt(qualityReview.id, query.beforeId),
  ];
  const rows = await db.query
    .select({ review: qualityReview, conversationId, message, replyAt, roundId, inclusion, stratum })
    .from(qualityReview)
    .innerJoin(qualityTask, eq(qualityTask.id, qualityReview.taskId))
    .leftJoin(qualityRound, eq(qualityRound.id, roundId))
    .where(and(...conditions))
    .orderBy(desc(qualityReview.id))
    .limit(query.limit);
  return rows.map(({ review, ...task }) => ({ ...review, ...task }));
}

export type RoundReply = Db['tables']['qualityTask']['$inferSelect'] & { readonly reviews: readonly Review[] };

/** The replies of a round that somebody has reviewed, in their turn, with all reviews. */
export async function findRoundReplies(db: Db, roundId: number): Promise<RoundReply[]> {
  const { qualityTask } = db.tables;
  const tasks = await db.query
    .select()
    .from(qualityTask)
    .where(and(eq(qualityTask.roundId, roundId), isNotNull(qualityTask.reviewedAt)))
    .orderBy(qualityTask.place, qualityTask.id);
  const ids = tasks.map(({ id }) => id);
  const reviews = groupBy(await findReviews(db, ids), ({ taskId }) => taskId);
  return tasks.map((task) => ({ ...task, reviews: reviews.get(task.id) ?? [] }));
}
