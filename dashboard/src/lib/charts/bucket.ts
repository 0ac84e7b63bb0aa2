// The time buckets of a chart: always the whole range, from its first bucket to its last, with or without figures.
import { addDays, daysBetween, firstOfMonth, weekday } from '../format/date.ts';
import { instantOfHour } from '../format/wall-clock.ts';
import type { DayRange } from '../url-state/range.ts';

export const bucketSizes = ['hour', 'day', 'week', 'month'] as const;
export type BucketSize = (typeof bucketSizes)[number];

export type Bucket = {
  readonly key: string;
  /** What the list behind this bucket asks for: days inclusive, or instants with the end exclusive. */
  readonly from: string;
  readonly to: string;
};

/** The bucket that gives a readable number of points: hours up to two days, days up to 13 weeks, weeks up to two years. */
export function bucketSizeFor(range: DayRange): BucketSize {
  const days = daysBetween(range.from, range.to);
  if (days <= 2) return 'hour';
  if (days <= 92) return 'day';
  return days <= 732 ? 'week' : 'month';
}

/** Every bucket that the range touches; weeks begin on Monday; the first and last are cut to the range. */
export function bucketsOf(range: DayRange, size: BucketSize, zone: string): readonly Bucket[] {
  if (size === 'hour') return hoursOf(range, zone);
  const buckets: Bucket[] = [];
  let start = size === 'month' ? firstOfMonth(range.from) : size === 'week' ? addDays(range.from, -weekday(range.from)) : range.from;
  while (start <= range.to) {
    const next = size === 'month' ? firstOfMonth(start, 1) : addDays(start, size === 'week' ? 7 : 1);
    const end = addDays(next, -1);
    buckets.push({
      key: size === 'month' ? start.slice(0, 7) : start,
      from: laterDay(start, range.from),
      to: earlierDay(end, range.to),
    });
    start = next;
  }
  return buckets;
}

function laterDay(one: string, other: string): string {
  return [one, other].sort()[1] ?? one;
}

function earlierDay(one: string, other: string): string {
  return [one, other].sort()[0] ?? one;
}

function hoursOf(range: DayRange, zone: string): readonly Bucket[] {
  const buckets: Bucket[] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    for (let hour = 0; hour < 24; hour += 1) {
      const key = `${day}T${String(hour).padStart(2, '0')}`;
      const from = instantOfHour(key, zone);
      // The hour that is skipped in spring does not exist, so it gets no bucket.
      if (from === null) continue;
      buckets.push({ key, from: new Date(from).toISOString(), to: new Date(from + 3_600_000).toISOString() });
    }
  }
  return buckets;
}

/** One value per bucket, `null` where the answer has no group for it. */
export function alignTo<Group extends { readonly keys: readonly string[] }, Value>(
  buckets: readonly Bucket[],
  groups: readonly Group[],
  value: (group: Group) => Value,
): readonly (Value | null)[] {
  const byKey = new Map(groups.map((group) => [group.keys[0], group]));
  return buckets.map((bucket) => {
    const group = byKey.get(bucket.key);
    return group === undefined ? null : value(group);
  });
}
