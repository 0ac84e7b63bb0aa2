// Intervals of differences: of two shares, and of any two figures with intervals.
import { describe, expect, it } from 'vitest';
import { moverInterval } from '#api/stats/mover-interval.ts';
import { proportionDifferenceInterval } from '#api/stats/proportion-difference-interval.ts';
import { nearly } from '#test/support/nearly.ts';

describe('the interval of a difference of two shares', () => {
  it("agrees with Newcombe's published examples", () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10
    expect(proportionDifferenceInterval({ good: 56, n: 70 }, { good: 48, n: 80 })).toEqual(nearly([0.0524, 0.3339], 3));
    expect(proportionDifferenceInterval({ good: 9, n: 10 }, { good: 3, n: 10 })).toEqual(nearly([0.1705, 0.809], 3));
    expect(proportionDifferenceInterval({ good: 5, n: 56 }, { good: 0, n: 29 })).toEqual(nearly([-0.0381, 0.1926], 3));
  });

  it('is unknown where one side is empty', () => {
    expect(proportionDifferenceInterval({ good: 0, n: 0 }, { good: 1, n: 2 })).toBeNull();
    expect(proportionDifferenceInterval({ good: 1, n: 2 }, { good: 0, n: 0 })).toBeNull();
  });

  it('turns its sign with the order of the two', () => {
    const [low, high] = proportionDifferenceInterval({ good: 40, n: 90 }, { good: 10, n: 60 }) ?? [0, 0];
    expect(proportionDifferenceInterval({ good: 10, n: 60 }, { good: 40, n: 90 })).toEqual(nearly([-high, -low]));
  });
});

describe('the interval of a difference of two figures', () => {
  it('takes from each side the half-width that points its way', () => {
    // d = 10 - 6; d - hypot(10 - 8, 9 - 6), d + hypot(13 - 10, 6 - 5)
    expect(moverInterval({ value: 10, low: 8, high: 13 }, { value: 6, low: 5, high: 9 })).toEqual(
      nearly([0.3944487245360109, 7.16227766016838]),
    );
  });

  it('is unknown where a bound is unknown', () => {
    expect(moverInterval({ value: 10, low: 8, high: null }, { value: 6, low: 5, high: 9 })).toBeNull();
    expect(moverInterval({ value: 10, low: 8, high: 12 }, { value: 6, low: null, high: 9 })).toBeNull();
  });
});
