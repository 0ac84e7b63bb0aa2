// Reviews of replies as facts: one row a reply under review, with the result that stands and the weight of its draw.
import { and, asc, isNotNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { ReviewRecord } from '../model/fact-record.ts';
import type { QualityOutcome } from '../model/quality.ts';
import { byConversation } from './by-conversation.ts';
import { nameOf } from './conversation-head.ts';

type Row = [
  conversationId: number,
  replyAt: number,
  reviewedAt: number,
  decidedAt: number | null,
  inclusion: number | null,
  score: number | null,
  outcome: QualityOutcome | null,
  agentKey: string | null,
];

/** By conversation, in the order of the replies. */
export async function readReviews(
  tx: Db,
  ids: readonly number[],
  names: ReadonlyMap<string, string>,
): Promise<Map<number, ReviewRecord[]>> {
  // Most stores have no review at all, and a million conversations need not be looked up in nothing.
  if (!(await hasReviews(tx))) return new Map();
  const { qualityTask } = tx.tables;
  const { conversationId, replyAt, reviewedAt, decidedAt, inclusion, score, outcome, agentKey, id } = qualityTask;
  const rows = await tx.rows<Row>(
    tx.query
      .select({ conversationId, replyAt, reviewedAt, decidedAt, inclusion, score, outcome, agentKey })
      .from(qualityTask)
      .where(and(isNotNull(reviewedAt), inList(tx, conversationId, ids)))
      .orderBy(asc(conversationId), asc(replyAt), asc(id))
      .toSQL(),
  );
  return byConversation(rows, ([, at, first, decided, chance, value, came, agent]): ReviewRecord => {
    const basis = decided === null ? 'disputed' : chance === null ? 'hand' : 'sample';
    return {
      basis,
      replyAt: at,
      reviewedAt: decided === null ? first : Math.max(first, decided),
      weight: chance === null || chance <= 0 ? 1 : 1 / chance,
      score: value,
      outcome: came,
      agent: nameOf(agent, names),
    };
  });
}

async function hasReviews(tx: Db): Promise<boolean> {
  const { qualityTask } = tx.tables;
  const [found] = await tx.query.select({ id: qualityTask.id }).from(qualityTask).where(isNotNull(qualityTask.reviewedAt)).limit(1);
  return found !== undefined;
}
