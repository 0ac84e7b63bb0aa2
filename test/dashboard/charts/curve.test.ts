// The maths of the curve "answered within t", of axes and of colours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourOf } from '../../../dashboard/src/lib/charts/palette.ts';
import { curveRange, drawnSteps, logStops, shareAt } from '../../../dashboard/src/lib/charts/step-curve.ts';
import { linearDurationTicks, logDurationTicks, needsLogAxis, shareCeiling } from '../../../dashboard/src/lib/charts/ticks.ts';

const point = (ms: number, share: number) => ({ ms, share, low: share - 0.05, high: share + 0.05 });
const minute = 60_000;
const curve = [point(minute, 0.2), point(5 * minute, 0.5), point(60 * minute, 0.8)];

describe('shareAt', () => {
  it('is the last step at or before the time, and nothing before the first', () => {
    expect([0, minute - 1, minute, 4 * minute, 5 * minute, 9e9].map((ms) => shareAt(curve, ms))).toEqual([0, 0, 0.2, 0.2, 0.5, 0.8]);
    expect(shareAt([], 5)).toBe(0);
  });

  it('never falls as time goes on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        (times, a, b) => {
          const steps = [...new Set(times)].sort((x, y) => x - y).map((ms, place, all) => point(ms, (place + 1) / all.length));
          return shareAt(steps, Math.min(a, b)) <= shareAt(steps, Math.max(a, b));
        },
      ),
    );
  });
});

describe('drawnSteps', () => {
  it('begins at the left edge, keeps the last step, and leads it to the right edge', () => {
    const drawn = drawnSteps(curve, 2 * minute, 600 * minute);
    expect(drawn.map(({ ms, share }) => [ms / minute, share])).toEqual([
      [2, 0.2],
      [5, 0.5],
      [60, 0.8],
      [600, 0.8],
    ]);
  });

  it('thins a long curve without losing its end', () => {
    const long = Array.from({ length: 5_000 }, (_, place) => point(minute + place * 1_000, (place + 1) / 5_000));
    const drawn = drawnSteps(long, minute / 2, 1e9);
    expect(drawn.length).toBeLessThan(250);
    expect(drawn.at(-2)?.share).toBe(1);
  });
});

describe('curveRange', () => {
  it('holds every promise and every step, and has a range of its own for no curve', () => {
    const { fromMs, toMs } = curveRange([{ points: curve, promiseMs: 24 * 60 * minute }]);
    expect([fromMs <= minute, toMs >= 24 * 60 * minute]).toEqual([true, true]);
    expect(curveRange([])).toEqual({ fromMs: minute, toMs: 7 * 86_400_000 });
  });
});

describe('axes', () => {
  it('step by minutes, hours and days', () => {
    expect(linearDurationTicks(50 * minute, 5).map((ms) => ms / minute)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(logDurationTicks(minute, 24 * 60 * minute, 20).map((ms) => ms / minute)).toEqual([1, 2, 5, 10, 30, 60, 120, 240, 480, 1440]);
    expect(logDurationTicks(minute, 24 * 60 * minute, 5).length).toBeLessThanOrEqual(6);
  });

  it('go log only where a line would lie on the floor', () => {
    expect([needsLogAxis([1, 20, null]), needsLogAxis([1, 31]), needsLogAxis([null, 0])]).toEqual([false, true, false]);
  });

  it('give small shares a scale of their own', () => {
    expect([0.02, 0.05, 0.31, 0.9].map(shareCeiling)).toEqual([0.05, 0.05, 0.4, 1]);
  });

  it('spread stops evenly over the log axis', () => {
    expect(logStops(1, 100, 3).map(Math.round)).toEqual([1, 10, 100]);
  });
});

describe('colourOf', () => {
  it('depends on the whole workspace, so a filter never repaints a channel', () => {
    const known = ['email', 'chat', 'a', 'b', 'c', 'd', 'e'];
    expect(['email', 'chat', 'd', 'e', 'unknown'].map((value) => colourOf(value, known))).toEqual([1, 2, 6, 0, 0]);
  });
});
