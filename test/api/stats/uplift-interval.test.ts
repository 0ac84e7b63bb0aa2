// The uplift over earlier weeks: reference values, robustness, and how often its interval is right.
import { describe, expect, it } from 'vitest';
import { upliftOver } from '#api/stats/uplift-interval.ts';
import { seededRandom } from '#test/support/random.ts';

const rounded = (values: readonly number[] | null | undefined) => values?.map((value) => Number(value.toFixed(4))) ?? null;

/** How many arrivals by chance at a rate: Knuth's product method in pieces, so that e^-rate never underflows. */
function poisson(rate: number, next: () => number): number {
  let count = 0;
  for (let rest = rate; rest > 0; rest -= 30) {
    const limit = Math.exp(-Math.min(30, rest));
    for (let product = next(); product > limit; product *= next()) count += 1;
  }
  return count;
}

/** A standard normal value (Box and Muller). */
const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** The share of seeds in which the interval holds `truth` where weeks have rates of `mean` that vary by so much of it. */
function coverage(at: {
  readonly seed: number;
  readonly runs: number;
  readonly mean: number;
  readonly varies: number;
  readonly extra: number;
}): number {
  const { next } = seededRandom(at.seed);
  const rate = () => at.mean * Math.max(0.05, 1 + at.varies * normal(next));
  let held = 0;
  for (let run = 0; run < at.runs; run += 1) {
    const weeks = Array.from({ length: 8 }, () => poisson(rate(), next));
    const found = upliftOver(poisson(rate() + at.extra, next), weeks);
    const [low, high] = found?.interval ?? [1, -1];
    held += Number(low <= at.extra && at.extra <= high);
  }
  return held / at.runs;
}

describe('the uplift over earlier weeks', () => {
  // Garwood's bounds by scipy.stats.gamma.ppf, joined by math.hypot; the spread by statistics.median.
  it.each([
    { observed: 60, weeks: [38, 42, 40, 41, 39, 40, 44, 36], expected: 40, interval: [4.906, 37.9649] },
    { observed: 12, weeks: [3, 0, 5, 2, 1], expected: 2, interval: [1.1192, 19.0836] },
    { observed: 0, weeks: [4, 6, 5, 5, 4, 7, 3, 5], expected: 5, interval: [-10.0705, 0.0705] },
    { observed: 100, weeks: [20, 60, 30, 55, 25, 70, 40, 44], expected: 42, interval: [-18.0574, 134.0574] },
  ])('of $observed over $weeks', ({ observed, weeks, expected, interval }) => {
    const found = upliftOver(observed, weeks);
    expect([found?.expected, found?.uplift, rounded(found?.interval)]).toEqual([expected, observed - expected, interval]);
    expect(found?.ratio).toBeCloseTo(observed / expected, 10);
    const [low, high] = found?.interval ?? [0, 0];
    expect(rounded(found?.ratioInterval)).toEqual(rounded([Math.max(0, 1 + low / expected), 1 + high / expected]));
  });

  it('is not told from three weeks, and has no ratio where nothing was expected', () => {
    expect(upliftOver(5, [1, 2, 3])).toBeNull();
    const found = upliftOver(7, [0, 0, 0, 0, 1]);
    expect([found?.expected, found?.ratio, found?.ratioInterval]).toEqual([0, null, null]);
    expect(rounded(found?.interval)).toEqual([2.8144, 14.4227]);
    expect(() => upliftOver(1, [1, 1, 1, 1, 1, 1, 1, 1, 1])).toThrow(RangeError);
  });

  it('does not depend on the order of the weeks, and is not hidden by an incident in one of them', () => {
    const weeks = [38, 42, 40, 41, 39, 40, 44, 36];
    expect(upliftOver(80, weeks.toReversed())).toEqual(upliftOver(80, weeks));
    const found = upliftOver(80, [...weeks.slice(0, 7), 400]);
    expect(found?.interval[0]).toBeGreaterThan(0);
    // With the usual standard deviation of these weeks the bound would lie far below 0.
    const mean = 684 / 8;
    const deviation = Math.sqrt([...weeks.slice(0, 7), 400].reduce((sum, week) => sum + (week - mean) ** 2, 0) / 7);
    expect(80 - 40 - 2.36 * deviation).toBeLessThan(0);
  });

  it.each([
    { name: 'few arrivals by chance alone', mean: 4, varies: 0 },
    { name: 'many arrivals by chance alone', mean: 80, varies: 0 },
    { name: 'weeks that vary by a fifth', mean: 80, varies: 0.2 },
    { name: 'weeks that vary by two fifths', mean: 300, varies: 0.4 },
  ])('covers nothing where nothing was planted, and what was planted, in at least 94 of 100 seeds: $name', ({ mean, varies }) => {
    expect(coverage({ seed: 11, runs: 1500, mean, varies, extra: 0 })).toBeGreaterThan(0.94);
    expect(coverage({ seed: 12, runs: 1500, mean, varies, extra: mean })).toBeGreaterThan(0.94);
  });

  it('would be caught if it covered too little', () => {
    // The interval of the counts alone, which takes weeks that vary by two fifths for Poisson.
    const { next } = seededRandom(13);
    let held = 0;
    for (let run = 0; run < 400; run += 1) {
      const rate = () => 300 * Math.max(0.05, 1 + 0.4 * normal(next));
      const found = upliftOver(
        poisson(rate(), next),
        Array.from({ length: 8 }, () => 300),
      );
      held += Number((found?.interval[0] ?? 1) <= 0 && (found?.interval[1] ?? -1) >= 0);
    }
    expect(held / 400).toBeLessThan(0.5);
  });
});
