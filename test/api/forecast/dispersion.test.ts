// Scatter told from the quiet side: the theory against scipy, and what it finds in drawn counts.
import { describe, expect, it } from 'vitest';
import { dispersionOf } from '#api/forecast/dispersion.ts';
import { lowerScatter } from '#api/forecast/lower-scatter.ts';
import { drawnSeries } from '#test/support/count-series.ts';
import { seededRandom } from '#test/support/random.ts';

const year = { bucket: 'hour', from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) } as const;

function found(mean: number, dispersion: number, length: number): number {
  const { counts } = drawnSeries(year, () => mean, seededRandom(5), dispersion);
  return (
    dispersionOf(
      counts,
      counts.map(() => mean),
      length,
    ) ?? Number.NaN
  );
}

describe('what falls short in theory', () => {
  it('is the sum over the lower half', () => {
    // scipy: sum(poisson.pmf(k, 4) for k in range(5)), sum(poisson.pmf(k, 4) * (k - 4)**2 / 4 for k in range(5))
    const poisson = lowerScatter(4, 0);
    expect([poisson.share, poisson.square]).toEqual([expect.closeTo(0.6288369351798734, 12), expect.closeTo(0.43347012036670884, 12)]);
    // scipy: r = 1 / .3; sum(nbinom.pmf(k, r, r / (r + 6.5)) for k in range(7)) ...
    const wide = lowerScatter(6.5, 0.3);
    expect([wide.share, wide.square]).toEqual([expect.closeTo(0.5748683719588007, 12), expect.closeTo(1.0522174350568783, 12)]);
  });
});

describe('dispersion', () => {
  it('is found again in counts that were drawn with it', () => {
    expect(found(6, 0.2, 1)).toBeCloseTo(0.2, 1);
    expect(found(40, 0.05, 1)).toBeCloseTo(0.05, 2);
    expect(found(6, 0, 1)).toBeLessThan(0.01);
  });

  it('shrinks over sums of hours that have nothing to do with each other', () => {
    expect(found(6, 0.24, 12)).toBeCloseTo(0.24 / 12, 2);
  });

  it('does not grow with peaks, which lie above', () => {
    const { counts } = drawnSeries(year, () => 6, seededRandom(5));
    const expected = counts.map(() => 6);
    const peaked = counts.map((count, place) => (place % 100 < 10 ? count * 5 : count));
    expect(dispersionOf(peaked, expected, 1)).toBeLessThan(0.01);
  });

  it('is unknown for a handful of windows', () => {
    expect(dispersionOf([5, 4, 6], [5, 5, 5], 1)).toBeNull();
  });
});
