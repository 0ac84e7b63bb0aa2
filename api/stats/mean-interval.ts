// The interval of a mean.
import { z95 } from './z95.ts';

/** Fewer values than this say too little about their own spread. */
const fewest = 5;
const z = z95;

/**
 * The 95 % interval of the mean of `n` values with this sum and sum of squares, by Student's t. Null for fewer than 5 values.
 *
 * Source: the quantile of t from that of the normal distribution, Abramowitz and Stegun 26.7.5; right to three digits from 4 degrees
 * of freedom on.
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
  const half = upperQuantile(n - 1) * Math.sqrt(variance / n);
  return [mean - half, mean + half];
}

function upperQuantile(freedom: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3 + fourth / freedom ** 4;
}
