// The forecast as a chart and as a table: what came, what is expected, and the two bands around it.
import type { Forecast } from '../api/shapes.ts';
import type { Bucket, BucketSize } from '../charts/bucket.ts';
import { bucketLabel } from '../charts/bucket-label.ts';
import type { BucketChart, BucketSeries, ChartEvent, ChartTable } from '../charts/chart.ts';
import { eventOver } from '../charts/event-over.ts';
import { dayIn, hourIn } from '../format/date.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';

export type ForecastChart = {
  readonly chart: BucketChart;
  /** How many of the buckets are past; the others are ahead. */
  readonly past: number;
};

/** Buckets shown before and after now. Of hours two days: the labels of more would all say the same. */
const shown: Readonly<Record<'hour' | 'day', { readonly past: number; readonly ahead: number }>> = {
  hour: { past: 24, ahead: 48 },
  day: { past: 28, ahead: 14 },
};

type Stretch = { readonly from: string; readonly to: string };

function bucketOf({ from, to }: Stretch, size: BucketSize, zone: string): Bucket {
  const at = Date.parse(from);
  const day = dayIn(zone, at);
  if (size === 'day') return { key: day, from: day, to: day };
  return { key: `${day}T${String(hourIn(zone, at)).padStart(2, '0')}`, from, to };
}

/** The chart of a forecast; null where there is none. */
export function forecastChart(answer: Forecast, words: Words, format: Format): ForecastChart | null {
  const { bucket, points } = answer;
  if (bucket === null || points.length === 0) return null;
  const history = answer.history.slice(-shown[bucket].past);
  const ahead = points.slice(0, shown[bucket].ahead);
  const buckets = [...history, ...ahead].map((one) => bucketOf(one, bucket, format.zone));
  const before = history.map(() => null);
  const after = ahead.map(() => null);
  const band = (key: 'interval80' | 'interval95', share: number, colour: number): BucketSeries => ({
    key,
    label: words.forecast.band(format.share(share, 1)),
    colour,
    shape: 'line',
    isDashed: key === 'interval95',
    values: [...before, ...ahead.map(({ expected }) => expected)],
    low: [...before, ...ahead.map((point) => point[key]?.[0] ?? null)],
    high: [...before, ...ahead.map((point) => point[key]?.[1] ?? null)],
  });
  const arrived: BucketSeries = {
    key: 'arrived',
    label: words.forecast.arrived,
    colour: 1,
    shape: 'bar',
    values: [...history.map(({ n }) => n), ...after],
  };
  return {
    chart: {
      unit: 'count',
      size: bucket,
      buckets,
      series: [arrived, band('interval80', 0.8, 6), band('interval95', 0.95, 0)],
      immature: buckets.map(() => false),
      events: eventsAhead(answer, [...history, ...ahead]),
    },
    past: history.length,
  };
}

/** Holidays and planned events over the buckets that they touch. */
function eventsAhead({ holidays, planned }: Forecast, stretches: readonly Stretch[]): ChartEvent[] {
  const all = [
    ...holidays.map(({ day, label }) => ({ label, from: Date.parse(day), to: Date.parse(day) + 86_399_999 })),
    ...planned.map(({ label, from, to }) => ({ label, from: Date.parse(from), to: Date.parse(to) })),
  ];
  return all.flatMap(({ label, from, to }) =>
    eventOver(stretches, (one) => Date.parse(one.from) <= to && from < Date.parse(one.to), label),
  );
}

/** Every bucket of the chart with both bands; all points ahead are in the API and on the command line. */
export function forecastTable({ chart, past }: ForecastChart, answer: Forecast, words: Words, format: Format): ChartTable {
  const text = words.forecast;
  const [p80, p95] = [format.share(0.8, 1), format.share(0.95, 1)];
  const cell = (value: number | null | undefined) => ({
    shown: value === null || value === undefined ? '-' : value < 20 ? format.score(value) : format.count(value),
    bare: value === null || value === undefined ? '' : String(value),
  });
  const arrived = chart.series[0]?.values ?? [];
  return {
    columns: [
      words.chart.bucket[chart.size],
      text.arrived,
      text.used,
      text.low(p95),
      text.low(p80),
      text.expected,
      text.high(p80),
      text.high(p95),
    ],
    rows: chart.buckets.map((bucket, place) => {
      const point = place < past ? undefined : answer.points[place - past];
      const n = arrived[place];
      const uses = point === undefined ? '' : text.uses[point.uses];
      return {
        label: bucketLabel(bucket, chart.size, words, format).long,
        cells: [
          { shown: format.count(n), bare: n === null || n === undefined ? '' : String(n) },
          { shown: uses === '' ? '-' : uses, bare: uses },
          cell(point?.interval95?.[0]),
          cell(point?.interval80?.[0]),
          cell(point?.expected),
          cell(point?.interval80?.[1]),
          cell(point?.interval95?.[1]),
        ],
      };
    }),
  };
}

/** When most is expected, and how sure that is; empty where there is no interval. */
export function forecastSentence({ chart, past }: ForecastChart, answer: Forecast, words: Words, format: Format): string {
  const ahead = answer.points.slice(0, chart.buckets.length - past);
  let best = 0;
  for (const [place, point] of ahead.entries()) if (point.expected > (ahead[best]?.expected ?? 0)) best = place;
  const point = ahead[best];
  const bucket = chart.buckets[past + best];
  if (point === undefined || bucket === undefined || point.interval80 === null) return '';
  const [low, high] = point.interval80;
  return words.forecast.chartSentence(
    format.count(point.expected),
    bucketLabel(bucket, chart.size, words, format).long,
    format.count(low),
    format.count(high),
  );
}
