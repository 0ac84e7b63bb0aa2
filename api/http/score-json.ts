// Scores as JSON: of a conversation, and of one message.
import type { z } from '@hono/zod-openapi';
import { type OpenWait, urgencyAt } from '#db/facts/urgency.ts';
import type { Instant } from '#db/model/instant.ts';
import type { StoredScore } from '#db/model/scored.ts';
import type { ConversationDetail, ConversationHead } from '#db/store/conversations.ts';
import type { messageScoreShape } from './shapes/scores.ts';

export function toScoreHead(one: ConversationHead, waits: readonly OpenWait[], asOf: Instant) {
  const urgency = urgencyAt(one.harm === null ? null : { level: one.harm, reasons: one.harmReasons }, waits, asOf);
  return {
    sentiment: one.sentiment,
    sentimentScore: one.sentimentScore,
    urgency: urgency === null ? null : { level: urgency.level, reasons: [...urgency.reasons] },
    risks: [...one.risks],
  };
}

export function toScoreDetail(one: ConversationDetail) {
  const { sentimentOpening, sentimentClosing, sourceCategory, scoredCategory, scoredCategoryConfidence, scorer } = one;
  return { sentimentOpening, sentimentClosing, sourceCategory, scoredCategory, scoredCategoryConfidence, scorer };
}

export function toMessageScore(score: StoredScore): z.infer<typeof messageScoreShape> {
  const { externalId: _id, neg, neu, pos, harmReasons, risks, evidence, ...rest } = score;
  return {
    ...rest,
    probabilities: neg === null || neu === null || pos === null ? null : { neg, neu, pos },
    harmReasons: [...harmReasons],
    risks: risks.map(({ id, role, weight, evidence: found }) => ({ id, role, weight, evidence: [...found] })),
    evidence: { sentiment: [...evidence.sentiment], category: [...evidence.category], harm: [...evidence.harm] },
  };
}
