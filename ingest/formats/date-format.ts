// Dates as exports write them: declared formats, declared zone, and what happens at a change of the clock.
import { Temporal } from 'temporal-polyfill';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { refuse } from './field-values.ts';
import type { TimeFlag } from './format.ts';
import { atOffset, isRealWallTime, parseIso, parseOffset, type WallTime } from './iso-instant.ts';

type Parsed = { readonly wall: WallTime; readonly offsetMinutes: number | null };
type DateReader = (text: string) => Parsed | null;

const tokens: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<half>\\d{2})',
  h: '(?<half>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<fraction>\\d{3})',
  a: '(?<noon>[AaPp]\\.?[Mm]\\.?)',
  xxx: '(?<zone>[Zz]|[+-]\\d{2}:?\\d{2})',
};
const tokenPattern = /yyyy|SSS|xxx|MM|M|dd|d|HH|H|hh|h|mm|ss|a|'[^']*'|[^A-Za-z']|[A-Za-z]/g;

/** `iso`, `epoch-s`, `epoch-ms`, or a pattern such as `dd.MM.yyyy HH:mm`. Throws AppError `invalid` where it is none of them. */
export function compileDateFormat(format: string): DateReader {
  if (format === 'iso') return parseIso;
  if (format === 'epoch-s') return epochReader(1000);
  if (format === 'epoch-ms') return epochReader(1);
  return patternReader(format);
}

function epochReader(factor: number): DateReader {
  return (text) => {
    if (!/^\d{1,14}(\.\d{1,6})?$/.test(text)) return null;
    const ms = Math.round(Number(text) * factor);
    if (ms > 8.64e15) return null;
    const utc = new Date(ms);
    const wall = {
      year: utc.getUTCFullYear(),
      month: utc.getUTCMonth() + 1,
      day: utc.getUTCDate(),
      hour: utc.getUTCHours(),
      minute: utc.getUTCMinutes(),
      second: utc.getUTCSeconds(),
      millisecond: utc.getUTCMilliseconds(),
    };
    return { wall, offsetMinutes: 0 };
  };
}

function patternReader(format: string): DateReader {
  const seen: string[] = [];
  const source = [...format.matchAll(tokenPattern)].map(([part]) => {
    const token = tokens[part];
    if (token !== undefined) {
      seen.push(part);
      return token;
    }
    if (/^[A-Za-z]$/.test(part))
      throw new AppError('invalid', `date format "${format}": the letter ${part} stands for nothing (put literal letters in quotes: 'T')`);
    const literal = part.startsWith("'") ? part.slice(1, -1) : part;
    return literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  const has = (...names: string[]): boolean => names.some((name) => seen.includes(name));
  if (!has('yyyy') || !has('MM', 'M') || !has('dd', 'd'))
    throw new AppError('invalid', `date format "${format}": needs yyyy, MM or M, and dd or d`);
  if (has('hh', 'h') !== has('a')) throw new AppError('invalid', `date format "${format}": hh or h needs a (AM/PM), and a needs hh or h`);
  if (new Set(seen.map((part) => part[0])).size < seen.length)
    throw new AppError('invalid', `date format "${format}": a part occurs twice`);
  const pattern = new RegExp(`^${source.join('')}$`);
  return (text) => fromGroups(pattern.exec(text)?.groups);
}

function fromGroups(groups: Readonly<Record<string, string | undefined>> | undefined): Parsed | null {
  if (groups === undefined) return null;
  const number = (name: string): number => Number(groups[name] ?? '0');
  const half = number('half');
  if (groups.half !== undefined && (half < 1 || half > 12)) return null;
  const isAfternoon = groups.noon?.toLowerCase().startsWith('p') ?? false;
  const wall = {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: groups.half === undefined ? number('hour') : (half % 12) + (isAfternoon ? 12 : 0),
    minute: number('minute'),
    second: number('second'),
    millisecond: number('fraction'),
  };
  const offset = groups.zone === undefined ? null : parseOffset(groups.zone);
  return isRealWallTime(wall) && offset !== 'none' ? { wall, offsetMinutes: offset } : null;
}

export type DateText = { readonly at: Instant; readonly flag: TimeFlag | null };

/**
 * A reader of times written in any of `formats`. Zone-less times are wall times in `zone`; without a zone they are refused.
 * A wall time that occurs twice (clocks go back) is taken as the first one and flagged; one that never occurs
 * (clocks go forward) is moved on by the length of the gap and flagged.
 */
export function openDateReader(formats: readonly string[], zone: string | null): (text: string, where: string) => DateText {
  const readers = formats.map(compileDateFormat);
  return (text, where) => {
    const plain = text.trim();
    const found = readers.map((read) => read(plain)).filter((parsed) => parsed !== null);
    const [first, ...others] = found.map((parsed) => settle(parsed, zone, where));
    if (first === undefined) return refuse(where, plain, `a time written as ${formats.join(' or ')}`);
    // 03/04/2026 under both dd/MM and MM/dd: any choice would be a guess.
    if (others.some((other) => other.at !== first.at)) return refuse(where, plain, 'a time that only one of the declared formats can read');
    return first;
  };
}

function settle({ wall, offsetMinutes }: Parsed, zone: string | null, where: string): DateText {
  if (offsetMinutes !== null) return { at: atOffset(wall, offsetMinutes), flag: null };
  if (zone === null)
    throw new AppError('invalid', `${where} is a time without a zone; declare "zone" in the mapping file, for example Asia/Shanghai`);
  const local = new Temporal.PlainDateTime(wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { at: earlier.epochMilliseconds, flag: null };
  if (earlier.toPlainDateTime().equals(local)) return { at: earlier.epochMilliseconds, flag: 'ambiguous_time' };
  return { at: later.epochMilliseconds, flag: 'nonexistent_time' };
}
