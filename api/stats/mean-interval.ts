// The interval of a mean.
import { studentQuantile } from './student-quantile.ts';

/** Fewer values than this say too little about their own spread. */
const fewest = 5;

/**
 * The 95 % interval of the mean of `n` values with this sum and sum of squares, by Student's t. Null for fewer than 5 values.
 *
 * @example meanInterval({ n: 5, sum: 15, squares: 55 }) // [1.037, 4.963] to three places
 */
export function meanInterval({
  n,
  sum,
  squares,
}: {
  n: number;
  sum: number;
  squares: number;
}): readonly [low: number, high: number] | null {
  if (n < fewest) return null;
  const mean = sum / n;
  const variance = Math.max(0, (squares - sum * mean) / (n - 1));
  const half = studentQuantile(n - 1) * Math.sqrt(variance / n);
  return [mean - half, mean + half];
}
