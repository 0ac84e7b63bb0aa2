// The order of arrival of the rows of a table.
import { day } from '#db/model/instant.ts';
import type { AtomTable } from './atom-table.ts';
import { gone } from './profiles.ts';

/**
 * Row numbers by instant of arrival, the `dated` ones first and those without an arrival after them; replaced rows are left
 * out. Rows are dealt out to their days first, so that only one day's rows are ever sorted against each other.
 */
export function arrivalOrder(table: AtomTable): { readonly order: Uint32Array; readonly dated: number } {
  const { from, profile, length } = table;
  const span = table.fromBlocks.span();
  const firstDay = Math.floor((span?.from ?? 0) / day);
  // One place more than days: for rows without an arrival.
  const days = Math.floor((span?.last ?? 0) / day) - firstDay + 2;
  const dayOf = (row: number): number => {
    const at = from[row] ?? Number.NaN;
    return Number.isNaN(at) ? days - 1 : Math.floor(at / day) - firstDay;
  };
  const starts = new Uint32Array(days + 1);
  for (let row = 0; row < length; row += 1) {
    if (profile[row] !== gone) starts[dayOf(row) + 1] = (starts[dayOf(row) + 1] ?? 0) + 1;
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
  const dated = starts[days - 1] ?? 0;
  for (let key = 0; key < days - 1; key += 1) {
    const rows = order.subarray(starts[key] ?? 0, starts[key + 1] ?? 0);
    if (!rises(rows, from)) rows.sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0) || a - b);
  }
  return { order, dated };
}

function rises(rows: Uint32Array, from: Float64Array): boolean {
  for (let index = 1; index < rows.length; index += 1) {
    if ((from[rows[index] ?? 0] ?? 0) < (from[rows[index - 1] ?? 0] ?? 0)) return false;
  }
  return true;
}
