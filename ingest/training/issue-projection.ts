// Directions of most variance of sparse rows, by subspace iteration (Halko, Martinsson, Tropp 2011).
import { bucketCount } from '../issues/features.ts';
import type { SparseRow } from '../learn/sparse.ts';

const iterations = 4;

/** Rows of `size` numbers, one row a bucket. */
export type Projection = Float32Array;

/** Adds a row's sum of bucket vectors to `into`. */
export function project(row: SparseRow, table: Projection, into: Float64Array): void {
  const size = into.length;
  into.fill(0);
  for (let at = 0; at < row.columns.length; at += 1) {
    const from = (row.columns[at] ?? 0) * size;
    const value = row.values[at] ?? 0;
    for (let d = 0; d < size; d += 1) into[d] = (into[d] ?? 0) + value * (table[from + d] ?? 0);
  }
}

/** Gram-Schmidt over the columns. */
function orthonormalise(table: Projection, size: number): void {
  const rows = table.length / size;
  for (let d = 0; d < size; d += 1) {
    for (let e = 0; e < d; e += 1) {
      let dot = 0;
      for (let r = 0; r < rows; r += 1) dot += (table[r * size + d] ?? 0) * (table[r * size + e] ?? 0);
      for (let r = 0; r < rows; r += 1) table[r * size + d] = (table[r * size + d] ?? 0) - dot * (table[r * size + e] ?? 0);
    }
    let norm = 0;
    for (let r = 0; r < rows; r += 1) norm += (table[r * size + d] ?? 0) ** 2;
    const scale = 1 / Math.sqrt(norm || 1);
    for (let r = 0; r < rows; r += 1) table[r * size + d] = (table[r * size + d] ?? 0) * scale;
  }
}

/** An orthonormal table of the leading directions. */
export function leadingDirections(rows: readonly SparseRow[], size: number, random: () => number): Projection {
  let table: Projection = Float32Array.from({ length: bucketCount * size }, () => random() + random() + random() - 1.5);
  orthonormalise(table, size);
  const point = new Float64Array(size);
  for (let turn = 0; turn < iterations; turn += 1) {
    const next = new Float32Array(bucketCount * size);
    for (const row of rows) {
      project(row, table, point);
      for (let at = 0; at < row.columns.length; at += 1) {
        const from = (row.columns[at] ?? 0) * size;
        const value = row.values[at] ?? 0;
        for (let d = 0; d < size; d += 1) next[from + d] = (next[from + d] ?? 0) + value * (point[d] ?? 0);
      }
    }
    orthonormalise(next, size);
    table = next;
  }
  return table;
}
