// By how much counts fall short of their mean in theory.
import { logGamma } from '#api/stats/log-gamma.ts';

/** Further below the mean than this many standard deviations lies nothing that counts. */
const reach = 7;

/**
 * Of a negative binomial of variance `mean + dispersion * mean ** 2` (Poisson for 0): the `share` at or below its mean, and
 * the sum there of `square`, the squared distance from the mean divided by the mean.
 *
 * @example lowerScatter(4, 0) // { share: 0.6288, square: 0.4335 } to four places
 */
export function lowerScatter(mean: number, dispersion: number): { readonly share: number; readonly square: number } {
  const top = Math.floor(mean);
  const least = Math.max(0, Math.floor(mean - reach * Math.sqrt(mean + dispersion * mean * mean)));
  const size = dispersion < 1e-9 ? null : 1 / dispersion;
  let share = 0;
  let square = 0;
  // Downwards from the mean, each probability from the one above it: no sum of thousands of logarithms.
  let chance = Math.exp(size === null ? top * Math.log(mean) - mean - logGamma(top + 1) : logChance(top, mean, size));
  for (let count = top; count >= least; count -= 1) {
    share += chance;
    square += (chance * (count - mean) ** 2) / mean;
    chance *= size === null ? count / mean : (count * (size + mean)) / ((size + count - 1) * mean);
  }
  return { share, square };
}

function logChance(count: number, mean: number, size: number): number {
  return (
    logGamma(size + count) -
    logGamma(size) -
    logGamma(count + 1) +
    size * Math.log(size / (size + mean)) +
    count * Math.log(mean / (size + mean))
  );
}
