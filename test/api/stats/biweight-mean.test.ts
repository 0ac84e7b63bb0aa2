// The biweight mean against astropy's formula, and what outliers do to it: nothing.
import { describe, expect, it } from 'vitest';
import { biweightMean } from '#api/stats/biweight-mean.ts';

describe('the biweight mean', () => {
  it('is that of the formula', () => {
    // numpy: m = median(v); s = median(abs(v - m)); u = (v - m) / (6 * s); w = (1 - u**2)**2 where |u| < 1; m + sum(w*(v-m)) / sum(w)
    expect(biweightMean([1, 2, 3, 4, 100])).toBeCloseTo(2.570649895178197, 12);
  });

  it('does not move with an outlier, however far', () => {
    expect(biweightMean([1, 2, 3, 4, 1e9])).toBe(biweightMean([1, 2, 3, 4, 100]));
  });

  it('has no value for nothing, and the value for values that are all alike', () => {
    expect(biweightMean([])).toBeNull();
    expect(biweightMean([7, 7, 7])).toBe(7);
  });

  it('is the plain mean where the scale is said to be wide', () => {
    expect(biweightMean([0, 0, 0, 1], 1000)).toBeCloseTo(0.25, 5);
  });
});
