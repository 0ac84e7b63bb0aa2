// The upper empirical quantile of values that are already in order.

/**
 * The smallest value that more than `p` of all values do not exceed, which is the one at rank floor(n p) + 1; null for none.
 *
 * Always a value that occurred, and at a tie of ranks the slower one, so a P90 is never flattered. It is what
 * `sorted[int(n * p)]` gives, the way most response-time reports are made; R: `sort(x)[floor(n * p) + 1]`.
 * `sorted` must be ascending.
 *
 * @example upperQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9) // 10
 */
export function upperQuantile(sorted: ArrayLike<number>, p: number): number | null {
  return sorted[upperQuantileIndex(sorted.length, p)] ?? null;
}

/** The place of that value in ascending order, counted from 0. */
export function upperQuantileIndex(n: number, p: number): number {
  // 0.95 * 20 is 19.000000000000004 in some orders of evaluation: a whisker must not move the rank.
  return Math.min(n - 1, Math.floor(n * p + 1e-9));
}
