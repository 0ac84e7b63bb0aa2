// Which rows of a table belong to a conversation: an index that is made once for each state of the columns.
import type { AtomTable } from '#api/engine/atom-table.ts';
import type { Columns } from '#api/engine/columns.ts';
import { gone } from '#api/engine/profiles.ts';

export type RowsOf = (conversation: number) => Uint32Array;

type Index = { readonly change: number; readonly length: number; readonly of: RowsOf };
type Indexes = { wait?: Index; episode?: Index };

/** Kept beside the columns and forgotten with them. */
const known = new WeakMap<Columns, Indexes>();

/** The rows of waits or of episodes by conversation number, in the order of their beginning. */
export function rowsByConversation(columns: Columns, kind: 'wait' | 'episode'): RowsOf {
  const indexes = known.get(columns) ?? {};
  known.set(columns, indexes);
  const table = columns[kind];
  const found = indexes[kind];
  if (found !== undefined && found.change === columns.change && found.length === table.length) return found.of;
  const of = indexOf(table);
  indexes[kind] = { change: columns.change, length: table.length, of };
  return of;
}

function indexOf({ conversation, profile, from, length }: AtomTable): RowsOf {
  let most = 0;
  for (let row = 0; row < length; row += 1) most = Math.max(most, conversation[row] ?? 0);
  const starts = new Uint32Array(most + 2);
  for (let row = 0; row < length; row += 1) {
    const place = (conversation[row] ?? 0) + 1;
    if (profile[row] !== gone) starts[place] = (starts[place] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const rows = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (let row = 0; row < length; row += 1) {
    if (profile[row] === gone) continue;
    const one = conversation[row] ?? 0;
    rows[next[one] ?? 0] = row;
    next[one] = (next[one] ?? 0) + 1;
  }
  return (one) =>
    rows.subarray(starts[one] ?? rows.length, starts[one + 1] ?? rows.length).toSorted((a, b) => (from[a] ?? 0) - (from[b] ?? 0));
}
