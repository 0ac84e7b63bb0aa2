// A second, slow computation of Kaplan-Meier figures, straight from the definition, to hold the fast one against.
import { z95 } from '#api/stats/z95.ts';

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
