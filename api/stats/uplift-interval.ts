// How much more came in than the same stretch of the week usually brings, with an interval that knows how much weeks differ.
import { excessInterval, usualWithin } from './excess-interval.ts';
import { medianOf } from './median.ts';
import { z95 } from './z95.ts';

/** Fewer earlier weeks than this say nothing about how much weeks differ. */
export const fewestWeeks = 4;

export type Uplift = {
  readonly observed: number;
  /** The median of the earlier weeks. */
  readonly expected: number;
  /** Observed minus expected, and its 95 % interval. */
  readonly uplift: number;
  readonly interval: readonly [low: number, high: number];
  /** Observed by expected, its interval that of the uplift over the same expectation; null where nothing was expected. */
  readonly ratio: number | null;
  readonly ratioInterval: readonly [low: number, high: number] | null;
  /** The robust spread of the earlier weeks: 1.4826 times their median absolute deviation from the median. */
  readonly spread: number;
};

/**
 * By number of weeks: how many robust spreads around the median of so many normal values hold 95 % of further values, and the
 * variance of that median in parts of the variance of one value. Simulated with 2,000,000 draws each (numpy
 * `default_rng(1)`, `quantile(abs(x - median) / (1.4826 mad), 0.95)` and `var(median)`).
 */
const byWeeks: Readonly<Record<number, { readonly reach: number; readonly medianVariance: number }>> = {
  4: { reach: 6.549, medianVariance: 0.2979 },
  5: { reach: 5.99, medianVariance: 0.2866 },
  6: { reach: 4.219, medianVariance: 0.2151 },
  7: { reach: 4.043, medianVariance: 0.2104 },
  8: { reach: 3.42, medianVariance: 0.1679 },
};

/**
 * The uplift of `observed` over `weeks`, the counts of the same stretch of 4 to 8 earlier weeks; null for fewer.
 *
 * The interval is the wider of two. One takes counts for Poisson: Garwood's interval of what was observed, joined with that
 * of the expectation (excessInterval). The other takes the weeks as they are, which differ more than Poisson: as many robust
 * spreads to either side as a further week would need. The spread is the median absolute deviation, because an incident in
 * an earlier week must not hide this one.
 *
 * @throws RangeError for more than 8 weeks.
 * @example upliftOver(60, [38, 42, 40, 41, 39, 40, 44, 36]).uplift // 20
 */
export function upliftOver(observed: number, weeks: readonly number[]): Uplift | null {
  if (weeks.length < fewestWeeks) return null;
  const factors = byWeeks[weeks.length];
  if (factors === undefined) throw new RangeError('more than 8 earlier weeks');
  const expected = medianOf(weeks) ?? 0;
  const spread = 1.4826 * (medianOf(weeks.map((week) => Math.abs(week - expected))) ?? 0);
  const uplift = observed - expected;
  const counting = usualWithin(expected, z95 * Math.sqrt(factors.medianVariance * expected));
  const [poissonLow, poissonHigh] = excessInterval(observed, counting);
  const half = factors.reach * spread;
  const low = Math.min(poissonLow, uplift - half);
  const high = Math.max(poissonHigh, uplift + half);
  return {
    observed,
    expected,
    uplift,
    interval: [low, high],
    ratio: expected === 0 ? null : observed / expected,
    // Less than nothing cannot come in.
    ratioInterval: expected === 0 ? null : [Math.max(0, 1 + low / expected), 1 + high / expected],
    spread,
  };
}
