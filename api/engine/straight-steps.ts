// The inner loops for rows that lie in the order of their arrival: one pass that filters, judges, groups and counts at once.

import { dueDecides } from './outcomes.ts';

/** What a loop reads of a table. */
export type StraightColumns = {
  readonly code: Uint16Array;
  readonly profile: Uint32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly due: Float64Array;
  readonly value: Float64Array;
};

export type StraightTables = {
  /** Verdict number by trait code, or `dueDecides`. */
  readonly verdictOf: Uint8Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** By profile: its part of the group number times two, plus 1 where the filters let it through. Two bytes: the table is read at random. */
  readonly parts: Uint16Array;
  readonly asOf: number;
  readonly stride: number;
};

/** Rows `[start, end)` in the order of the question, of one time bucket, whose part of the group number is `group`. */
export type Run = { readonly start: number; readonly end: number; readonly group: number };

/** The verdict that the usual codes of a table share, and the rows that have other codes, in order. */
export type Usual = { readonly usual: number; readonly unusualRows: Uint32Array };

/**
 * Counts verdicts of a run that no filter and no dimension splits: all rows count as the usual codes say, then the unusual ones
 * are moved to what theirs says. `next` is the first unusual row that is not before the run; tells the first one behind it.
 */
export function countUsual(run: Run, columns: StraightColumns & Usual, tables: StraightTables, counts: Uint32Array, next: number): number {
  const { code, due, usual: usualVerdict, unusualRows } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  const place = run.group * stride;
  const usual = place + usualVerdict;
  let listed = next;
  counts[usual] = (counts[usual] ?? 0) + run.end - run.start;
  for (; listed < unusualRows.length; listed += 1) {
    const row = unusualRows[listed] ?? 0;
    if (row >= run.end) break;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    counts[usual] = (counts[usual] ?? 0) - 1;
    counts[place + verdict] = (counts[place + verdict] ?? 0) + 1;
  }
  return listed;
}

/**
 * Counts verdicts of a run that no filter and no dimension splits. Neighbouring rows mostly have the same verdict, and adding
 * to the same place twice in a row waits for the first to be written: so even and odd rows are counted apart in `halves`.
 */
export function countWhole(run: Run, columns: StraightColumns, tables: StraightTables, counts: Uint32Array, halves: Uint32Array): void {
  const { code, due } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  let half = 0;
  for (let row = run.start; row < run.end; row += 1) {
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    half ^= 256;
    halves[half + verdict] = (halves[half + verdict] ?? 0) + 1;
  }
  const place = run.group * stride;
  for (let verdict = 0; verdict < stride; verdict += 1) {
    counts[place + verdict] = (counts[place + verdict] ?? 0) + (halves[verdict] ?? 0) + (halves[256 + verdict] ?? 0);
    halves[verdict] = 0;
    halves[256 + verdict] = 0;
  }
}

/**
 * Counts verdicts of a run by profile where no filter keeps a row out: all rows count as the usual codes say, then the unusual
 * ones are moved. `next` and what is told are those of `countUsual`.
 */
export function countUsualByProfile(
  run: Run,
  columns: StraightColumns & Usual,
  tables: StraightTables,
  counts: Uint32Array,
  next: number,
): number {
  const { code, profile, due, usual: usualVerdict, unusualRows } = columns;
  const { verdictOf, before, after, parts, asOf, stride } = tables;
  const { group } = run;
  const usual = group * stride + usualVerdict;
  for (let row = run.start; row < run.end; row += 1) {
    const place = ((parts[profile[row] ?? 0] ?? 0) >> 1) * stride + usual;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  let listed = next;
  for (; listed < unusualRows.length; listed += 1) {
    const row = unusualRows[listed] ?? 0;
    if (row >= run.end) break;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    const place = ((parts[profile[row] ?? 0] ?? 0) >> 1) * stride;
    counts[place + usual] = (counts[place + usual] ?? 0) - 1;
    counts[group * stride + place + verdict] = (counts[group * stride + place + verdict] ?? 0) + 1;
  }
  return listed;
}

/** Writes the rows of a stretch that the filters let through and that the metric is about; returns how many. */
export function selectStretch(start: number, end: number, columns: StraightColumns, tables: StraightTables, rows: Uint32Array): number {
  const { code, profile } = columns;
  const { verdictOf, parts } = tables;
  let count = 0;
  for (let row = start; row < end; row += 1) {
    rows[count] = row;
    // Without a branch: whether a row passes cannot be predicted, and a wrong guess costs more than the store.
    count += (parts[profile[row] ?? 0] ?? 0) & Number(verdictOf[code[row] ?? 0] !== 0) & 1;
  }
  return count;
}

/** The same of listed rows. */
export function selectListed(listed: Uint32Array, columns: StraightColumns, tables: StraightTables, rows: Uint32Array): number {
  const { code, profile } = columns;
  const { verdictOf, parts } = tables;
  let count = 0;
  for (let index = 0; index < listed.length; index += 1) {
    const row = listed[index] ?? 0;
    rows[count] = row;
    count += (parts[profile[row] ?? 0] ?? 0) & Number(verdictOf[code[row] ?? 0] !== 0) & 1;
  }
  return count;
}

/** Listed rows of one time bucket, whose part of the group number is `group`. */
export type Chosen = { readonly rows: Uint32Array; readonly count: number; readonly group: number };

/** Counts verdicts of chosen rows that no dimension splits. */
export function countUnsplit({ rows, count, group }: Chosen, columns: StraightColumns, tables: StraightTables, counts: Uint32Array): void {
  const { code, due } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  const place = group * stride;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    counts[place + verdict] = (counts[place + verdict] ?? 0) + 1;
  }
}

/** Counts verdicts of chosen rows by profile. */
export function countChosen({ rows, count, group }: Chosen, columns: StraightColumns, tables: StraightTables, counts: Uint32Array): void {
  const { code, profile, due } = columns;
  const { verdictOf, before, after, parts, asOf, stride } = tables;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    const place = (group + ((parts[profile[row] ?? 0] ?? 0) >> 1)) * stride + verdict;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

/** Instants in ascending order: those of the rows themselves, or of the rows that `order` lists. */
export type Placed = { readonly at: Float64Array; readonly order: Uint32Array | null };

function instantAt(instants: Float64Array, order: Uint32Array | null, place: number): number {
  return instants[order === null ? place : (order[place] ?? 0)] ?? 0;
}

/** The first place of `[start, end)` at or after an instant, looked for near `start` first: the next bucket is seldom far. */
export function firstPlaceAt({ at: instants, order }: Placed, start: number, end: number, at: number): number {
  let low = start;
  let step = 32;
  while (low + step < end && instantAt(instants, order, low + step) < at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instantAt(instants, order, middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
