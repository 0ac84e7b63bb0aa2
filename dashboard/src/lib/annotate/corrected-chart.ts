// The share as it was counted and as it is corrected, over time: two lines with their bands.
import type { Answer } from '../api/shapes.ts';
import { alignTo, type Bucket, type BucketSize } from '../charts/bucket.ts';
import type { BucketChart, BucketSeries } from '../charts/chart.ts';
import { intervalOf, valueOf } from '../metrics/figure.ts';

/** Without anything to correct by there is only the counted line. */
export function correctedChart(
  answer: Answer,
  buckets: readonly Bucket[],
  size: BucketSize,
  labels: { readonly counted: string; readonly corrected: string },
): BucketChart {
  const n = alignTo(buckets, answer.groups, (group) => group.n);
  const counted: BucketSeries = {
    key: 'counted',
    label: labels.counted,
    colour: 0,
    shape: 'line',
    isDashed: true,
    values: alignTo(buckets, answer.groups, (group) => valueOf(group)),
    low: alignTo(buckets, answer.groups, (group) => intervalOf(group)?.[0] ?? null),
    high: alignTo(buckets, answer.groups, (group) => intervalOf(group)?.[1] ?? null),
    n,
  };
  const corrected: BucketSeries = {
    key: 'corrected',
    label: labels.corrected,
    colour: 1,
    shape: 'line',
    values: alignTo(buckets, answer.groups, (group) => group.corrected?.value ?? null),
    low: alignTo(buckets, answer.groups, (group) => group.corrected?.interval[0] ?? null),
    high: alignTo(buckets, answer.groups, (group) => group.corrected?.interval[1] ?? null),
    n,
  };
  const series = corrected.values.some((value) => value !== null) ? [corrected, counted] : [counted];
  return { unit: 'share', size, buckets, series, immature: buckets.map(() => false) };
}
