// The upper tail of the negative binomial against values of scipy and of R, and the adjustment for many tests.
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '#api/stats/benjamini-hochberg.ts';
import { negativeBinomialTail } from '#api/stats/negative-binomial-tail.ts';

describe('negativeBinomialTail', () => {
  it('is the sum of its probabilities', () => {
    // r = 2, success 1/2: P(X >= 5) = 7/64 by hand, as scipy's nbinom.sf(4, 2, 0.5).
    expect(negativeBinomialTail(5, { mean: 2, variance: 4 })).toBeCloseTo(7 / 64, 12);
  });

  it('is that of Poisson where the variance is no more than the mean', () => {
    // R: ppois(4, 2, lower.tail = FALSE) = 0.05265302
    expect(negativeBinomialTail(5, { mean: 2, variance: 2 })).toBeCloseTo(0.05265302, 8);
    expect(negativeBinomialTail(5, { mean: 2, variance: 2.000001 })).toBeCloseTo(0.05265302, 5);
  });

  it('holds at its edges', () => {
    expect([0, 1].map((k) => negativeBinomialTail(k, { mean: 0, variance: 0 }))).toEqual([1, 0]);
    expect(negativeBinomialTail(50, { mean: 2, variance: 40 })).toBeGreaterThan(negativeBinomialTail(50, { mean: 2, variance: 4 }));
  });
});

describe('benjaminiHochberg', () => {
  it('adjusts as R does', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") = 0.02 0.04 0.04 0.02
    benjaminiHochberg([0.01, 0.04, 0.03, 0.005]).forEach((q, at) => {
      expect(q).toBeCloseTo([0.02, 0.04, 0.04, 0.02][at] ?? Number.NaN, 12);
    });
  });

  it('counts tests that were no surprise, and never says more than 1', () => {
    expect(benjaminiHochberg([0.001], 100)).toEqual([expect.closeTo(0.1, 12)]);
    expect(benjaminiHochberg([0.9, 0.8], 100)).toEqual([1, 1]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
