// Days on which the level of a series changed for good.
import { median } from '#api/stats/median.ts';

/** Days compared on either side of a candidate. */
const window = 28;
/** A level that has not lasted two weeks is no level yet. */
const leastSide = 14;
const leastChange = Math.log(1.25);
/** Difference of two medians in standard errors; high, because every day of a year is a candidate. */
const leastStandardErrors = 5;

export type LevelShift = { readonly day: number; readonly before: number; readonly after: number };

type Candidate = LevelShift & { readonly strength: number };

/**
 * Shifts of the level of daily `values` (NaN: unknown), in order of time. A day is one where the medians of the four weeks
 * before it and after it (at least two) differ by a quarter or more and by five standard errors, and more than on any day
 * within four weeks. Medians pass over whatever lasts less than half a window: peaks, holidays, gaps.
 */
export function levelShifts(values: readonly number[]): LevelShift[] {
  const candidates: Candidate[] = [];
  for (let day = leastSide; day <= values.length - leastSide; day += 1) {
    const found = compare(values, day);
    if (found !== null) candidates.push(found);
  }
  const taken: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.strength - a.strength || a.day - b.day)) {
    if (taken.every((one) => Math.abs(one.day - candidate.day) >= window)) taken.push(candidate);
  }
  return taken.toSorted((a, b) => a.day - b.day).map(({ day, before, after }) => ({ day, before, after }));
}

function compare(values: readonly number[], day: number): Candidate | null {
  const earlier = known(values, Math.max(0, day - window), day);
  const later = known(values, day, Math.min(values.length, day + window));
  const before = median(earlier);
  const after = median(later);
  if (before === null || after === null || earlier.length < leastSide / 2 || later.length < leastSide / 2) return null;
  if (Math.abs(Math.log((after + 0.5) / (before + 0.5))) < leastChange) return null;
  const error = Math.hypot(errorOf(earlier, before), errorOf(later, after));
  if (Math.abs(after - before) < leastStandardErrors * error) return null;
  // Among days that pass, the edge is where the two sides fit best, not where medians differ most: those stay flat around it.
  return { day, before, after, strength: -misfit(earlier, before) - misfit(later, after) + Math.abs(after - before) };
}

function known(values: readonly number[], from: number, to: number): Float64Array {
  return Float64Array.from(values.slice(from, to).filter((value) => !Number.isNaN(value))).sort();
}

/** Standard error of a median: 1.2533 sd / sqrt(n), the sd from the median absolute deviation, no less than Poisson's. */
function errorOf(values: Float64Array, middle: number): number {
  const deviation = 1.4826 * (median(values.map((value) => Math.abs(value - middle)).sort()) ?? 0);
  return (1.2533 * Math.max(deviation, Math.sqrt(Math.max(middle, 0.25)))) / Math.sqrt(values.length);
}

function misfit(values: Float64Array, middle: number): number {
  return values.reduce((sum, value) => sum + Math.abs(value - middle), 0) / values.length;
}
