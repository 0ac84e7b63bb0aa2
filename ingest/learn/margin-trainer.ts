// Linear two-class learner: L2-regularised squared hinge by dual coordinate descent (Hsieh et al., ICML 2008).
import type { SparseRows } from './sparse.ts';

export type MarginOptions = {
  /** How dear a mistake is, per row. */
  readonly cost: (row: number) => number;
  readonly mostRounds: number;
  /** Ends early when no step of a round is larger than this. */
  readonly tolerance: number;
  /** Gives 0 to 1; seeded, so that training comes out the same every time. */
  readonly random: () => number;
  /** A plane to stay near to, with its offset: what is dear is the way from it. Its offset stays. */
  readonly from?: Float32Array;
};

/** At the end every row is looked at again. */
const fullRounds = 2;

/** The weights of a separating plane; the last is its offset. `isIn(row)` says on which side a row belongs. */
export function trainMargin(rows: SparseRows, width: number, isIn: (row: number) => boolean, options: MarginOptions): Float32Array {
  const { start, columns, values, count } = rows;
  const weights = options.from?.slice() ?? new Float32Array(width + 1);
  const constant = options.from === undefined ? 1 : 0;
  const alpha = new Float32Array(count);
  const diagonal = new Float64Array(count);
  const norms = new Float64Array(count);
  const sign = new Int8Array(count);
  const order = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) {
    let norm = constant;
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at += 1) norm += (values[at] ?? 0) ** 2;
    diagonal[row] = 0.5 / options.cost(row);
    norms[row] = norm + (diagonal[row] ?? 0);
    sign[row] = isIn(row) ? 1 : -1;
    order[row] = row;
  }
  // Rows far on their own side are left out until the rest has come to rest: with many labels, that is most of them.
  let active = count;
  let mostWrong = Number.POSITIVE_INFINITY;
  for (let round = 0; round < options.mostRounds; round += 1) {
    if (round === options.mostRounds - fullRounds) [active, mostWrong] = [count, Number.POSITIVE_INFINITY];
    shuffle(order.subarray(0, active), options.random);
    let largest = 0;
    for (let turn = 0; turn < active; turn += 1) {
      const row = order[turn] ?? 0;
      const [from, to, side, before] = [start[row] ?? 0, start[row + 1] ?? 0, sign[row] ?? 1, alpha[row] ?? 0];
      let sum = weights[width] ?? 0;
      for (let at = from; at < to; at += 1) sum += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const gradient = side * sum - 1 + (diagonal[row] ?? 0) * before;
      if (before === 0 && gradient >= 0) {
        if (gradient <= mostWrong) continue;
        active -= 1;
        order[turn] = order[active] ?? 0;
        order[active] = row;
        turn -= 1;
        continue;
      }
      const after = Math.max(0, before - gradient / (norms[row] ?? 1));
      const step = (after - before) * side;
      if (step === 0) continue;
      largest = Math.max(largest, Math.abs(gradient));
      alpha[row] = after;
      for (let at = from; at < to; at += 1) {
        const column = columns[at] ?? 0;
        weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0);
      }
      weights[width] = (weights[width] ?? 0) + step * constant;
    }
    mostWrong = largest;
    if (largest >= options.tolerance) continue;
    if (active === count) break;
    [active, mostWrong] = [count, Number.POSITIVE_INFINITY];
  }
  return weights;
}

/** Fisher-Yates. */
export function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
