// The one number of a figure that tiles, sparks and comparisons speak of, with its interval.
import type { Answer, ChangeFigure, Figure } from '../api/shapes.ts';
import type { Estimate } from '../stats/difference.ts';

export type Interval = readonly [number | null, number | null];
type Quantile = 'p50' | 'p90' | 'p95';

/** The value, or a quantile of a duration; null for no data and for "not reached". */
export function valueOf(figure: Figure, quantile: Quantile = 'p50'): number | null {
  return figure.quantiles === undefined ? (figure.value ?? null) : figure.quantiles[quantile];
}

/** The interval of `valueOf`; null where there is none. */
export function intervalOf(figure: Figure, quantile: Quantile = 'p50'): Interval | null {
  const interval = figure.interval;
  if (interval === null || interval === undefined) return null;
  return 'p50' in interval ? interval[quantile] : interval;
}

/** Value and bounds for comparing; null without a value. */
export function estimateOf(figure: Figure, quantile: Quantile = 'p50'): Estimate | null {
  const value = valueOf(figure, quantile);
  if (value === null) return null;
  const interval = intervalOf(figure, quantile);
  return { value, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}

export type ChangeTone = 'better' | 'worse' | 'changed' | 'unclear';

/** What a comparison says: clear only where the interval of the difference leaves out zero. */
export function changeTone(comparison: ChangeFigure, better: 'higher' | 'lower' | 'neutral'): ChangeTone {
  if (!comparison.clear || comparison.difference === null || comparison.difference === 0) return 'unclear';
  if (better === 'neutral') return 'changed';
  return comparison.difference > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** True where the store holds nothing at all, so that the page should teach rather than report. */
export function isEmptyStore(answer: Answer): boolean {
  return answer.freshness.lastMessageAt === null;
}
