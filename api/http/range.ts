// Ranges of a question: days of a zone, both inclusive, or instants, of which the last is not included.
import { Temporal } from 'temporal-polyfill';
import { AppError } from '#db/model/errors.ts';
import { daySchema, type Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';

/** A `+` in a query string arrives as a blank; an offset is the only place where an instant could have one. */
function mendOffset(text: string): string {
  return text.replace(/ (\d{2}:?\d{2})$/, '+$1');
}

const instantPattern = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})$/;

function instantOf(text: string): Instant | null {
  if (!instantPattern.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** An instant with a zone or an offset; null for anything else. */
export function toInstant(text: string): Instant | null {
  return instantOf(mendOffset(text));
}

/** True where the text is a day or an instant that exists. */
export function isMoment(text: string): boolean {
  return daySchema.safeParse(text).success || toInstant(text) !== null;
}

/** Midnight of a day in a zone, or the first instant after it where clocks jump over midnight. */
export function startOfDay(day: string, zone: string, plusDays = 0): Instant {
  return Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime(zone).epochMilliseconds;
}

/** The day of an instant in a zone. */
export function dayOf(at: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function edge(text: string, zone: string, isEnd: boolean): Instant {
  return toInstant(text) ?? startOfDay(text, zone, isEnd ? 1 : 0);
}

/**
 * `[from, to)` in instants. Without either: null, everything there is. Without `to`: up to the end of the day of `asOf`.
 * `to` alone is refused, because it would silently mean "since 1970".
 */
export function toRange(from: string | undefined, to: string | undefined, zone: string, asOf: Instant): InstantRange | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined) throw new AppError('invalid', 'from: is needed where to is given');
  const range = {
    from: edge(from, zone, false),
    to: to === undefined ? startOfDay(dayOf(asOf, zone), zone, 1) : edge(to, zone, true),
  };
  if (range.from >= range.to) throw new AppError('invalid', 'from: must be before to');
  return range;
}
