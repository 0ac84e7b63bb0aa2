// Counts by the hour as a line: each hour of a zone with its instants, its local time and what came in.
import { openTimeAxis } from '#api/engine/time-axis.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Answer, InstantRange } from '#db/model/metric.ts';

export type SeriesHour = {
  readonly from: Instant;
  readonly to: Instant;
  /** Local time as if it were UTC, in whole hours: two hours of one name share it. */
  readonly local: number;
  readonly count: number;
};

export type HourSeries = {
  readonly hours: readonly SeriesHour[];
  /** Counts by local hour; two where the clocks show it twice. */
  readonly byLocal: ReadonlyMap<number, readonly number[]>;
};

/** The local hour of a key such as `2026-10-25T02` or `2026-10-25T02+02:00`. */
export function localHour(key: string): number {
  return Math.round(Date.parse(`${key.slice(0, 13)}:00:00Z`) / hour);
}

/** Hours in one week of local time. */
export const weekHours = (7 * day) / hour;

/** The line of an answer that was grouped by the hour over `range`. */
export function hourSeries({ groups, zone }: Pick<Answer, 'groups' | 'zone'>, range: InstantRange): HourSeries {
  const axis = openTimeAxis(zone, 'hour', range);
  const hours = axis.keys.map((key, code) => ({
    from: axis.starts[code] ?? range.from,
    to: axis.ends[code] ?? range.to,
    local: localHour(key),
    count: groups[code]?.n ?? 0,
  }));
  const byLocal = new Map<number, number[]>();
  for (const { local, count } of hours) {
    const known = byLocal.get(local);
    if (known === undefined) byLocal.set(local, [count]);
    else known.push(count);
  }
  return { hours, byLocal };
}

/** The place of the first hour that ends after an instant; the number of hours where none does. */
export function placeAt({ hours }: HourSeries, at: Instant): number {
  let low = 0;
  let high = hours.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hours[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
