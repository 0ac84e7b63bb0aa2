// The regularised lower incomplete gamma function: the distribution behind Poisson intervals.
import { logGamma } from './log-gamma.ts';

/**
 * P(a, x), the share of a gamma distribution of shape `a` that lies below `x`; 0 for x <= 0.
 *
 * A power series for x < a + 1 and a continued fraction (Lentz) above. R: `pgamma(x, a)`; scipy: `gammainc(a, x)`.
 *
 * @example gammaShare(3, 2.5) // 0.4562 to four places
 */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * series(a, x) : 1 - front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17 && n < 1e6; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / (b === 0 ? tiny : b);
  let result = d;
  for (let n = 1; n < 1e6; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    const factor = d * c;
    result *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return result;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
