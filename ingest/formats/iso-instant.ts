// Reads instants written as ISO 8601 with a zone, and refuses everything that would need a guess.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { day } from '#db/model/instant.ts';
import { refuse } from './field-values.ts';

export type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
};

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/;

/** An ISO 8601 date and time taken apart: the wall time, and the offset in minutes (null where none is written). Null where it is none. */
export function parseIso(text: string): { wall: WallTime; offsetMinutes: number | null } | null {
  const found = isoPattern.exec(text);
  if (found === null) return null;
  const [, year, month, dayOfMonth, hour, minute, second = '0', fraction = '', zone] = found;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(dayOfMonth),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  };
  if (!isRealWallTime(wall)) return null;
  const offset = zone === undefined ? null : parseOffset(zone);
  return offset === 'none' ? null : { wall, offsetMinutes: offset };
}

/** `Z`, `+08:00`, `+0800`, `+08` as minutes; `none` where no place on Earth has such an offset. */
export function parseOffset(zone: string): number | 'none' {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  if (minutes > 18 * 60 || Number(digits.slice(2) || '0') > 59) return 'none';
  return zone.startsWith('-') ? -minutes : minutes;
}

/** False for 30 February, 24:00 and second 60: none of them is an instant that a help desk writes. */
export function isRealWallTime(wall: WallTime): boolean {
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59 || wall.month < 1 || wall.month > 12 || wall.day < 1) return false;
  return wall.day <= new Date(Date.UTC(wall.year, wall.month, 0)).getUTCDate();
}

/** The instant of a wall time at a fixed offset. */
export function atOffset(wall: WallTime, offsetMinutes: number): Instant {
  const local = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);
  return local - offsetMinutes * 60_000;
}

/** A JSON value as an instant: ISO 8601 with `Z` or an offset. Numbers are refused: seconds or milliseconds would be a guess. */
export function readInstant(value: unknown, where: string): Instant {
  if (typeof value !== 'string') return refuse(where, value, 'an ISO 8601 time with a zone, such as 2026-03-29T01:30:00Z');
  const parsed = parseIso(value.trim());
  if (parsed === null) return refuse(where, value, 'an ISO 8601 time with a zone, such as 2026-03-29T01:30:00Z');
  if (parsed.offsetMinutes === null)
    return refuse(where, value, 'a time with a zone (this one has none: add Z or an offset such as +08:00)');
  return atOffset(parsed.wall, parsed.offsetMinutes);
}

const earliest = Date.UTC(2000, 0, 1);

/** Refuses times that are almost surely faults of the export: before 2000, or more than a day ahead of now. */
export function plausible(at: Instant, where: string, now: Instant): Instant {
  if (at < earliest) throw new AppError('invalid', `${where} is before the year 2000: perhaps a zero or a two-digit year was exported`);
  if (at > now + day) throw new AppError('invalid', `${where} is more than a day in the future`);
  return at;
}
