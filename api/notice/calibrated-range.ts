// From a predicted distribution to the range that is promised: 80 % of customers are meant to lie in it, by what came of earlier predictions.
import { weightedSurvivalQuantiles } from '#api/stats/weighted-survival-quantiles.ts';
import { levels } from './predict-wait.ts';
import { roundedRange, roundedWait, type WaitRange } from './rounded-range.ts';

/** The share of customers that a notice is meant to hold for. */
export const aimedShare = 0.8;
/** Earlier predictions that are looked back on; fewer than the least of them teach nothing. */
export const lookBack = 400;
const leastTaught = 40;

/** What came of an earlier prediction: how many of its quantiles lay below the real wait (0 to 49); `isOver` false: at least so much. */
export type Outcome = { readonly rank: number; readonly isOver: boolean };

/** Where a wait lies in a predicted distribution: how many of its quantiles are shorter. */
export function rankOf(quantiles: Float64Array, waitMs: number): number {
  let below = 0;
  for (const quantile of quantiles) if (quantile < waitMs) below += 1;
  return below;
}

/** Quantiles (by rank) at which the distribution is cut at both ends, and at the upper end alone. */
export type Cut = { readonly low: number; readonly high: number; readonly highAlone: number };

const shares = { low: (1 - aimedShare) / 2, highAlone: aimedShare, high: (1 + aimedShare) / 2 };
const rankOfShare = (share: number) => Math.round(share * (levels.length + 1)) - 1;
const nominal: Cut = { low: rankOfShare(shares.low) + 1, highAlone: rankOfShare(shares.highAlone), high: rankOfShare(shares.high) };
/** Of a wait that never ended: longer than everything. */
export const neverRank = levels.length;

/**
 * Where to cut a distribution so that, had it been cut there before, 80 % of the real waits would have lain inside, and as many before as
 * after: quantiles of the ranks of earlier waits (conformal calibration by rank). Those that still wait are censored at their rank so far.
 */
export function cutsFrom(outcomes: readonly Outcome[]): Cut {
  if (outcomes.length < leastTaught) return nominal;
  const sample = {
    durations: Float64Array.from(outcomes, ({ rank }) => rank),
    weights: new Float64Array(outcomes.length).fill(1),
    isEvent: Uint8Array.from(outcomes, ({ isOver }) => (isOver ? 1 : 0)),
  };
  const [low = 0, highAlone = neverRank, high = neverRank] = weightedSurvivalQuantiles(sample, outcomes.length, Object.values(shares));
  return { low, high, highAlone };
}

function valueAt(quantiles: Float64Array, rank: number): number {
  return quantiles[Math.max(0, Math.min(levels.length - 1, rank))] ?? Number.POSITIVE_INFINITY;
}

/**
 * The range to be told. Where its lower end is told as "at once" nobody can be answered sooner, so all that may miss lies above. Null
 * where so many are never answered that no upper end can be told.
 */
export function calibratedRange(quantiles: Float64Array, cut: Cut): WaitRange | null {
  // A wait of rank r lies between quantile r - 1 and quantile r: the whole of that step belongs to the range.
  const min = valueAt(quantiles, cut.low - 1);
  const max = valueAt(quantiles, roundedWait(min) === 0 ? cut.highAlone : cut.high);
  return Number.isFinite(max) ? roundedRange(min, max) : null;
}
