// What a logistic fit says of one variable, in shares instead of odds.
import { type LogisticFit, logistic } from './ridge-logistic.ts';
import { z95 } from './z95.ts';

export type EffectOf = {
  /** Its place among the columns. */
  readonly column: number;
  /** `step`: one more than it was. `switch`: 1 against 0. */
  readonly way: 'step' | 'switch';
  /** Columns that are 0 on both sides, such as the other values of the same list. */
  readonly others?: readonly number[];
};

/**
 * The mean difference of the predicted shares with one variable changed and everything else as it was, and its 95 % interval by the
 * delta method. No cause is claimed: it is what goes together with the variable in these rows.
 *
 * Source: average marginal effects, e.g. Stata's `margins`; T. Leeper, "Interpreting Regression Results using Average Marginal Effects".
 */
export function averageEffect(
  columns: readonly Float64Array[],
  { coefficients, covariance }: LogisticFit,
  { column, way, others = [] }: EffectOf,
): { readonly effect: number; readonly interval: readonly [low: number, high: number] } {
  const size = columns.length + 1;
  const rows = columns[0]?.length ?? 0;
  const gradient = new Float64Array(size);
  const before = new Float64Array(size).fill(1);
  let sum = 0;
  for (let at = 0; at < rows; at += 1) {
    let log = coefficients[0] ?? 0;
    for (let k = 1; k < size; k += 1) {
      const isCleared = (way === 'switch' && k - 1 === column) || others.includes(k - 1);
      before[k] = isCleared ? 0 : (columns[k - 1]?.[at] ?? 0);
      log += (coefficients[k] ?? 0) * (before[k] ?? 0);
    }
    const low = logistic(log);
    const high = logistic(log + (coefficients[column + 1] ?? 0));
    sum += high - low;
    const [slopeLow, slopeHigh] = [low * (1 - low), high * (1 - high)];
    for (let k = 0; k < size; k += 1) {
      const after = (before[k] ?? 0) + (k === column + 1 ? 1 : 0);
      gradient[k] = (gradient[k] ?? 0) + slopeHigh * after - slopeLow * (before[k] ?? 0);
    }
  }
  let variance = 0;
  for (let i = 0; i < size; i += 1)
    for (let k = 0; k < size; k += 1) variance += ((gradient[i] ?? 0) * (gradient[k] ?? 0) * (covariance[i * size + k] ?? 0)) / rows ** 2;
  const effect = sum / rows;
  const half = z95 * Math.sqrt(Math.max(0, variance));
  return { effect, interval: [effect - half, effect + half] };
}
