// Shares from unequal chances, and a share corrected for the errors of its judge.
import { describe, expect, it } from 'vitest';
import { roganGladen } from '#api/stats/rogan-gladen.ts';
import { weightedRatio } from '#api/stats/weighted-ratio.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { seededRandom } from '#test/support/random.ts';

describe('a share from a weighted sample', () => {
  it('is the plain share with about its Wilson interval where all weights are equal', () => {
    const found = weightedRatio(Array.from({ length: 400 }, (_, at) => ({ weight: 7, hit: at % 4 === 0 ? 1 : 0, base: 1 })));
    const [low, high] = wilsonInterval(100, 400) ?? [0, 0];
    expect(found?.value).toBeCloseTo(0.25, 12);
    expect(found?.n).toBe(400);
    expect(found?.interval[0]).toBeCloseTo(low, 3);
    expect(found?.interval[1]).toBeCloseTo(high, 3);
  });

  it('weighs: one hit of weight 1 beside a miss of weight 3 is a quarter', () => {
    expect(
      weightedRatio([
        { weight: 1, hit: 1, base: 1 },
        { weight: 3, hit: 0, base: 1 },
      ])?.value,
    ).toBe(0.25);
    expect(weightedRatio([{ weight: 1, hit: 0, base: 0 }])).toBe(null);
    expect(weightedRatio([])).toBe(null);
  });

  it('does not claim certainty where all are hits', () => {
    const found = weightedRatio(Array.from({ length: 10 }, () => ({ weight: 2, hit: 1, base: 1 })));
    expect(found?.interval).toEqual(wilsonInterval(10, 10));
  });

  it('has an interval that holds the truth about 19 times of 20 under unequal chances', () => {
    let covered = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seededRandom(seed);
      const units = Array.from({ length: 150 }, () => {
        const isRare = random.chance(0.5);
        return { weight: isRare ? 1 : 4, hit: random.chance(isRare ? 0.6 : 0.2) ? 1 : 0, base: 1 };
      });
      const interval = weightedRatio(units)?.interval ?? [1, 0];
      // Half of the draws stand for a fifth of the population: (1 * 0.6 + 4 * 0.2) / 5.
      if (interval[0] <= 0.28 && 0.28 <= interval[1]) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.985);
  });
});

describe('a share corrected for errors', () => {
  const sure = (value: number) => ({ value, variance: 0 });

  it('is that of Rogan and Gladen', () => {
    // By hand from their formula: (0.3 + 0.9 - 1) / (0.8 + 0.9 - 1) = 0.2 / 0.7.
    expect(roganGladen(sure(0.3), sure(0.8), sure(0.9))?.value.toFixed(4)).toBe('0.2857');
    expect(roganGladen(sure(0.5), sure(1), sure(1))).toEqual({ value: 0.5, interval: [0.5, 0.5] });
  });

  it('stays within 0 and 1, and is not given for a judge who hardly tells', () => {
    expect(roganGladen(sure(0.05), sure(0.8), sure(0.9))?.value).toBe(0);
    expect(roganGladen(sure(0.5), sure(0.5), sure(0.52))).toBe(null);
  });

  it('is less sure the less is known of the judge', () => {
    const widthOf = (variance: number) => {
      const found = roganGladen({ value: 0.4, variance: 0.0001 }, { value: 0.85, variance }, { value: 0.9, variance });
      return (found?.interval[1] ?? 0) - (found?.interval[0] ?? 0);
    };
    expect(widthOf(0.001)).toBeGreaterThan(widthOf(0.0001));
  });
});
