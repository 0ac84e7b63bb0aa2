// Series of counts for the models, made of instants or of a rate, on the calendar of a zone.

import { openTimeAxis } from '#api/engine/time-axis.ts';
import type { CountSeries, SeriesBucket } from '#api/forecast/count-series.ts';
import { ahead } from '#api/forecast/horizons.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Random } from './random.ts';

type Span = {
  readonly bucket: SeriesBucket;
  /** A local midnight. */
  readonly from: Instant;
  /** Where the known buckets end. */
  readonly to: Instant;
  readonly zone?: string;
  readonly holidays?: Readonly<Record<string, string>>;
};

/** The calendar of a span with the two weeks after it; nothing is counted yet. */
export function emptySeries({ bucket, from, to, zone = 'UTC', holidays = {} }: Span): CountSeries {
  const end = to + ahead[bucket] * (bucket === 'hour' ? hour : day) + (bucket === 'day' ? hour : 0);
  const axis = openTimeAxis(zone, bucket, { from, to: end });
  const dates = [...new Set(axis.keys.map((key) => key.slice(0, 10)))];
  const weekday = (date: string) => (Math.floor(Date.parse(`${date}T00:00:00Z`) / day) + 3) % 7;
  return {
    bucket,
    edges: [from, ...axis.ends],
    counts: axis.ends.filter((edge) => edge <= to).map(() => 0),
    season: axis.keys.map(
      (key) => weekday(key.slice(0, 10)) * (bucket === 'hour' ? 24 : 1) + (bucket === 'hour' ? Number(key.slice(11, 13)) : 0),
    ),
    day: axis.keys.map((key) => dates.indexOf(key.slice(0, 10))),
    holidays: dates.map((date) => holidays[date] ?? null),
  };
}

/** The series of these instants. */
export function seriesOf(instants: readonly Instant[], span: Span): CountSeries {
  const series = emptySeries(span);
  const counts = [...series.counts];
  let bucket = 0;
  for (const at of [...instants].sort((a, b) => a - b)) {
    while (bucket < counts.length && (series.edges[bucket + 1] ?? 0) <= at) bucket += 1;
    if (bucket < counts.length && at >= (series.edges[0] ?? 0)) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return { ...series, counts };
}

/** Counts drawn around a rate for each known bucket; `dispersion` as in variance = mean + dispersion * mean ** 2. */
export function drawnSeries(
  span: Span,
  rate: (bucket: number, series: CountSeries) => number,
  random: Random,
  dispersion = 0,
): CountSeries {
  const series = emptySeries(span);
  const drawn = (mean: number) => poisson(dispersion === 0 ? mean : mean * dispersion * gamma(1 / dispersion, random), random);
  return { ...series, counts: series.counts.map((_, bucket) => drawn(rate(bucket, series))) };
}

/** How arrivals of a day spread over its hours, as parts of the mean: quiet at night. */
export const dayShape = [
  0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.3, 0.6, 1, 1.4, 1.6, 1.6, 1.3, 1.4, 1.6, 1.6, 1.5, 1.4, 1.3, 1.4, 1.6, 1.6, 1.2, 0.6,
] as const;

function poisson(mean: number, random: Random): number {
  let count = 0;
  let chance = Math.exp(-mean);
  let sum = chance;
  for (const draw = random.next(); draw > sum && count < 10_000; sum += chance) {
    count += 1;
    chance *= mean / count;
  }
  return count;
}

/** Marsaglia and Tsang's method, for shapes of 1 and more; below, by the usual power. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random.next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random.next() || 1e-12)) * Math.cos(2 * Math.PI * random.next());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random.next() || 1e-12) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
