// Which trait codes nearly all rows of a table have, and which rows have others.

/** Rows with other codes are at most one in so many. */
const unusualOf = 16;

/** The fewest codes, most frequent first, that leave at most every sixteenth row to others; and those rows, in order. */
export function usualCodes(code: Uint16Array): { readonly codes: readonly number[]; readonly others: Uint32Array } {
  const counts = new Uint32Array(0x10000);
  for (let row = 0; row < code.length; row += 1) {
    const traits = code[row] ?? 0;
    counts[traits] = (counts[traits] ?? 0) + 1;
  }
  const found: number[] = [];
  for (let traits = 0; traits < counts.length; traits += 1) if ((counts[traits] ?? 0) > 0) found.push(traits);
  const codes: number[] = [];
  let left = code.length;
  for (const traits of found.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)) {
    if (left * unusualOf <= code.length) break;
    codes.push(traits);
    left -= counts[traits] ?? 0;
  }
  const isUsual = new Uint8Array(counts.length);
  for (const traits of codes) isUsual[traits] = 1;
  const others = new Uint32Array(left);
  let count = 0;
  for (let row = 0; row < code.length; row += 1) {
    if (isUsual[code[row] ?? 0] === 1) continue;
    others[count] = row;
    count += 1;
  }
  return { codes, others };
}

/** What the usual codes have in common in a table by code; null where they differ. */
export function usualIn(codes: readonly number[], valueOf: Uint8Array): number | null {
  const values = new Set(codes.map((traits) => valueOf[traits] ?? 0));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

/** Two ascending lists as one, what is in both once. */
export function merged(rows: Uint32Array, more: readonly number[]): Uint32Array {
  if (more.length === 0) return rows;
  const into = new Uint32Array(rows.length + more.length);
  let count = 0;
  let next = 0;
  for (const row of more) {
    for (; next < rows.length && (rows[next] ?? 0) < row; next += 1, count += 1) into[count] = rows[next] ?? 0;
    if (rows[next] === row) next += 1;
    into[count] = row;
    count += 1;
  }
  into.set(rows.subarray(next), count);
  return into.slice(0, count + rows.length - next);
}
