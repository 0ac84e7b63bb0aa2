// Answers by the hour made of a rate, for what is counted from them without a store.
import { openTimeAxis } from '#api/engine/time-axis.ts';
import { type HourSeries, hourSeries } from '#api/peaks/hour-series.ts';
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';

/** The line of hours of a zone whose counts are told by the instant and the local key of each hour. */
export function seriesOf(zone: string, range: InstantRange, countOf: (from: Instant, key: string) => number): HourSeries {
  const axis = openTimeAxis(zone, 'hour', range);
  const groups = axis.keys.map((key, code) => ({ key, keys: [key], n: countOf(axis.starts[code] ?? range.from, key) }));
  return hourSeries({ zone, groups }, range);
}
