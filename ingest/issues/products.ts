// Products of vectors with all rows of a table, several at a time: one sum waits for each of its additions, several wait together.

/** `n` rows one after another, `width` numbers each. */
export type Table = { readonly rows: Float64Array; readonly width: number; readonly n: number };
/** A table of fewer rows has to have room for these, and so do their products. */
export const fewestRows = 4;

// Each sum is added up from the first column to the last, as one that is made alone: it has the same last bit.

/** The product of a vector with one row, from one column to another, added to `sum`. */
export function addProduct(
  sum: number,
  { rows, width }: Table,
  row: number,
  over: { vector: Float32Array; from: number; to: number },
): number {
  const { vector, from, to } = over;
  const first = row * width;
  let added = sum;
  for (let column = from; column < to; column += 1) added += (vector[column] ?? 0) * (rows[first + column] ?? 0);
  return added;
}

/** Writes the product of each row with the beginning of a vector, as long as the rows are. */
export function writeProducts(sums: Float64Array, table: Table, vector: Float32Array): void {
  const { rows, width, n } = table;
  let row = 0;
  for (; row + 3 < n; row += 4) {
    const first = row * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let column = 0; column < width; column += 1) {
      const value = vector[column] ?? 0;
      a += value * (rows[first + column] ?? 0);
      b += value * (rows[second + column] ?? 0);
      c += value * (rows[third + column] ?? 0);
      d += value * (rows[fourth + column] ?? 0);
    }
    sums[row] = a;
    sums[row + 1] = b;
    sums[row + 2] = c;
    sums[row + 3] = d;
  }
  for (; row < n; row += 1) sums[row] = addProduct(0, table, row, { vector, from: 0, to: width });
}

/** Writes the products of a row and of the row after it with each row from `row` on, two by four sums at a time; what is before `row` is void. */
export function writePairProducts(own: Float64Array, after: Float64Array, { rows, width, n }: Table, row: number): void {
  const upper = row * width;
  const lower = row + 1 < n ? upper + width : upper;
  for (let other = row; other < n; other += fewestRows) {
    // The last rows are gone through more than once, rather than that there are two ways.
    const start = Math.max(0, Math.min(other, n - fewestRows));
    const first = start * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let column = 0; column < width; column += 1) {
      const x = rows[upper + column] ?? 0;
      const y = rows[lower + column] ?? 0;
      const p = rows[first + column] ?? 0;
      const q = rows[second + column] ?? 0;
      const r = rows[third + column] ?? 0;
      const s = rows[fourth + column] ?? 0;
      a += x * p;
      b += x * q;
      c += x * r;
      d += x * s;
      e += y * p;
      f += y * q;
      g += y * r;
      h += y * s;
    }
    own[start] = a;
    own[start + 1] = b;
    own[start + 2] = c;
    own[start + 3] = d;
    after[start] = e;
    after[start + 1] = f;
    after[start + 2] = g;
    after[start + 3] = h;
  }
}
