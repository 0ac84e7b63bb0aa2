// Hours, days, weeks and months of local time: their edges and their keys.
import { day, hour } from '#db/model/instant.ts';
import type { TimeBucket } from '#db/model/metric.ts';

/** Local time as if it were UTC, in milliseconds. 1970-01-01 was a Thursday, so weeks that begin on Monday are 3 days ahead. */
type LocalMs = number;

const mondayShift = 3 * day;
const weekMs = 7 * day;

/** Where the bucket of a local time begins. */
export function bucketStart(bucket: TimeBucket, local: LocalMs): LocalMs {
  switch (bucket) {
    case 'hour':
      return Math.floor(local / hour) * hour;
    case 'day':
      return Math.floor(local / day) * day;
    case 'week':
      return Math.floor((local + mondayShift) / weekMs) * weekMs - mondayShift;
    case 'month': {
      const date = new Date(local);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    }
    default:
      return bucket satisfies never;
  }
}

/** Where the bucket that begins at `start` ends. */
export function bucketEnd(bucket: TimeBucket, start: LocalMs): LocalMs {
  switch (bucket) {
    case 'hour':
      return start + hour;
    case 'day':
      return start + day;
    case 'week':
      return start + weekMs;
    case 'month': {
      const date = new Date(start);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    }
    default:
      return bucket satisfies never;
  }
}

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);

/** `2026-11-23`, counted out by hand (Howard Hinnant's days-to-civil): an axis has thousands of keys, and a date object for each is slow. */
function dayKey(local: LocalMs): string {
  const days = Math.floor(local / day) + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const dayOfMonth = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** `2026-11`, `2026-11-23` (a week by its Monday), `2026-11-23T14`. */
export function bucketKey(bucket: TimeBucket, start: LocalMs): string {
  const text = dayKey(start);
  switch (bucket) {
    case 'hour':
      return `${text}T${two(Math.floor((start - Math.floor(start / day) * day) / hour))}`;
    case 'day':
    case 'week':
      return text;
    case 'month':
      return text.slice(0, -3);
    default:
      return bucket satisfies never;
  }
}

/** 0 for Monday 00:00-01:00 to 167 for Sunday 23:00-24:00. */
export function hourOfWeek(local: LocalMs): number {
  const hours = Math.floor((local + mondayShift) / hour) % 168;
  return hours < 0 ? hours + 168 : hours;
}

/** `0-00` to `6-23`. */
export function hourOfWeekKey(code: number): string {
  return `${Math.floor(code / 24)}-${String(code % 24).padStart(2, '0')}`;
}

/** `+05:30`, for an hour that the clocks show twice. */
export function offsetKey(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
