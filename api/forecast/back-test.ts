// The rolling back-test: forecasts made at many past instants with what was known then, beside what came.
import { type CountSeries, perDay, weekBefore } from './count-series.ts';
import { ahead, type Horizon, horizons, totals } from './horizons.ts';
import { type Pace, project, type Standing, standAt } from './project.ts';

/** One forecast and what came: the model's, the seasonal naive one, and the bucket by which the truth was known. */
export type Trial = {
  readonly origin: number;
  readonly knownAt: number;
  readonly model: number;
  readonly naive: number;
  readonly actual: number;
};

/** Trials by the id of their horizon or total. */
export type Trials = ReadonlyMap<string, readonly Trial[]>;

/** Four weeks are needed before anything is forecast: a level and three times each hour of the week. */
const leastDays = 28;
const mostOrigins = 170;
/** Steps between origins that fall on all hours of the week in turn: none shares a divisor with 168. */
const hourSteps = [5, 11, 13, 17, 19, 23, 25, 29, 31, 37, 41, 47];
const daySteps = [1, 2];

export const paces: Readonly<Record<CountSeries['bucket'], readonly Pace[]>> = {
  hour: [5, 10, 20].flatMap((levelDays) => [0, 6, 18, 48].map((carryBuckets) => ({ levelDays, carryBuckets }))),
  day: [5, 10, 20].flatMap((levelDays) => [0, 2, 5].map((carryBuckets) => ({ levelDays, carryBuckets }))),
};

/** The instants at which past forecasts are made: the most recent ones, evenly apart. */
export function originsOf(series: CountSeries): number[] {
  const known = series.counts.length;
  const first = leastDays * perDay(series);
  const room = known - 1 - first;
  if (room < 0) return [];
  const steps = series.bucket === 'day' ? daySteps : hourSteps;
  const step = steps.find((one) => room / one <= mostOrigins) ?? steps.at(-1) ?? 1;
  const count = Math.min(mostOrigins, Math.floor(room / step) + 1);
  return Array.from({ length: count }, (_, place) => known - 1 - (count - 1 - place) * step);
}

/** Fits the model at each origin, with nothing but what came before it. */
export function standings(series: CountSeries, origins: readonly number[]): Standing[] {
  return origins.map((origin) => standAt(series, origin));
}

/** What forecasts at these standings would have said. Buckets that are not known yet are left out. */
export function trialsOf(series: CountSeries, stood: readonly Standing[], pace: Pace): Trials {
  const { bucket, counts } = series;
  const trials = new Map<string, Trial[]>([...horizons[bucket], ...totals[bucket]].map(({ id }) => [id, []]));
  for (const standing of stood) {
    const { upTo } = standing;
    const length = Math.min(ahead[bucket], counts.length - upTo);
    const model = project(series, standing, { pace, ahead: length });
    const naive = model.map((_, step) => naiveOf(series, upTo + step, upTo));
    const add = (id: string, from: number, to: number) =>
      trials.get(id)?.push({
        origin: upTo,
        knownAt: upTo + to,
        model: sumOf(model, from, to),
        naive: sumOf(naive, from, to),
        actual: sumOf(counts, upTo + from, upTo + to),
      });
    for (const { id, from, to, every } of horizons[bucket]) {
      for (let step = from; step <= Math.min(to, length); step += every) add(id, step - 1, step);
    }
    for (const { id, to } of totals[bucket]) if (to <= length) add(id, 0, to);
  }
  return trials;
}

/** The seasonal naive forecast: what came at the same place of the week, the last time that is known. */
export function naiveOf(series: CountSeries, bucket: number, upTo: number): number {
  return series.counts[weekBefore(series, bucket, upTo)] ?? 0;
}

/** The horizon of a step ahead, from 1. */
export function horizonOf(bucket: CountSeries['bucket'], step: number): Horizon | null {
  return horizons[bucket].find(({ from, to }) => from <= step && step <= to) ?? null;
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let place = from; place < to; place += 1) sum += values[place] ?? 0;
  return sum;
}
