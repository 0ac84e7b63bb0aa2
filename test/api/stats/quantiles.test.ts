// Quantiles of answered items alone, as other tools print them.
import { describe, expect, it } from 'vitest';
import { median } from '#api/stats/median.ts';
import { upperQuantile } from '#api/stats/upper-quantile.ts';

describe('the median', () => {
  it('is the middle value, or the midpoint of the two middle ones', () => {
    // R: median(c(5, 8, 10, 20, 40, 60)); median(c(1, 2, 10))
    expect(median([5, 8, 10, 20, 40, 60])).toBe(15);
    expect(median([1, 2, 10])).toBe(2);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNull();
  });
});

describe('the upper quantile', () => {
  it('is the first value that more than the share do not exceed', () => {
    // R: sort(x)[floor(n * p) + 1]
    expect(upperQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(10);
    expect(upperQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5)).toBe(6);
    expect(upperQuantile([1, 2, 3], 0.95)).toBe(3);
    expect(upperQuantile([7], 0.9)).toBe(7);
    expect(upperQuantile([], 0.9)).toBeNull();
  });

  it('does not fall a rank short by rounding', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    // 100 * 0.29 is 28.999999999999996
    expect(upperQuantile(values, 0.29)).toBe(30);
  });
});
