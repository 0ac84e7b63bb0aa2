// Whether a figure of one period differs from that of another, allowing for how many such questions are asked at once.
import { normalQuantile } from './normal-quantile.ts';

export type Estimate = { readonly value: number; readonly low: number | null; readonly high: number | null };

export type Difference = {
  /** Now minus then, in the unit of the figure. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Distance from zero in half-widths of the interval: above 1 the interval leaves out zero. */
  readonly strength: number;
};

/** How much wider a 95 % interval has to be so that `count` of them together are right 95 times in 100 (Bonferroni). */
export function widening(count: number): number {
  return normalQuantile(1 - 0.025 / Math.max(1, count)) / normalQuantile(0.975);
}

/**
 * The interval of `now - then` out of the interval of each (MOVER; Zou and Donner, 2008), widened by `factor`.
 * `scale: 'ratio'` does it on logarithms: durations differ by factors, and their intervals are lopsided.
 * Null where a bound is missing or, for ratios, not positive.
 */
export function difference(now: Estimate, then: Estimate, factor: number, scale: 'plain' | 'ratio'): Difference | null {
  if (now.low === null || now.high === null || then.low === null || then.high === null) return null;
  if (scale === 'plain') return between({ ...now, low: now.low, high: now.high }, { ...then, low: then.low, high: then.high }, factor);
  const all = [now.value, now.low, now.high, then.value, then.low, then.high];
  if (all.some((value) => value <= 0)) return null;
  const log = (estimate: Estimate, low: number, high: number) => ({
    value: Math.log(estimate.value),
    low: Math.log(low),
    high: Math.log(high),
  });
  const found = between(log(now, now.low, now.high), log(then, then.low, then.high), factor);
  return {
    difference: now.value - then.value,
    low: then.value * (Math.exp(found.low) - 1),
    high: then.value * (Math.exp(found.high) - 1),
    strength: found.strength,
  };
}

type Full = { readonly value: number; readonly low: number; readonly high: number };

function between(now: Full, then: Full, factor: number): Difference {
  const moved = now.value - then.value;
  const below = factor * Math.hypot(now.value - now.low, then.high - then.value);
  const above = factor * Math.hypot(now.high - now.value, then.value - then.low);
  const towardZero = moved > 0 ? below : above;
  return {
    difference: moved,
    low: moved - below,
    high: moved + above,
    strength: towardZero === 0 ? (moved === 0 ? 0 : Number.POSITIVE_INFINITY) : Math.abs(moved) / towardZero,
  };
}

/**
 * The interval of the difference of two sums of counts that come in aligned pairs (the same weekday then and now).
 * From the spread of the pairs themselves: arrivals swing far more from day to day than chance alone would let them,
 * so an interval that assumes pure chance would call every Monday news. Null below seven pairs.
 */
export function pairedDifference(now: readonly number[], then: readonly number[], factor: number): Difference | null {
  const count = Math.min(now.length, then.length);
  if (count < 7) return null;
  const gaps = Array.from({ length: count }, (_, place) => (now[place] ?? 0) - (then[place] ?? 0));
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  const mean = sum / count;
  const variance = gaps.reduce((total, gap) => total + (gap - mean) ** 2, 0) / (count - 1);
  const half = factor * normalQuantile(0.975) * Math.sqrt(variance * count);
  return {
    difference: sum,
    low: sum - half,
    high: sum + half,
    strength: half === 0 ? (sum === 0 ? 0 : Number.POSITIVE_INFINITY) : Math.abs(sum) / half,
  };
}

/** Median of numbers; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
