// The back-test on public feedback and on the demo company: floors under what README and screen say of it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CountSeries } from '#api/forecast/count-series.ts';
import { findPeaks } from '#api/forecast/find-peaks.ts';
import { forecastSeries } from '#api/forecast/forecast-series.ts';
import { horizons, totals } from '#api/forecast/horizons.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { liveThrough } from '#ingest/demo/demo-year.ts';
import { seriesOf } from '#test/support/count-series.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');

function instantsOf(name: string): Instant[] {
  const lines = gunzipSync(readFileSync(path.join(folder, name)))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && 'at' in parsed ? [Date.parse(String(parsed.at))] : [];
  });
}

/** Sums whose 80 % intervals held for less than 75 or more than 85 % of what came, and those that were tested at all. */
function sumsOf(series: CountSeries) {
  const verdicts = (forecastSeries(series)?.backTest ?? []).filter(({ id }) => totals[series.bucket].some((one) => one.id === id));
  const tested = verdicts.filter(({ coverage80 }) => coverage80 !== null);
  return {
    tested: tested.map(({ id }) => id),
    outside: tested.filter(({ coverage80 }) => (coverage80 ?? 0) < 0.75 || (coverage80 ?? 0) > 0.85).map(({ id }) => id),
  };
}

/** Error against naive over all horizons of single buckets, and the shares that 80 % intervals held, by horizon. */
function tested(series: CountSeries) {
  const verdicts = (forecastSeries(series)?.backTest ?? []).filter(({ id }) => horizons[series.bucket].some((one) => one.id === id));
  const sum = (of: (verdict: (typeof verdicts)[number]) => number) => verdicts.reduce((total, verdict) => total + of(verdict), 0);
  return {
    mase: sum(({ modelError, n }) => modelError * n) / sum(({ naiveError, n }) => naiveError * n),
    worst: Math.max(...verdicts.map(({ mase }) => mase ?? Number.POSITIVE_INFINITY)),
    coverage: sum(({ coverage80, n }) => (coverage80 ?? 0) * n) / sum(({ n }) => n),
    outside: verdicts.filter(({ coverage80 }) => coverage80 === null || coverage80 < 0.72 || coverage80 > 0.88).map(({ id }) => id),
  };
}

describe.skipIf(!existsSync(folder))('the back-test on shared data', () => {
  it('of a help account by the hour is better than naive, and its intervals hold', () => {
    const span = { bucket: 'hour', from: Date.UTC(2017, 9, 4), to: Date.UTC(2017, 11, 3) } as const;
    const found = tested(seriesOf(instantsOf('fb_twcs_spotify.jsonl.gz'), span));
    expect(found.mase).toBeLessThan(0.8);
    expect(found.worst).toBeLessThan(0.95);
    expect(Math.abs(found.coverage - 0.8)).toBeLessThan(0.05);
    expect(found.outside).toEqual([]);
    expect(sumsOf(seriesOf(instantsOf('fb_twcs_spotify.jsonl.gz'), span))).toEqual({ tested: ['next-24h'], outside: [] });
  });

  it('of sixty days gives no interval for sums of a week: too few of them lie side by side to test one', () => {
    const span = { bucket: 'day', from: Date.UTC(2017, 9, 4), to: Date.UTC(2017, 11, 3) } as const;
    const found = sumsOf(seriesOf(instantsOf('fb_twcs_spotify.jsonl.gz'), span));
    expect(found).toEqual({ tested: [], outside: [] });
  });

  it('of sparse reviews by the day is better than naive, and its intervals hold', () => {
    const span = { bucket: 'day', from: Date.UTC(2022, 4, 11), to: Date.UTC(2023, 5, 15) } as const;
    const found = tested(seriesOf(instantsOf('fb_crypto_playstore.jsonl.gz'), span));
    expect(found.mase).toBeLessThan(0.85);
    expect(found.worst).toBeLessThan(0.95);
    expect(Math.abs(found.coverage - 0.8)).toBeLessThan(0.05);
    expect(found.outside).toEqual([]);
    const sums = sumsOf(seriesOf(instantsOf('fb_crypto_playstore.jsonl.gz'), span));
    expect(sums).toEqual({ tested: ['next-7d', 'next-14d'], outside: [] });
  });
});

describe('the demo company', () => {
  const now = Date.UTC(2026, 10, 28, 6);
  const { startAt, timeline, traces } = liveThrough({ seed: 'huiyin', now, conversations: 30_000, months: 12, closures: [] });
  const arrivals = traces.map(({ arrival }) => arrival.at);
  const span = { from: startAt, to: Math.floor(now / hour) * hour, zone: 'Asia/Shanghai' };

  it('shows its large happenings as peaks, each beside its cause, and few peaks beside nothing', () => {
    const { peaks } = findPeaks(seriesOf(arrivals, { ...span, bucket: 'hour' }));
    const large = timeline.happenings.filter(({ effect, fromAt }) => (effect?.peak ?? 0) >= 1.2 && fromAt < now - day);
    const touches = (fromAt: Instant, toAt: Instant) => peaks.some((peak) => peak.from < toAt + day && peak.to > fromAt);
    expect(large.length).toBeGreaterThan(8);
    expect(large.filter(({ fromAt, toAt }) => !touches(fromAt, toAt)).map(({ label }) => label)).toEqual([]);
    const happened = timeline.happenings.filter(({ effect }) => effect !== null);
    const alone = peaks.filter((peak) => !happened.some(({ fromAt, toAt }) => fromAt < peak.to && toAt + 14 * day > peak.from));
    expect(alone.length).toBeLessThanOrEqual(1);
  });

  it('is forecast better than naive, by the hour and by the day, in intervals that hold', () => {
    for (const bucket of ['hour', 'day'] as const) {
      const series = seriesOf(arrivals, { ...span, to: bucket === 'day' ? Date.UTC(2026, 10, 27, 16) : span.to, bucket });
      const found = tested(series);
      expect(found.mase).toBeLessThan(0.9);
      expect(found.worst).toBeLessThan(1);
      expect(Math.abs(found.coverage - 0.8)).toBeLessThan(0.05);
      expect(found.outside).toEqual([]);
      expect(sumsOf(series)).toEqual({ tested: totals[bucket].map(({ id }) => id), outside: [] });
    }
  });
});
