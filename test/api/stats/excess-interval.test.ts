// By how much a count lies over what is usual, against scipy.
import { describe, expect, it } from 'vitest';
import { excessInterval, usualWithin } from '#api/stats/excess-interval.ts';

describe('the interval of an excess', () => {
  it("joins Garwood's interval of the count with that of what is usual", () => {
    // low, high = chi2.ppf(0.025, 2 n) / 2, chi2.ppf(0.975, 2 n + 2) / 2; bounds by hypot of the half-widths that point each way
    expect(excessInterval(60, { value: 40, low: 35, high: 45 })).toEqual([expect.closeTo(4.932529, 5), expect.closeTo(37.942635, 5)]);
    expect(excessInterval(0, { value: 3, low: 1, high: 6 })).toEqual([expect.closeTo(-6, 5), expect.closeTo(1.196169, 5)]);
  });

  it('lets what is usual not fall below nothing', () => {
    expect([usualWithin(40, 5), usualWithin(3, 5)]).toEqual([
      { value: 40, low: 35, high: 45 },
      { value: 3, low: 0, high: 8 },
    ]);
  });
});
