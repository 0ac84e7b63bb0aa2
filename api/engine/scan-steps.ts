// The inner loops of a scan: each does one thing to one block of rows, over plain arrays, so that it compiles to a tight loop.
import type { Codes } from './sparse-column.ts';
import { quarterMs, type TimeAxis } from './time-axis.ts';

/** Writes the rows of `[start, end)` whose instant lies in `[from, to)` and whose profile passes; returns how many. */
export function selectRows(
  span: { readonly start: number; readonly end: number; readonly from: number; readonly to: number },
  at: Float64Array,
  profile: Uint32Array,
  allowed: Uint8Array,
  rows: Int32Array,
): number {
  const { start, end, from, to } = span;
  let count = 0;
  for (let row = start; row < end; row += 1) {
    const instant = at[row] ?? 0;
    rows[count] = row;
    // Without a branch: whether a row passes cannot be predicted, and a wrong guess costs more than the store.
    count += Number(instant >= from) & Number(instant < to) & (allowed[profile[row] ?? 0] ?? 0);
  }
  return count;
}

/** The same for a block whose instants all lie in the range. */
export function selectAllowed(start: number, end: number, profile: Uint32Array, allowed: Uint8Array, rows: Int32Array): number {
  let count = 0;
  for (let row = start; row < end; row += 1) {
    rows[count] = row;
    count += allowed[profile[row] ?? 0] ?? 0;
  }
  return count;
}

/** Keeps the rows whose value in a column passes. */
export function keepAllowed(rows: Int32Array, count: number, column: Codes, allowed: Uint8Array): number {
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    rows[kept] = row;
    kept += allowed[column[row] ?? 0] ?? 0;
  }
  return kept;
}

/** Verdict numbers where nothing happened after the instant of the report and no due instant matters. */
export function judgeSettled(rows: Int32Array, count: number, code: Uint16Array, verdictOf: Uint8Array, verdicts: Uint8Array): void {
  for (let index = 0; index < count; index += 1) verdicts[index] = verdictOf[code[rows[index] ?? 0] ?? 0] ?? 0;
}

export type JudgeTables = {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** Null where no row has an event after the instant of the report. */
  readonly toOpen: Uint16Array | null;
};

/** Verdict numbers at an instant: later events have not happened yet, and due instants may have passed. */
export function judgeAt(
  asOf: number,
  rows: Int32Array,
  count: number,
  columns: { readonly code: Uint16Array; readonly until: Float64Array; readonly due: Float64Array },
  tables: JudgeTables,
  verdicts: Uint8Array,
): void {
  const { code, until, due } = columns;
  const { before, after, toOpen } = tables;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    let traits = code[row] ?? 0;
    if (toOpen !== null && (until[row] ?? 0) > asOf) traits = toOpen[traits] ?? 0;
    verdicts[index] = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
  }
}

/** Adds a time bucket to the group numbers of the rows: `group * size + bucket`. */
export function groupByTime(rows: Int32Array, count: number, at: Float64Array, axis: TimeAxis, groups: Int32Array): void {
  const { quarters, firstQuarter } = axis;
  const size = axis.keys.length;
  for (let index = 0; index < count; index += 1) {
    const instant = at[rows[index] ?? 0] ?? 0;
    let bucket = quarters[Math.floor(instant / quarterMs) - firstQuarter] ?? -1;
    if (bucket < 0) bucket = axis.codeAt(instant);
    groups[index] = (groups[index] ?? 0) * size + bucket;
  }
}

/** Adds a dimension to the group numbers: `group * size + valueOf[column[row]]`. */
export function groupByTable(rows: Int32Array, count: number, column: Codes, valueOf: Int32Array, size: number, groups: Int32Array): void {
  for (let index = 0; index < count; index += 1) {
    groups[index] = (groups[index] ?? 0) * size + (valueOf[column[rows[index] ?? 0] ?? 0] ?? 0);
  }
}

/** Adds one to the count of each row's group and verdict. */
export function countVerdicts(groups: Int32Array, verdicts: Uint8Array, count: number, stride: number, counts: Uint32Array): void {
  for (let index = 0; index < count; index += 1) {
    const place = (groups[index] ?? 0) * stride + (verdicts[index] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
}
