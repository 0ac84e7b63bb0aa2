// Forecasts of series whose truth is known: better than naive where there is a level to know, naive where there is none.
import { describe, expect, it } from 'vitest';
import { naiveOf, originsOf } from '#api/forecast/back-test.ts';
import { intervalOf } from '#api/forecast/calibrate.ts';
import type { CountSeries } from '#api/forecast/count-series.ts';
import { forecastSeries } from '#api/forecast/forecast-series.ts';
import { judge } from '#api/forecast/judge.ts';
import { learnLifts, liftsAhead, type PlannedEvent } from '#api/forecast/planned-lifts.ts';
import { day, hour } from '#db/model/instant.ts';
import { dayShape, drawnSeries, emptySeries } from '#test/support/count-series.ts';
import { seededRandom } from '#test/support/random.ts';

const from = Date.UTC(2025, 0, 6);
const quarter = { bucket: 'hour', from, to: from + 91 * day } as const;
const usual =
  (mean: number) =>
  (bucket: number, { season }: CountSeries) =>
    mean * (dayShape[(season[bucket] ?? 0) % 24] ?? 0);

describe('the forecast of a steady series', () => {
  const series = drawnSeries(quarter, usual(6), seededRandom(1), 0.05);
  const forecast = forecastSeries(series);

  it('reaches two weeks ahead without a gap', () => {
    expect(forecast?.points.length).toBe(336);
    expect(forecast?.points.map((point) => point.from)).toEqual(Array.from({ length: 336 }, (_, step) => quarter.to + step * hour));
  });

  it('is near the rate that the counts were drawn with', () => {
    const rates = forecast?.points.map((_, step) => usual(6)(series.counts.length + step, series)) ?? [];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(forecast?.points.map((point) => point.expected) ?? []) / sum(rates)).toBeCloseTo(1, 1);
  });

  it('is better than last week, as the mean of many weeks is better than one: near one part in the root of two', () => {
    for (const verdict of forecast?.backTest ?? []) {
      expect([verdict.id, verdict.uses]).toEqual([verdict.id, 'model']);
      expect(verdict.mase).toBeLessThan(0.9);
    }
  });

  it('holds in its intervals what it says, at every horizon', () => {
    for (const { id, n, coverage80, coverage95 } of forecast?.backTest ?? []) {
      const slack = 0.05 + 1 / Math.sqrt(n);
      expect([id, Math.abs((coverage80 ?? 0) - 0.8) < slack, Math.abs((coverage95 ?? 0) - 0.95) < slack]).toEqual([id, true, true]);
    }
  });
});

describe('the naive forecast', () => {
  it('is what came at the same place of the last week that is known, over the night of the clocks as well', () => {
    const berlin = emptySeries({ bucket: 'hour', from: Date.UTC(2026, 2, 8, 23), to: Date.UTC(2026, 2, 29, 22), zone: 'Europe/Berlin' });
    const counted = { ...berlin, counts: berlin.counts.map((_, bucket) => berlin.season[bucket] ?? 0) };
    const known = counted.counts.length;
    const said = Array.from({ length: 336 }, (_, step) => naiveOf(counted, known + step, known));
    expect(said).toEqual(Array.from({ length: 336 }, (_, step) => counted.season[known + step]));
  });

  it('is given where the model is not better, and the verdict says so', () => {
    // Nothing but last week: every week is a copy of the one before, and none is like the average of hours of the day.
    const random = seededRandom(8);
    const week = Array.from({ length: 168 }, () => random.int(0, 40));
    const empty = emptySeries(quarter);
    const copied = { ...empty, counts: empty.counts.map((_, bucket) => week[bucket % 168] ?? 0) };
    const forecast = forecastSeries(copied);
    expect(new Set(forecast?.backTest.map((verdict) => verdict.uses))).toEqual(new Set(['naive']));
    expect(forecast?.points.map((point) => point.expected)).toEqual([...week, ...week]);
  });
});

