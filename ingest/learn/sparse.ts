// Sparse rows in one block of typed arrays: as many texts as fit in memory, a few bytes a feature.

/** Row `i` holds the columns `columns[start[i]..start[i+1])`, each once, with their values. */
export type SparseRows = {
  readonly count: number;
  readonly start: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
};

/** One row. */
export type SparseRow = { readonly columns: Uint32Array; readonly values: Float32Array };

/** Joins rows into one block. */
export function toRows(rows: readonly SparseRow[]): SparseRows {
  const size = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  const start = new Uint32Array(rows.length + 1);
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  rows.forEach((row, index) => {
    start[index] = at;
    columns.set(row.columns, at);
    values.set(row.values, at);
    at += row.columns.length;
  });
  start[rows.length] = at;
  return { count: rows.length, start, columns, values };
}

/** Some of the rows, in the given order. */
export function pickRows(rows: SparseRows, picked: readonly number[]): SparseRows {
  return toRows(picked.map((index) => rowAt(rows, index)));
}

/** One row as a view of the block. */
export function rowAt({ start, columns, values }: SparseRows, index: number): SparseRow {
  const [from, to] = [start[index] ?? 0, start[index + 1] ?? 0];
  return { columns: columns.subarray(from, to), values: values.subarray(from, to) };
}
