// Peaks of a series: when they began and ended, and how much more came than usual.
import { excessInterval, usualWithin } from '#api/stats/excess-interval.ts';
import { z95 } from '#api/stats/z95.ts';
import type { Instant } from '#db/model/instant.ts';
import { type Baseline, expectedIn, fitBaseline } from './baseline.ts';
import { type CountSeries, perDay } from './count-series.ts';
import { dispersionOf } from './dispersion.ts';
import { type PeakWindow, peakWindows } from './peak-windows.ts';

export type Peak = {
  readonly from: Instant;
  readonly to: Instant;
  readonly observed: number;
  readonly expected: number;
  /** Observed minus expected. */
  readonly excess: number;
  /** 95 %: of the count by chance, and of what is usual by how much days differ. */
  readonly interval: readonly [low: number, high: number];
  /** The bucket with most arrivals over the usual, and its two counts. */
  readonly top: { readonly from: Instant; readonly observed: number; readonly expected: number };
};

export type Found = {
  readonly peaks: readonly Peak[];
  /** What was usual in each known bucket. */
  readonly expected: readonly number[];
  readonly shifts: readonly { readonly at: Instant; readonly before: number; readonly after: number }[];
};

/** Two peaks with no more than this between them, during which more came than usual, are one. */
const bridgeDays = 0.5;
const shortDays = 3;
const mostUnlike = 1.6;

/**
 * Finds the peaks of the known buckets, in order of time. Twice: what was found first is left out of the baseline of the second
 * search, else a peak would be a part of the usual that it is measured against.
 */
export function findPeaks(series: CountSeries): Found {
  const first = search(series, new Uint8Array(series.counts.length));
  const skip = new Uint8Array(series.counts.length);
  for (const { from, to } of first.windows) skip.fill(1, from, to);
  const { baseline, expected, windows } = first.windows.length === 0 ? first : search(series, skip);
  const scatter = dispersionOf(series.counts, expected, perDay(series)) ?? 0;
  return {
    peaks: windows.map((window) => toPeak(series, expected, { ...window, scatter })),
    expected,
    shifts: shiftsOf(series, baseline),
  };
}

function search(series: CountSeries, skip: Uint8Array) {
  const fitted = fitBaseline(series, { upTo: skip.length, halfLifeDays: Number.POSITIVE_INFINITY, skip });
  // A holiday that was seen once would explain itself away, peak and all; and more than on a plain day is more than usual.
  const baseline = { ...fitted, holidays: new Map([['', Math.min(1, fitted.holidays.get('') ?? 1)]]) };
  const expected = series.counts.map((_, bucket) => expectedIn(series, baseline, bucket));
  return { baseline, expected, windows: joined(series, expected, peakWindows(series.counts, expected, series.bucket)) };
}

function shiftsOf(series: CountSeries, { shifts }: Baseline): Found['shifts'] {
  return shifts.map(({ day, before, after }) => ({ at: series.edges[series.day.indexOf(day)] ?? 0, before, after }));
}

function joined(series: CountSeries, expected: readonly number[], windows: readonly PeakWindow[]): PeakWindow[] {
  const result: PeakWindow[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && belongs(series, last, window) && isBridged(series, expected, last.to, window.from)) {
      result[result.length - 1] = windowOf(series, expected, last.from, window.to);
    } else result.push(window);
  }
  return result;
}

/** A fall after a short peak is a part of it; a tall peak at the edge of a long low one is a peak of its own. */
function belongs(series: CountSeries, one: PeakWindow, other: PeakWindow): boolean {
  if (other.to - one.from <= shortDays * perDay(series)) return true;
  const rise = ({ observed, expected }: PeakWindow) => observed / Math.max(expected, 1e-3);
  return Math.abs(Math.log(rise(one) / rise(other))) < Math.log(mostUnlike);
}

function isBridged(series: CountSeries, expected: readonly number[], from: number, to: number): boolean {
  if (to - from > bridgeDays * perDay(series)) return false;
  const between = windowOf(series, expected, from, to);
  return to === from || between.observed > between.expected;
}

function windowOf(series: CountSeries, expected: readonly number[], from: number, to: number): PeakWindow {
  const sum = (values: readonly number[]) => values.slice(from, to).reduce((total, value) => total + value, 0);
  return { from, to, observed: sum(series.counts), expected: sum(expected) };
}

function toPeak(series: CountSeries, usual: readonly number[], window: PeakWindow & { readonly scatter: number }): Peak {
  const { from, to, observed, expected, scatter } = window;
  let top = from;
  const over = (bucket: number) => (series.counts[bucket] ?? 0) - (usual[bucket] ?? 0);
  for (let bucket = from; bucket < to; bucket += 1) if (over(bucket) > over(top)) top = bucket;
  return {
    from: series.edges[from] ?? 0,
    to: series.edges[to] ?? 0,
    observed,
    expected,
    excess: observed - expected,
    interval: excessInterval(observed, usualWithin(expected, z95 * expected * Math.sqrt(scatter))),
    top: { from: series.edges[top] ?? 0, observed: series.counts[top] ?? 0, expected: usual[top] ?? 0 },
  };
}
