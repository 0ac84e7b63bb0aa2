// Tails of counts against scipy.
import { describe, expect, it } from 'vitest';
import { negativeBinomialTail } from '#api/stats/negative-binomial-tail.ts';

describe('the tail of a negative binomial', () => {
  it('is scipy.stats.nbinom.sf(count - 1, 1 / a, 1 / (1 + a * mean))', () => {
    expect(negativeBinomialTail(25, 12, 0.1)).toBeCloseTo(0.01847949514010988, 12);
    expect(negativeBinomialTail(1, 3, 0.5)).toBeCloseTo(0.84, 12);
    expect(negativeBinomialTail(5, 2, 0.5)).toBeCloseTo(0.109375, 12);
  });

  it('is that of Poisson without dispersion: scipy.stats.poisson.sf(24, 12)', () => {
    expect(negativeBinomialTail(25, 12, 0)).toBeCloseTo(0.0006856332013882274, 14);
  });

  it('is certain for no count at all, and impossible where nothing is expected', () => {
    expect([negativeBinomialTail(0, 5, 0.1), negativeBinomialTail(3, 0, 0.1)]).toEqual([1, 0]);
  });
});
