// A metric over time as a chart: one line with its band, or half and nine tenths of a duration.
import type { Answer, BusinessEvent } from '../api/shapes.ts';
import { alignTo, type Bucket, type BucketSize } from '../charts/bucket.ts';
import type { BucketChart, BucketSeries, ChartEvent } from '../charts/chart.ts';
import { eventOver } from '../charts/event-over.ts';
import { dayIn } from '../format/date.ts';
import { intervalOf, valueOf } from './figure.ts';

export type FigureLabels = { readonly value: string; readonly p50: string; readonly p90: string };

/** The groups of an answer, laid on the buckets of the whole range. Counts become bars, the rest lines. */
export function figureChart(
  answer: Answer,
  buckets: readonly Bucket[],
  size: BucketSize,
  labels: FigureLabels,
  events: readonly ChartEvent[] = [],
): BucketChart {
  const n = alignTo(buckets, answer.groups, (group) => group.n);
  const line = (key: 'p50' | 'p90', label: string, colour: number): BucketSeries => ({
    key,
    label,
    colour,
    shape: 'line',
    values: alignTo(buckets, answer.groups, (group) => valueOf(group, key)),
    low: alignTo(buckets, answer.groups, (group) => intervalOf(group, key)?.[0] ?? null),
    high: alignTo(buckets, answer.groups, (group) => intervalOf(group, key)?.[1] ?? null),
    n,
  });
  const isCount = answer.unit === 'count';
  return {
    unit: answer.unit,
    size,
    buckets,
    series:
      answer.unit === 'ms'
        ? [line('p50', labels.p50, 1), line('p90', labels.p90, 4)]
        : isCount
          ? [
              {
                key: 'value',
                label: labels.value,
                colour: 1,
                shape: 'bar',
                values: alignTo(buckets, answer.groups, (group) => valueOf(group)),
              },
            ]
          : [{ ...line('p50', labels.value, 1), key: 'value' }],
    immature: alignTo(buckets, answer.groups, (group) => group.immature === true).map((isMoving) => isMoving === true),
    events,
  };
}

/** The buckets that each event touches; events outside the range are left out. */
export function eventsOver(
  buckets: readonly Bucket[],
  size: BucketSize,
  events: readonly BusinessEvent[],
  zone: string,
): readonly ChartEvent[] {
  return events.flatMap((event): ChartEvent[] => {
    const [from, to] = [event.from, event.to ?? event.from];
    const isIn = (bucket: Bucket): boolean =>
      size === 'hour'
        ? Date.parse(bucket.from) <= Date.parse(to) && Date.parse(from) < Date.parse(bucket.to)
        : bucket.from <= dayIn(zone, Date.parse(to)) && dayIn(zone, Date.parse(from)) <= bucket.to;
    return eventOver(buckets, isIn, event.label);
  });
}
