// The median of values.

/**
 * The middle value, or the midpoint of the two middle ones; null for none. `sorted` must be ascending.
 *
 * R: `median(x)`.
 *
 * @example median([5, 8, 10, 20, 40, 60]) // 15
 */
export function median(sorted: ArrayLike<number>): number | null {
  const n = sorted.length;
  const upper = sorted[n >> 1];
  if (upper === undefined) return null;
  const lower = n % 2 === 1 ? upper : (sorted[(n >> 1) - 1] ?? upper);
  return (lower + upper) / 2;
}

/** The same of values in any order. */
export function medianOf(values: readonly number[]): number | null {
  return median(values.toSorted((a, b) => a - b));
}
