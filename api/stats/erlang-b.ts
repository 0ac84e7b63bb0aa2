// How much work is turned away where nobody can wait: the recursion that both waiting models stand on.

/**
 * 1 / B(n) of Erlang's loss formula for `agents` lines under `load` erlangs; `Infinity` where B is too small to be told from 0.
 *
 * The inverse obeys 1/B(n) = 1 + n/load * 1/B(n-1), a sum of positive terms: no factorials and no powers, so hundreds of agents neither
 * overflow nor cancel out. Source: Erlang 1917; the recursion as in Cooper, Introduction to Queueing Theory. `agents` is whole.
 *
 * @example 1 / inverseErlangB(10, 10) // 0.2146 to four places
 */
export function inverseErlangB(load: number, agents: number): number {
  let inverse = 1;
  for (let n = 1; n <= agents; n += 1) inverse = 1 + (n / load) * inverse;
  return inverse;
}
