// Random calendars around the days on which clocks change, for the properties of working time.
import fc from 'fast-check';
import type { Calendar, OpenInterval } from '#db/model/calendar.ts';
import { day, minute } from '#db/model/instant.ts';
import { calendarOf, exceptionOf, utc } from './compose.ts';

/** Zones with a day near which something happens: whole and half hours, history, a day that was skipped, and nothing at all. */
export const eventfulDays = [
  { zone: 'Europe/Berlin', around: '2026-03-29' },
  { zone: 'Europe/Berlin', around: '2026-10-25' },
  { zone: 'America/New_York', around: '2026-03-08' },
  { zone: 'America/New_York', around: '2026-11-01' },
  { zone: 'Australia/Lord_Howe', around: '2026-04-05' },
  { zone: 'Australia/Lord_Howe', around: '2026-10-04' },
  { zone: 'Asia/Shanghai', around: '1986-05-04' },
  { zone: 'Asia/Shanghai', around: '1991-09-15' },
  { zone: 'America/Havana', around: '2026-11-01' },
  { zone: 'Pacific/Apia', around: '2011-12-30' },
  { zone: 'Asia/Kolkata', around: '2026-06-10' },
] as const;

const intervals = (step: number): fc.Arbitrary<OpenInterval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 1440 / step - 1 }), fc.integer({ min: 1, max: 1440 / step }))
      .map(([open, length]) => ({ open: open * step, close: (open + length) * step })),
    { maxLength: 3 },
  );

function dateNear(around: string, days: number): string {
  return new Date(utc(`${around}T00:00`) + days * day).toISOString().slice(0, 10);
}

export type CalendarCase = { readonly calendar: Calendar; readonly from: number; readonly at: number; readonly to: number };

/** A calendar of one to three versions and three instants on whole minutes, in order, within eight days around an eventful day. */
export const calendarCases: fc.Arbitrary<CalendarCase> = fc
  .record({
    place: fc.constantFrom(...eventfulDays),
    weeks: fc.array(fc.array(intervals(15), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
    laterZone: fc.constantFrom(null, ...eventfulDays.map(({ zone }) => zone)),
    begins: fc.uniqueArray(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 2 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), intervals(15)), { maxLength: 3 }),
    minutes: fc.array(fc.integer({ min: -4 * 1440, max: 4 * 1440 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ place, weeks, laterZone, begins, exceptions, minutes }) => {
    const middle = utc(`${place.around}T00:00`);
    const [from = 0, at = 0, to = 0] = minutes.toSorted((a, b) => a - b).map((offset) => middle + offset * minute);
    const dates = begins.toSorted((a, b) => a - b).map((days) => dateNear(place.around, days));
    const calendar = calendarOf(
      ...weeks.map((week, index) => ({
        week,
        zone: index === 0 ? place.zone : (laterZone ?? place.zone),
        validFrom: index === 0 ? undefined : dates[index - 1],
        exceptions: exceptions.map(([days, open]) => ({ ...exceptionOf(dateNear(place.around, days), 'half_day'), intervals: open })),
      })),
    );
    return { calendar, from, at, to };
  });
