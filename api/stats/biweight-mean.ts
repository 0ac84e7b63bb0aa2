// A mean that outliers do not move.
import { median } from './median.ts';

/** Values further than this many scales from the median count for nothing. */
const reach = 6;

/**
 * Tukey's biweight location of `values` in one step from the median; null for no values. `leastScale` keeps the scale of
 * values that are nearly all alike, such as small counts, from being 0.
 *
 * Source: Beers, Flynn and Gebhardt, Astronomical Journal 100 (1990); astropy: `biweight_location(values, c=6)`.
 *
 * @example biweightMean([1, 2, 3, 4, 100]) // 2.5706 to four places
 */
export function biweightMean(values: Iterable<number>, leastScale = 0): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = median(sorted);
  if (middle === null) return null;
  const scale = Math.max(leastScale, median(sorted.map((value) => Math.abs(value - middle)).sort()) ?? 0);
  if (scale === 0) return middle;
  let sum = 0;
  let weights = 0;
  for (const value of sorted) {
    const u = (value - middle) / (reach * scale);
    if (Math.abs(u) >= 1) continue;
    const weight = (1 - u * u) ** 2;
    sum += weight * (value - middle);
    weights += weight;
  }
  return middle + sum / weights;
}
