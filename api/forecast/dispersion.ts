// How much more counts scatter than Poisson's, told from their quiet side.
import { lowerScatter } from './lower-scatter.ts';

/** Fewer windows than this tell nothing. */
const leastWindows = 12;
const mostDispersion = 4;
/** Shortfalls beyond this many times the usual one are gaps of a source and no scatter. */
const cut = 12;
/** Means at which the theory is computed, in place of all of them. */
const probes = 5;

/**
 * The dispersion `a` in variance = mean + a * mean^2 of sums over `length` buckets, from the windows that stay below what was
 * expected: peaks lie above, and would make every peak look usual. It is the `a` whose negative binomial falls short by as much
 * as the windows do. Null where too few windows hold enough to tell.
 */
export function dispersionOf(counts: readonly number[], expected: readonly number[], length: number): number | null {
  const { means, squares } = windowsOf(counts, expected, length);
  if (squares.length < leastWindows) return null;
  const usual = meanOf(squares);
  const kept = squares.filter((value) => value <= cut * usual);
  return solve(meanOf(kept), probesOf(means));
}

function windowsOf(counts: readonly number[], expected: readonly number[], length: number) {
  const means: number[] = [];
  const squares: number[] = [];
  for (let from = 0; from + length <= counts.length; from += length) {
    let count = 0;
    let mean = 0;
    for (let place = from; place < from + length; place += 1) {
      count += counts[place] ?? 0;
      mean += expected[place] ?? 0;
    }
    if (mean < 1) continue;
    means.push(mean);
    if (count <= mean) squares.push((count - mean) ** 2 / mean);
  }
  return { means, squares };
}

function probesOf(means: readonly number[]): number[] {
  const sorted = means.toSorted((a, b) => a - b);
  return Array.from({ length: probes }, (_, part) => sorted[Math.floor(((part + 0.5) * sorted.length) / probes)] ?? 1);
}

/** Halves the range of dispersions until theory falls short as much as the windows; theory grows with the dispersion. */
function solve(seen: number, means: readonly number[]): number {
  const theory = (dispersion: number) => {
    const parts = means.map((mean) => lowerScatter(mean, dispersion));
    return parts.reduce((sum, part) => sum + part.square, 0) / parts.reduce((sum, part) => sum + part.share, 0);
  };
  if (theory(0) >= seen) return 0;
  let low = 0;
  let high = mostDispersion;
  for (let step = 0; step < 20; step += 1) {
    const middle = step < 10 && low === 0 ? high / 4 : (low + high) / 2;
    if (theory(middle) < seen) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
