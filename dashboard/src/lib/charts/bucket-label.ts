// What a bucket is called: short under the axis, long in tooltips and tables.
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { Bucket, BucketSize } from './bucket.ts';

/** `14:00`, `12 Mar`, `Mar 2026`; long forms name weekday, year or the whole week. */
export function bucketLabel(
  bucket: Bucket,
  size: BucketSize,
  words: Words,
  format: Format,
): { readonly short: string; readonly long: string } {
  switch (size) {
    case 'hour': {
      const hour = `${bucket.key.slice(11, 13)}:00`;
      return { short: hour, long: `${format.day(bucket.key.slice(0, 10))} ${hour}` };
    }
    case 'day':
      return { short: format.shortDay(bucket.key), long: format.longDay(bucket.key) };
    case 'week':
      return { short: format.shortDay(bucket.key), long: words.chart.week(format.day(bucket.key)) };
    case 'month': {
      const month = format.month(`${bucket.key}-01`);
      return { short: month, long: month };
    }
    default:
      return size satisfies never;
  }
}
