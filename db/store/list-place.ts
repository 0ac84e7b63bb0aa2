// The place of a conversation in lists: one whole number that grows with time, then with the id.
import type { Instant } from '../model/instant.ts';

const firstInstant = Date.UTC(2000, 0, 1);
const stepMs = 8000;
const steps = 2 ** 28;
const idsInStep = 2 ** 25;

/**
 * Newest first is descending place. 28 bits of time in steps of eight seconds (2000 to 2068; earlier, later and unknown times
 * go to the ends) and 25 bits of id: below 2^53, and distinct for the first 33 million conversations and nearly surely beyond.
 * It is the row id of the search index as well, which is what lets the newest matches be found without sorting them all.
 */
export function listPlace(at: Instant | null, id: number): number {
  const step = at === null ? 0 : Math.min(Math.max(Math.floor((at - firstInstant) / stepMs), 0), steps - 1);
  return step * idsInStep + (id % idsInStep);
}

/** The places that conversations listed at instants of `[from, to)` can have: `[first, end)`. */
export function placeRange({ from, to }: { readonly from: Instant; readonly to: Instant }): {
  readonly first: number;
  readonly end: number;
} {
  return { first: listPlace(from, 0), end: listPlace(to - 1, 0) + idsInStep };
}
