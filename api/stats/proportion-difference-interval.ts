// The interval of a difference of two shares.
import { moverInterval } from './mover-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

export type Proportion = { readonly good: number; readonly n: number };

/**
 * The 95 % interval of `now.good / now.n - then.good / then.n` for two independent samples; null where either is empty.
 *
 * Newcombe's hybrid score interval (method 10, without continuity correction). Source: R. G. Newcombe, Statistics in
 * Medicine 17 (1998).
 *
 * @example proportionDifferenceInterval({ good: 56, n: 70 }, { good: 48, n: 80 }) // [0.0524, 0.3339] to four places
 */
export function proportionDifferenceInterval(now: Proportion, then: Proportion): readonly [low: number, high: number] | null {
  const first = wilsonInterval(now.good, now.n);
  const second = wilsonInterval(then.good, then.n);
  if (first === null || second === null) return null;
  return moverInterval(
    { value: now.good / now.n, low: first[0], high: first[1] },
    { value: then.good / then.n, low: second[0], high: second[1] },
  );
}
