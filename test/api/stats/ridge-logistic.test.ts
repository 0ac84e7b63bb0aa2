// Logistic regression, its effects in shares, and how often a planted effect is found within its interval.
import { describe, expect, it } from 'vitest';
import { averageEffect } from '#api/stats/average-effect.ts';
import { inverseOf } from '#api/stats/cholesky.ts';
import { logistic, ridgeLogistic } from '#api/stats/ridge-logistic.ts';
import { seededRandom } from '#test/support/random.ts';

// R's mtcars: weight in 1,000 lb, and 1 for a manual gearbox.
const wt = [
  ...[2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424],
  ...[5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78],
];
const am = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];
const cars = { columns: [Float64Array.from(wt)], outcome: Uint8Array.from(am) };
const rounded = (values: Iterable<number> | undefined, digits = 4) => [...(values ?? [])].map((value) => Number(value.toFixed(digits)));

function fitted(ridge: number) {
  const fit = ridgeLogistic({ ...cars, ridge });
  if (fit === null) throw new Error('no fit');
  return fit;
}

describe('logistic regression', () => {
  it('is that of R without a ridge', () => {
    // R: summary(glm(am ~ wt, binomial, mtcars)) gives 12.040 (4.510) and -4.024 (1.436).
    const { coefficients, covariance } = fitted(0);
    expect(rounded(coefficients)).toEqual([12.0404, -4.024]);
    expect(rounded([Math.sqrt(covariance[0] ?? 0), Math.sqrt(covariance[3] ?? 0)])).toEqual([4.5101, 1.4365]);
  });

  it('is that of numpy with a ridge of 1', () => {
    // numpy, Newton on the penalised likelihood with the intercept free.
    const { coefficients, covariance } = fitted(1);
    expect(rounded(coefficients)).toEqual([5.7622, -1.9898]);
    expect(rounded([Math.sqrt(covariance[0] ?? 0), Math.sqrt(covariance[3] ?? 0)])).toEqual([1.8737, 0.596]);
  });

  it('tells the effect of one more in shares, with an interval by the delta method', () => {
    // numpy: mean of p(x + 1) - p(x) is -0.276790, its standard error 0.022971.
    const { effect, interval } = averageEffect(cars.columns, fitted(0), { column: 0, way: 'step' });
    expect(rounded([effect, ...interval])).toEqual([-0.2768, -0.3218, -0.2318]);
  });

  it('has a fit where the data are separated, if there is a ridge, and none without', () => {
    const separated = { columns: [Float64Array.of(0, 0, 0, 1, 1, 1)], outcome: Uint8Array.of(0, 0, 0, 1, 1, 1) };
    expect(ridgeLogistic({ ...separated, ridge: 1 })?.coefficients[1]).toBeGreaterThan(1);
    expect(ridgeLogistic({ ...separated, ridge: 0 })).toBe(null);
  });

  it('does not hang on the order of the rows, and is 0 for a variable that never differs', () => {
    const turned = { columns: [Float64Array.from(wt.toReversed())], outcome: Uint8Array.from(am.toReversed()), ridge: 0 };
    expect(rounded(ridgeLogistic(turned)?.coefficients, 8)).toEqual(rounded(fitted(0).coefficients, 8));
    const still = ridgeLogistic({ columns: [new Float64Array(32)], outcome: cars.outcome, ridge: 1 });
    expect(still?.coefficients[1]).toBe(0);
  });

  it('finds a planted effect within its interval for at least nine seeds in ten', () => {
    // Each nudge takes log odds of 0.5 away, each doubling of the wait 0.2; both are drawn together, as in life.
    const seeds = 100;
    const found = { nudge: 0, wait: 0, nothing: 0 };
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = seededRandom(seed);
      const rows = 600;
      const columns = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
      const outcome = new Uint8Array(rows);
      const log = (nudges: number, doublings: number) => 2 - 0.5 * nudges - 0.2 * doublings;
      const truth = { nudge: 0, wait: 0 };
      for (let row = 0; row < rows; row += 1) {
        const doublings = random.next() * 8;
        const nudges = Math.floor(random.next() * (1 + doublings / 3));
        const before = logistic(log(nudges, doublings));
        truth.nudge += (logistic(log(nudges + 1, doublings)) - before) / rows;
        truth.wait += (logistic(log(nudges, doublings + 1)) - before) / rows;
        for (const [column, value] of [nudges, doublings, Number(random.chance(0.5))].entries()) {
          const into = columns[column];
          if (into !== undefined) into[row] = value;
        }
        outcome[row] = Number(random.chance(before));
      }
      const fit = ridgeLogistic({ columns, outcome, ridge: 0.5 });
      if (fit === null) continue;
      const holds = (column: number, way: 'step' | 'switch', value: number) => {
        const { interval } = averageEffect(columns, fit, { column, way });
        return interval[0] <= value && value <= interval[1];
      };
      found.nudge += Number(holds(0, 'step', truth.nudge));
      found.wait += Number(holds(1, 'step', truth.wait));
      found.nothing += Number(holds(2, 'switch', 0));
    }
    for (const count of Object.values(found)) expect(count).toBeGreaterThanOrEqual(0.9 * seeds);
  });
});

describe('the inverse of a matrix', () => {
  it('is the one worked out by hand, and null where there is none', () => {
    expect(rounded(inverseOf(Float64Array.of(4, 2, 2, 3), 2) ?? [])).toEqual([0.375, -0.25, -0.25, 0.5]);
    expect(inverseOf(Float64Array.of(1, 1, 1, 1), 2)).toBe(null);
    expect(inverseOf(Float64Array.of(-1), 1)).toBe(null);
  });
});
