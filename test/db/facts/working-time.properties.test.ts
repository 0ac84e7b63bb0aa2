// Working time on random calendars: laws that hold for any of them, and agreement with a slow second implementation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueInstant } from '#db/facts/due-instant.ts';
import { isOpen, nextOpening, workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { day, minute } from '#db/model/instant.ts';
import { calendarOf, hours, termOf, utc, weekOf } from './compose.ts';
import { calendarCases, eventfulDays } from './random-calendars.ts';
import { openMinutes, referenceWorkingMs } from './reference-working-time.ts';

// `npm run test:full` walks through many more calendars than the quick suite.
const thoroughness = process.env.HUIYIN_TEST_FULL === '1' ? 8 : 1;
const patience = 30_000 * thoroughness;

/** The same hours at the winter offset all year: what a stored offset, in place of a zone, would compute. */
function withoutDaylightSaving(calendar: Calendar): Calendar {
  return { ...calendar, versions: calendar.versions.map((version) => ({ ...version, zone: 'Etc/GMT-1' })) };
}

describe('working time on random calendars', () => {
  it(
    'agrees with a walk minute by minute over what Intl shows on the wall',
    () => {
      fc.assert(
        fc.property(calendarCases, ({ calendar, from, to }) => {
          expect(workingMs(calendar, from, to)).toBe(referenceWorkingMs(calendar, from, to));
        }),
        { numRuns: 25 * thoroughness },
      );
    },
    patience,
  );

  it('would be caught by that walk if it used a fixed offset', () => {
    const wrong = fc.property(calendarCases, ({ calendar, from, to }) => {
      return workingMs(withoutDaylightSaving(calendar), from, to) === referenceWorkingMs(calendar, from, to);
    });
    expect(fc.check(wrong, { numRuns: 25, endOnFailure: true }).failed).toBe(true);
  });

  it(
    'is open in exactly the minutes of that walk',
    () => {
      fc.assert(
        fc.property(calendarCases, ({ calendar, from, at }) => {
          const to = Math.min(at, from + day);
          const flags = openMinutes(calendar, from, to);
          expect(flags.map((_, index) => isOpen(calendar, from + index * minute))).toEqual(flags);
        }),
        { numRuns: 10 * thoroughness },
      );
    },
    patience,
  );

  it('adds up: W(a,c) = W(a,b) + W(b,c), is never negative, never more than the clock', () => {
    fc.assert(
      fc.property(calendarCases, ({ calendar, from, at, to }) => {
        const [whole, first, second] = [workingMs(calendar, from, to), workingMs(calendar, from, at), workingMs(calendar, at, to)];
        expect(whole).toBe(first + second);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual(to - from);
      }),
      { numRuns: 400 },
    );
  });

  it('adds up over years as over days', () => {
    fc.assert(
      fc.property(
        calendarCases,
        fc.integer({ min: -4000, max: 4000 }),
        fc.integer({ min: 0, max: 4000 }),
        ({ calendar, at }, before, after) => {
          const [from, middle, to] = [at + before * day, at + before * day + after * minute * 977, at + before * day + after * day];
          expect(workingMs(calendar, from, to)).toBe(workingMs(calendar, from, middle) + workingMs(calendar, middle, to));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('opens next at an open instant with nothing open before it', () => {
    fc.assert(
      fc.property(calendarCases, ({ calendar, from }) => {
        const opening = nextOpening(calendar, from);
        if (opening === null) expect(workingMs(calendar, from, from + 365 * day)).toBe(0);
        else expect([isOpen(calendar, opening), workingMs(calendar, from, opening)]).toEqual([true, 0]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives an always open calendar every millisecond, in every zone and over every change', () => {
    const everyDay = weekOf(hours('00:00-24:00'), hours('00:00-24:00'));
    for (const { zone, around } of eventfulDays) {
      const always = calendarOf({ zone, week: everyDay });
      const from = utc(`${around}T00:00`) - 3 * day + 1;
      expect({ zone, ms: workingMs(always, from, from + 6 * day) }).toEqual({ zone, ms: 6 * day });
    }
  });
});

describe('due instants on random calendars', () => {
  it('are the first instant with as much working time as promised', () => {
    fc.assert(
      fc.property(calendarCases, fc.integer({ min: 1, max: 5 * day }), ({ calendar, from }, promised) => {
        const due = dueInstant(termOf('working-time', promised), calendar, from);
        if (due === null) expect(workingMs(calendar, from, from + 4000 * day)).toBeLessThan(promised);
        else expect([workingMs(calendar, from, due), workingMs(calendar, from, due - 1)]).toEqual([promised, promised - 1]);
      }),
      { numRuns: 300 },
    );
  });

  it('never come earlier for what arrived later, in any reading', () => {
    const terms = fc.oneof(
      fc.tuple(fc.constantFrom('calendar', 'working-time'), fc.integer({ min: 1, max: 2 * day })),
      fc.tuple(fc.constant('working-days'), fc.integer({ min: 1, max: 4 })),
    );
    fc.assert(
      fc.property(calendarCases, terms, ({ calendar, from, at }, [type, amount]) => {
        const [first, second] = [from, at].map(
          (instant) => dueInstant(termOf(type, amount), calendar, instant) ?? Number.POSITIVE_INFINITY,
        );
        expect(first ?? 0).toBeLessThanOrEqual(second ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it('of working days lie after the day of receipt, with the last minute before them open', () => {
    fc.assert(
      fc.property(calendarCases, fc.integer({ min: 1, max: 5 }), ({ calendar, from }, count) => {
        const due = dueInstant(termOf('working-days', count), calendar, from);
        if (due === null) return;
        expect(due).toBeGreaterThan(from);
        expect(isOpen(calendar, due - 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
