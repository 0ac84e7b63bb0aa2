// Looking up a row in an ascending list of rows.

/** The place of the first listed row at or after `row`; the length of the list where there is none. */
export function firstListed(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
