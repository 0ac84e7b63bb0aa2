// By how much a count lies over what is usual.
import { type Bounded, moverBounds } from './mover-interval.ts';
import { poissonInterval } from './poisson-interval.ts';

/**
 * The 95 % interval of `observed - usual.value`: Garwood's of the count, joined with that of what is usual by the method of
 * variance estimates recovery (mover-interval.ts).
 *
 * @example excessInterval(60, { value: 40, low: 35, high: 45 }) // [4.9325, 37.9426] to four places
 */
export function excessInterval(observed: number, usual: Bounded): readonly [low: number, high: number] {
  const [low, high] = poissonInterval(observed);
  return moverBounds({ value: observed, low, high }, usual);
}

/** What is usual, known to `reach` on either side; less than nothing cannot come. */
export function usualWithin(value: number, reach: number): Bounded {
  return { value, low: Math.max(0, value - reach), high: value + reach };
}
