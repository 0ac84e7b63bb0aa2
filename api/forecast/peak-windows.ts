// Windows of time in which more came than chance explains.
import { negativeBinomialTail } from '#api/stats/negative-binomial-tail.ts';
import type { SeriesBucket } from './count-series.ts';
import { dispersionOf } from './dispersion.ts';

export type PeakWindow = { readonly from: number; readonly to: number; readonly observed: number; readonly expected: number };

/** Lengths that are tried, in buckets: up to four days. What lasts longer is found in pieces, which are put together. */
const lengths: Readonly<Record<SeriesBucket, readonly number[]>> = {
  hour: [1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96],
  day: [1, 2, 3, 4],
};

/** Peaks that chance alone makes in a year of a series without any, at most: the promise of the search. */
export const falsePeaksPerYear = 1;

/** At least this much more than usual, so that a long small surplus is no peak however certain it is. */
const leastRise = 1.25;
/** Nor is a handful of conversations. */
const leastExcess = 3;

type Scored = PeakWindow & { readonly score: number };

type Sums = { readonly counts: Float64Array; readonly expected: Float64Array };

/** Sums from the beginning, so that any window is one subtraction. */
function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [place, value] of values.entries()) sums[place + 1] = (sums[place] ?? 0) + value;
  return sums;
}

/**
 * Windows whose count is improbable, those that stand out most first and none overlapping another.
 *
 * A scan over windows of many lengths: each is tested with a negative binomial whose dispersion is estimated for its length,
 * at a level shared out over all windows of a year (Bonferroni over windows that do not overlap, half overlaps counted), so
 * that a quiet year shows at most `falsePeaksPerYear` in expectation. Of overlapping windows the one of the highest
 * likelihood ratio stays (Kulldorff, Communications in Statistics 26 (1997)).
 */
export function peakWindows(counts: readonly number[], expected: readonly number[], bucket: SeriesBucket): PeakWindow[] {
  const sums = { counts: runningSums(counts), expected: runningSums(expected) };
  const level = levelOf(bucket);
  const found: Scored[] = [];
  let dispersion = 0;
  for (const length of lengths[bucket]) {
    // A length with too few windows to learn from scatters like the one before it.
    dispersion = dispersionOf(counts, expected, length) ?? dispersion;
    for (let from = 0; from + length <= counts.length; from += 1) {
      const scored = scoreOf(sums, { from, to: from + length }, dispersion, level);
      if (scored !== null) found.push(scored);
    }
  }
  const taken: Scored[] = [];
  const isTaken = new Uint8Array(counts.length);
  for (const window of found.toSorted((a, b) => b.score - a.score || a.from - b.from)) {
    if (isTaken.subarray(window.from, window.to).some((one) => one === 1)) continue;
    isTaken.fill(1, window.from, window.to);
    taken.push(window);
  }
  return taken.map(({ from, to, observed, expected: usual }) => ({ from, to, observed, expected: usual }));
}

/** The level of one test: tests of a year are all windows of one bucket and, of longer ones, those that overlap by half at most. */
export function levelOf(bucket: SeriesBucket): number {
  const buckets = bucket === 'hour' ? 8766 : 365.25;
  const tests = lengths[bucket].reduce((sum, length) => sum + (length === 1 ? buckets : (2 * buckets) / length), 0);
  // Halved, since level, week and dispersion are estimates: measured over many seeds, that keeps the promise with room.
  return falsePeaksPerYear / 2 / tests;
}

function scoreOf(sums: Sums, { from, to }: { from: number; to: number }, dispersion: number, level: number): Scored | null {
  const observed = (sums.counts[to] ?? 0) - (sums.counts[from] ?? 0);
  const expected = (sums.expected[to] ?? 0) - (sums.expected[from] ?? 0);
  if (observed < leastRise * expected || observed < expected + leastExcess) return null;
  const spread = Math.sqrt(expected + dispersion * expected * expected);
  // The tail costs more than everything else here; three standard deviations off it is always too large.
  if (observed < expected + 2.5 * spread) return null;
  if (negativeBinomialTail(observed, expected, dispersion) > level) return null;
  const usual = Math.max(expected, 1e-3);
  return { from, to, observed, expected, score: (observed * Math.log(observed / usual) - (observed - usual)) / (1 + dispersion * usual) };
}
