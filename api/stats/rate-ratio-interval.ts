// The interval of a ratio of two rates, such as after a fix over before it.
import { betaShare } from './beta-share.ts';
import { findRoot } from './find-root.ts';

/** `count` happenings in an exposure (days, thousands of customers): the rate is count / exposure. */
export type Rate = { readonly count: number; readonly exposure: number };

/**
 * The exact 95 % interval of (now.count / now.exposure) / (then.count / then.exposure); the upper bound is null (no bound)
 * where `then` saw nothing, and the whole interval is null where neither did.
 *
 * Given the sum of both counts, the first is binomial: its exact (Clopper-Pearson) interval is turned into the ratio.
 * R: `poisson.test(c(now.count, then.count), c(now.exposure, then.exposure))$conf.int`.
 *
 * @example rateRatioInterval({ count: 11, exposure: 800 }, { count: 23, exposure: 3011 }) // [0.7922, 3.8439] to four places
 */
export function rateRatioInterval(now: Rate, then: Rate): readonly [low: number, high: number | null] | null {
  const all = now.count + then.count;
  if (all === 0 || now.exposure <= 0 || then.exposure <= 0) return null;
  const scale = then.exposure / now.exposure;
  const low = now.count === 0 ? 0 : findRoot((p) => betaShare(now.count, then.count + 1, p), 0.025, 0, 1);
  const lowest = (low / (1 - low)) * scale;
  if (then.count === 0) return [lowest, null];
  const high = findRoot((p) => betaShare(now.count + 1, then.count, p), 0.975, 0, 1);
  return [lowest, (high / (1 - high)) * scale];
}
