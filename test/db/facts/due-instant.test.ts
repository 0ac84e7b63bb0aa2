// Due instants: the golden vectors, and the edges of each reading.
import { describe, expect, it } from 'vitest';
import { dueInstant } from '#db/facts/due-instant.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { calendarOf, exceptionOf, goldenCalendar, hours, local, termOf, weekOf } from './compose.ts';
import { dueVectors } from './golden-vectors.ts';

const berlin = 'Europe/Berlin';

describe('the golden vectors of due instants', () => {
  it.each(dueVectors)('$name', ({ at, promise, due }) => {
    expect(dueInstant(promise, goldenCalendar(), at)).toBe(due);
  });

  it('fail where a working day is read as 24 hours on the clock, so they would notice it', () => {
    const missed = dueVectors.filter(({ at, promise, due }) => at + (promise.durationMs ?? (promise.workingDays ?? 0) * day) !== due);
    expect(missed).toHaveLength(3);
  });

  it('fail for a calendar without its holidays, so they would notice that too', () => {
    const missed = dueVectors.filter(({ at, promise, due }) => dueInstant(promise, calendarOf(), at) !== due);
    expect(missed.map(({ name }) => name)).toEqual(['complaint on Christmas Eve + 3 working days']);
  });
});

describe('dueInstant', () => {
  it('starts working time at the next opening for what arrives while closed', () => {
    expect(dueInstant(termOf('working-time', 5 * minute), calendarOf(), local('2026-03-21T10:00', berlin))).toBe(
      local('2026-03-23T08:05', berlin),
    );
  });

  it('is the closing instant, not the next opening, where the time is used up exactly at closing', () => {
    expect(dueInstant(termOf('working-time', hour), calendarOf(), local('2026-03-20T19:00', berlin))).toBe(
      local('2026-03-20T20:00', berlin),
    );
  });

  it('counts a half day as a working day with its own close', () => {
    const halfDay = calendarOf({ exceptions: [exceptionOf('2026-12-24', 'half_day', '08:00-12:00')] });
    expect(dueInstant(termOf('working-days', 1), halfDay, local('2026-12-23T18:00', berlin))).toBe(local('2026-12-24T12:00', berlin));
  });

  it('counts a make-up workday on a Saturday', () => {
    const makeUp = calendarOf({ zone: 'Asia/Shanghai', exceptions: [exceptionOf('2026-02-14', 'workday', '09:00-18:00')] });
    expect(dueInstant(termOf('working-days', 1), makeUp, local('2026-02-13T18:00', 'Asia/Shanghai'))).toBe(
      local('2026-02-14T18:00', 'Asia/Shanghai'),
    );
  });

  it('closes a working day that runs past midnight where its last interval ends', () => {
    const nights = calendarOf({ week: weekOf(hours('09:00-12:00', '20:00-28:00')) });
    expect(dueInstant(termOf('working-days', 1), nights, local('2026-03-18T10:00', berlin))).toBe(local('2026-03-20T04:00', berlin));
  });

  it('closes no day before the night of the day before has ended', () => {
    const nights = calendarOf({ week: [hours('20:00-30:00'), hours('00:00-01:00'), [], [], [], [], []] });
    const [monday, tuesday] = [1, 2].map((count) => dueInstant(termOf('working-days', count), nights, local('2026-03-15T10:00', berlin)));
    expect([monday, tuesday]).toEqual([local('2026-03-17T06:00', berlin), local('2026-03-17T06:00', berlin)]);
  });

  it('ends a working day of an always open calendar at midnight', () => {
    const always = calendarOf({ week: weekOf(hours('00:00-24:00'), hours('00:00-24:00')) });
    expect(dueInstant(termOf('working-days', 1), always, local('2026-03-28T10:00', berlin))).toBe(local('2026-03-30T00:00', berlin));
  });

  it('takes the day of receipt in the zone of the calendar: late evening in Berlin is the next day in Shanghai', () => {
    const at = local('2026-03-18T20:00', berlin);
    expect([
      dueInstant(termOf('working-days', 1), calendarOf(), at),
      dueInstant(termOf('working-days', 1), calendarOf({ zone: 'Asia/Shanghai' }), at),
    ]).toEqual([local('2026-03-19T20:00', berlin), local('2026-03-20T20:00', 'Asia/Shanghai')]);
  });

  it('walks on into the versions that follow, with their own hours and zones', () => {
    const moved = calendarOf({}, { validFrom: '2026-03-20', zone: 'Asia/Shanghai', week: weekOf(hours('09:00-17:00')) });
    const at = local('2026-03-18T12:00', berlin);
    // 19 March in Berlin is cut at 17:00 by the midnight of 20 March in Shanghai: the first working day closes there.
    expect([1, 2, 3].map((count) => dueInstant(termOf('working-days', count), moved, at))).toEqual([
      local('2026-03-19T17:00', berlin),
      local('2026-03-20T17:00', 'Asia/Shanghai'),
      local('2026-03-23T17:00', 'Asia/Shanghai'),
    ]);
  });

  it('counts no date twice and leaves none out where the new zone lies further west', () => {
    const moved = calendarOf({ zone: 'Asia/Shanghai' }, { validFrom: '2026-03-19', zone: 'America/New_York' });
    const at = local('2026-03-18T12:00', 'Asia/Shanghai');
    expect([1, 2].map((count) => dueInstant(termOf('working-days', count), moved, at))).toEqual([
      // Until New York's midnight, which is noon in Shanghai, the old desk was open on the 19th: that day closes with the version.
      local('2026-03-19T12:00', 'Asia/Shanghai'),
      local('2026-03-20T20:00', 'America/New_York'),
    ]);
  });

  it('is null where a calendar never opens again, and for working days before its first version', () => {
    const never = calendarOf({ week: weekOf([]) });
    const late = calendarOf({ validFrom: '2026-06-10' });
    const at = local('2026-03-18T12:00', berlin);
    expect([
      dueInstant(termOf('working-time', hour), never, at),
      dueInstant(termOf('working-days', 1), never, at),
      dueInstant(termOf('working-days', 1), late, at),
    ]).toEqual([null, null, null]);
  });
});
