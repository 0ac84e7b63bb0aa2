// Shares of one from log odds: the softmax that all models of the house end with.

/** Log odds, up to a common number, to shares of one, in place. */
export function toShares(values: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) most = Math.max(most, values[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    values[at] = Math.exp((values[at] ?? 0) - most);
    sum += values[at] ?? 0;
  }
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / sum;
  return values;
}
