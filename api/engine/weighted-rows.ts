// Rows that were drawn with unequal chances, kept one by one: there are few of them, and their order must not change a sum.
import { fewestReviewed, fewestReviews } from '#db/model/quality.ts';
import { none } from './dictionary.ts';
import type { Question } from './question.ts';
import type { JudgedBlock } from './scan.ts';

/** `hit`: 1 where the row counts for the numerator. `agent`: code of whoever wrote the reply, 0 for nobody known. */
export type WeightedRow = { readonly weight: number; readonly value: number; readonly hit: number; readonly agent: number };

export type WeightedRows = {
  take(block: JudgedBlock, groups: Int32Array): void;
  /** Rows of a group, or of all with null, in an order of their own. */
  of(group: number | null): readonly WeightedRow[];
};

export function openWeighted({ table, outcomes }: Question): WeightedRows {
  const held = new Map<number, WeightedRow[]>();
  return {
    take({ rows, verdicts, count }, groups) {
      for (let index = 0; index < count; index += 1) {
        const verdict = outcomes.verdicts[verdicts[index] ?? 0];
        if (verdict?.part !== 'in') continue;
        const row = rows[index] ?? 0;
        const group = groups[index] ?? 0;
        const known = held.get(group) ?? [];
        known.push({
          weight: table.workingMs[row] ?? 1,
          value: table.value[row] ?? Number.NaN,
          hit: Number(verdict.isHit),
          agent: table.agent[row] ?? 0,
        });
        held.set(group, known);
      }
    },
    of: (group) => (group === null ? [...held.values()].flat() : (held.get(group) ?? [])).toSorted(byContent),
  };
}

function byContent(a: WeightedRow, b: WeightedRow): number {
  return a.weight - b.weight || a.value - b.value || a.hit - b.hit;
}

/** Fewer reviews than may be shown, or replies of fewer people than may be told of together. */
export function tellsOfFew(rows: readonly { readonly agent: number | string | null }[]): boolean {
  return rows.length < fewestReviews || new Set(rows.map(({ agent }) => agent)).size < fewestReviewed;
}

/** Whether the results of these rows stay hidden in a list: the question names people, or there are few of either. */
export function hidesReviews({ plan, table }: Pick<Question, 'plan' | 'table'>, rows: Uint32Array): boolean {
  if ((plan.filters.agent ?? []).some((agent) => agent !== none)) return true;
  return tellsOfFew(Array.from(rows, (row) => ({ agent: table.agent[row] ?? 0 })));
}
