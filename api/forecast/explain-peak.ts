// What stands beside a peak: which groups had more than their usual share, and how its customers fared. It claims no cause.
import type { Engine } from '#api/engine/engine.ts';
import { estimateOf, type Headline, headlineOf } from '#api/engine/headline.ts';
import { excessInterval } from '#api/stats/excess-interval.ts';
import { moverInterval } from '#api/stats/mover-interval.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { day } from '#db/model/instant.ts';
import type { Answer, Grouping, InstantRange, MetricId, Plan, Unit } from '#db/model/metric.ts';
import type { Peak } from './find-peaks.ts';

export const explainedBy = ['category', 'language', 'channel'] as const satisfies readonly Grouping[];

export type PeakPart = {
  readonly value: string;
  readonly n: number;
  /** What its usual share of a usual time would have been. */
  readonly expected: number;
  readonly excess: number;
  readonly interval: readonly [low: number, high: number] | null;
  /** True where the interval leaves out 0. */
  readonly clear: boolean;
};

export type EffectFigure = Headline & { readonly n: number };

/** How those fared who arrived in the peak, beside those who arrived in the four weeks before it; of waits the P90. */
export type PeakEffect = {
  readonly metric: MetricId;
  readonly unit: Unit;
  readonly peak: EffectFigure;
  readonly usual: EffectFigure;
  /** Peak minus usual; null where either is unknown. */
  readonly difference: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  /** True where the interval leaves out 0. */
  readonly clear: boolean;
};

export type Explained = {
  readonly usualRange: InstantRange;
  readonly parts: Readonly<Record<(typeof explainedBy)[number], readonly PeakPart[]>>;
  readonly effects: readonly PeakEffect[];
};

export const effectMetrics = [
  'answered-within-promise',
  'first-response-time',
  'csat',
  'negative-share',
] as const satisfies readonly MetricId[];

export type Asked = Pick<Plan, 'zone' | 'filters' | 'asOf'> & { readonly signal?: AbortSignal | undefined };

const usualDays = 28;
const mostParts = 5;

/** Asks the engine about a peak and about the four weeks before it, by arrival. */
export async function explainPeak(engine: Engine, peak: Peak, { signal, ...base }: Asked): Promise<Explained> {
  const range = { from: peak.from, to: peak.to };
  const usualRange = { from: peak.from - usualDays * day, to: peak.from };
  const ask = async (metric: MetricId, over: InstantRange, groupBy: readonly Grouping[] = []) =>
    await engine.ask({ ...base, metric, range: over, groupBy, clock: 'calendar', population: 'arrival', compare: null }, { signal });
  const partsBy = async (grouping: Grouping) => {
    const [now, before] = await Promise.all([ask('arrivals', range, [grouping]), ask('arrivals', usualRange, [grouping])]);
    return partsOf(now, before, peak.expected);
  };
  const [category, language, channel] = await Promise.all([partsBy('category'), partsBy('language'), partsBy('channel')]);
  // After those and not beside them: each question waits for the signal of the request, and a dozen at once are taken for a leak.
  const effects = await Promise.all(
    effectMetrics.map(async (metric): Promise<PeakEffect> => {
      const [inPeak, usual] = await Promise.all([ask(metric, range), ask(metric, usualRange)]);
      return effectOf(inPeak, usual);
    }),
  );
  return { usualRange, parts: { category, language, channel }, effects };
}

/** The five values that came most over what their share of the four weeks before would have given. */
export function partsOf(now: Answer, before: Answer, expected: number): PeakPart[] {
  const usual = new Map(before.groups.map((group) => [group.key, group.n]));
  return now.groups
    .map(({ key, n }): PeakPart => {
      const earlier = usual.get(key) ?? 0;
      const due = before.n === 0 ? 0 : (expected * earlier) / before.n;
      const share = wilsonInterval(earlier, before.n);
      const interval = share === null ? null : excessInterval(n, { value: due, low: expected * share[0], high: expected * share[1] });
      return { value: key, n, expected: due, excess: n - due, interval, clear: interval !== null && interval[0] > 0 };
    })
    .filter((part) => part.excess > 0)
    .toSorted((a, b) => b.excess - a.excess || (a.value < b.value ? -1 : 1))
    .slice(0, mostParts);
}

function effectOf(inPeak: Answer, before: Answer): PeakEffect {
  const peak = { n: inPeak.n, ...headlineOf(inPeak, 'p90') };
  const usual = { n: before.n, ...headlineOf(before, 'p90') };
  const difference = peak.value === null || usual.value === null ? null : peak.value - usual.value;
  const interval = difference === null ? null : moverInterval(estimateOf(peak), estimateOf(usual));
  return {
    metric: inPeak.metric,
    unit: inPeak.unit,
    peak,
    usual,
    difference,
    interval,
    clear: interval !== null && (interval[0] > 0 || interval[1] < 0),
  };
}
