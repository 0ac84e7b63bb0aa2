// What was told and what came, as a chart: the promised range as a band, real waits as lines.
import { alignTo, type Bucket } from '../charts/bucket.ts';
import type { BucketChart } from '../charts/chart.ts';
import type { NoticeTrack } from './ask.ts';

type Labels = { readonly told: string; readonly half: string; readonly most: string };
type Day = NoticeTrack['days'][number];

/** One point a day; days with too few waits stay empty. */
export function trackChart({ days }: NoticeTrack, buckets: readonly Bucket[], labels: Labels): BucketChart {
  const keyed = days.map((day) => ({ ...day, keys: [day.day] }));
  const line = (value: (day: Day) => number | null) => alignTo(buckets, keyed, value);
  const n = line((day) => day.n);
  return {
    unit: 'ms',
    size: 'day',
    buckets,
    immature: buckets.map(() => false),
    series: [
      {
        key: 'told',
        label: labels.told,
        colour: 1,
        shape: 'line',
        isDashed: true,
        values: line((day) => day.toldMaxMs),
        low: line((day) => day.toldMinMs),
        high: line((day) => day.toldMaxMs),
        n,
      },
      { key: 'half', label: labels.half, colour: 2, shape: 'line', values: line((day) => day.p50) },
      { key: 'most', label: labels.most, colour: 3, shape: 'line', values: line((day) => day.p90) },
    ],
  };
}
