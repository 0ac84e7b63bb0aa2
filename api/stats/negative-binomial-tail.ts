// The upper tail of the negative binomial distribution: how surprising a count is where the rate itself is uncertain.
import { betaShare } from './beta-share.ts';
import { gammaShare } from './gamma-share.ts';

/**
 * P(X >= k) for a count with this mean and variance; a variance of no more than the mean makes it Poisson's. 1 for k = 0.
 *
 * With r = mean^2 / (variance - mean) it is I_q(k, r), q = mean / (mean + r). scipy: `nbinom.sf(k - 1, r, r / (r + mean))`.
 *
 * @example negativeBinomialTail(5, { mean: 2, variance: 4 }) // 0.109375
 */
export function negativeBinomialTail(k: number, { mean, variance }: { readonly mean: number; readonly variance: number }): number {
  if (k <= 0) return 1;
  if (mean <= 0) return 0;
  if (variance <= mean) return gammaShare(k, mean);
  const r = (mean * mean) / (variance - mean);
  return betaShare(k, r, mean / (mean + r));
}
