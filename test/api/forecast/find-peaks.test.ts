// Peaks: planted ones are found, chance makes none beyond the promise, and what is no peak is not called one.
import { describe, expect, it } from 'vitest';
import type { CountSeries } from '#api/forecast/count-series.ts';
import { findPeaks } from '#api/forecast/find-peaks.ts';
import { falsePeaksPerYear } from '#api/forecast/peak-windows.ts';
import { day, hour } from '#db/model/instant.ts';
import { dayShape, drawnSeries, emptySeries } from '#test/support/count-series.ts';
import { seededRandom } from '#test/support/random.ts';

const from = Date.UTC(2025, 0, 6);
const year = { bucket: 'hour', from, to: from + 364 * day } as const;
const usual =
  (mean: number) =>
  (bucket: number, { season }: CountSeries) =>
    mean * (dayShape[(season[bucket] ?? 0) % 24] ?? 0);

/** A planted peak: hours from the beginning, its length, and how many times the usual. */
type Planted = { readonly at: number; readonly hours: number; readonly times: number };

function planted(peaks: readonly Planted[], mean: number, seed: number, dispersion = 0): CountSeries {
  const rate = usual(mean);
  const times = (bucket: number) => peaks.find(({ at, hours }) => bucket >= at && bucket < at + hours)?.times ?? 1;
  return drawnSeries(year, (bucket, series) => rate(bucket, series) * times(bucket), seededRandom(seed), dispersion);
}

const inHours = (series: CountSeries) =>
  findPeaks(series).peaks.map((peak) => ({ ...peak, from: (peak.from - from) / hour, to: (peak.to - from) / hour }));

describe('planted peaks', () => {
  const peaks: readonly Planted[] = [
    { at: 40 * 24 + 12, hours: 3, times: 5 },
    { at: 90 * 24 + 8, hours: 12, times: 3 },
    { at: 150 * 24, hours: 30, times: 2.5 },
    { at: 220 * 24, hours: 96, times: 1.8 },
    { at: 300 * 24 + 20, hours: 2, times: 8 },
  ];

  it.each([3, 12])('of five sizes are all found at a mean of %d an hour, where they were planted', (mean) => {
    const seeds = [1, 2, 3, 4];
    let others = 0;
    for (const seed of seeds) {
      const found = inHours(planted(peaks, mean, seed, 0.02));
      for (const { at, hours } of peaks) {
        const overlap = found.reduce((sum, one) => sum + Math.max(0, Math.min(one.to, at + hours) - Math.max(one.from, at)), 0);
        expect(overlap / hours).toBeGreaterThanOrEqual(0.6);
      }
      others += found.filter((one) => peaks.every(({ at, hours }) => one.to <= at - 12 || one.from >= at + hours + 12)).length;
    }
    // Chance has its share, counted here in years.
    expect(others / seeds.length).toBeLessThanOrEqual(2 * falsePeaksPerYear);
  });

  it('hold exactly the counts of their buckets, and an interval around the excess that was planted', () => {
    const series = planted([{ at: 150 * 24, hours: 24, times: 3 }], 6, 9);
    const peak = inHours(series).find((one) => one.to > 150 * 24);
    expect(peak?.observed).toBe(series.counts.slice(peak?.from, peak?.to).reduce((sum, count) => sum + count, 0));
    expect(peak?.excess).toBeCloseTo((peak?.observed ?? 0) - (peak?.expected ?? 0), 9);
    expect(peak?.interval[0]).toBeLessThan(2 * 6 * 24);
    expect(peak?.interval[1]).toBeGreaterThan(2 * 6 * 24);
  });

  it('too small to tell from chance are not found', () => {
    const found = [11, 12, 13, 14].flatMap((seed) => inHours(planted([{ at: 150 * 24 + 12, hours: 3, times: 1.2 }], 3, seed)));
    expect(found.filter((peak) => peak.from < 150 * 24 + 15 && peak.to > 150 * 24 + 12)).toEqual([]);
  });
});

describe('chance', () => {
  const seeds = Array.from({ length: 12 }, (_, nth) => nth + 100);
  const perYear = (series: (seed: number) => CountSeries) =>
    seeds.reduce((sum, seed) => sum + findPeaks(series(seed)).peaks.length, 0) / seeds.length;

  it.each([
    ['few and Poisson', 1, 0],
    ['some and Poisson', 4, 0],
    ['some and scattered', 4, 0.1],
    ['many and scattered', 20, 0.05],
  ])('makes no more peaks than promised: %s', (_, mean, dispersion) => {
    expect(perYear((seed) => planted([], mean, seed, dispersion))).toBeLessThanOrEqual(falsePeaksPerYear);
  });

  it('makes no more of the hours of a peaked year once they are shuffled within their place of the week', () => {
    const shuffled = (seed: number) => {
      const series = planted([{ at: 150 * 24, hours: 48, times: 3 }], 4, 7);
      expect(findPeaks(series).peaks.length).toBeGreaterThan(0);
      const random = seededRandom(seed);
      const counts = [...series.counts];
      for (let bucket = counts.length - 1; bucket >= 168; bucket -= 1) {
        const other = bucket - 168 * random.int(0, Math.floor(bucket / 168));
        [counts[bucket], counts[other]] = [counts[other] ?? 0, counts[bucket] ?? 0];
      }
      return { ...series, counts };
    };
    // What made the peak is still there, hour by hour, but no longer in one place.
    const longest = seeds.slice(0, 4).flatMap((seed) => findPeaks(shuffled(seed)).peaks.map((peak) => (peak.to - peak.from) / hour));
    expect(longest.filter((hours) => hours > 12)).toEqual([]);
  });
});

describe('no peak', () => {
  it('is a new level: the weeks after it are usual', () => {
    const rate = usual(6);
    const series = drawnSeries(year, (bucket, one) => rate(bucket, one) * (bucket < 180 * 24 ? 1 : 1.8), seededRandom(5));
    const { peaks, shifts } = findPeaks(series);
    expect(peaks.filter((peak) => Math.abs(peak.from - (from + 180 * day)) < 28 * day)).toEqual([]);
    expect(shifts.map(({ at }) => Math.abs(at - (from + 180 * day)) <= 2 * day)).toEqual([true]);
  });

  it('is a day of 25 or 23 hours', () => {
    const berlin = { bucket: 'hour', from: Date.UTC(2025, 0, 5, 23), to: Date.UTC(2025, 11, 28, 23), zone: 'Europe/Berlin' } as const;
    for (const seed of [1, 2, 3]) {
      const { peaks } = findPeaks(drawnSeries(berlin, usual(12), seededRandom(seed)));
      const moved = [Date.UTC(2025, 2, 30), Date.UTC(2025, 9, 26)];
      expect(peaks.filter((peak) => moved.some((at) => peak.from < at + 7 * day && peak.to > at))).toEqual([]);
    }
  });

  it('is the day after a quiet holiday', () => {
    const holidays = Object.fromEntries(Array.from({ length: 7 }, (_, nth) => [`2025-04-0${nth + 1}`, 'Week off']));
    const rate = usual(8);
    const isOff = ({ day: days, holidays: names }: CountSeries, bucket: number) => names[days[bucket] ?? 0] !== null;
    const series = drawnSeries({ ...year, holidays }, (bucket, one) => rate(bucket, one) * (isOff(one, bucket) ? 0.3 : 1), seededRandom(6));
    expect(findPeaks(series).peaks).toEqual([]);
  });

  it('is in a series of nothing', () => {
    expect(findPeaks(emptySeries(year))).toEqual({ peaks: [], expected: expect.any(Array), shifts: [] });
  });
});
