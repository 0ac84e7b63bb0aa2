// One sentence that says what a chart shows, for everybody and above all for those who cannot see it.
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import { bucketLabel } from './bucket-label.ts';
import type { BucketChart, BucketSeries, CurveChart } from './chart.ts';
import { shareAt } from './step-curve.ts';

/** Highest, lowest and latest of the first series, gaps, and what still moves; "no data" where there is none. */
export function bucketSentence(chart: BucketChart, words: Words, format: Format): string {
  const [main] = chart.series;
  const extremes = main === undefined ? null : extremesOf(main);
  if (main === undefined || extremes === null) return words.chart.noData;
  const when = (place: number) => {
    const bucket = chart.buckets[place];
    return bucket === undefined ? '' : bucketLabel(bucket, chart.size, words, format).short;
  };
  const value = (place: number) => format.value(main.values[place], chart.unit, main.n?.[place]);
  const parts = [words.chart.peak(main.label, value(extremes.high), when(extremes.high))];
  if (extremes.low !== extremes.high) parts.push(words.chart.trough(value(extremes.low), when(extremes.low)));
  if (extremes.last !== extremes.high && extremes.last !== extremes.low)
    parts.push(words.chart.latest(value(extremes.last), when(extremes.last)));
  const gaps = chart.unit === 'count' ? 0 : main.values.filter((one) => one === null).length;
  if (gaps > 0) parts.push(words.chart.gaps(gaps));
  const moving = chart.immature.filter(Boolean).length;
  if (moving > 0) parts.push(words.chart.immatureCount(moving));
  return sentence(parts, words);
}

/** For each curve: the share within its promise, and what was never answered. */
export function curveSentence(chart: CurveChart, words: Words, format: Format): string {
  const lines = chart.series
    .filter((series) => series.points.length > 0)
    .map((series) => {
      const at = series.promiseMs ?? chart.toMs;
      return words.chart.curveLine(
        series.label,
        format.share((series.promiseMs === null ? null : series.withinPromise) ?? shareAt(series.points, at), series.n),
        format.duration(at),
        format.share(series.notAnswered, series.n),
      );
    });
  return lines.length === 0 ? words.chart.noData : `${lines.join(words.semicolon)}${words.stop}`;
}

/** Places of the highest, lowest and last value; null where there is none. */
function extremesOf(series: BucketSeries): { high: number; low: number; last: number } | null {
  let found: { high: number; low: number; last: number } | null = null;
  series.values.forEach((value, place) => {
    if (value === null) return;
    if (found === null) found = { high: place, low: place, last: place };
    else {
      if (value > (series.values[found.high] ?? value)) found.high = place;
      if (value < (series.values[found.low] ?? value)) found.low = place;
      found.last = place;
    }
  });
  return found;
}

function sentence(parts: readonly string[], words: Words): string {
  const text = parts.join(words.comma);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${words.stop}`;
}
