// The inner loops for durations of rows in order: verdicts are counted, ends and ages are collected as they are, each with its group.
import { type DurationRoom, isCensored, isEvent } from './durations.ts';
import { dueDecides } from './outcomes.ts';
import type { Chosen, Run, StraightColumns, StraightTables } from './straight-steps.ts';

/** Where a loop writes: counts, and room for all rows of the run and one more. */
export type TimesInto = {
  readonly counts: Uint32Array;
  readonly events: DurationRoom;
  readonly censored: DurationRoom;
  /** What each verdict means for durations, see `rolesOf`. */
  readonly roles: Uint8Array;
};

/** Counts chosen rows by profile and collects durations: of what was answered, and the ages of what still waits. */
export function takeChosen({ rows, count, group }: Chosen, columns: StraightColumns, tables: StraightTables, into: TimesInto): void {
  const { code, profile, from, until, due } = columns;
  const { verdictOf, before, after, parts, asOf, stride } = tables;
  const { counts, censored, roles } = into;
  const { values, groups } = into.events;
  let taken = into.events.count;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    const own = group + ((parts[profile[row] ?? 0] ?? 0) >> 1);
    counts[own * stride + verdict] = (counts[own * stride + verdict] ?? 0) + 1;
    const role = roles[verdict] ?? 0;
    // Written whether it is an answer or not, and kept only if it is: a branch here is guessed wrong too often.
    values[taken] = (until[row] ?? 0) - (from[row] ?? 0);
    groups[taken] = own;
    taken += role & isEvent;
    if (role === isCensored) {
      censored.values[censored.count] = asOf - (from[row] ?? 0);
      censored.groups[censored.count] = own;
      censored.count += 1;
    }
  }
  into.events.count = taken;
}

/** `takeChosen` for a run that no filter and no dimension splits. */
export function takeWhole(run: Run, columns: StraightColumns, tables: StraightTables, into: TimesInto): void {
  const { code, from, until, due } = columns;
  const { verdictOf, before, after, asOf, stride } = tables;
  const { counts, censored, roles } = into;
  const { values, groups } = into.events;
  const { group } = run;
  const place = group * stride;
  let taken = into.events.count;
  const first = taken;
  for (let row = run.start; row < run.end; row += 1) {
    const traits = code[row] ?? 0;
    let verdict = verdictOf[traits] ?? 0;
    if (verdict === dueDecides) verdict = ((due[row] ?? Number.NaN) < asOf ? after[traits] : before[traits]) ?? 0;
    counts[place + verdict] = (counts[place + verdict] ?? 0) + 1;
    const role = roles[verdict] ?? 0;
    values[taken] = (until[row] ?? 0) - (from[row] ?? 0);
    taken += role & isEvent;
    if (role === isCensored) {
      censored.values[censored.count] = asOf - (from[row] ?? 0);
      censored.groups[censored.count] = group;
      censored.count += 1;
    }
  }
  groups.fill(group, first, taken);
  into.events.count = taken;
}
