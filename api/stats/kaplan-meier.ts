// The share that is still unanswered after a time, where some waits are not over yet: Kaplan and Meier's estimator.

/**
 * Durations by how they ended. `events`: it happened. `censored`: not yet, watched for so long. `never`: how many it will
 * never happen to; they stay at risk to the end, so they hold the curve down for good.
 */
export type SurvivalSample = { readonly events: Float64Array; readonly censored: Float64Array; readonly never: number };

/** The curve at one time: the survival S, Greenwood's sum so far, and how many were still at risk just before `at`. */
export type SurvivalPoint = { readonly at: number; readonly survival: number; readonly varianceSum: number; readonly atRisk: number };

/**
 * S(t) = product over event times u <= t of (1 - d_u / r_u), read at each of `times` (ascending). An event at the same
 * time as a censoring counts as earlier. With nobody in the sample the survival is 1 everywhere.
 *
 * Cost: sorting both lists (copies; the sample is left as it is), then one walk. Source: Kaplan and Meier, JASA 53 (1958);
 * R: `survfit(Surv(time, status) ~ 1)`.
 *
 * @example
 * kaplanMeier({ events: Float64Array.of(5, 20), censored: Float64Array.of(10), never: 1 }, [20])
 * // [{ at: 20, survival: 0.375, varianceSum: 0.5833, atRisk: 2 }] to four places
 */
export function kaplanMeier(sample: SurvivalSample, times: readonly number[]): SurvivalPoint[] {
  const events = Float64Array.from(sample.events).sort();
  const censored = Float64Array.from(sample.censored).sort();
  let survival = 1;
  let varianceSum = 0;
  let event = 0;
  let gone = 0;
  return times.map((at) => {
    for (let next = events[event]; next !== undefined && next <= at; next = events[event]) {
      const first = event;
      while (events[event] === next) event += 1;
      gone = passed(censored, gone, next);
      const atRisk = events.length - first + (censored.length - gone) + sample.never;
      const left = atRisk - (event - first);
      survival *= left / atRisk;
      varianceSum += left === 0 ? Number.POSITIVE_INFINITY : (event - first) / (atRisk * left);
    }
    // Whoever left exactly at `at` was still at risk just before it.
    const before = passed(censored, gone, at);
    return { at, survival, varianceSum, atRisk: countFrom(events, at) + (censored.length - before) + sample.never };
  });
}

function passed(censored: Float64Array, start: number, before: number): number {
  let gone = start;
  for (let time = censored[gone]; time !== undefined && time < before; time = censored[gone]) gone += 1;
  return gone;
}

function countFrom(sorted: Float64Array, from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}
