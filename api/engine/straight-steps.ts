// The inner loops for rows that lie in the order of their arrival: one pass that filters, judges, groups and counts at once.

/** A verdict that the `due` instant has to decide. */
export const dueDecides = 255;

/** What a loop reads of a table. */
export type StraightColumns = {
  readonly code: Uint16Array;
  readonly profile: Uint32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly due: Float64Array;
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

/** Rows `[start, end)` of one time bucket, whose part of the group number is `group`. */
export type Run = { readonly start: number; readonly end: number; readonly group: number };

/** Which rows of a table have another code than most, in order. */
export type Usual = { readonly usualCode: number; readonly unusualRows: Uint32Array };

/**
 * Counts verdicts of a run that no filter and no dimension splits: all rows count as the usual code says, then the unusual ones
 * are moved to what theirs says. `next` is the first unusual row that is not before the run; tells the first one behind it.
 */
export function countUsual(run: Run, columns: StraightColumns & Usual, tables: StraightTables, counts: Uint32Array, next: number): number {
  const { code, due, usualCode, unusualRows } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  const place = run.group * stride;
  const usual = place + (verdictOf[usualCode] ?? 0);
  let listed = next;
  counts[usual] = (counts[usual] ?? 0) + run.end - run.start;
  for (; listed < unusualRows.length; listed += 1) {
    const row = unusualRows[listed] ?? 0;
    if (row >= run.end) break;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? 0) < asOf ? after[traits] : before[traits]) ?? 0;
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
    if (verdict === dueDecides) verdict = ((due[row] ?? 0) < asOf ? after[traits] : before[traits]) ?? 0;
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

/** Counts verdicts of a run by profile. What the filters keep out is counted as verdict 0, which nobody reads. */
export function countByProfile(run: Run, columns: StraightColumns, tables: StraightTables, counts: Uint32Array): void {
  const { code, profile, due } = columns;
  const { verdictOf, before, after, parts, asOf, stride } = tables;
  const { group } = run;
  for (let row = run.start; row < run.end; row += 1) {
    const traits = code[row] ?? 0;
    const part = parts[profile[row] ?? 0] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? 0) < asOf ? after[traits] : before[traits]) ?? 0;
    const place = (group + (part >> 1)) * stride + (verdict & -(part & 1));
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

/** Room for the durations of a run: values, and the group of each. */
export type DurationRoom = { readonly values: Float64Array; readonly groups: Int32Array; count: number };

/** Counts like `countByProfile` and collects durations: of what was answered, and the ages of what still waits. */
export function takeByProfile(
  run: Run,
  columns: StraightColumns,
  tables: StraightTables,
  roles: Uint8Array,
  into: { readonly counts: Uint32Array; readonly events: DurationRoom; readonly censored: DurationRoom },
): void {
  const { code, profile, from, until, due } = columns;
  const { verdictOf, before, after, parts, asOf, stride } = tables;
  const { counts } = into;
  const { values, groups } = into.events;
  const { group } = run;
  let taken = into.events.count;
  for (let row = run.start; row < run.end; row += 1) {
    const traits = code[row] ?? 0;
    const part = parts[profile[row] ?? 0] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? 0) < asOf ? after[traits] : before[traits]) ?? 0;
    verdict &= -(part & 1);
    const own = group + (part >> 1);
    counts[own * stride + verdict] = (counts[own * stride + verdict] ?? 0) + 1;
    const role = roles[verdict] ?? 0;
    // Written whether it is an answer or not, and kept only if it is: a branch here is guessed wrong too often.
    const duration = (until[row] ?? 0) - (from[row] ?? 0);
    // Times of a source may run backwards; a reply before the question took no time.
    values[taken] = Math.max(0, duration);
    groups[taken] = own;
    taken += role & 1;
    if (role === 2) {
      const { censored } = into;
      censored.values[censored.count] = asOf - (from[row] ?? 0);
      censored.groups[censored.count] = own;
      censored.count += 1;
    }
  }
  into.events.count = taken;
}

/** `takeByProfile` for a run that no filter and no dimension splits. */
export function takeWhole(
  run: Run,
  columns: StraightColumns,
  tables: StraightTables,
  roles: Uint8Array,
  into: { readonly counts: Uint32Array; readonly events: DurationRoom; readonly censored: DurationRoom },
): void {
  const { code, from, until, due } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  const { counts, censored } = into;
  const { values, groups } = into.events;
  const { group } = run;
  const place = group * stride;
  let taken = into.events.count;
  const first = taken;
  for (let row = run.start; row < run.end; row += 1) {
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? 0) < asOf ? after[traits] : before[traits]) ?? 0;
    counts[place + verdict] = (counts[place + verdict] ?? 0) + 1;
    const role = roles[verdict] ?? 0;
    values[taken] = Math.max(0, (until[row] ?? 0) - (from[row] ?? 0));
    taken += role & 1;
    if (role === 2) {
      censored.values[censored.count] = asOf - (from[row] ?? 0);
      censored.groups[censored.count] = group;
      censored.count += 1;
    }
  }
  groups.fill(group, first, taken);
  into.events.count = taken;
}

/** The first row of `[start, end)` at or after an instant, looked for near `start` first: the next bucket is seldom far. */
export function firstRowAt(from: Float64Array, start: number, end: number, at: number): number {
  let low = start;
  let step = 32;
  while (low + step < end && (from[low + step] ?? 0) < at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((from[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
