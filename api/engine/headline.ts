// The one number of a figure that is set beside another, with its interval.
import type { Estimate } from '#api/stats/mover-interval.ts';
import type { Figure, Interval } from '#db/model/metric.ts';

/** `value` null: no data, or a quantile that is not reached. `interval` null: there is none. */
export type Headline = { readonly value: number | null; readonly interval: Interval | null };

/** The value, or this quantile of a duration. */
export function headlineOf({ value = null, quantiles, interval = null }: Figure, quantile: 'p50' | 'p90'): Headline {
  return {
    value: quantiles === undefined ? value : quantiles[quantile],
    interval: interval !== null && 'p50' in interval ? interval[quantile] : interval,
  };
}

/** A headline for `moverInterval`; 0 without a value, which no caller may go on to say. */
export function estimateOf({ value, interval }: Headline): Estimate {
  const [low, high] = interval ?? [null, null];
  return { value: value ?? 0, low, high };
}
