// The interval of a difference of two independent figures, from the interval of each.

/** A figure with its interval; null bounds are unknown. */
export type Estimate = { readonly value: number; readonly low: number | null; readonly high: number | null };

/** A figure of which both bounds are known. */
export type Bounded = { readonly value: number; readonly low: number; readonly high: number };

/**
 * The 95 % interval of `now.value - then.value`, by the method of variance estimates recovery: each bound takes the
 * half-widths that point its way, so lopsided intervals (quantiles, counts, shares) keep their shape. Null where a bound
 * that is needed is unknown.
 *
 * Source: Zou and Donner, Statistics in Medicine 27 (2008). With Wilson intervals it is Newcombe's method 10.
 *
 * @example moverInterval({ value: 10, low: 8, high: 13 }, { value: 6, low: 5, high: 9 }) // [0.3944, 7.1623] to four places
 */
export function moverInterval(now: Estimate, then: Estimate): readonly [low: number, high: number] | null {
  const [first, second] = [boundedOf(now), boundedOf(then)];
  return first === null || second === null ? null : moverBounds(first, second);
}

/** The same where nothing is unknown. */
export function moverBounds(now: Bounded, then: Bounded): readonly [low: number, high: number] {
  const difference = now.value - then.value;
  return [
    difference - Math.hypot(now.value - now.low, then.high - then.value),
    difference + Math.hypot(now.high - now.value, then.value - then.low),
  ];
}

function boundedOf({ value, low, high }: Estimate): Bounded | null {
  return low === null || high === null ? null : { value, low, high };
}
