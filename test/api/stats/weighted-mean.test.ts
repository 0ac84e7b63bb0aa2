// The mean of a sample with unequal chances against reference values.
import { describe, expect, it } from 'vitest';
import { meanInterval } from '#api/stats/mean-interval.ts';
import { weightedMean } from '#api/stats/weighted-mean.ts';

describe('the weighted mean', () => {
  it('agrees with a second calculation for unequal weights', () => {
    // Python: w=[1,3,2,5,4,1]; x=[.9,.5,1,.7,0,.8]; m=sum(wx)/sum(w); se=sqrt(n/(n-1)*sum((w(x-m))**2))/sum(w); t=scipy.stats.t.ppf(.975,5)
    const units = [
      { weight: 1, value: 0.9 },
      { weight: 3, value: 0.5 },
      { weight: 2, value: 1 },
      { weight: 5, value: 0.7 },
      { weight: 4, value: 0 },
      { weight: 1, value: 0.8 },
    ];
    const found = weightedMean(units);
    expect(found?.value).toBeCloseTo(0.54375, 10);
    expect(found?.interval?.map((end) => Number(end.toFixed(4)))).toEqual([0.0991, 0.9884]);
  });

  it('is the plain mean with its plain interval where all weights are the same', () => {
    const values = [0.2, 0.4, 0.4, 0.6, 0.9];
    const found = weightedMean(values.map((value) => ({ weight: 7, value })));
    const plain = meanInterval({ n: 5, sum: 2.5, squares: values.reduce((sum, value) => sum + value * value, 0) });
    expect(found?.value).toBeCloseTo(0.5, 12);
    expect(found?.interval?.[0]).toBeCloseTo(plain?.[0] ?? 0, 10);
    expect(found?.interval?.[1]).toBeCloseTo(plain?.[1] ?? 0, 10);
  });

  it('has no interval below five values, and nothing for none', () => {
    expect(weightedMean([{ weight: 2, value: 1 }])).toEqual({ value: 1, interval: null, n: 1 });
    expect(weightedMean([])).toBeNull();
  });
});
