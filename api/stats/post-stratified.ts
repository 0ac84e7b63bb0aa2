// A share among those who answered, weighted so that they look like those who were asked.
import { wilsonInterval } from './wilson-interval.ts';

/** People who are alike as far as is known: how many were asked, how many of them answered, and how many of those answers are good. */
export type Stratum = { readonly asked: number; readonly answered: number; readonly good: number };

export type Weighted = {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  /** So many equal answers would tell as much: Kish's (sum of weights)^2 / (sum of squared weights). */
  readonly effectiveN: number;
  /** Asked, but in strata of which nobody answered: nothing can be said of them. */
  readonly unheard: number;
};

/**
 * The share of good answers with each stratum counted by how many were asked in it. Strata without an answer are left out and counted.
 * The 95 % interval is Wilson's on the effective number of answers.
 *
 * Source: post-stratification, D. Holt and T. M. F. Smith, JRSS A 142 (1979); L. Kish, "Survey Sampling" (1965), for the effective number.
 *
 * @example postStratified([{ asked: 100, answered: 10, good: 10 }, { asked: 100, answered: 40, good: 20 }]).value // 0.75
 */
export function postStratified(strata: readonly Stratum[]): Weighted {
  let [asked, unheard, good, squares] = [0, 0, 0, 0];
  for (const stratum of strata) {
    if (stratum.answered === 0) unheard += stratum.asked;
    else {
      asked += stratum.asked;
      const weight = stratum.asked / stratum.answered;
      good += weight * stratum.good;
      squares += weight * weight * stratum.answered;
    }
  }
  if (asked === 0) return { value: null, interval: null, effectiveN: 0, unheard };
  const effectiveN = (asked * asked) / squares;
  const value = good / asked;
  return { value, interval: wilsonInterval(value * effectiveN, effectiveN), effectiveN, unheard };
}
