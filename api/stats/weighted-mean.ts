// A mean estimated from a sample with unequal chances, with its interval.
import { studentQuantile } from './student-quantile.ts';

/** Fewer values than this say too little about their own spread. */
const fewest = 5;

export type WeightedMean = { readonly value: number; readonly interval: readonly [low: number, high: number] | null; readonly n: number };

/**
 * Sum of weighted values over sum of weights (Hajek's estimator); null for no values. The variance is Taylor's for a ratio, as if
 * the units were drawn with replacement, which is on the safe side; the 95 % interval is by Student's t with n - 1 degrees, kept
 * within 0 and 1, and null for fewer than 5 values. Values have to lie within 0 and 1.
 *
 * Source: C.-E. Sarndal et al., Model Assisted Survey Sampling (1992), section 5.7.
 *
 * @example weightedMean([{ weight: 1, value: 1 }, { weight: 3, value: 0.5 }]) // value 0.625, n 2
 */
export function weightedMean(units: readonly { readonly weight: number; readonly value: number }[]): WeightedMean | null {
  const n = units.length;
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const value = units.reduce((sum, unit) => sum + unit.weight * unit.value, 0) / total;
  if (n < fewest) return { value, interval: null, n };
  const spread = units.reduce((sum, unit) => sum + (unit.weight * (unit.value - value)) ** 2, 0) / (total * total);
  const half = studentQuantile(n - 1) * Math.sqrt((spread * n) / (n - 1));
  return { value, interval: [Math.max(0, value - half), Math.min(1, value + half)], n };
}
