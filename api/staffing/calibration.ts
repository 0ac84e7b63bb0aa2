// How well the model fits: what it says of the weeks that were, with the people who were there, beside what really was.
import { headlineOf } from '#api/engine/headline.ts';
import type { Answer, Interval } from '#db/model/metric.ts';

/** `close` up to 5 points apart, `rough` up to 10, `off` beyond: then the predictions are no more than a direction. */
export const fits = ['close', 'rough', 'off'] as const;
export type Fit = (typeof fits)[number];

/** Shares of all arrivals, 0 to 1; nulls where one of the two cannot be had. `difference`: predicted minus measured. */
export type Calibration = {
  readonly predicted: number | null;
  readonly measured: number | null;
  readonly n: number;
  readonly interval: Interval | null;
  readonly difference: number | null;
  readonly fit: Fit | null;
};

export function fitOf(difference: number): Fit {
  const points = Math.abs(difference);
  return points <= 0.05 ? 'close' : points <= 0.1 ? 'rough' : 'off';
}

/** `kept`: the answer of `answered-within-promise` over the same weeks. */
export function calibrate(predicted: number | null, kept: Answer): Calibration {
  const { value: measured, interval } = headlineOf(kept, 'p90');
  const difference = predicted === null || measured === null ? null : predicted - measured;
  return { predicted, measured, n: kept.n, interval, difference, fit: difference === null ? null : fitOf(difference) };
}
