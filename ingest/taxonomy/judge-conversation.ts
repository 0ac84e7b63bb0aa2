// The category that a scorer gives a stored conversation, as saving it would.
import { summariseScores } from '#db/facts/score-summary.ts';
import type { CategoryScore } from '#db/model/score.ts';
import type { StoredConversation } from '#db/store/stored-conversations.ts';
import type { Scorer } from '../scores/scorer.ts';

export type JudgedConversation = { readonly channel: string; readonly messages: StoredConversation['messages'] };

/** Null where the scorer cannot place it. */
export function judgeConversation({ channel, messages }: JudgedConversation, category: Scorer<CategoryScore>): string | null {
  const judged = messages.map((message) => ({
    ...message,
    scores:
      message.actor === 'customer' && message.deletedAt === null
        ? { sentiment: null, harm: null, risks: [], category: category.score({ ...message, text: message.body, channel }) }
        : null,
  }));
  return summariseScores({ messages: judged, scorer: '' }).scoredCategory;
}
