// What an agent's answer led to: each substantive answer to a question of the customer, and whether the matter rested with it.
import type { FaqThread } from '#db/store/faq-threads.ts';

/** `settled`: not asked again, solved, and not rated bad after it. `asked-again`: it was not. `open`: nobody can tell yet. */
export type Outcome = 'settled' | 'asked-again' | 'open';

export type SentAnswer = {
  readonly conversationId: number;
  readonly language: string;
  readonly text: string;
  readonly outcome: Outcome;
  /** The first rating after it; null where there is none. */
  readonly isGood: boolean | null;
};

/**
 * Answers of one conversation, in order. Of several replies in a row the last one counts: the others announced it. A reply to thanks
 * answers nothing. A rating counts only where it came after the reply, so stars that a review began with do not.
 */
export function sentAnswers({ conversationId, status, messages, ratings }: FaqThread): SentAnswer[] {
  const found: SentAnswer[] = [];
  let asks = false;
  let last: (typeof messages)[number] | null = null;
  const close = (isAskedAgain: boolean) => {
    if (last === null) return;
    const { at, body, language } = last;
    const after = ratings.filter((one) => at !== null && one.at !== null && one.at >= at);
    const isGood = after[0]?.isGood ?? null;
    const isSolved = status === 'solved' || status === 'closed';
    const outcome: Outcome = isAskedAgain || isGood === false ? 'asked-again' : isSolved ? 'settled' : 'open';
    found.push({ conversationId, language, text: body, outcome, isGood: isAskedAgain ? null : isGood });
    last = null;
  };
  for (const one of messages) {
    if (one.actor === 'customer') {
      if (one.needsAnswer) close(true);
      asks = one.needsAnswer;
    } else if (one.actor === 'agent' && one.countsAsReply && asks) last = one;
  }
  close(false);
  return found;
}
