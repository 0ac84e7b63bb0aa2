// The interval of a share: Wilson's score interval.
import { z95 } from './z95.ts';

/**
 * The 95 % score interval of `good / n`, as shares between 0 and 1; null where n is 0.
 *
 * Solves |p - good/n| = z sqrt(p (1 - p) / n) for p, so it stays inside [0, 1] and is of use for 3 of 3, where the
 * usual p +- z se claims certainty. Source: E. B. Wilson, JASA 22 (1927); R: `prop.test(good, n, correct = FALSE)`.
 *
 * @example wilsonInterval(13, 15) // [0.6212, 0.9626] to four places
 */
export function wilsonInterval(good: number, n: number): readonly [low: number, high: number] | null {
  if (n <= 0) return null;
  const share = good / n;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At 0 of n and n of n the bound is exactly 0 or 1; rounding would leave 1e-17.
  return [good === 0 ? 0 : (middle - half) / scale, good === n ? 1 : (middle + half) / scale];
}
