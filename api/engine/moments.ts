// Sums of values and of their squares by group, for means and their intervals.

import type { Question } from './question.ts';
import type { JudgedBlock } from './scan.ts';
import { scoreUnit } from './score-unit.ts';

export type Moments = { readonly n: number; readonly sum: number; readonly squares: number };

/** By group: how many values, their sum, and that of their squares. */
export type Sums = { readonly counts: Float64Array; readonly sums: Float64Array; readonly squares: Float64Array };

export type MomentSums = {
  readonly sums: Sums;
  take(block: JudgedBlock, groups: Int32Array): void;
  of(group: number | null): Moments;
};

/** Adds up the values of rows that count. The columns hold whole numbers, so the order of adding makes no difference. */
export function openMoments({ table, outcomes }: Question, size: number): MomentSums {
  const { isIn } = outcomes;
  const counts = new Float64Array(size);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
  return {
    sums: { counts, sums, squares },
    take({ rows, verdicts, count }, groups) {
      for (let index = 0; index < count; index += 1) {
        if (isIn[verdicts[index] ?? 0] !== 1) continue;
        const value = table.value[rows[index] ?? 0] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        const group = groups[index] ?? 0;
        counts[group] = (counts[group] ?? 0) + 1;
        sums[group] = (sums[group] ?? 0) + value;
        squares[group] = (squares[group] ?? 0) + value * value;
      }
    },
    of(group) {
      const read = (column: Float64Array) => (group === null ? total(column) : (column[group] ?? 0));
      return { n: read(counts), sum: read(sums) / scoreUnit, squares: read(squares) / scoreUnit ** 2 };
    },
  };
}
