// Weighted quantiles of durations that are partly not over: against the plain estimator, against scipy, and at the edges.
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '#api/stats/kaplan-meier.ts';
import { weightedSurvivalQuantiles } from '#api/stats/weighted-survival-quantiles.ts';
import { seededRandom } from '#test/support/random.ts';

const never = Number.POSITIVE_INFINITY;
const sampleOf = (rows: readonly (readonly [duration: number, weight: number, isEvent: 0 | 1])[]) => ({
  durations: Float64Array.from(rows, ([duration]) => duration),
  weights: Float64Array.from(rows, ([, weight]) => weight),
  isEvent: Uint8Array.from(rows, ([, , isEvent]) => isEvent),
});
const quantiles = (rows: Parameters<typeof sampleOf>[0], levels: readonly number[]) => [
  ...weightedSurvivalQuantiles(sampleOf(rows), rows.length, levels),
];

describe('weighted survival quantiles', () => {
  it('agree with scipy where all weights are one', () => {
    // python3: from scipy.stats import ecdf, CensoredData
    // ecdf(CensoredData(uncensored=[6,6,6,7,10,13,16,22,23], right=[6,9,10,11,17,19,20,25,32,32,34,35])).cdf: 6 -> 0.1429, 7 -> 0.1933,
    // 10 -> 0.2471, 13 -> 0.3098, 16 -> 0.3725, 22 -> 0.4622, 23 -> 0.5518 (Freireich's remission times)
    const events = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => [time, 1, 1] as const);
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => [time, 1, 0] as const);
    expect(quantiles([...censored, ...events], [0.142, 0.143, 0.19, 0.2, 0.3, 0.37, 0.46, 0.55, 0.56])).toEqual([
      6,
      7,
      7,
      10,
      13,
      16,
      22,
      23,
      never,
    ]);
  });

  it('are those of repeated observations where weights are whole, in whatever order they come', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 200; round += 1) {
      const rows = Array.from({ length: random.int(1, 20) }, () => {
        return [random.int(1, 12), random.int(1, 4), random.chance(0.7) ? (1 as const) : (0 as const)] as const;
      });
      const repeated = rows.flatMap(([duration, weight, isEvent]) => Array.from({ length: weight }, () => [duration, isEvent] as const));
      const plain = {
        events: Float64Array.from(repeated.filter(([, isEvent]) => isEvent === 1).map(([duration]) => duration)),
        censored: Float64Array.from(repeated.filter(([, isEvent]) => isEvent === 0).map(([duration]) => duration)),
        never: 0,
      };
      const times = Array.from({ length: 12 }, (_, index) => index + 1);
      const curve = kaplanMeier(plain, times);
      for (const level of [0.1, 0.37, 0.5, 0.93]) {
        const expected = curve.find(({ survival }) => 1 - survival >= level - 1e-9)?.at ?? never;
        expect(quantiles(rows, [level])).toEqual([expected]);
      }
    }
  });

  it('hold down by what never ends, and reach nothing where nothing ends', () => {
    expect(
      quantiles(
        [
          [5, 1, 1],
          [never, 3, 0],
        ],
        [0.25, 0.26],
      ),
    ).toEqual([5, never]);
    expect(quantiles([[5, 1, 0]], [0.5])).toEqual([never]);
    expect(quantiles([], [0.5])).toEqual([never]);
  });

  it('look at the first observations only, as many as are named', () => {
    expect([
      ...weightedSurvivalQuantiles(
        sampleOf([
          [5, 1, 1],
          [1, 9, 1],
        ]),
        1,
        [0.5],
      ),
    ]).toEqual([5]);
  });
});
