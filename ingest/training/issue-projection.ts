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

/** Products of the columns with each other, read row by row: a table is far wider in memory than the processor holds. */
function columnProducts(table: Projection, size: number): Float64Array {
  const products = new Float64Array(size * size);
  for (let from = 0; from < table.length; from += size) {
    for (let d = 0; d < size; d += 1) {
      const value = table[from + d] ?? 0;
      if (value === 0) continue;
      for (let e = 0; e <= d; e += 1) products[d * size + e] = (products[d * size + e] ?? 0) + value * (table[from + e] ?? 0);
    }
  }
  return products;
}

/** Lower triangle whose product with its own transpose is the given one (Cholesky); overwrites it. */
function triangleOf(products: Float64Array, size: number): Float64Array {
  for (let d = 0; d < size; d += 1) {
    for (let e = 0; e <= d; e += 1) {
      let sum = products[d * size + e] ?? 0;
      for (let k = 0; k < e; k += 1) sum -= (products[d * size + k] ?? 0) * (products[e * size + k] ?? 0);
      products[d * size + e] = d === e ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / (products[e * size + e] ?? 1);
    }
  }
  return products;
}

/** Makes the columns orthonormal in place. */
function orthonormalise(table: Projection, size: number): void {
  const triangle = triangleOf(columnProducts(table, size), size);
  for (let from = 0; from < table.length; from += size) {
    for (let d = 0; d < size; d += 1) {
      let value = table[from + d] ?? 0;
      for (let e = 0; e < d; e += 1) value -= (triangle[d * size + e] ?? 0) * (table[from + e] ?? 0);
      table[from + d] = value / (triangle[d * size + d] ?? 1);
    }
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
