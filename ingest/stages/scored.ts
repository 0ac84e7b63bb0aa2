// The score stage: what the scorers say of every message of a conversation whose languages are known.
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { ScoredConversation } from '#db/model/scored.ts';
import type { Scorers } from '../scores/index.ts';

/** `failures`: how many messages some scorer choked on. They are stored without what it would have said. */
export type Scored = { readonly conversation: ScoredConversation; readonly failures: number };

/** Adds scores; the result is ready to be stored. */
export function scoreMessages(spoken: IncomingConversation, scorers: Scorers): Scored {
  let failures = 0;
  const messages = spoken.messages.map((message) => {
    const { actor, body, language, redactions, deletedAt } = message;
    if (deletedAt !== null || (actor !== 'customer' && actor !== 'agent')) return { ...message, scores: null };
    const { scores, failed } = scorers.score({ text: body, language, channel: spoken.channel, actor, redactions });
    if (failed.length > 0) failures += 1;
    return { ...message, scores };
  });
  return { conversation: { ...spoken, messages, scorer: scorers.version }, failures };
}
