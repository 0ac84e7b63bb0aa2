// A bucket chart as Chart.js wants it.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import { tickFont, valueAxis } from './axes.ts';
import type { Bucket } from './bucket.ts';
import { bucketLabel } from './bucket-label.ts';
import type { BucketChart, BucketSeries } from './chart.ts';
import { type Paint, seriesColour, withAlpha } from './paint.ts';
import { eventPlugin, hatchPlugin } from './plugins.ts';
import { needsLogAxis } from './ticks.ts';

type Mixed = ChartDataset<'bar' | 'line', (number | null)[]>;

export function bucketConfig(
  chart: BucketChart,
  paint: Paint,
  words: Words,
  format: Format,
): ChartConfiguration<'bar' | 'line', (number | null)[]> {
  const shown = chart.series.flatMap((series) => [...series.values, ...(series.shape === 'line' ? [...(series.high ?? [])] : [])]);
  const figures = shown.filter((value) => value !== null);
  const isLog = chart.unit === 'ms' && needsLogAxis(chart.series.flatMap((series) => series.values));
  const positive = figures.filter((value) => value > 0);
  const hasBars = chart.series.some((series) => series.shape === 'bar');
  const axis = valueAxis(
    {
      unit: chart.unit,
      isLog,
      max: Math.max(...positive, 0.0001),
      min: Math.min(...positive, Number.MAX_SAFE_INTEGER),
      isStacked: chart.isStacked === true,
    },
    paint,
    format,
  );
  return {
    type: 'bar',
    data: {
      labels: chart.buckets.map((bucket) => axisLabel(chart, bucket, { words, format })),
      datasets: chart.series.flatMap((series) => (series.shape === 'bar' ? [bars(series, paint)] : lines(series, chart, paint))),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 8, right: 4 } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        x: {
          type: 'category',
          offset: hasBars || chart.buckets.length === 1,
          stacked: chart.isStacked === true,
          border: { color: paint.line },
          grid: { display: false },
          ticks: { color: paint.quiet, font: tickFont(paint), maxRotation: 0, autoSkip: true, autoSkipPadding: 20 },
        },
        y: axis,
      },
    },
    plugins: [hatchPlugin(chart, paint), eventPlugin(chart, paint)],
  };
}

/** Hours of more than three days are told with their day: eight o'clock comes seven times in a week. */
function axisLabel({ buckets, size }: BucketChart, bucket: Bucket, said: { words: Words; format: Format }): string {
  const { words, format } = said;
  const label = bucketLabel(bucket, size, words, format);
  return size === 'hour' && buckets.length > 72 ? `${format.shortDay(bucket.key.slice(0, 10))} ${label.short}` : label.short;
}

function bars(series: BucketSeries, paint: Paint): Mixed {
  return {
    type: 'bar',
    label: series.label,
    data: [...series.values],
    backgroundColor: seriesColour(paint, series.colour),
    borderRadius: 1.5,
    categoryPercentage: 0.86,
    barPercentage: 1,
    maxBarThickness: 28,
    order: 2,
  };
}

/** The line itself and, where there is an interval, two invisible lines with the band between them. */
function lines(series: BucketSeries, chart: BucketChart, paint: Paint): Mixed[] {
  const colour = seriesColour(paint, series.colour);
  const line: Mixed = {
    type: 'line',
    label: series.label,
    data: [...series.values],
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: series.colour === 0 ? 1.25 : 1.75,
    ...(series.isDashed === true ? { borderDash: [4, 3] } : {}),
    pointRadius: chart.buckets.length === 1 ? 3 : ({ dataIndex }) => (isAlone(series.values, dataIndex) ? 2 : 0),
    spanGaps: false,
    // What still moves is dotted as well as hatched, for print and for weak eyes.
    segment: { borderDash: ({ p1DataIndex }) => (series.colour !== 0 && chart.immature[p1DataIndex] === true ? [2, 3] : undefined) },
    order: 1,
  };
  if (series.low === undefined || series.high === undefined) return [line];
  const edge = { type: 'line' as const, borderWidth: 0, pointRadius: 0, order: 3 };
  return [
    line,
    { ...edge, label: `${series.label} low`, data: [...series.low] },
    { ...edge, label: `${series.label} high`, data: [...series.high], fill: '-1', backgroundColor: withAlpha(colour, 0.14) },
  ];
}

/** A value between two gaps has no line to either side: without a dot it would not be seen. */
function isAlone(values: readonly (number | null)[], place: number): boolean {
  return (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null;
}
