// The holidays that a model knows: those of the calendars, and those told as business events.
import { dayOf, startOfDay } from '#api/http/range.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { BusinessEvent } from '#db/store/events.ts';
import type { Holidays } from './arrivals-series.ts';

const longestDays = 31;

/**
 * Holidays by local day, each under its name. A day that is one in several calendars takes the first name of the alphabet, an
 * event takes the day over from calendars: the same holiday has the same name every year, else nothing can be learnt of it.
 */
export function holidaysOf(calendars: readonly Calendar[], events: readonly BusinessEvent[], zone: string): Holidays {
  const named = calendars.flatMap(({ versions }) =>
    versions.flatMap(({ exceptions }) =>
      exceptions.filter(({ kind }) => kind === 'holiday').map(({ date, label }) => ({ date: `${date}`, label })),
    ),
  );
  const days = new Map(named.toSorted((a, b) => (a.label < b.label ? 1 : -1)).map(({ date, label }) => [date, label]));
  for (const { kind, label, fromAt, toAt } of events) {
    if (kind !== 'holiday') continue;
    let day = dayOf(fromAt, zone);
    const last = dayOf(Math.max(fromAt, toAt - 1), zone);
    for (let count = 0; day <= last && count < longestDays; count += 1) {
      days.set(day, label);
      day = dayOf(startOfDay(day, zone, 1), zone);
    }
  }
  return days;
}
