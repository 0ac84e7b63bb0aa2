// Weighting those who answered to those who were asked.
import { describe, expect, it } from 'vitest';
import { postStratified, type Stratum } from '#api/stats/post-stratified.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { seededRandom } from '#test/support/random.ts';

type World = { readonly shares: readonly number[]; readonly rates: readonly number[] };

/** Three strata of 20,000 people; `rates`: who answers, by stratum; `shares`: who is content, by stratum. */
function asked(seed: number, { shares, rates }: World): { readonly strata: Stratum[]; readonly truth: number; readonly raw: number } {
  const random = seededRandom(seed);
  let content = 0;
  const strata = shares.map((share, place) => {
    const stratum = { asked: 20_000, answered: 0, good: 0 };
    for (let person = 0; person < stratum.asked; person += 1) {
      const isContent = random.chance(share);
      content += Number(isContent);
      if (!random.chance(rates[place] ?? 0)) continue;
      stratum.answered += 1;
      stratum.good += Number(isContent);
    }
    return stratum;
  });
  const sum = (of: (one: Stratum) => number) => strata.reduce((total, one) => total + of(one), 0);
  return { strata, truth: content / 60_000, raw: sum(({ good }) => good) / sum(({ answered }) => answered) };
}

describe('a weighted share', () => {
  it('is worked out by hand: 1 of 1 in one half and 20 of 40 in the other is 75 %', () => {
    const { value, effectiveN, unheard, interval } = postStratified([
      { asked: 100, answered: 10, good: 10 },
      { asked: 100, answered: 40, good: 20 },
    ]);
    // Weights 10 and 2.5: 200^2 / (10 * 100 + 40 * 6.25) = 32.
    expect({ value, effectiveN, unheard, interval }).toEqual({ value: 0.75, effectiveN: 32, unheard: 0, interval: wilsonInterval(24, 32) });
  });

  it('is the raw share, with all the answers, where everybody answers alike', () => {
    const strata = [
      { asked: 100, answered: 20, good: 15 },
      { asked: 300, answered: 60, good: 30 },
    ];
    expect(postStratified(strata)).toEqual({ value: 45 / 80, effectiveN: 80, unheard: 0, interval: wilsonInterval(45, 80) });
  });

  it('is nothing where nobody answered, and counts who was not heard', () => {
    expect(postStratified([])).toEqual({ value: null, interval: null, effectiveN: 0, unheard: 0 });
    expect(postStratified([{ asked: 9, answered: 0, good: 0 }])).toEqual({ value: null, interval: null, effectiveN: 0, unheard: 9 });
    expect(
      postStratified([
        { asked: 9, answered: 0, good: 0 },
        { asked: 4, answered: 4, good: 1 },
      ]),
    ).toMatchObject({ value: 0.25, unheard: 9 });
  });

  it('agrees with the raw one where answering has nothing to do with the strata', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const { strata, raw, truth } = asked(seed, { shares: [0.9, 0.6, 0.3], rates: [0.2, 0.2, 0.2] });
      expect(Math.abs((postStratified(strata).value ?? 0) - raw)).toBeLessThan(0.01);
      expect(Math.abs(raw - truth)).toBeLessThan(0.02);
    }
  });

  it('finds the truth where answering hangs on the strata alone, and the raw one does not', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const { strata, raw, truth } = asked(seed, { shares: [0.9, 0.6, 0.3], rates: [0.05, 0.1, 0.4] });
      const { value, interval } = postStratified(strata);
      expect(Math.abs((value ?? 0) - truth)).toBeLessThan(0.02);
      expect(Math.abs(raw - truth)).toBeGreaterThan(0.1);
      expect((interval?.[0] ?? 1) <= truth && truth <= (interval?.[1] ?? 0)).toBe(true);
    }
  });
});
