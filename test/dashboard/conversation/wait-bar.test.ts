// One wait, drawn to scale.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitBar } from '../../../dashboard/src/lib/conversation/wait-bar.ts';

const base = { fromAt: 1_000, untilAt: 2_000, dueAt: null, now: 9_999, nudgesAt: [], openHours: [] };

describe('waitBar', () => {
  it('fills the scale without a promise, and shades nothing where no hours are known', () => {
    expect(waitBar(base)).toEqual({ length: 1, lateFrom: null, due: null, nudges: [], closed: [] });
  });

  it('shows how late, and where the customer asked again', () => {
    expect(waitBar({ ...base, dueAt: 1_500, nudgesAt: [1_250, 1_000, 2_500] })).toEqual({
      length: 1,
      lateFrom: 0.5,
      due: 0.5,
      nudges: [0.25],
      closed: [],
    });
  });

  it('leaves room for what was left, however much it was', () => {
    expect([waitBar({ ...base, dueAt: 3_000 }), waitBar({ ...base, dueAt: 1_000_000 })]).toEqual([
      { length: 0.5, lateFrom: null, due: 1, nudges: [], closed: [] },
      { length: 1 / 999, lateFrom: null, due: 1, nudges: [], closed: [] },
    ]);
  });

  it('ends an open wait at the instant of asking', () => {
    expect(waitBar({ ...base, untilAt: null, now: 5_000, dueAt: 3_000 })).toEqual({
      length: 1,
      lateFrom: 0.5,
      due: 0.5,
      nudges: [],
      closed: [],
    });
  });

  it('shades what lies between the opening hours', () => {
    const openHours = [
      { fromAt: 0, toAt: 1_200 },
      { fromAt: 1_700, toAt: 5_000 },
    ];
    expect(waitBar({ ...base, openHours }).closed).toEqual([{ from: 0.2, to: 0.7 }]);
    expect(waitBar({ ...base, openHours: [{ fromAt: 8_000, toAt: 9_000 }] }).closed).toEqual([{ from: 0, to: 1 }]);
  });

  it('never draws outside its box, whatever the times', () => {
    const time = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(
        time,
        time,
        time,
        fc.array(fc.record({ fromAt: time, toAt: time }), { maxLength: 6 }),
        (fromAt, untilAt, dueAt, openHours) => {
          const bar = waitBar({ fromAt, untilAt, dueAt, now: untilAt, nudgesAt: [dueAt], openHours });
          const places = [bar.length, bar.due ?? 0, bar.lateFrom ?? 0, ...bar.nudges, ...bar.closed.flatMap(({ from, to }) => [from, to])];
          return places.every((place) => place >= 0 && place <= 1);
        },
      ),
    );
  });
});
