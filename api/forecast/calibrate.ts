// Intervals from past errors: as wide as they had to be to hold the stated share of what came.
import type { Trial } from './back-test.ts';

export type Level = 0.8 | 0.95;
export type Interval = readonly [low: number, high: number];

/** Standard deviation that a count of this mean is measured in; 0.25 keeps means near 0 from dividing by nothing. */
export function spreadOf(mean: number, dispersion: number): number {
  return Math.sqrt(mean + dispersion * mean * mean + 0.25);
}

/** How far what came lay from a forecast, in its own standard deviations. */
export function scoreOf(trial: Trial, uses: 'model' | 'naive', dispersion: number): number {
  return (trial.actual - trial[uses]) / spreadOf(trial[uses], dispersion);
}

/** `independent`: as many scores as say something of their own, all of them where it is left out. */
export type Centre = { readonly mean: number; readonly dispersion: number; readonly independent?: number };

/**
 * The interval that leaves `miss` of what comes outside, if errors stay what they were: the quantiles of past scores
 * (ascending) at its two tails, with the correction of split conformal prediction for a finite sample: sums of two weeks that begin a day apart are one observation, not fifteen. Never below 0. Null without scores.
 *
 * Source: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World (2005); Lei et al., JASA 113 (2018).
 */
export function intervalOf(
  sorted: ArrayLike<number>,
  { mean, dispersion, independent = sorted.length }: Centre,
  miss: number,
): Interval | null {
  const n = sorted.length;
  if (n === 0) return null;
  const few = (n * (independent + 1)) / independent;
  const below = Math.max(0, Math.floor(n - (1 - miss / 2) * few));
  const above = Math.min(n - 1, Math.ceil((1 - miss / 2) * few) - 1);
  const spread = spreadOf(mean, dispersion);
  return [Math.max(0, mean + (sorted[below] ?? 0) * spread), Math.max(0, mean + (sorted[above] ?? 0) * spread)];
}
