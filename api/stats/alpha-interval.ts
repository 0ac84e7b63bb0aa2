// How sure an agreement is: a bootstrap interval of Krippendorff's alpha over units.
import { krippendorffAlpha, type LabelDistance } from './krippendorff-alpha.ts';

/** Label lookups that a draw may cost in all; many units get fewer draws, so that nobody waits. */
const mostWork = 2_000_000;
const mostDraws = 1000;
const fewestDraws = 200;

/**
 * The 95 % percentile interval of alpha, by drawing whole units with replacement. `chance` gives numbers in [0, 1): the same
 * stream gives the same interval. Null where fewer than five units can be compared or alpha is not defined.
 *
 * Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function alphaInterval(
  units: readonly (readonly number[])[],
  distance: LabelDistance,
  chance: () => number,
): readonly [low: number, high: number] | null {
  const comparable = units.filter((unit) => unit.length > 1);
  if (comparable.length < 5 || krippendorffAlpha(comparable, distance) === null) return null;
  const draws = Math.max(fewestDraws, Math.min(mostDraws, Math.floor(mostWork / comparable.length)));
  const found: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = comparable.map((unit) => comparable[Math.floor(chance() * comparable.length)] ?? unit);
    // A draw in which one label alone occurs agrees completely, but has nothing to compare with.
    found.push(krippendorffAlpha(drawn, distance) ?? 1);
  }
  found.sort((a, b) => a - b);
  const at = (share: number) => found[Math.min(found.length - 1, Math.max(0, Math.round(share * (found.length - 1))))] ?? 0;
  return [at(0.025), at(0.975)];
}
