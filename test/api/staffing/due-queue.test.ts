// The simulated queue: due first is done first, more hands never keep fewer promises, and the capacity found is the least that meets them all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStretches } from '#api/http/open-stretches.ts';
import { capacityOf, expectedPieces, shareInTime } from '#api/staffing/deferred-hours.ts';
import { dueQueue } from '#api/staffing/due-queue.ts';
import { hourSlots } from '#api/staffing/hour-slots.ts';
import { noChange, planHours } from '#api/staffing/hours-plan.ts';
import { openedEarlier } from '#api/staffing/opened-earlier.ts';
import { workingMs } from '#db/facts/working-time.ts';
import { officeHours, promised } from '#test/support/staffing.ts';

const hour = 3_600_000;
const minute = 60_000;
const at = (text: string): number => Date.parse(text);

describe('the queue', () => {
  it('does first what is due first, and says what share was done in time', () => {
    const work = [
      { at: 0, dueAt: 10 * hour, workMs: 2 * hour, weight: 1 },
      { at: 0, dueAt: 2 * hour, workMs: 2 * hour, weight: 1 },
      { at: hour, dueAt: 3 * hour, workMs: 2 * hour, weight: 1 },
      { at: 0, dueAt: null, workMs: hour, weight: 1 },
    ];
    // One pair of hands from 0 to 2 and from 3 to 9: the third gets none of the time up to its due instant.
    const hands = [
      { from: 0, to: 2 * hour, people: 1 },
      { from: 3 * hour, to: 9 * hour, people: 1 },
    ];
    expect(dueQueue(work, hands).inTime).toEqual([1, 1, 0, 1]);
    expect(dueQueue(work, [{ from: 0, to: 9 * hour, people: 2 }]).inTime).toEqual([1, 1, 1, 1]);
  });

  it('never keeps less where there are more hands', () => {
    const piece = fc.record({
      at: fc.integer({ min: 0, max: 100 }),
      dueIn: fc.integer({ min: 1, max: 60 }),
      work: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 6 }), (pieces, people) => {
        const work = pieces.map((one) => ({ at: one.at, dueAt: one.at + one.dueIn, workMs: one.work, weight: 1 }));
        const allMet = (count: number): boolean =>
          dueQueue(work, [{ from: 0, to: 500, people: count }]).inTime.every((share) => share === 1);
        if (allMet(people)) expect(allMet(people + 1)).toBe(true);
      }),
    );
  });
});

describe('the capacity of a deferred channel', () => {
  const zone = 'Europe/Berlin';
  const calendar = officeHours(zone);
  const counted = { from: at('2026-03-09T00:00:00+01:00'), to: at('2026-03-16T00:00:00+01:00') };
  const slots = hourSlots({ from: at('2026-03-02T00:00:00+01:00'), to: at('2026-03-23T00:00:00+01:00') }, zone);
  const planOf = (perHour: number, promise = promised({})) =>
    planHours({ slots, demand: slots.map(() => perHour), people: slots.map(() => 1), shrinkage: 0, promise, calendar }, noChange);
  const terms = { handlingMs: 30 * minute, answers: 1, shrinkage: 0 };
  const met = (plan: ReturnType<typeof planOf>, people: number) =>
    shareInTime(
      expectedPieces(plan, terms, counted),
      openStretches(calendar, slots[0]?.from ?? 0, slots.at(-1)?.to ?? 0).map((stretch) => ({ ...stretch, people })),
    ).inTime;

  it('meets every due instant, and one person less does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 30, noNaN: true }), (perHour) => {
        const plan = planOf(perHour);
        const { people, hopeless } = capacityOf(plan, terms, counted);
        expect([typeof people, hopeless]).toEqual(['number', 0]);
        expect(met(plan, people ?? 0)).toBe(1);
        if ((people ?? 0) > 1) expect(met(plan, (people ?? 0) - 1)).toBeLessThan(1);
      }),
      { numRuns: 15 },
    );
  });

  it('counts apart what nobody can answer in time: due on a closed weekend', () => {
    const plan = planOf(1, promised({ type: 'calendar', durationMs: 24 * hour }));
    const { people, hopeless } = capacityOf(plan, terms, counted);
    const lost = expectedPieces(plan, terms, counted).filter(
      (piece) => piece.isCounted && workingMs(calendar, piece.at, piece.dueAt ?? 0) < terms.handlingMs,
    );
    expect(lost.length).toBeGreaterThan(100);
    expect(hopeless).toBeCloseTo(lost.length / (168 * 4), 9);
    expect(people).toBeGreaterThan(0);
  });

  it('grows where part of the time on duty is not there for customers', () => {
    const plan = planOf(8);
    const [whole, half] = [0, 0.5].map((shrinkage) => capacityOf(plan, { ...terms, shrinkage }, counted).people ?? 0);
    // People are whole: half as much of each is twice as many, or one less than that.
    expect([2 * (whole ?? 0) - 1, 2 * (whole ?? 0)]).toContain(half);
  });

  it('asks for nobody where nothing comes', () => {
    expect(capacityOf(planOf(0), terms, counted)).toEqual({ people: 0, oneLess: null, hopeless: null });
  });
});

describe('the hours of a week', () => {
  it('are 167 in the week of the spring change, 169 in that of the autumn change, and 168 else', () => {
    const lengths = [
      ['2026-03-23T00:00:00+01:00', '2026-03-30T00:00:00+02:00'],
      ['2026-10-19T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
      ['2026-05-04T00:00:00+02:00', '2026-05-11T00:00:00+02:00'],
    ].map(([from = '', to = '']) => hourSlots({ from: at(from), to: at(to) }, 'Europe/Berlin').length);
    expect(lengths).toEqual([167, 169, 168]);
  });

  it('are closed on holidays, and open earlier only on days that open', () => {
    const holiday = { date: '2026-05-06' as never, kind: 'holiday', label: 'Feast', region: null, intervals: [] } as const;
    const calendar = officeHours('Europe/Berlin', [{ ...holiday, intervals: [] }]);
    const slots = hourSlots({ from: at('2026-05-04T00:00:00+02:00'), to: at('2026-05-11T00:00:00+02:00') }, 'Europe/Berlin');
    const openPerDay = (earlierMinutes: number) => {
      const input = {
        slots,
        demand: slots.map(() => 1),
        people: slots.map((_, place) => place % 24),
        shrinkage: 0.5,
        promise: promised({}),
        calendar,
      };
      const { hours } = planHours(input, { more: 2, fromHour: 8, toHour: 9, earlierMinutes });
      return {
        open: [0, 1, 2, 3, 4, 5, 6].map((day) => hours.slice(day * 24, day * 24 + 24).reduce((sum, one) => sum + one.open, 0)),
        atEight: hours[8]?.people,
      };
    };
    expect(openPerDay(0)).toEqual({ open: [8, 8, 0, 8, 8, 0, 0], atEight: 8 });
    // The people of nine come at eight, and half of the two more are there.
    expect(openPerDay(60)).toEqual({ open: [9, 9, 0, 9, 9, 0, 0], atEight: 10 });
    expect(openedEarlier(calendar, 0)).toBe(calendar);
  });
});
