// Arrivals of today by the hour, against what the same weekday usually brings.
import type { FigureGroup } from '../api/shapes.ts';
import type { Bucket } from '../charts/bucket.ts';
import type { BucketChart } from '../charts/chart.ts';
import { addDays } from '../format/date.ts';
import { median } from '../stats/difference.ts';

export type TodayArrivals = {
  readonly counts: readonly (number | null)[];
  readonly usual: readonly (number | null)[];
  /** Up to this instant: what the bars add up to. */
  readonly soFar: number;
  /** The same part of the usual days; the running hour counts by the share of it that is over. */
  readonly usualSoFar: number | null;
};

export const weeksBack = 8;

/** The days that today is measured against: the same weekday, one to eight weeks ago. */
export function usualDays(today: string): readonly string[] {
  return Array.from({ length: weeksBack }, (_, week) => addDays(today, -7 * (week + 1)));
}

/**
 * Per hour bucket of today: its count (null for hours to come) and the median of the same hour on the usual days.
 * Days from before the first arrival that is known are no evidence of quiet and are left out; without any, the usual is null.
 */
export function todayArrivals(buckets: readonly Bucket[], groups: readonly FigureGroup[], today: string, now: number): TodayArrivals {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const key = group.keys[0];
    if (key !== undefined && (group.value ?? group.n) > 0)
      counts.set(key.slice(0, 13), (counts.get(key.slice(0, 13)) ?? 0) + (group.value ?? group.n));
  }
  const firstKnown = [...counts.keys()].sort()[0]?.slice(0, 10);
  const days = usualDays(today).filter((day) => firstKnown !== undefined && day >= firstKnown && day !== today);
  const countOn = (day: string, bucket: Bucket) => counts.get(`${day}${bucket.key.slice(10, 13)}`) ?? 0;
  const usualOn = (day: string) => buckets.reduce((sum, bucket) => sum + countOn(day, bucket) * shareOver(bucket, now), 0);
  return {
    counts: buckets.map((bucket) => (Date.parse(bucket.from) > now ? null : countOn(today, bucket))),
    usual: buckets.map((bucket) => median(days.map((day) => countOn(day, bucket)))),
    soFar: buckets.reduce((sum, bucket) => sum + (Date.parse(bucket.from) > now ? 0 : countOn(today, bucket)), 0),
    usualSoFar: median(days.map(usualOn)),
  };
}

/** How much of a bucket is over at an instant, 0 to 1. */
function shareOver(bucket: Bucket, now: number): number {
  const [from, to] = [Date.parse(bucket.from), Date.parse(bucket.to)];
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}

/** The chart of it: bars for today, a quiet line for the usual; the running hour is still moving. */
export function todayChart(
  buckets: readonly Bucket[],
  arrivals: TodayArrivals,
  now: number,
  labels: { today: string; usual: string },
): BucketChart {
  return {
    unit: 'count',
    size: 'hour',
    buckets,
    series: [
      { key: 'today', label: labels.today, colour: 1, shape: 'bar', values: arrivals.counts },
      { key: 'usual', label: labels.usual, colour: 0, shape: 'line', values: arrivals.usual },
    ],
    immature: buckets.map((bucket) => Date.parse(bucket.from) <= now && now < Date.parse(bucket.to)),
  };
}
