// The inner loops of levels: which rows outlast their own bucket, the only ones that a level can see.

export type LevelColumns = {
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly code: Uint16Array;
  readonly profile: Uint32Array;
};

export type LevelTables = {
  /** Verdict number by trait code, as if the row were open. */
  readonly verdictOf: Uint8Array;
  /** 1 for verdicts that count. */
  readonly isIn: Uint8Array;
  readonly allowed: Uint8Array;
  /** Rows that began after this are not looked at. */
  readonly last: number;
};

/**
 * Writes the rows of a stretch that had not ended before `outlasts`, and those that are left out by name; returns how many.
 * A row that ends in the bucket in which it began is open at the end of none.
 */
export function outlasting(
  stretch: { readonly list: Uint32Array | null; readonly start: number; readonly end: number; readonly outlasts: number },
  columns: LevelColumns,
  tables: LevelTables,
  rows: Int32Array,
): number {
  const { list, start, end, outlasts } = stretch;
  const { from, until, code, profile } = columns;
  const { verdictOf, isIn, allowed, last } = tables;
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const row = list === null ? index : (list[index] ?? 0);
    const verdict = verdictOf[code[row] ?? 0] ?? 0;
    // NaN: not ended at all, so it outlasts everything.
    const isSeen = Number(!((until[row] ?? 0) < outlasts)) | ((isIn[verdict] ?? 0) ^ 1);
    rows[count] = row;
    count += isSeen & Number(verdict !== 0) & Number((from[row] ?? 0) <= last) & (allowed[profile[row] ?? 0] ?? 0);
  }
  return count;
}

/**
 * How many rows of a stretch are open at the last instant, where neither buckets nor dimensions split them; what is left out by
 * name and began in the range is added to `counts`.
 */
export function countOpen(
  stretch: { readonly list: Uint32Array | null; readonly start: number; readonly end: number },
  columns: LevelColumns,
  tables: LevelTables,
  into: { readonly counts: Uint32Array; readonly rangeFrom: number },
): number {
  const { list, start, end } = stretch;
  const { from, until, code, profile } = columns;
  const { verdictOf, isIn, allowed, last } = tables;
  const { counts, rangeFrom } = into;
  let open = 0;
  for (let index = start; index < end; index += 1) {
    const row = list === null ? index : (list[index] ?? 0);
    const verdict = verdictOf[code[row] ?? 0] ?? 0;
    const began = from[row] ?? Number.NaN;
    const counted = isIn[verdict] ?? 0;
    // NaN: not ended at all.
    if (counted === 1 && (until[row] ?? 0) <= last) continue;
    const isSeen = Number(began <= last) & (allowed[profile[row] ?? 0] ?? 0);
    open += isSeen & counted;
    if (counted === 0 && isSeen === 1 && began >= rangeFrom) counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return open;
}
