// Calendars: when we are open, per zone, in versions that are never edited in place.
import { z } from 'zod';
import { daySchema, zoneSchema } from './instant.ts';

/**
 * A half-open stretch `[open, close)` in minutes after local midnight of its day.
 * `close` up to 2880: 22:00-06:00 is `{open: 1320, close: 1800}` on the day it begins.
 */
export const openIntervalSchema = z
  .strictObject({ open: z.number().int().min(0).max(1440), close: z.number().int().min(0).max(2880) })
  .refine((interval) => interval.open < interval.close, { message: 'an interval must close after it opens' })
  .refine((interval) => interval.close - interval.open <= 1440, { message: 'an interval may last 24 hours at the most' });
export type OpenInterval = z.infer<typeof openIntervalSchema>;

export const exceptionKinds = ['holiday', 'half_day', 'workday', 'closure'] as const;

/** A dated override of the week: a holiday has no intervals, a half day or a make-up workday has its own. */
export const calendarExceptionSchema = z.strictObject({
  date: daySchema,
  kind: z.enum(exceptionKinds),
  label: z.string().max(120),
  region: z.string().max(8).nullable(),
  intervals: z.array(openIntervalSchema).max(12),
});
export type CalendarException = z.infer<typeof calendarExceptionSchema>;

/** The hours of one calendar from `validFrom` on (null: since ever). `week[0]` is Monday. */
export const calendarVersionSchema = z.strictObject({
  calendarId: z.string().min(1).max(64),
  version: z.number().int().positive(),
  validFrom: daySchema.nullable(),
  zone: zoneSchema,
  week: z.array(z.array(openIntervalSchema).max(12)).length(7),
  exceptions: z.array(calendarExceptionSchema).max(2000),
});
export type CalendarVersion = z.infer<typeof calendarVersionSchema>;

/** A calendar with all its versions, oldest first. */
export type Calendar = { readonly id: string; readonly label: string; readonly versions: readonly CalendarVersion[] };
