// What the metrics about scores share: whom they count, and by what name they leave out the others.
import { conversationExclusions } from '#db/model/conversation.ts';
import type { ConversationTraits, Verdict } from './metric.ts';
import { leftOut } from './verdicts.ts';

/** The reasons for which a conversation is no arrival. */
export const arrivalExclusions = [...conversationExclusions, 'no_time', 'agent_initiated'] as const;

/** Why an arrival has no sentiment: too unsure, a language that is not supported, no words, or nobody has scored it. */
export const sentimentExclusions = ['abstained', 'unsupported', 'no_text', 'unscored'] as const;

/** The verdict that leaves out what is no arrival; null for arrivals. */
export function noArrival(traits: ConversationTraits): Verdict | null {
  if (traits.exclusion !== null) return leftOut(traits.exclusion);
  if (traits.hasTime) return null;
  return leftOut(traits.hasCustomer ? 'no_time' : 'agent_initiated');
}

/** Counts an arrival under its sentiment, and leaves out one that has none by the reason. */
export function bySentiment(traits: ConversationTraits, isHit: boolean): Verdict {
  const { sentiment } = traits;
  if (sentiment === 'neg' || sentiment === 'neu' || sentiment === 'pos') {
    return { part: 'in', isHit, ending: null, isYoung: false, label: sentiment };
  }
  return leftOut(sentiment ?? 'unscored');
}
