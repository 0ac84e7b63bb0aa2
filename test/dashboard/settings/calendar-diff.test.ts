// What changed between two versions of a calendar, and the groups in which days are named.
import { describe, expect, it } from 'vitest';
import { type CalendarTerms, calendarDiff, sameTerms } from '../../../dashboard/src/lib/settings/calendar/calendar-diff.ts';
import { dayGroups, runsOf } from '../../../dashboard/src/lib/settings/calendar/day-groups.ts';
import { emptyWeek, withDay } from '../../../dashboard/src/lib/settings/calendar/week.ts';

const office = [{ open: 480, close: 1200 }];
const late = [{ open: 540, close: 1260 }];
const newYear = { date: '2027-01-01', kind: 'holiday', label: 'New Year', region: 'GB', intervals: [] } as const;
const eve = { date: '2026-12-24', kind: 'half_day', label: 'Eve', region: null, intervals: [{ open: 480, close: 720 }] } as const;
const before: CalendarTerms = { zone: 'Asia/Shanghai', week: [office, office, office, office, office, [], []], exceptions: [newYear, eve] };
const nothing = { zone: null, days: [], added: [], removed: [], changed: [] };

describe('calendarDiff', () => {
  it('is empty for the same terms in another order', () => {
    const after = { ...before, exceptions: [eve, newYear] };
    expect(calendarDiff(before, after)).toEqual(nothing);
    expect(sameTerms(before, after)).toBe(true);
  });
  it('groups days that changed in the same way', () => {
    const after = { ...before, week: [late, late, late, late, office, [], office] };
    expect(calendarDiff(before, after)).toEqual({
      ...nothing,
      days: [
        { days: [0, 1, 2, 3], before: office, after: late },
        { days: [6], before: [], after: office },
      ],
    });
    expect(sameTerms(before, after)).toBe(false);
  });
  it('tells added, removed and changed days apart, and the zone', () => {
    const carnival = { ...newYear, date: '2027-02-16', label: 'Carnival' };
    const longer = { ...eve, intervals: [{ open: 480, close: 780 }] };
    expect(calendarDiff(before, { ...before, zone: 'Europe/Berlin', exceptions: [carnival, longer] })).toEqual({
      zone: { before: 'Asia/Shanghai', after: 'Europe/Berlin' },
      days: [],
      added: [carnival],
      removed: [newYear],
      changed: [longer],
    });
  });
  it('sees that one of two equal entries was taken out', () => {
    const doubled = { ...before, exceptions: [newYear, newYear] };
    expect(calendarDiff(doubled, { ...doubled, exceptions: [newYear] })).toEqual({ ...nothing, removed: [newYear] });
  });
});

describe('days together', () => {
  it('names runs of three and more as a range', () => {
    expect(runsOf([4, 0, 1, 2, 3, 6])).toEqual([
      [0, 4],
      [6, 6],
    ]);
    expect(runsOf([5, 6])).toEqual([
      [5, 5],
      [6, 6],
    ]);
  });
  it('groups days with the same hours in the order of their first', () => {
    expect(dayGroups(withDay(before.week, 2, late))).toEqual([
      { days: [0, 1, 3, 4], hours: office },
      { days: [2], hours: late },
      { days: [5, 6], hours: [] },
    ]);
    expect(dayGroups(emptyWeek)).toEqual([{ days: [0, 1, 2, 3, 4, 5, 6], hours: [] }]);
  });
});
