// The orders of the rows of a table: by arrival, and by event.
import { day } from '#db/model/instant.ts';
import type { AtomTable } from './atom-table.ts';
import type { Blocks } from './blocks.ts';
import { gone } from './profiles.ts';

export type RowOrder = { readonly order: Uint32Array; readonly dated: number };

/** Row numbers by instant of arrival, the `dated` ones first and those without an arrival after them; replaced rows are left out. */
export function arrivalOrder({ from, fromBlocks, profile, length }: AtomTable): RowOrder {
  return instantOrder({ at: from, blocks: fromBlocks, profile, length });
}

/** Of the rows that lie in the order of arrival, those that have an event, by its instant. */
export function eventOrder({ until, untilBlocks, profile, sortedTo }: AtomTable): Uint32Array {
  const { order, dated } = instantOrder({ at: until, blocks: untilBlocks, profile, length: sortedTo });
  return order.slice(0, dated);
}

type Placing = { readonly at: Float64Array; readonly blocks: Blocks; readonly profile: Uint32Array; readonly length: number };

/** Rows are dealt out to their days first, so that only one day's rows are ever sorted against each other. */
function instantOrder({ at, blocks, profile, length }: Placing): RowOrder {
  const span = blocks.span();
  const firstDay = Math.floor((span?.from ?? 0) / day);
  // One place more than days: for rows without an instant.
  const days = Math.floor((span?.last ?? 0) / day) - firstDay + 2;
  const dayOf = (row: number): number => {
    const instant = at[row] ?? Number.NaN;
    return Number.isNaN(instant) ? days - 1 : Math.floor(instant / day) - firstDay;
  };
  const starts = new Uint32Array(days + 1);
  for (let row = 0; row < length; row += 1) {
    if (profile[row] === gone) continue;
    const key = dayOf(row) + 1;
    starts[key] = (starts[key] ?? 0) + 1;
  }
  for (let key = 0; key < days; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(starts[days] ?? 0);
  for (let row = 0; row < length; row += 1) {
    if (profile[row] === gone) continue;
    const key = dayOf(row);
    const place = next[key] ?? 0;
    next[key] = place + 1;
    order[place] = row;
  }
  for (let key = 0; key < days - 1; key += 1) {
    const rows = order.subarray(starts[key] ?? 0, starts[key + 1] ?? 0);
    if (!rises(rows, at)) rows.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
  }
  return { order, dated: starts[days - 1] ?? 0 };
}

function rises(rows: Uint32Array, at: Float64Array): boolean {
  for (let index = 1; index < rows.length; index += 1) {
    if ((at[rows[index] ?? 0] ?? 0) < (at[rows[index - 1] ?? 0] ?? 0)) return false;
  }
  return true;
}
