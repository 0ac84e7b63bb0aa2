// Counts over time with the calendar they stand in: what every model here reads.
import type { Instant } from '#db/model/instant.ts';

export type SeriesBucket = 'hour' | 'day';

/**
 * Buckets in order of time, known ones first, then those ahead of which only the calendar is known. Plain arrays, so that a
 * series can be sent to a worker thread.
 */
export type CountSeries = {
  readonly bucket: SeriesBucket;
  /** Where each bucket begins, and where the last one ends. */
  readonly edges: readonly Instant[];
  /** Counts of the known buckets. */
  readonly counts: readonly number[];
  /** Place of each bucket in the week of its zone: hour of the week, or weekday; 0 is Monday. */
  readonly season: readonly number[];
  /** Local day of each bucket, counted from the first. */
  readonly day: readonly number[];
  /** Holiday of each local day; null for plain days. */
  readonly holidays: readonly (string | null)[];
};

/** Places in a week. */
export function seasonLength(series: CountSeries): number {
  return series.bucket === 'hour' ? 168 : 7;
}

/** Buckets in a day. */
export function perDay(series: CountSeries): number {
  return series.bucket === 'hour' ? 24 : 1;
}

/** The last known bucket before `before` at the same place in the week as `bucket`; -1 where there is none. */
export function weekBefore(series: CountSeries, bucket: number, before: number): number {
  const length = seasonLength(series);
  const weeks = Math.max(1, Math.ceil((bucket - before + 1) / length));
  for (let back = weeks; back < weeks + 3; back += 1) {
    const guess = bucket - back * length;
    // Where clocks moved in between, the place is an hour off; the hour that they skipped is found a week before.
    for (const place of [guess, guess - 1, guess + 1]) {
      if (place >= 0 && place < before && series.season[place] === series.season[bucket]) return place;
    }
  }
  return -1;
}
