// Holidays and special days of a calendar, and the months they are shown in.
import { describe, expect, it } from 'vitest';
import {
  countingException,
  exceptionsNotIn,
  exceptionsOfYear,
  hoursOn,
  offersOf,
  withDate,
  withExceptions,
  yearsOf,
} from '../../../dashboard/src/lib/settings/calendar/exceptions.ts';
import { monthRows, monthsOf } from '../../../dashboard/src/lib/settings/calendar/month-grid.ts';
import type { CalendarException } from '../../../dashboard/src/lib/settings/shapes.ts';

const office = [{ open: 480, close: 1200 }];
const week = [office, office, office, office, office, [], []];
const day = (
  date: string,
  kind: CalendarException['kind'],
  region: string | null,
  intervals: CalendarException['intervals'] = [],
): CalendarException => ({
  date,
  kind,
  label: `${kind} ${region ?? ''}`.trim(),
  region,
  intervals,
});
const holiday = day('2026-10-01', 'holiday', 'CN');
const workday = day('2026-10-10', 'workday', null, office);

describe('exceptions', () => {
  it('lets what is entered by hand beat the list of holidays, and the later of two equal ones count', () => {
    const made = day('2026-10-01', 'workday', null, office);
    const half = day('2026-10-01', 'half_day', null, [{ open: 480, close: 720 }]);
    const other = day('2026-10-01', 'holiday', 'DE');
    expect(countingException([made, holiday, half], '2026-10-01')).toEqual(made);
    expect(countingException([holiday, half], '2026-10-01')).toEqual(holiday);
    expect(countingException([holiday, other], '2026-10-01')).toEqual(other);
    expect(countingException([holiday], '2026-10-02')).toBeNull();
  });
  it('gives the hours of a date: a holiday closes it, a make-up Saturday opens it', () => {
    const all = [holiday, workday];
    expect(['2026-10-01', '2026-10-02', '2026-10-10', '2026-10-17'].map((date) => hoursOn(week, all, date))).toEqual([
      [],
      office,
      office,
      [],
    ]);
  });
  it('offers holidays with what is known already and what falls on a closed day', () => {
    const sunday = day('2026-10-04', 'holiday', 'CN');
    expect(offersOf([sunday, holiday, day('2026-10-02', 'holiday', 'CN')], [holiday], week)).toEqual([
      { exception: holiday, state: 'known' },
      { exception: day('2026-10-02', 'holiday', 'CN'), state: 'new' },
      { exception: sunday, state: 'closed-anyway' },
    ]);
  });
  it('adds without doubling, and keeps the same day of another region', () => {
    const german = day('2026-10-01', 'holiday', 'DE');
    expect(withExceptions([workday, holiday], [{ ...holiday, label: 'again' }, german])).toEqual([holiday, german, workday]);
  });
  it('exchanges the entries of one date', () => {
    const made = day('2026-10-01', 'workday', null, office);
    expect(withDate([holiday, workday], '2026-10-01', [made])).toEqual([made, workday]);
    expect(withDate([holiday, workday], '2026-10-01', [])).toEqual([workday]);
  });
  it('lists one year, and the years there are with this and the next', () => {
    expect(exceptionsOfYear([workday, holiday, day('2027-01-01', 'holiday', 'CN')], 2026)).toEqual([holiday, workday]);
    expect(yearsOf([day('2024-01-01', 'holiday', 'CN')], 2026)).toEqual([2024, 2026, 2027]);
  });
  it('finds what is in one list only, counting doubles', () => {
    expect(exceptionsNotIn([holiday, holiday], [holiday])).toEqual([holiday]);
    expect(exceptionsNotIn([holiday], [holiday, workday])).toEqual([]);
  });
});

describe('months', () => {
  it('lays a month out in weeks from Monday on', () => {
    const rows = monthRows('2027-02-11');
    expect([rows.length, rows[0]?.[0], rows[3]?.[6]]).toEqual([4, '2027-02-01', '2027-02-28']);
    expect(monthRows('2026-11-01')[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  });
  it('shows every day of a year once', () => {
    const days = monthsOf(2028)
      .flatMap((month) => monthRows(month).flat())
      .filter((date) => date !== null);
    expect([days.length, new Set(days).size, days[0], days.at(-1)]).toEqual([366, 366, '2028-01-01', '2028-12-31']);
  });
});