describe('a judgement', () => {
  const trial = (origin: number, model: number, actual: number) => ({ origin, knownAt: origin + 1, model, naive: 0, actual });

  it('counts errors of judged forecasts alone, and draws no interval from what was not known yet', () => {
    const trials = Array.from({ length: 10 }, (_, origin) => trial(origin, 5, 6));
    expect(judge('1h', trials, { dispersion: 0, since: 4, leastSpan: 0, length: 1 }).verdict).toEqual({
      id: '1h',
      n: 6,
      origins: 6,
      modelError: 1,
      naiveError: 6,
      mase: 1 / 6,
      uses: 'model',
      coverage80: null,
      coverage95: null,
    });
  });

  it('widens intervals that miss: a run of errors ten times the old ones is held again before long', () => {
    const random = seededRandom(2);
    const trials = Array.from({ length: 300 }, (_, origin) =>
      trial(origin, 100, Math.round(100 + (random.next() - 0.5) * (origin < 150 ? 10 : 100))),
    );
    const coverage = (since: number) => judge('1h', trials, { dispersion: 0, since, leastSpan: 0, length: 1 }).verdict.coverage80 ?? 0;
    expect(Math.abs(coverage(200) - 0.8)).toBeLessThan(0.08);
  });

  it('takes the tails of past scores, a little further out for few of them', () => {
    const scores = Float64Array.from({ length: 99 }, (_, place) => (place - 49) / 10);
    // Mean 20 without dispersion: a spread of the root of 20.25, which is 4.5.
    expect(intervalOf(scores, { mean: 20, dispersion: 0 }, 0.2)).toEqual([
      expect.closeTo(20 - 4 * 4.5, 9),
      expect.closeTo(20 + 4 * 4.5, 9),
    ]);
    // Of sums that overlap until nine are left: the tails at 0.1 * 10 / 9 of 99, further out.
    expect(intervalOf(scores, { mean: 20, dispersion: 0, independent: 9 }, 0.2)).toEqual([0, expect.closeTo(20 + 4.9 * 4.5, 9)]);
    expect(intervalOf([], { mean: 20, dispersion: 0 }, 0.2)).toBeNull();
  });
});

describe('too little', () => {
  it('makes no forecast: what cannot be tested is not shown', () => {
    const month = drawnSeries({ ...quarter, to: from + 30 * day }, usual(6), seededRandom(1));
    expect(originsOf(month).length).toBeLessThan(20);
    expect(forecastSeries(month)).toBeNull();
    expect(forecastSeries(emptySeries({ ...quarter, to: from }))).toBeNull();
  });
});

describe('planned events', () => {
  // Thirteen days apart, so that they fall on all days of the week and are no habit of one.
  const at = (nth: number) => from + (20 + 13 * nth) * day;
  const releases: readonly PlannedEvent[] = Array.from({ length: 5 }, (_, nth) => ({ kind: 'release', from: at(nth), to: at(nth) }));
  const hit = (bucket: number) => releases.some((one) => one.from <= from + bucket * hour && from + bucket * hour < one.from + day);
  const series = drawnSeries(quarter, (bucket, one) => usual(6)(bucket, one) * (hit(bucket) ? 2 : 1), seededRandom(3));

  it('do what their kind did before, where that is clear', () => {
    const [release, campaign] = learnLifts(series, releases);
    expect(release?.n).toBe(5);
    expect(Math.abs((release?.factor ?? 0) - 2)).toBeLessThan(0.25);
    expect(release?.isUsed).toBe(true);
    expect(campaign).toEqual({ kind: 'campaign', n: 0, factor: null, interval: null, isUsed: false });
  });

  it('raise the day that they are planned for and no other', () => {
    const planned = { kind: 'release', from: quarter.to + 3 * day, to: quarter.to + 3 * day } as const;
    const lifts = liftsAhead(series, [planned], learnLifts(series, releases));
    expect(lifts.map((lift) => lift > 1.5)).toEqual(lifts.map((_, step) => step >= 72 && step < 96));
    const [plain, lifted] = [forecastSeries(series), forecastSeries(series, lifts)];
    expect(lifted?.points[80]?.expected).toBeCloseTo((plain?.points[80]?.expected ?? 0) * (lifts[80] ?? 0), 6);
    expect(lifted?.points[100]?.expected).toBe(plain?.points[100]?.expected);
  });

  it('teach by the day as well, though none begins at midnight', () => {
    const year = { bucket: 'day', from, to: from + 182 * day } as const;
    const often: readonly PlannedEvent[] = Array.from({ length: 10 }, (_, nth) => ({
      kind: 'release',
      from: at(nth) + 9 * hour,
      to: at(nth) + 9 * hour,
    }));
    const isHit = (bucket: number) => often.some((one) => Math.floor((one.from - from) / day) === bucket);
    const byDay = drawnSeries(year, (bucket) => 80 * (isHit(bucket) ? 1.6 : 1), seededRandom(6));
    const [release] = learnLifts(byDay, often);
    expect({ n: release?.n, isUsed: release?.isUsed }).toEqual({ n: 10, isUsed: true });
    expect(Math.abs((release?.factor ?? 0) - 1.6)).toBeLessThan(0.15);
  });

  it('that did nothing before do nothing ahead', () => {
    const quiet = drawnSeries(quarter, usual(6), seededRandom(4));
    const learnt = learnLifts(quiet, releases);
    expect(learnt[0]?.isUsed).toBe(false);
    expect(new Set(liftsAhead(quiet, [{ kind: 'release', from: quarter.to, to: quarter.to }], learnt))).toEqual(new Set([1]));
  });
});
