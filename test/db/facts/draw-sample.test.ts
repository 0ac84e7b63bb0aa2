// Samples for annotation: each candidate comes in as often as is written beside it, and weights make estimates unbiased.
import { describe, expect, it } from 'vitest';
import { allocate, type Candidate, drawSample } from '#db/facts/draw-sample.ts';
import { seededChance } from '#db/facts/seeded-chance.ts';

/** A machine that errs more often the less sure it is: what leaning to doubt is for, and what spoils a plain mean. */
const population: readonly (Candidate & { readonly isWrong: boolean })[] = Array.from({ length: 1500 }, (_, id) => {
  const chance = seededChance(`text ${id}`);
  const doubt = chance() * 0.6;
  return { id, stratum: id % 15 === 0 ? 'de' : 'en', doubt, isWrong: chance() < doubt };
});
const truth = population.filter(({ isWrong }) => isWrong).length / population.length;
const wrong = new Set(population.filter(({ isWrong }) => isWrong).map(({ id }) => id));

function estimates(seed: number, uncertainShare: number) {
  const drawn = drawSample(population, { size: 150, uncertainShare, chance: seededChance(`draw ${seed}`) });
  const total = drawn.reduce((sum, { inclusion }) => sum + 1 / inclusion, 0);
  const hits = drawn.filter(({ id }) => wrong.has(id));
  return {
    size: drawn.length,
    total,
    weighted: hits.reduce((sum, { inclusion }) => sum + 1 / inclusion, 0) / total,
    plain: hits.length / drawn.length,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('a sample that leans to doubt', () => {
  const runs = Array.from({ length: 200 }, (_, seed) => estimates(seed, 0.7));
  const standardError = (values: readonly number[]) =>
    Math.sqrt(mean(values.map((one) => (one - mean(values)) ** 2)) / (values.length - 1));

  it('has the size that was asked for, whatever the seed', () => {
    expect([...new Set(runs.map(({ size }) => size))]).toEqual([150]);
  });

  it('is unbiased over 200 seeds by its weights, for a share and for the number of all', () => {
    const shares = runs.map(({ weighted }) => weighted);
    const totals = runs.map(({ total }) => total);
    expect(Math.abs(mean(shares) - truth)).toBeLessThan(3 * standardError(shares));
    expect(Math.abs(mean(totals) - population.length)).toBeLessThan(3 * standardError(totals));
  });

  it('would be biased without them: the control', () => {
    const shares = runs.map(({ plain }) => plain);
    expect(mean(shares) - truth).toBeGreaterThan(10 * standardError(shares));
  });

  it('draws each candidate as often as is written beside it', () => {
    const small = population.slice(0, 40);
    const written = new Map<number, number>();
    const times = new Map<number, number>();
    const rounds = 4000;
    for (let seed = 0; seed < rounds; seed += 1) {
      for (const { id, inclusion } of drawSample(small, { size: 10, uncertainShare: 0.7, chance: seededChance(`small ${seed}`) })) {
        written.set(id, inclusion);
        times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
    const off = small.map(({ id }) => {
      const p = written.get(id) ?? 0;
      return Math.abs((times.get(id) ?? 0) / rounds - p) / Math.sqrt((p * (1 - p)) / rounds + 1e-12);
    });
    expect(Math.max(...off)).toBeLessThan(4.5);
    expect(small.reduce((sum, { id }) => sum + (written.get(id) ?? 0), 0)).toBeCloseTo(10, 9);
  });

  it('gives everything with certainty where there is less than was asked for', () => {
    const drawn = drawSample(population.slice(0, 5), { size: 9, uncertainShare: 1, chance: seededChance('few') });
    expect(drawn.map(({ id, inclusion }) => [id, inclusion]).toSorted()).toEqual([0, 1, 2, 3, 4].map((id) => [id, 1]));
  });

  it('is the same for the same seed and another for another', () => {
    const draw = (seed: string) => drawSample(population, { size: 20, uncertainShare: 0.5, chance: seededChance(seed) });
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });
});

describe('the number that a stratum gets', () => {
  it('goes by the square root of its size, never beyond it, and adds up', () => {
    expect(allocate([10_000, 100], 110)).toEqual([100, 10]);
    expect(allocate([10_000, 4, 100], 200)).toEqual([179, 4, 17]);
    expect(allocate([3, 2], 9)).toEqual([3, 2]);
    expect(allocate([5, 5, 5], 1).reduce((a, b) => a + b, 0)).toBe(1);
    expect(allocate([], 4)).toEqual([]);
  });
});
