// From a series to its forecast: choose the pace, test it on the past, draw what is ahead.
import type { Instant } from '#db/model/instant.ts';
import { horizonOf, naiveOf, originsOf, paces, standings, trialsOf } from './back-test.ts';
import { expectedIn } from './baseline.ts';
import type { Interval } from './calibrate.ts';
import type { CountSeries } from './count-series.ts';
import { dispersionOf } from './dispersion.ts';
import { ahead, horizons, totals } from './horizons.ts';
import { errorsOf, type Judged, judge, type Verdict } from './judge.ts';
import { type Pace, project, type Standing, standAt } from './project.ts';

export type ForecastFigure = {
  readonly expected: number;
  readonly uses: Verdict['uses'];
  readonly interval80: Interval | null;
  readonly interval95: Interval | null;
};

export type ForecastPoint = ForecastFigure & { readonly from: Instant; readonly to: Instant };
/** The sum of all buckets up to `to`. */
export type ForecastTotal = ForecastFigure & { readonly id: string; readonly to: Instant };

export type SeriesForecast = {
  readonly points: readonly ForecastPoint[];
  readonly totals: readonly ForecastTotal[];
  readonly backTest: readonly Verdict[];
  readonly pace: Pace;
};

/** Past forecasts that are compared with the truth, at least; fewer prove nothing. */
const leastOrigins = 20;
/** Part of the origins on which the pace is chosen; the others judge it. */
const tuningPart = 1 / 3;

/**
 * The forecast of the two weeks after the known buckets; null where too little is known to test one. `lifts` multiply what the
 * model expects of the buckets ahead, such as for planned releases; 1 where there is none.
 */
export function forecastSeries(series: CountSeries, lifts: readonly number[] = []): SeriesForecast | null {
  const { bucket, counts } = series;
  const origins = originsOf(series);
  if (origins.length < leastOrigins) return null;
  const stood = standings(series, origins);
  const split = Math.floor(stood.length * tuningPart);
  const pace = bestPace(series, stood.slice(0, split));
  const now = standAt(series, counts.length);
  const expected = counts.map((_, place) => expectedIn(series, now.baseline, place));
  const dispersion = dispersionOf(counts, expected, 1) ?? 0;
  const trials = trialsOf(series, stood, pace);
  const since = origins[split] ?? 0;
  const judgeOf = (id: string, length: number, leastSpan: number) =>
    judge(id, trials.get(id) ?? [], { dispersion, since, leastSpan, length });
  const judged = [...horizons[bucket].map(({ id }) => judgeOf(id, 1, 0)), ...totals[bucket].map(({ id, to }) => judgeOf(id, to, 2 * to))];
  return { ...drawAhead(series, now, { pace, lifts, judged }), backTest: judged.map(({ verdict }) => verdict), pace };
}

/** The pace with the least error against the naive forecast, all horizons alike. */
function bestPace(series: CountSeries, stood: readonly Standing[]): Pace {
  const errorOf = (pace: Pace) => {
    const trials = trialsOf(series, stood, pace);
    return horizons[series.bucket].reduce((sum, { id }) => sum + (errorsOf(trials.get(id) ?? []).mase ?? 1), 0);
  };
  const ranked = paces[series.bucket].map((pace) => ({ pace, error: errorOf(pace) })).toSorted((a, b) => a.error - b.error);
  return ranked[0]?.pace ?? { levelDays: 10, carryBuckets: 0 };
}

type Drawing = { readonly pace: Pace; readonly lifts: readonly number[]; readonly judged: readonly Judged[] };

function drawAhead(series: CountSeries, now: Standing, { pace, lifts, judged }: Drawing): Pick<SeriesForecast, 'points' | 'totals'> {
  const { bucket, counts, edges } = series;
  const known = counts.length;
  const model = project(series, now, { pace, ahead: ahead[bucket] }).map((one, step) => one * (lifts[step] ?? 1));
  const naive = model.map((_, step) => naiveOf(series, known + step, known));
  const figure = (id: string, from: number, to: number): ForecastFigure => {
    const found = judged.find(({ verdict }) => verdict.id === id);
    const uses = found?.verdict.uses ?? 'naive';
    const expected = { model, naive }[uses].slice(from, to).reduce((sum, value) => sum + value, 0);
    return { expected, uses, ...(found?.intervals(expected) ?? { interval80: null, interval95: null }) };
  };
  return {
    points: model.map((_, step) => ({
      from: edges[known + step] ?? 0,
      to: edges[known + step + 1] ?? 0,
      ...figure(horizonOf(bucket, step + 1)?.id ?? '', step, step + 1),
    })),
    totals: totals[bucket].map(({ id, to }) => ({ id, to: edges[known + to] ?? 0, ...figure(id, 0, to) })),
  };
}
