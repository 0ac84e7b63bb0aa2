// Working time: the golden vectors, and what each kind of calendar means.
import { describe, expect, it } from 'vitest';
import { calendarVersionAt, isOpen, nextOpening, workingMs, workingMsByOwner } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import { calendarOf, exceptionOf, goldenCalendar, hours, local, utc, weekOf } from './compose.ts';
import { workingVectors } from './golden-vectors.ts';

const berlin = 'Europe/Berlin';
const everyDay = (...texts: readonly string[]) => weekOf(hours(...texts), hours(...texts));

/** What a naive reading computes: today's offset for every day of the year, the mistake that the vectors are there to catch. */
function fixedOffsetWorkingMs(calendar: Calendar, from: Instant, to: Instant): number {
  const offset = local('2026-03-20T00:00', berlin) - utc('2026-03-20T00:00');
  const [version] = calendar.versions;
  let sum = 0;
  for (let at = Math.floor(from / day) * day - day; at < to + day; at += day) {
    const date = new Date(at).toISOString().slice(0, 10);
    const exception = version?.exceptions.find((one) => one.date === date);
    for (const interval of exception?.intervals ?? version?.week[(new Date(at).getUTCDay() + 6) % 7] ?? []) {
      const begin = Math.max(from, at + offset + interval.open * minute);
      sum += Math.max(0, Math.min(to, at + offset + interval.close * minute) - begin);
    }
  }
  return sum;
}

describe('the golden vectors of working time', () => {
  it.each(workingVectors)('$name', ({ from, to, working, calendar }) => {
    expect({ working: workingMs(goldenCalendar(), from, to), calendar: to - from }).toEqual({ working, calendar });
  });

  it('fail for working time by a fixed offset, so they would notice it', () => {
    const missed = workingVectors.filter(({ from, to, working }) => fixedOffsetWorkingMs(goldenCalendar(), from, to) !== working);
    expect(missed.map(({ name }) => name)).toContain('Friday evening to Monday morning over the spring change');
  });

  it('fail for a calendar without its holidays, so they would notice that too', () => {
    const missed = workingVectors.filter(({ from, to, working }) => workingMs(calendarOf(), from, to) !== working);
    expect(missed.map(({ name }) => name)).toEqual(['Christmas Eve to the Monday after two holidays']);
  });
});

