// The seeded random source of the demo: repeatable, independent streams, the distributions it promises.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawIndex, drawKey, openRandom, runningSums } from '#ingest/demo/random.ts';

const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the random source of the demo', () => {
  it('gives the same draws for the same seed and others for another', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const [one, two, other] = [openRandom(seed), openRandom(seed), openRandom(`${seed}x`)];
        const drawn = many(20, () => one.next());
        expect(many(20, () => two.next())).toEqual(drawn);
        expect(many(20, () => other.next())).not.toEqual(drawn);
      }),
    );
  });

  it('forks streams that do not depend on how much was drawn before', () => {
    const [fresh, used] = [openRandom('seed'), openRandom('seed')];
    many(1000, () => used.next());
    expect(used.fork('words').next()).toBe(fresh.fork('words').next());
    expect(fresh.fork('words').next()).not.toBe(fresh.fork('money').next());
  });

  it('is uniform: every tenth of the range is drawn as often as the others', () => {
    const random = openRandom('uniform');
    const counts = Array.from({ length: 10 }, () => 0);
    for (const value of many(100_000, () => random.next())) counts[Math.floor(value * 10)] = (counts[Math.floor(value * 10)] ?? 0) + 1;
    // 10,000 each with a deviation of 95: five deviations are not reached by chance.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });

  it('has the means and medians that it says', () => {
    const random = openRandom('moments');
    expect(mean(many(50_000, () => random.normal()))).toBeCloseTo(0, 1);
    expect(mean(many(50_000, () => random.exponential(7)))).toBeCloseTo(7, 0);
    const medians = many(50_001, () => random.logNormal(12, 0.8)).sort((a, b) => a - b);
    expect(medians[25_000]).toBeGreaterThan(11.6);
    expect(medians[25_000]).toBeLessThan(12.4);
    expect(mean(many(50_000, () => (random.chance(0.3) ? 1 : 0)))).toBeCloseTo(0.3, 1);
  });

  it('draws by weight and never what weighs nothing', () => {
    const random = openRandom('weights');
    const sums = runningSums([0, 3, 0, 1, 0]);
    const drawn = many(40_000, () => drawIndex(random, sums));
    expect(new Set(drawn)).toEqual(new Set([1, 3]));
    expect(drawn.filter((index) => index === 1).length / drawn.length).toBeCloseTo(0.75, 1);
    expect(
      drawKey(random, [
        ['never', 0],
        ['always', 2],
      ] as const),
    ).toBe('always');
  });

  it('refuses to draw from nothing', () => {
    const random = openRandom('nothing');
    expect(() => random.pick([])).toThrow('the list is empty');
    expect(() => drawKey(random, [['never', 0]])).toThrow('no weight is above 0');
  });
});
