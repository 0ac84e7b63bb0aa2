// The score stage: what the scorers say of every message of a conversation whose languages are known.
import type { IncomingConversation, IncomingMessage } from '#db/model/conversation.ts';
import type { MessageScores } from '#db/model/score.ts';
import type { ScoredConversation } from '#db/model/scored.ts';
import type { Scorers } from '../scores/index.ts';
import { bodyLength, eachInPortions, inOneGo, type Portions } from './portions.ts';

/** `failures`: how many messages some scorer choked on. They are stored without what it would have said. */
export type Scored = { readonly conversation: ScoredConversation; readonly failures: number };

/** A message with its redacted text, fresh or out of the store. */
export type Judged = Pick<IncomingMessage, 'actor' | 'language' | 'redactions' | 'deletedAt'> & { readonly body: string };

/** `scores` null: no scorer looks at messages of this kind, or there is no text any more. */
export type Verdict = { readonly scores: MessageScores | null; readonly hasFailed: boolean };

export function scoreMessage(message: Judged, channel: string, scorers: Scorers): Verdict {
  const { actor, body, language, redactions, deletedAt } = message;
  if (deletedAt !== null || (actor !== 'customer' && actor !== 'agent')) return { scores: null, hasFailed: false };
  const { scores, failed } = scorers.score({ text: body, language, channel, actor, redactions });
  return { scores, hasFailed: failed.length > 0 };
}

/** Adds scores at once; the result is ready to be stored. */
export function scoreMessages(spoken: IncomingConversation, scorers: Scorers): Scored {
  return inOneGo(scoreInPortions(spoken, scorers));
}

/** The same message by message. */
export function* scoreInPortions(spoken: IncomingConversation, scorers: Scorers): Portions<Scored> {
  let failures = 0;
  const languages = new Set(spoken.messages.flatMap((message) => (message.actor === 'customer' ? [message.language] : [])));
  for (const language of languages) yield* scorers.open(language);
  const messages = yield* eachInPortions(spoken.messages, bodyLength, (message) => {
    const { scores, hasFailed } = scoreMessage(message, spoken.channel, scorers);
    if (hasFailed) failures += 1;
    return { ...message, scores };
  });
  return { conversation: { ...spoken, messages, scorer: scorers.version }, failures };
}
