// The inner loops for means of rows in order: verdicts are counted, values and their squares added up by group.
import type { Sums } from './moments.ts';
import { dueDecides } from './outcomes.ts';
import type { Chosen, Run, StraightColumns, StraightTables } from './straight-steps.ts';

/** Where a loop writes, and which verdicts count. */
export type MeansInto = { readonly counts: Uint32Array; readonly sums: Sums; readonly isIn: Uint8Array };

/** Adds up a run that no filter and no dimension splits. */
export function addWhole(run: Run, columns: StraightColumns, tables: StraightTables, { counts, sums, isIn }: MeansInto): void {
  const { code, due, value: column } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  const { group } = run;
  const place = group * stride;
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let row = run.start; row < run.end; row += 1) {
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    counts[place + verdict] = (counts[place + verdict] ?? 0) + 1;
    const value = column[row] ?? Number.NaN;
    if (isIn[verdict] !== 1 || Number.isNaN(value)) continue;
    n += 1;
    sum += value;
    squares += value * value;
  }
  sums.counts[group] = (sums.counts[group] ?? 0) + n;
  sums.sums[group] = (sums.sums[group] ?? 0) + sum;
  sums.squares[group] = (sums.squares[group] ?? 0) + squares;
}

/** Adds up chosen rows by profile. */
export function addChosen({ rows, count, group }: Chosen, columns: StraightColumns, tables: StraightTables, into: MeansInto): void {
  const { code, profile, due, value: column } = columns;
  const { verdictOf, before, after, parts, asOf, stride } = tables;
  const { counts, sums, isIn } = into;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    const own = group + ((parts[profile[row] ?? 0] ?? 0) >> 1);
    counts[own * stride + verdict] = (counts[own * stride + verdict] ?? 0) + 1;
    const value = column[row] ?? Number.NaN;
    if (isIn[verdict] !== 1 || Number.isNaN(value)) continue;
    sums.counts[own] = (sums.counts[own] ?? 0) + 1;
    sums.sums[own] = (sums.sums[own] ?? 0) + value;
    sums.squares[own] = (sums.squares[own] ?? 0) + value * value;
  }
}