describe('workingMs', () => {
  it('is 0 where the end is not after the beginning', () => {
    const at = local('2026-03-25T12:00', berlin);
    expect([workingMs(calendarOf(), at, at), workingMs(calendarOf(), at, at - hour)]).toEqual([0, 0]);
  });

  it('gives a day of 23, 24 and 25 hours to an always open calendar over the clock changes', () => {
    const always = calendarOf({ week: everyDay('00:00-24:00') });
    const lengths = ['2026-03-28', '2026-03-29', '2026-10-25'].map((date) => {
      const from = local(`${date}T00:00`, berlin);
      const to = nextMidnight(date);
      return workingMs(always, from, to) / hour;
    });
    expect(lengths).toEqual([24, 23, 25]);
  });

  it('counts a night shift that begins in the evening for its real length over a clock change', () => {
    const nights = calendarOf({ week: everyDay('22:00-30:00') });
    const shift = (date: string, next: string) => workingMs(nights, local(`${date}T12:00`, berlin), local(`${next}T12:00`, berlin)) / hour;
    expect([shift('2026-03-28', '2026-03-29'), shift('2026-06-10', '2026-06-11'), shift('2026-10-24', '2026-10-25')]).toEqual([7, 8, 9]);
  });

  it('opens an interval that spring skips with the change itself, and closes nothing twice in autumn', () => {
    const early = calendarOf({ week: everyDay('02:30-06:00') });
    const over = (date: string) => workingMs(early, local(`${date}T00:00`, berlin), local(`${date}T12:00`, berlin)) / minute;
    // Spring: from 03:00 (02:30 does not exist) to 06:00. Autumn: from the first 02:30, so the hour shown twice counts twice.
    expect([over('2026-03-29'), over('2026-06-10'), over('2026-10-25')]).toEqual([180, 210, 270]);
  });

  it('counts overlapping intervals once', () => {
    const doubled = calendarOf({ week: everyDay('08:00-12:00', '10:00-14:00', '14:00-15:00') });
    expect(workingMs(doubled, local('2026-06-10T00:00', berlin), local('2026-06-11T00:00', berlin))).toBe(7 * hour);
  });

  it('counts each version for the time that it governs, from local midnight in its own zone', () => {
    const moved = calendarOf(
      { week: everyDay('00:00-24:00') },
      { validFrom: '2026-06-10', zone: 'Asia/Shanghai', week: everyDay('09:00-10:00') },
    );
    const from = local('2026-06-09T00:00', berlin);
    // Midnight of 10 June in Shanghai is 18:00 of 9 June in Berlin: 18 hours of the first version, then one hour a day.
    expect(workingMs(moved, from, local('2026-06-12T00:00', 'Asia/Shanghai'))).toBe(18 * hour + 2 * hour);
  });

  it('keeps a night going over the midnight at which a new version begins', () => {
    const nights = calendarOf({ week: everyDay('22:00-30:00') }, { validFrom: '2026-06-10', week: everyDay('22:00-30:00') });
    expect(workingMs(nights, local('2026-06-09T12:00', berlin), local('2026-06-10T12:00', berlin))).toBe(8 * hour);
  });

  it('counts nothing before the first version, and says that none governed then', () => {
    const late = calendarOf({ validFrom: '2026-06-10' });
    expect({
      working: workingMs(late, local('2026-06-01T00:00', berlin), local('2026-06-10T09:00', berlin)),
      before: calendarVersionAt(late, local('2026-06-09T23:59', berlin)),
      after: calendarVersionAt(late, local('2026-06-10T00:00', berlin))?.version,
    }).toEqual({ working: hour, before: null, after: 1 });
  });

  it('lets the higher of two version numbers win where both begin on one day', () => {
    const edited = calendarOf({ validFrom: '2026-06-10' }, { validFrom: '2026-06-10', week: everyDay('08:00-09:00') });
    expect(workingMs(edited, local('2026-06-10T00:00', berlin), local('2026-06-11T00:00', berlin))).toBe(hour);
  });

  it('lets days entered by hand beat the list of public holidays, whatever their order', () => {
    const day1 = [exceptionOf('2026-06-10', 'workday', '10:00-12:00'), exceptionOf('2026-06-10', 'holiday')];
    const working = [day1, day1.toReversed()].map((exceptions) =>
      workingMs(calendarOf({ exceptions }), local('2026-06-10T00:00', berlin), local('2026-06-11T00:00', berlin)),
    );
    expect(working).toEqual([2 * hour, 2 * hour]);
  });

  it('answers for broken instants far outside history without walking there', () => {
    expect(workingMs(calendarOf({ week: weekOf([]) }), -8e15, 8e15)).toBe(0);
  });
});

describe('isOpen and nextOpening', () => {
  it('open with the opening instant and close with the closing instant', () => {
    const at = (time: string) => local(`2026-03-25T${time}`, berlin);
    expect(['07:59:59', '08:00', '19:59:59', '20:00'].map((time) => isOpen(calendarOf(), at(time)))).toEqual([false, true, true, false]);
  });

  it('find the next opening: now, after the weekend, or never', () => {
    const friday = local('2026-03-27T20:00', berlin);
    expect({
      now: nextOpening(calendarOf(), friday - 1),
      weekend: nextOpening(calendarOf(), friday),
      never: nextOpening(calendarOf({ week: weekOf([]), exceptions: [exceptionOf('2026-03-20', 'workday', '08:00-10:00')] }), friday),
      byException: nextOpening(calendarOf({ week: weekOf([]), exceptions: [exceptionOf('2028-03-20', 'workday', '08:00-10:00')] }), friday),
    }).toEqual({
      now: friday - 1,
      weekend: local('2026-03-30T08:00', berlin),
      never: null,
      byException: local('2028-03-20T08:00', berlin),
    });
  });
});

describe('workingMsByOwner', () => {
  it('is null as soon as a part of the wait belonged to a team without hours', () => {
    const from = local('2026-03-25T08:00', berlin);
    const owners = [
      { fromAt: from, calendar: calendarOf() },
      { fromAt: from + hour, calendar: null },
    ];
    expect([
      workingMsByOwner(owners, from, from + hour),
      workingMsByOwner(owners, from, from + 2 * hour),
      workingMsByOwner([], from, from + hour),
    ]).toEqual([hour, null, null]);
  });
});

function nextMidnight(date: string): Instant {
  const next = new Date(Date.parse(`${date}T00:00Z`) + day).toISOString().slice(0, 10);
  return local(`${next}T00:00`, berlin);
}
