// Intervals of counts and of ratios of counts against scipy.
import { describe, expect, it } from 'vitest';
import { poissonInterval } from '#api/stats/poisson-interval.ts';
import { rateRatioInterval } from '#api/stats/rate-ratio-interval.ts';
import { nearly } from '#test/support/nearly.ts';

describe('the interval of a count', () => {
  it('agrees with scipy from nothing to a million', () => {
    // [chi2.ppf(0.025, 2 * x) / 2, chi2.ppf(0.975, 2 * x + 2) / 2]; R: poisson.test(x)$conf.int
    expect(poissonInterval(0)).toEqual(nearly([0, 3.6888794541139354]));
    expect(poissonInterval(1)).toEqual(nearly([0.025317807984289876, 5.571643390938898]));
    expect(poissonInterval(10)).toEqual(nearly([4.7953886961324335, 18.39035604201778]));
    expect(poissonInterval(137)).toEqual(nearly([115.02053443379857, 161.9564046880734]));
    expect(poissonInterval(20_000)).toEqual(nearly([19723.767600607054, 20279.133627926407]));
    expect(poissonInterval(1_000_000)).toEqual(nearly([998040.9833402939, 1001961.9119454322], 8));
  });
});

describe('the interval of a ratio of rates', () => {
  it('agrees with the exact interval of scipy', () => {
    // p = beta.ppf([0.025, 0.975], [a, a + 1], [b + 1, b]); p / (1 - p) * tb / ta; R: poisson.test(c(a, b), c(ta, tb))$conf.int
    expect(rateRatioInterval({ count: 11, exposure: 800 }, { count: 23, exposure: 3011 })).toEqual(
      nearly([0.792205085833006, 3.8438627403949535]),
    );
    expect(rateRatioInterval({ count: 1200, exposure: 30 }, { count: 900, exposure: 30 })).toEqual(
      nearly([1.221913144524822, 1.4553136832738418]),
    );
    expect(rateRatioInterval({ count: 0, exposure: 10 }, { count: 5, exposure: 10 })).toEqual(nearly([0, 1.091279105182546]));
  });

  it('has no upper bound where there was nothing before, and no interval where there was nothing at all', () => {
    expect(rateRatioInterval({ count: 5, exposure: 10 }, { count: 0, exposure: 10 })).toEqual(nearly([0.9163558573154595, null]));
    expect(rateRatioInterval({ count: 0, exposure: 10 }, { count: 0, exposure: 10 })).toBeNull();
    expect(rateRatioInterval({ count: 5, exposure: 0 }, { count: 1, exposure: 10 })).toBeNull();
  });
});
