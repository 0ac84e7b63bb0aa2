// A share estimated from a sample with unequal chances: the ratio of two weighted sums, with its interval.
import { wilsonInterval } from './wilson-interval.ts';

/** One drawn unit: its weight is one over the probability with which it was drawn. */
export type WeightedUnit = { readonly weight: number; readonly hit: number; readonly base: number };

export type WeightedRatio = {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
  /** Units with a base. */
  readonly n: number;
  readonly variance: number;
};

/**
 * Sum of weighted hits over sum of weighted bases (Hajek's estimator), for hits no greater than bases; null where nothing has a
 * base. The variance is Taylor's for a ratio, as if the units were drawn with replacement, which is on the safe side; the 95 %
 * interval is Wilson's at the number of equal draws that would have that variance, never more than Kish's effective number allows
 * where all or none are hits.
 *
 * Sources: C.-E. Sarndal et al., Model Assisted Survey Sampling (1992), section 5.6 and 5.7; N. Dean and M. Pagano, J. Survey
 * Statistics and Methodology 3 (2015), for Wilson's interval at an effective size.
 *
 * @example weightedRatio([{ weight: 1, hit: 1, base: 1 }, { weight: 3, hit: 0, base: 1 }]) // value 0.25, n 2
 */
export function weightedRatio(units: readonly WeightedUnit[]): WeightedRatio | null {
  const counted = units.filter(({ base }) => base > 0);
  const n = counted.length;
  const below = counted.reduce((sum, { weight, base }) => sum + weight * base, 0);
  if (below === 0) return null;
  const value = Math.min(1, counted.reduce((sum, { weight, hit }) => sum + weight * hit, 0) / below);
  const squares = counted.reduce((sum, { weight, base }) => sum + (weight * base) ** 2, 0);
  const kish = (below * below) / squares;
  const spread = counted.reduce((sum, { weight, hit, base }) => sum + (weight * (hit - value * base)) ** 2, 0) / (below * below);
  const variance = n > 1 ? (spread * n) / (n - 1) : spread;
  const size = variance > 0 && value > 0 && value < 1 ? (value * (1 - value)) / variance : kish;
  // Few units may by luck all look alike: then the spread says nothing, and their number has the last word.
  const effective = Math.max(1, Math.min(size, n));
  return { value, interval: wilsonInterval(value * effective, effective) ?? [0, 1], n, variance };
}
