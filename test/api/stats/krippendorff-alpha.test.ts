// Agreement beyond chance, against the worked example that Krippendorff published, and its interval.
import { describe, expect, it } from 'vitest';
import { alphaInterval } from '#api/stats/alpha-interval.ts';
import { krippendorffAlpha } from '#api/stats/krippendorff-alpha.ts';
import { seededRandom } from '#test/support/random.ts';

/** Four observers, twelve units, with gaps: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C; labels less one. */
const published = [
  [0, 0, 0],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [2, 2, 2, 2],
  [1, 1, 1, 1],
  [0, 1, 2, 3],
  [3, 3, 3, 3],
  [0, 0, 1, 0],
  [1, 1, 1, 1],
  [4, 4, 4],
  [0, 0],
  [2],
];

describe("Krippendorff's alpha", () => {
  it('has the published values: 0.743 nominal, 0.815 ordinal', () => {
    const rounded = (['nominal', 'ordinal'] as const).map((distance) => krippendorffAlpha(published, distance)?.toFixed(3));
    expect(rounded).toEqual(['0.743', '0.815']);
  });

  it('would be caught where a gap counted as a label: the control', () => {
    const filled = published.map((unit) => [...unit, ...Array.from({ length: 4 - unit.length }, () => 5)]);
    expect(krippendorffAlpha(filled, 'nominal')?.toFixed(3)).not.toBe('0.743');
  });

  it('is 1 where all agree, below 0 where nobody does, and undefined where nothing can be compared', () => {
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
        'nominal',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [0, 1],
          [1, 0],
        ],
        'nominal',
      ),
    ).toBeCloseTo(-0.5, 12);
    expect(
      [
        [],
        [[1], [0]],
        [
          [1, 1],
          [1, 1],
        ],
      ].map((units) => krippendorffAlpha(units, 'nominal')),
    ).toEqual([null, null, null]);
  });

  it('is near 0 for labels by lot, and does not mind the order of units', () => {
    const random = seededRandom(8);
    const units = Array.from({ length: 4000 }, () => [random.int(0, 2), random.int(0, 2)]);
    const alpha = krippendorffAlpha(units, 'ordinal') ?? 1;
    expect(Math.abs(alpha)).toBeLessThan(0.05);
    expect(krippendorffAlpha(units.toReversed(), 'ordinal')).toBeCloseTo(alpha, 12);
  });
});

describe('the interval of alpha', () => {
  const drawn = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 120 }, () => {
      const truth = random.int(0, 2);
      return [0, 1].map(() => (random.chance(0.8) ? truth : random.int(0, 2)));
    });
  };

  it('holds the true value about 19 times of 20, and is the same for the same seed', () => {
    // Two observers who say the truth with 0.8 and guess else agree by 0.8 * 0.8 beyond chance.
    const covered = Array.from({ length: 60 }, (_, seed) => alphaInterval(drawn(seed), 'nominal', seededRandom(seed + 1).next)).filter(
      (interval) => interval !== null && interval[0] <= 0.64 && 0.64 <= interval[1],
    ).length;
    expect(covered).toBeGreaterThanOrEqual(53);
    expect(alphaInterval(drawn(1), 'nominal', seededRandom(1).next)).toEqual(alphaInterval(drawn(1), 'nominal', seededRandom(1).next));
  });

  it('is not given for fewer than five units', () => {
    expect(
      alphaInterval(
        [
          [0, 1],
          [1, 1],
          [0, 0],
          [1, 0],
        ],
        'nominal',
        seededRandom(1).next,
      ),
    ).toBe(null);
  });
});
