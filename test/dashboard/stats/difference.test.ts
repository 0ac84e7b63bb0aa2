// Whether two periods differ.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, median, pairedDifference, widening } from '../../../dashboard/src/lib/stats/difference.ts';
import { normalQuantile } from '../../../dashboard/src/lib/stats/normal-quantile.ts';

describe('normalQuantile', () => {
  it('agrees with R: qnorm(c(0.5, 0.975, 0.999, 0.01, 1e-6))', () => {
    const found = [0.5, 0.975, 0.999, 0.01, 1e-6].map((p) => normalQuantile(p).toFixed(6));
    expect(found).toEqual(['0.000000', '1.959964', '3.090232', '-2.326348', '-4.753424']);
  });

  it('has no finite value at the ends', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('difference', () => {
  const wilson = (good: number, n: number) => {
    const [z, p] = [1.959964, good / n];
    const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
    const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
    return { value: p, low: middle - half, high: middle + half };
  };
  // Newcombe, Statistics in Medicine 17 (1998), table II, case (a), method 10: 56/70 against 48/80 gives 0.0524 to 0.3339.
  const now = wilson(56, 70);
  const then = wilson(48, 80);

  it("agrees with Newcombe's published interval of two proportions", () => {
    const found = difference(now, then, 1, 'plain');
    expect([found?.difference, found?.low, found?.high].map((value) => value?.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339']);
  });

  it('is sure only where the interval leaves out zero, and less sure the more is asked', () => {
    expect(
      [difference(now, then, 1, 'plain'), difference(now, then, widening(50), 'plain')].map((found) => (found?.strength ?? 0) > 1),
    ).toEqual([true, false]);
  });

  it('compares durations by factors', () => {
    const found = difference({ value: 120, low: 100, high: 144 }, { value: 60, low: 50, high: 72 }, 1, 'ratio');
    expect([found?.difference, (found?.low ?? 0) > 0, (found?.strength ?? 0) > 1]).toEqual([60, true, true]);
    expect(difference({ value: 0, low: 0, high: 1 }, { value: 60, low: 50, high: 72 }, 1, 'ratio')).toBe(null);
  });

  it('claims nothing where a bound is unknown', () => {
    expect(difference({ value: 1, low: null, high: 2 }, then, 1, 'plain')).toBe(null);
  });
});

describe('pairedDifference', () => {
  it('takes the spread of the pairs themselves', () => {
    const now = [12, 15, 11, 14, 13, 16, 12];
    const steady = pairedDifference(
      now,
      now.map((count) => count - 4),
      1,
    );
    expect([steady?.difference, steady?.low, steady?.high]).toEqual([28, 28, 28]);
    expect(pairedDifference([1, 2], [3, 4], 1)).toBe(null);
  });

  it('does not call ordinary swings news', () => {
    const found = pairedDifference([40, 5, 38, 7, 41, 6, 39], [6, 41, 5, 40, 7, 38, 8], 1);
    expect((found?.strength ?? 9) > 1).toBe(false);
  });

  it('is antisymmetric', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 7, maxLength: 40 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const [one, other] = [pairedDifference(a, b, 1), pairedDifference(b, a, 1)];
        return (one?.difference ?? 0) === -(other?.difference ?? 0) && Math.abs((one?.low ?? 0) + (other?.high ?? 0)) < 1e-9;
      }),
    );
  });
});

describe('median', () => {
  it('is the middle, the mean of two middles, and nothing of nothing', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, null]);
  });
});
