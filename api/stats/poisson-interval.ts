// The interval of a count of independent happenings.
import { findRoot } from './find-root.ts';
import { gammaShare } from './gamma-share.ts';

/**
 * The exact 95 % interval of the mean of a Poisson distribution of which `count` was seen once.
 *
 * Garwood's interval: gamma quantiles of shape `count` at 2.5 % and of shape `count + 1` at 97.5 %. Source: F. Garwood,
 * Biometrika 28 (1936); R: `poisson.test(count)$conf.int`.
 *
 * @example poissonInterval(10) // [4.7954, 18.3904] to four places
 */
export function poissonInterval(count: number): readonly [low: number, high: number] {
  // Ten standard deviations and some: the root lies inside, and halving needs no better start.
  const reach = 10 * Math.sqrt(count + 1) + 10;
  const low = count === 0 ? 0 : findRoot((x) => gammaShare(count, x), 0.025, Math.max(0, count - reach), count);
  return [low, findRoot((x) => gammaShare(count + 1, x), 0.975, count, count + reach)];
}
