// Local buckets by the calendar library alone, one instant at a time: slow, and independent of the engine's tables.
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#db/model/instant.ts';
import type { Grouping, InstantRange, TimeBucket } from '#db/model/metric.ts';

const units = { hour: 'hours', day: 'days', week: 'weeks', month: 'months' } as const;

export function localOf(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The key of the bucket that an instant lies in. */
export function slowKey(at: Instant, zone: string, grouping: Grouping): string {
  const local = localOf(at, zone);
  switch (grouping) {
    case 'hour': {
      const hourStart = local.toPlainDateTime().with({ minute: 0, second: 0, millisecond: 0 });
      const key = `${hourStart.toPlainDate().toString()}T${two(local.hour)}`;
      // Shown twice: the first or the last minute of the hour means two different instants.
      const ends = [hourStart, hourStart.with({ minute: 59 })];
      const isTwice = ends.some(
        (edge) =>
          edge.toZonedDateTime(zone, { disambiguation: 'earlier' }).offset !==
          edge.toZonedDateTime(zone, { disambiguation: 'later' }).offset,
      );
      return isTwice ? `${key}${local.offset}` : key;
    }
    case 'day':
      return local.toPlainDate().toString();
    case 'week':
      return local
        .toPlainDate()
        .subtract({ days: local.dayOfWeek - 1 })
        .toString();
    case 'month':
      return local.toPlainDate().toPlainYearMonth().toString();
    case 'hour-of-week':
      return `${local.dayOfWeek - 1}-${two(local.hour)}`;
    default:
      throw new Error(`${grouping} is no bucket of time`);
  }
}

/** All keys of a range in order, found by stepping through it in quarters of an hour. */
export function slowKeys(range: InstantRange, zone: string, grouping: Grouping): string[] {
  if (grouping === 'hour-of-week') return Array.from({ length: 168 }, (_, code) => `${Math.floor(code / 24)}-${two(code % 24)}`);
  const keys = new Set<string>();
  const step = grouping === 'hour' ? 15 * 60_000 : 3_600_000;
  for (let at = range.from; at < range.to; at = Math.min(range.to, Math.floor(at / step) * step + step))
    keys.add(slowKey(at, zone, grouping));
  // A step of an hour may pass over a midnight at a quarter past and end behind it.
  if (range.to > range.from) keys.add(slowKey(range.to - 1, zone, grouping));
  return [...keys];
}

/** Where the bucket of an instant ends. */
export function slowEnd(at: Instant, zone: string, bucket: TimeBucket): Instant {
  const key = slowKey(at, zone, bucket);
  if (bucket === 'hour') {
    let end = Math.floor(at / 900_000) * 900_000;
    while (slowKey(end, zone, bucket) === key) end += 900_000;
    return end;
  }
  const local = localOf(at, zone);
  const start = bucket === 'week' ? local.subtract({ days: local.dayOfWeek - 1 }) : bucket === 'month' ? local.with({ day: 1 }) : local;
  return start
    .toPlainDate()
    .add({ [units[bucket]]: 1 })
    .toZonedDateTime(zone).epochMilliseconds;
}
