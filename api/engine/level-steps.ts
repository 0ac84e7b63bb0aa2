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
 * Adds a stretch of ordered rows that all began in one bucket, none of them kept out by a filter: what outlasts the bucket is
 * one more in it and one less where it ended. Returns how many are open at last.
 */
export function addStretch(
  stretch: { readonly start: number; readonly end: number; readonly outlasts: number; readonly bucket: number | null },
  { until, code }: LevelColumns,
  { verdictOf, isIn, last }: LevelTables,
  into: {
    readonly counts: Uint32Array;
    readonly changes: Int32Array;
    readonly buckets: number;
    readonly bucketOf: (at: number) => number;
    /** Room for the ends of one stretch. */
    readonly ends: Float64Array;
  },
): number {
  const { start, end, outlasts } = stretch;
  const { counts, changes, buckets, bucketOf, ends } = into;
  const begins = stretch.bucket ?? 0;
  let count = 0;
  for (let row = start; row < end; row += 1) {
    const verdict = verdictOf[code[row] ?? 0] ?? 0;
    const ended = until[row] ?? 0;
    const counted = isIn[verdict] ?? 0;
    if (counted === 0) counts[verdict] = (counts[verdict] ?? 0) + 1;
    ends[count] = ended;
    // NaN: not ended at all, so it outlasts everything.
    count += Number(!(ended < outlasts)) & counted;
  }
  let isOpen = 0;
  let begun = 0;
  for (let index = 0; index < count; index += 1) {
    const ended = ends[index] ?? 0;
    const isOpenAtLast = !(ended <= last);
    const place = isOpenAtLast ? buckets : bucketOf(ended);
    if (place === begins) continue;
    begun += 1;
    changes[place] = (changes[place] ?? 0) - 1;
    isOpen += Number(isOpenAtLast);
  }
  changes[begins] = (changes[begins] ?? 0) + begun;
  return isOpen;
}
