// What stands over arrivals: the usual, and the peaks along the top.
import type { PeakItem, Peaks } from '../api/shapes.ts';
import type { Bucket, BucketSize } from '../charts/bucket.ts';
import type { BucketSeries, ChartEvent } from '../charts/chart.ts';
import { eventOver } from '../charts/event-over.ts';
import { addDays, dayIn } from '../format/date.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';

/** From when to when, as short as the language allows: the day once where it is one day. */
export function peakTime({ from, to }: Pick<PeakItem, 'from' | 'to'>, words: Words, format: Format): string {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const isOneDay = dayIn(format.zone, begin) === dayIn(format.zone, end - 1);
  return words.forecast.peaks.until(format.time(from), isOneDay ? format.clock(to) : format.time(to));
}

/** What is laid over arrivals: the usual as a line, and each peak over the buckets that it touches. */
export type BesideArrivals = { readonly series: readonly BucketSeries[]; readonly events: readonly ChartEvent[] };

/**
 * The usual of a bucket is that of its days; by hour, and where a day of it was not searched, there is none. A peak lies over every bucket that
 * it touches.
 */
export function besideArrivals(
  { days, peaks, zone }: Peaks,
  frame: { buckets: readonly Bucket[]; size: BucketSize },
  { words, format }: Saying,
): BesideArrivals {
  const { buckets, size } = frame;
  const usual = new Map(days.map(({ day, expected }) => [day, expected]));
  const values = buckets.map((bucket) => (size === 'hour' ? null : usualOf(bucket, usual)));
  const line: BucketSeries = { key: 'usual', label: words.forecast.peaks.usual, colour: 6, shape: 'line', values };
  const marks = peaks.flatMap((peak) => {
    const [from, to] = [Date.parse(peak.from), Date.parse(peak.to)];
    const touches = (bucket: Bucket): boolean =>
      size === 'hour'
        ? Date.parse(bucket.from) < to && from < Date.parse(bucket.to)
        : dayIn(zone, from) <= bucket.to && bucket.from <= dayIn(zone, to - 1);
    return eventOver(buckets, touches, words.forecast.peaks.peak(peakTime(peak, words, format)));
  });
  return {
    series: values.some((value) => value !== null) ? [line] : [],
    events: marks.map((mark) => ({ ...mark, isPeak: true })),
  };
}

type Saying = { readonly words: Words; readonly format: Format };

function usualOf({ from, to }: Bucket, usual: ReadonlyMap<string, number>): number | null {
  let sum = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const expected = usual.get(day);
    if (expected === undefined) return null;
    sum += expected;
  }
  return sum;
}

/** What came in all, what would have been usual, and how many peaks there were. */
export function peaksSentence({ days, peaks }: Peaks, words: Words, format: Format): string {
  if (days.length === 0) return words.chart.noData;
  const sum = (of: (day: Peaks['days'][number]) => number) => days.reduce((total, day) => total + of(day), 0);
  return words.forecast.peaks.chartSentence(
    format.count(sum(({ n }) => n)),
    format.count(sum(({ expected }) => expected)),
    format.count(peaks.length),
  );
}
