// A calendar's terms as the server takes them.
import type { NewCalendarVersion } from '../shapes.ts';
import type { CalendarTerms } from './calendar-diff.ts';
import { joined } from './week.ts';

/** A new version out of a draft; hours sorted and joined, so that equal weeks are stored alike. */
export function toVersionInput({ zone, week, exceptions }: CalendarTerms, validFrom: string | null): NewCalendarVersion {
  return {
    validFrom,
    zone,
    week: week.map((hours) => [...joined(hours)]),
    exceptions: exceptions.map((one) => ({ ...one, intervals: [...joined(one.intervals)] })),
  };
}
