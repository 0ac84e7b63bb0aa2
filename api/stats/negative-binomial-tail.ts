// How often a count as large as one that was seen comes about by chance, where counts scatter more than Poisson's.
import { betaShare } from './beta-share.ts';
import { gammaShare } from './gamma-share.ts';

/** Below this extra scatter the two distributions cannot be told apart, and the fraction of the beta function grows long. */
const leastDispersion = 1e-7;

/**
 * P(X >= count) of a negative binomial of the given mean and variance `mean + dispersion * mean ** 2`; of a Poisson
 * distribution where the dispersion is 0.
 *
 * scipy: `nbinom.sf(count - 1, 1 / dispersion, 1 / (1 + dispersion * mean))`.
 *
 * @example negativeBinomialTail(25, 12, 0.1) // 0.0185 to four places
 */
export function negativeBinomialTail(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  if (dispersion < leastDispersion) return gammaShare(count, mean);
  const share = (dispersion * mean) / (1 + dispersion * mean);
  return betaShare(count, 1 / dispersion, share);
}
