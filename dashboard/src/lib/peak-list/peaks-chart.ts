// Arrivals of each day beside the usual, with the peaks along the top.
import type { PeakItem, Peaks } from '../api/shapes.ts';
import type { Bucket } from '../charts/bucket.ts';
import type { BucketChart } from '../charts/chart.ts';
import { eventOver } from '../charts/event-over.ts';
import { dayIn } from '../format/date.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';

/** From when to when, as short as the language allows: the day once where it is one day. */
export function peakTime({ from, to }: Pick<PeakItem, 'from' | 'to'>, words: Words, format: Format): string {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const isOneDay = dayIn(format.zone, begin) === dayIn(format.zone, end - 1);
  return words.forecast.peaks.until(format.time(from), isOneDay ? format.clock(to) : format.time(to));
}

/** The days of the range as bars, the usual as a line, each peak over the days that it touches. */
export function peaksChart({ days, peaks, zone }: Peaks, words: Words, format: Format): BucketChart {
  const buckets: Bucket[] = days.map(({ day }) => ({ key: day, from: day, to: day }));
  return {
    unit: 'count',
    size: 'day',
    buckets,
    series: [
      { key: 'arrived', label: words.forecast.arrived, colour: 1, shape: 'bar', values: days.map(({ n }) => n) },
      { key: 'usual', label: words.forecast.peaks.usual, colour: 6, shape: 'line', values: days.map(({ expected }) => expected) },
    ],
    immature: days.map(() => false),
    events: peaks.flatMap((peak) => {
      const [from, to] = [dayIn(zone, Date.parse(peak.from)), dayIn(zone, Date.parse(peak.to) - 1)];
      return eventOver(days, ({ day }) => from <= day && day <= to, words.forecast.peaks.peak(peakTime(peak, words, format)));
    }),
  };
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
