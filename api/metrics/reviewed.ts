// What the metrics of reply quality share: which reviewed replies count, and why others do not.
import { conversationExclusions } from '#db/model/conversation.ts';
import type { ReviewTraits, Verdict } from './metric.ts';
import { counted, leftOut } from './verdicts.ts';

export const reviewExclusions = ['by_hand', 'not_agreed', 'nothing_applies', ...conversationExclusions, 'no_time'] as const;

/** Replies drawn by lot whose result stands; what was chosen by hand is no sample, so no estimate uses it. */
export function reviewVerdict({ basis, outcome, exclusion }: ReviewTraits, isHit: boolean): Verdict {
  if (exclusion !== null) return leftOut(exclusion);
  if (basis === 'hand') return leftOut('by_hand');
  if (basis === 'disputed') return leftOut('not_agreed');
  return outcome === null ? leftOut('nothing_applies') : counted(null, { isHit, label: outcome });
}
