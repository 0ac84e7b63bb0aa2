// A second, slow computation of Kaplan-Meier figures, straight from the definition, to hold the fast one against.

import { z95 } from '#api/stats/z95.ts';
import type { Figure } from '#db/model/metric.ts';
import type { Item } from './reference-items.ts';

export type SlowSample = { readonly events: readonly number[]; readonly censored: readonly number[]; readonly never: number };

type Step = { readonly at: number; readonly survival: number; readonly low: number; readonly high: number };

/** Every step of the curve with its log-log band; quadratic on purpose. */
export function slowSteps({ events, censored, never }: SlowSample): Step[] {
  const times = [...new Set(events)].toSorted((a, b) => a - b);
  let survival = 1;
  let greenwood = 0;
  return times.map((at) => {
    const atRisk = events.filter((time) => time >= at).length + censored.filter((time) => time >= at).length + never;
    const happened = events.filter((time) => time === at).length;
    survival *= 1 - happened / atRisk;
    greenwood += happened / (atRisk * (atRisk - happened));
    if (atRisk === happened) return { at, survival: 0, low: 0, high: 1 };
    const middle = Math.log(-Math.log(survival));
    const half = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
    return { at, survival, low: Math.exp(-Math.exp(middle + half)), high: Math.exp(-Math.exp(middle - half)) };
  });
}

/** The first time at which the curve, and each edge of its band, is at `1 - share` or below. */
export function slowQuantile(sample: SlowSample, share: number): { value: number | null; low: number | null; high: number | null } {
  const steps = slowSteps(sample);
  const first = (edge: (step: Step) => number) => steps.find((step) => edge(step) <= 1 - share + 1e-9)?.at ?? null;
  return { value: first((step) => step.survival), low: first((step) => step.low), high: first((step) => step.high) };
}

/** Quantiles of a duration metric, slowly; `inside` are the items that count, `n` of them with those that never end. */
export function durationsOf(inside: readonly Item[], n: number, never: number): Pick<Figure, 'quantiles' | 'interval' | 'answeredOnly'> {
  const times = (name: Item['ending']) => inside.filter((item) => item.ending === name).map((item) => item.ms ?? 0);
  const events = times('answered');
  const sample = { events, censored: times('waiting'), never };
  const [p50, p90, p95] = [0.5, 0.9, 0.95].map((share) => slowQuantile(sample, share));
  const sorted = events.toSorted((a, b) => a - b);
  const rank = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p + 1e-9))] ?? null;
  const middle = sorted.length === 0 ? null : ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
  const mean = sorted.length === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const bounds = (quantile: typeof p50) => [quantile?.low ?? null, quantile?.high ?? null] as const;
  return {
    quantiles: { p50: p50?.value ?? null, p90: p90?.value ?? null, p95: p95?.value ?? null },
    interval: n === 0 ? null : { p50: bounds(p50), p90: bounds(p90), p95: bounds(p95) },
    answeredOnly: { p50: middle, p90: rank(0.9), p95: rank(0.95), mean },
  };
}

/** What is left of a figure about few named people. */
export function hide(figure: Figure): Figure {
  const hidden = { n: figure.n, interval: null, suppressed: true };
  return figure.quantiles === undefined ? { ...hidden, value: null } : { ...hidden, quantiles: { p50: null, p90: null, p95: null } };
}
