// The interval of a median, from the ranks of the values alone.
import { z95 } from './z95.ts';

/** Of fewer values not even the smallest and the largest hold the median 95 times in 100. */
const fewest = 6;

/**
 * The 95 % interval of the median of values in ascending order: the values at ranks n/2 -+ z sqrt(n)/2, rounded outwards. Null for fewer than 6.
 * No shape of the distribution is assumed.
 *
 * Source: Campbell and Gardner, BMJ 296 (1988), "Calculating confidence intervals for some non-parametric analyses".
 *
 * @example medianInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) // [1, 10]: ranks 1 and 10
 */
export function medianInterval(sorted: ArrayLike<number>): readonly [low: number, high: number] | null {
  const n = sorted.length;
  if (n < fewest) return null;
  const half = (z95 * Math.sqrt(n)) / 2;
  const low = Math.max(1, Math.floor(n / 2 - half));
  const high = Math.min(n, Math.ceil(1 + n / 2 + half));
  const [first, last] = [sorted[low - 1], sorted[high - 1]];
  return first === undefined || last === undefined ? null : [first, last];
}
