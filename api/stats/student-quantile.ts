// The quantile of Student's t that 95 % intervals of few values are drawn with.
import { z95 as z } from './z95.ts';

/** Where the series below is not near enough. */
const exact: Readonly<Record<number, number>> = { 2: 4.30265, 3: 3.18245 };

/**
 * The 97.5 % quantile of Student's t with so many degrees of freedom, 2 at least; right to three digits.
 *
 * Source: from the quantile of the normal distribution, Abramowitz and Stegun 26.7.5; R: `qt(0.975, freedom)`.
 *
 * @example studentQuantile(9) // 2.262 to three places
 */
export function studentQuantile(freedom: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return exact[freedom] ?? z + first / freedom + second / freedom ** 2 + third / freedom ** 3 + fourth / freedom ** 4;
}
