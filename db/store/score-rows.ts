// From the scores of messages to the rows that are stored of them.
import type { Tables } from '../dialect/db.ts';
import type { IncomingConversation } from '../model/conversation.ts';
import type { MessageScores } from '../model/score.ts';
import type { ScoredConversation, ScoredMessage } from '../model/scored.ts';

export type ScoreRow = Tables['score']['$inferSelect'];

/** One row for each message that a scorer had something to say of, deleted ones excepted: their words are gone. */
export function toScoreRows(conversation: IncomingConversation | ScoredConversation, conversationId: number): ScoreRow[] {
  if (!('scorer' in conversation)) return [];
  return rowsOf(conversation, conversationId);
}

type Scored = Pick<ScoredConversation, 'scorer'> & {
  readonly messages: readonly Pick<ScoredMessage, 'externalId' | 'deletedAt' | 'scores'>[];
};

/** The same for messages that are stored already. */
export function rowsOf({ scorer, messages }: Scored, conversationId: number): ScoreRow[] {
  const rows = messages.flatMap(({ externalId, deletedAt, scores }) =>
    scores === null || deletedAt !== null || isSilent(scores) ? [] : [toScoreRow(scores, { conversationId, externalId, scorer })],
  );
  return [...new Map(rows.map((row) => [row.externalId, row])).values()];
}

/** Nearly all messages of agents: looked at for risks, and nothing found. */
function isSilent({ sentiment, category, harm, risks }: MessageScores): boolean {
  return sentiment === null && category === null && harm === null && risks.length === 0;
}

/** A ten-thousandth is finer than any model is sure. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4;

export function toScoreRow(scores: MessageScores, key: Pick<ScoreRow, 'conversationId' | 'externalId' | 'scorer'>): ScoreRow {
  const { sentiment, category, harm, risks } = scores;
  return {
    conversationId: key.conversationId,
    externalId: key.externalId,
    scorer: key.scorer,
    sentiment: sentiment?.label ?? null,
    sentimentScore: rounded(sentiment?.score),
    neg: rounded(sentiment?.probabilities?.neg),
    neu: rounded(sentiment?.probabilities?.neu),
    pos: rounded(sentiment?.probabilities?.pos),
    isMixed: sentiment?.isMixed ?? false,
    isAbstained: sentiment?.isAbstained ?? false,
    category: category?.id ?? null,
    categoryConfidence: rounded(category?.confidence),
    harm: harm?.level ?? null,
    harmReasons: harm?.reasons ?? [],
    risks,
    evidence: { sentiment: sentiment?.evidence ?? [], category: category?.evidence ?? [], harm: harm?.evidence ?? [] },
  };
}
