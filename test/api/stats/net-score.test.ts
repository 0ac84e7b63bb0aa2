// Promoters less detractors.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '#api/stats/mean-interval.ts';
import { netScore } from '#api/stats/net-score.ts';

describe('the net promoter score', () => {
  it('is 30 for 50 promoters and 20 detractors of 100, from 14.7 to 45.3', () => {
    // Python: 30 +- 100 * 1.959964 * ((0.5 + 0.2 - 0.09) / 100) ** 0.5
    const { value, interval } = netScore({ promoters: 50, detractors: 20, n: 100 });
    expect(value).toBeCloseTo(30, 10);
    expect([interval?.[0], interval?.[1]].map((bound) => bound?.toFixed(3))).toEqual(['14.692', '45.308']);
  });

  it('is nothing without answers, and has no interval for fewer than five', () => {
    expect(netScore({ promoters: 0, detractors: 0, n: 0 })).toEqual({ value: null, interval: null });
    expect(netScore({ promoters: 3, detractors: 1, n: 4 })).toEqual({ value: 50, interval: null });
  });

  it('does not claim certainty where all answers are alike', () => {
    expect(netScore({ promoters: 10, detractors: 0, n: 10 })).toEqual({ value: 100, interval: [40, 100] });
    expect(netScore({ promoters: 0, detractors: 0, n: 10 })).toEqual({ value: 0, interval: [-30, 30] });
  });

  it('is the mean of 100, 0 and -100, with nearly the interval of a mean', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 500 }),
        fc.integer({ min: 200, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (pro, contra, rest) => {
          const n = pro + contra + rest;
          const { value, interval } = netScore({ promoters: pro, detractors: contra, n });
          const mean = meanInterval({ n, sum: 100 * (pro - contra), squares: 10_000 * (pro + contra) });
          expect(value).toBeCloseTo((100 * (pro - contra)) / n, 8);
          expect(Math.abs((interval?.[0] ?? 0) - (mean?.[0] ?? 0))).toBeLessThan(0.1);
        },
      ),
    );
  });
});
