// The usual: level, week, holidays and shifts found again in counts that were made with them.
import { describe, expect, it } from 'vitest';
import { expectedIn, fitBaseline } from '#api/forecast/baseline.ts';
import { weekBefore } from '#api/forecast/count-series.ts';
import { levelShifts } from '#api/forecast/level-shifts.ts';
import { day } from '#db/model/instant.ts';
import { dayShape, drawnSeries, emptySeries } from '#test/support/count-series.ts';
import { seededRandom } from '#test/support/random.ts';

const from = Date.UTC(2025, 0, 6);
const half = { bucket: 'hour', from, to: from + 182 * day } as const;
const everything = { halfLifeDays: Number.POSITIVE_INFINITY };

describe('the baseline', () => {
  it('expects of each hour of the week what it was made with', () => {
    const rate = (bucket: number, season: readonly number[]) => {
      const place = season[bucket] ?? 0;
      return 8 * (dayShape[place % 24] ?? 0) * (place >= 120 ? 0.5 : 1);
    };
    const series = drawnSeries(half, (bucket, { season }) => rate(bucket, season), seededRandom(1));
    const baseline = fitBaseline(series, { ...everything, upTo: series.counts.length });
    const week = Array.from({ length: 168 }, (_, place) => 14 * 168 + place);
    const off = week.map((bucket) => expectedIn(series, baseline, bucket) / rate(bucket, series.season));
    expect(off.reduce((sum, one) => sum + one, 0) / 168).toBeCloseTo(1, 1);
    // At two an hour, half a year holds 52 of them: one standard deviation is a seventh.
    const large = week.filter((bucket) => rate(bucket, series.season) >= 2);
    expect(large.length).toBeGreaterThan(90);
    expect(large.filter((bucket) => Math.abs(expectedIn(series, baseline, bucket) / rate(bucket, series.season) - 1) > 0.45)).toEqual([]);
  });

  it('knows a holiday by its name, and that others are like the average holiday', () => {
    const holidays = {
      '2025-02-05': 'Lanterns',
      '2025-02-06': 'Lanterns',
      '2025-02-07': 'Lanterns',
      '2025-02-08': 'Lanterns',
      '2025-07-08': 'Regatta',
    };
    const span = { ...half, holidays };
    const series = drawnSeries(
      span,
      (bucket, { day: days, holidays: names }) => (names[days[bucket] ?? 0] === 'Lanterns' ? 2 : 8),
      seededRandom(2),
    );
    const { holidays: factors } = fitBaseline(series, { ...everything, upTo: series.counts.length });
    // A quarter, drawn half-way towards 1 by the two days' worth of "nothing special" for the average and once more towards that.
    expect([factors.get('Lanterns'), factors.get('')]).toEqual([expect.closeTo(0.33, 1), expect.closeTo(0.5, 1)]);
    expect(factors.has('Regatta')).toBe(false);
  });

  it('keeps the hour of the day where clocks are moved', () => {
    // Two hours of the Sunday on which Berlin's clocks go forward and one that comes twice in autumn.
    const berlin = emptySeries({ bucket: 'hour', from: Date.UTC(2026, 2, 22, 23), to: Date.UTC(2026, 3, 6, 22), zone: 'Europe/Berlin' });
    const sunday = berlin.day.filter((one) => one === 6);
    expect(sunday.length).toBe(23);
    const after = berlin.edges.indexOf(Date.UTC(2026, 2, 30, 7));
    expect(berlin.season[after]).toBe(9);
    expect(berlin.season[weekBefore(berlin, after, after)]).toBe(9);
    expect(berlin.edges[weekBefore(berlin, after, after)]).toBe(Date.UTC(2026, 2, 23, 8));
  });
});

describe('shifts of the level', () => {
  const noisy = (level: (day: number) => number) => {
    const random = seededRandom(3);
    return Array.from({ length: 200 }, (_, nth) => level(nth) * (0.85 + 0.3 * random.next()));
  };

  it('are found within two days of where they were made', () => {
    const found = levelShifts(noisy((nth) => (nth < 90 ? 50 : 90)));
    expect(found.length).toBe(1);
    expect(Math.abs((found[0]?.day ?? 0) - 90)).toBeLessThanOrEqual(2);
  });

  it('are not made of a peak of twelve days, of drift, or of nothing', () => {
    expect(levelShifts(noisy((nth) => (nth >= 90 && nth < 102 ? 120 : 50)))).toEqual([]);
    expect(levelShifts(noisy((nth) => 50 * 1.001 ** nth))).toEqual([]);
    expect(levelShifts([])).toEqual([]);
  });

  it('move the level of the day after, not of the day before', () => {
    const series = drawnSeries(half, (bucket) => (bucket < 90 * 24 ? 4 : 8), seededRandom(4));
    const { levels, shifts } = fitBaseline(series, { ...everything, upTo: series.counts.length });
    expect(shifts.map((shift) => Math.abs(shift.day - 90) <= 2)).toEqual([true]);
    expect([levels[85], levels[95]]).toEqual([expect.closeTo(96, -1), expect.closeTo(192, -1)]);
  });
});
