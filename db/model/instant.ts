// Instants, days and durations: the three ways this house speaks of time.
import { z } from 'zod';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. Every stored time is one of these, never a local time. */
export type Instant = number;

declare const dayBrand: unique symbol;

/** A calendar day `YYYY-MM-DD`, meaningful only together with a time zone. */
export type Day = string & { readonly [dayBrand]: true };

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false;
  // 2026-02-30 matches the pattern; only a round trip shows that it is no day.
  return new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
}

/** Reads `YYYY-MM-DD`; rejects days that do not exist, such as 2026-02-30. */
export const daySchema = z.string().transform((text, context): Day => {
  if (isDay(text)) return text;
  context.addIssue({ code: 'custom', message: `not a day (YYYY-MM-DD): ${text.slice(0, 40)}` });
  return z.NEVER;
});

/** True where the text names an IANA time zone that this runtime knows, such as `Asia/Shanghai`. */
export function isZone(text: string): boolean {
  // Offsets such as +08:00 are accepted by Intl but have no history, so no daylight saving: refused.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

export const zoneSchema = z.string().max(64).refine(isZone, { message: 'not an IANA time zone such as Asia/Shanghai' });

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
