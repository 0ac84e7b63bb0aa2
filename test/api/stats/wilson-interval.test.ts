// Wilson's interval against scipy, and where the usual interval fails.
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { nearly } from '#test/support/nearly.ts';

describe('the interval of a share', () => {
  it('agrees with scipy', () => {
    // scipy.stats.binomtest(good, n).proportion_ci(method='wilson')
    expect(wilsonInterval(13, 15)).toEqual(nearly([0.6211801716767764, 0.9626387408969346]));
    expect(wilsonInterval(960, 1200)).toEqual(nearly([0.7764268531608343, 0.8216585464775248]));
  });

  it('stays honest where everything or nothing is good', () => {
    expect(wilsonInterval(3, 3)).toEqual(nearly([0.4385029682449546, 1]));
    expect(wilsonInterval(0, 7)).toEqual(nearly([0, 0.35433043506668743]));
    expect(wilsonInterval(3, 3)?.[1]).toBe(1);
    expect(wilsonInterval(0, 7)?.[0]).toBe(0);
  });

  it('is nothing for nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('holds the share, and turns round with it', () => {
    for (let n = 1; n <= 40; n += 1) {
      for (let good = 0; good <= n; good += 1) {
        const [low, high] = wilsonInterval(good, n) ?? [Number.NaN, Number.NaN];
        expect(low <= good / n && good / n <= high && low >= 0 && high <= 1).toBe(true);
        expect(wilsonInterval(n - good, n)).toEqual(nearly([1 - high, 1 - low]));
      }
    }
  });
});
