// A share that was counted by a judge who errs, corrected for the errors: Rogan and Gladen's estimator.
import { z95 } from './z95.ts';

/** A rate with the variance of its estimate. */
export type Rate = { readonly value: number; readonly variance: number };

export type Corrected = { readonly value: number; readonly interval: readonly [low: number, high: number] };

/**
 * The true share behind an apparent one: (p + sp - 1) / (se + sp - 1), cut to [0, 1], where se is the share of true cases that the
 * judge sees and sp that of the others whom it leaves alone. The 95 % interval carries the sampling errors of all three, by the
 * delta method. Null where se + sp is 1.05 or less: such a judge hardly tells cases from the others, and a correction would be noise.
 *
 * Source: W. J. Rogan and B. Gladen, American J. Epidemiology 107 (1978) 71-76.
 *
 * @example roganGladen({ value: 0.3, variance: 0 }, { value: 0.8, variance: 0 }, { value: 0.9, variance: 0 }) // value 0.2857
 */
export function roganGladen(apparent: Rate, sensitivity: Rate, specificity: Rate): Corrected | null {
  const span = sensitivity.value + specificity.value - 1;
  if (span <= 0.05) return null;
  const value = (apparent.value + specificity.value - 1) / span;
  const cut = Math.min(1, Math.max(0, value));
  const variance = (apparent.variance + cut * cut * sensitivity.variance + (1 - cut) * (1 - cut) * specificity.variance) / (span * span);
  const half = z95 * Math.sqrt(variance);
  return { value: cut, interval: [Math.min(1, Math.max(0, value - half)), Math.max(0, Math.min(1, value + half))] };
}
