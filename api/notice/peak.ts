// Whether many more customers are coming than usual at this hour of the week.
import { hour, type Instant } from '#db/model/instant.ts';
import { countUpTo, type WaitHistory } from './wait-history.ts';

const weekMs = 7 * 24 * hour;
const weeks = 8;
/** So many more than usual at the least: three customers instead of one are no peak, and no small group is ever told apart. */
const leastMore = 5;

function arrivalsBetween({ from }: Pick<WaitHistory, 'from'>, start: Instant, end: Instant): number {
  return countUpTo(from, end - 1) - countUpTo(from, start - 1);
}

/**
 * True where the last hour brought more than nine in ten of the same hours of the eight weeks before, and at least five more than their
 * median. False where the history is shorter than that.
 */
export function isPeakAt(history: Pick<WaitHistory, 'from' | 'size'>, at: Instant): boolean {
  if ((history.from[0] ?? Number.POSITIVE_INFINITY) > at - weeks * weekMs) return false;
  const usual = Array.from({ length: weeks }, (_, index) => {
    const end = at - (index + 1) * weekMs;
    return arrivalsBetween(history, end - hour, end);
  }).sort((a, b) => a - b);
  const now = arrivalsBetween(history, at - hour, at);
  // Of eight, the P90 is the largest.
  return now > (usual.at(-1) ?? 0) && now >= ((usual[3] ?? 0) + (usual[4] ?? 0)) / 2 + leastMore;
}
