// The logarithm of the gamma function.

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * log(gamma(x)) for x > 0, to about 14 digits.
 *
 * Lanczos' approximation with g = 7 and 9 terms; R: `lgamma(x)`.
 *
 * @example logGamma(5) // 3.1781, which is log(24)
 */
export function logGamma(x: number): number {
  // Below one half the series loses digits; the reflection formula leads above it.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const t = shifted + 7.5;
  const series = lanczos.reduce((sum, factor, index) => sum + factor / (shifted + index + 1), 0.99999999999980993);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}
