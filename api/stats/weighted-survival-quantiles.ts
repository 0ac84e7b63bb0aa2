// Quantiles of a duration where observations count by weight and some are not over yet: Kaplan and Meier's estimator, weighted.

/**
 * `isEvent[i]` is 1 where duration i has ended, 0 where it is only known to last so long. Durations are whole numbers (milliseconds, ranks) whose
 * product with twice their count stays below 2^53: 500 days at a hundred thousand observations. An infinite one never ends.
 */
export type WeightedSample = {
  readonly durations: Float64Array;
  readonly weights: Float64Array;
  readonly isEvent: Uint8Array;
};

/**
 * The smallest time by which a share of `levels[k]` has ended, for ascending levels in (0, 1); infinite where that is never reached.
 * S(t) = product over event times u <= t of (1 - weight ending at u / weight at risk just before u). With equal weights it is the
 * plain estimator; whole weights are repeated observations. Only the first `count` observations are looked at.
 *
 * Cost: one sort of the observations. Source: Kaplan and Meier, JASA 53 (1958); R: `quantile(survfit(Surv(t, e) ~ 1, weights = w))`.
 *
 * @example
 * const sample = { durations: Float64Array.of(5, 20, 10), weights: Float64Array.of(1, 1, 2), isEvent: Uint8Array.of(1, 1, 0) };
 * weightedSurvivalQuantiles(sample, 3, [0.25, 0.5]) // [5, 20]
 */
export function weightedSurvivalQuantiles(sample: WeightedSample, count: number, levels: readonly number[]): Float64Array {
  const { durations, weights, isEvent } = sample;
  let atRisk = 0;
  for (let index = 0; index < count; index += 1) atRisk += weights[index] ?? 0;
  const quantiles = new Float64Array(levels.length).fill(Number.POSITIVE_INFINITY);
  let survival = 1;
  let level = 0;
  for (const key of inOrder(durations, isEvent, count)) {
    const index = key % count;
    const weight = weights[index] ?? 0;
    if (isEvent[index] === 1 && atRisk > 0) survival *= Math.max(0, 1 - weight / atRisk);
    atRisk -= weight;
    // A share is reached also where rounding of sums leaves it a hair short.
    while (level < levels.length && 1 - survival >= (levels[level] ?? 1) - 1e-9) {
      quantiles[level] = durations[index] ?? 0;
      level += 1;
    }
    if (level === levels.length) break;
  }
  return quantiles;
}

/**
 * The observations by duration, each as `(2 duration + cut off) * count + index`: numbers alone are sorted several times faster than
 * places by a comparison. At equal times what ends comes before what is cut off. What never ends is left out: it is only ever at risk.
 */
function inOrder(durations: Float64Array, isEvent: Uint8Array, count: number): Float64Array {
  const keys = new Float64Array(count);
  let used = 0;
  for (let index = 0; index < count; index += 1) {
    const duration = durations[index] ?? 0;
    if (duration === Number.POSITIVE_INFINITY) continue;
    keys[used] = (2 * duration + 1 - (isEvent[index] ?? 0)) * count + index;
    used += 1;
  }
  return keys.subarray(0, used).sort();
}
