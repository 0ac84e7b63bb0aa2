// Small calendars for tests of figures: the usual week, or always open.
import type { Calendar } from '#db/model/calendar.ts';

/** Monday to Friday 08:00-20:00 in the zone, or every hour of every day. */
export function calendarOf(id: string, zone: string, isAlwaysOpen: boolean): Calendar {
  const week = Array.from({ length: 7 }, (_, weekday) => {
    if (isAlwaysOpen) return [{ open: 0, close: 1440 }];
    return weekday < 5 ? [{ open: 480, close: 1200 }] : [];
  });
  return { id, label: id, versions: [{ calendarId: id, version: 1, validFrom: null, zone, week, exceptions: [] }] };
}
