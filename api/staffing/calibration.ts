// How well the model fits: each of the weeks that were, predicted from those before it, beside what really was.
import { headlineOf } from '#api/engine/headline.ts';
import type { Answer, Interval } from '#db/model/metric.ts';
import type { GradedWeek } from './between-bounds.ts';

/** `close` up to 5 points apart, `rough` up to 10, `off` beyond: then the predictions are no more than a direction. */
export const fits = ['close', 'rough', 'off'] as const;
export type Fit = (typeof fits)[number];

/**
 * Shares of all arrivals, 0 to 1; nulls where one of the two cannot be had. `difference`: predicted minus measured. `weekly`: how far a single
 * week was off on average, either way, over the customers of the weeks.
 */
export type Calibration = {
  readonly predicted: number | null;
  readonly measured: number | null;
  readonly n: number;
  readonly interval: Interval | null;
  readonly difference: number | null;
  readonly weekly: number | null;
  readonly fit: Fit | null;
  readonly weeks: readonly GradedWeek[];
};

export function fitOf(difference: number): Fit {
  const points = Math.abs(difference);
  return points <= 0.05 ? 'close' : points <= 0.1 ? 'rough' : 'off';
}

/** `kept`: the answer of `answered-within-promise` over the same weeks. */
export function calibrate(weeks: readonly GradedWeek[], kept: Answer): Calibration {
  const { value: measured, interval } = headlineOf(kept, 'p90');
  const both = weeks.flatMap(({ n, kept: was, predicted }) =>
    was === null || predicted === null || n === 0 ? [] : [{ n, was, predicted }],
  );
  const n = both.reduce((sum, week) => sum + week.n, 0);
  const mean = (of: (week: (typeof both)[number]) => number) => (n === 0 ? null : both.reduce((sum, one) => sum + one.n * of(one), 0) / n);
  const predicted = mean((week) => week.predicted);
  const difference = mean((week) => week.predicted - week.was);
  const weekly = mean((week) => Math.abs(week.predicted - week.was));
  return { predicted, measured, n: kept.n, interval, difference, weekly, fit: difference === null ? null : fitOf(difference), weeks };
}
