// What the fast way of the scan does with each run: which loop counts it, adds it up, or collects its durations.
import { rolesOf } from './durations.ts';
import type { Groups } from './grouping.ts';
import { firstListed } from './listed.ts';
import type { Sums } from './moments.ts';
import { dueDecides } from './outcomes.ts';
import type { Question } from './question.ts';
import type { Rooms } from './rooms.ts';
import type { StopCheck } from './scan.ts';
import { longestRun, placedBy, straightRuns, straightTables } from './straight.ts';
import { addChosen, addWhole } from './straight-means.ts';
import {
  countChosen,
  countUnsplit,
  countUsual,
  countUsualByProfile,
  countWhole,
  type Run,
  type StraightTables,
  selectListed,
  selectStretch,
  type Usual,
} from './straight-steps.ts';
import { takeChosen, takeWhole } from './straight-times.ts';
import { usualIn } from './usual-codes.ts';

/** What a metric wants of the rows beside their verdicts: durations, sums of values, or neither. */
export type Wants = { readonly counts: Uint32Array; readonly times: Pick<Rooms, 'events' | 'censored'> | null; readonly sums: Sums | null };

/** Counts the ordered rows of a question; what came in since they were ordered is left to the scan by blocks. */
export function takeStraight(question: Question, groups: Groups, wants: Wants, checkStop: StopCheck): void {
  const { table, allowed } = question;
  const placed = placedBy(question);
  const tables = straightTables(question, groups);
  const hasAll = allowed.isEverything && placed.order === null;
  const isUnsplit = groups.axes.every((axis) => axis.time !== null);
  const whole = hasAll && isUnsplit ? wholeTaker(question, tables, wants) : null;
  const usual = hasAll && !isUnsplit && wants.times === null && wants.sums === null ? usualByProfile(question, tables, wants.counts) : null;
  const take = whole ?? usual ?? chosenTaker(question, { ...tables, isUnsplit }, wants, placed.order);
  for (const run of straightRuns(question, groups, placed)) {
    checkStop();
    take(run);
  }
  if (table.runsBackwards) wants.times?.events.clampToZero();
}

type Take = (run: Run) => void;

function columnsOf({ table, code }: Question) {
  const { profile, from, until, due, value } = table;
  return { code, profile, from, until, due, value };
}

/** Rows of which none is kept out and which no dimension splits. */
function wholeTaker(question: Question, tables: StraightTables, { counts, times, sums }: Wants): Take {
  const columns = columnsOf(question);
  if (sums !== null) {
    const { isIn } = question.outcomes;
    return (run) => addWhole(run, columns, tables, { counts, sums, isIn });
  }
  if (times !== null) {
    const roles = rolesOf(question.outcomes.verdicts);
    return (run) => takeWhole(run, columns, tables, { counts, roles, ...roomsFor(times, run.end - run.start) });
  }
  const usual = usualOf(question, tables);
  const usualColumns = usual === null ? null : { ...columns, ...usual };
  if (usual !== null && usualColumns !== null) return inTurn(usual, (run, next) => countUsual(run, usualColumns, tables, counts, next));
  const halves = new Uint32Array(512);
  return (run) => countWhole(run, columns, tables, counts, halves);
}

function usualByProfile(question: Question, tables: StraightTables, counts: Uint32Array): Take | null {
  const usual = usualOf(question, tables);
  if (usual === null) return null;
  const columns = { ...columnsOf(question), ...usual };
  return inTurn(usual, (run, next) => countUsualByProfile(run, columns, tables, counts, next));
}

/** Null where the usual codes do not share a verdict; codes of the question have no list of usual ones. */
function usualOf({ table, code }: Question, tables: StraightTables): Usual | null {
  const usual = code === table.code ? usualIn(table.usualCodes, tables.verdictOf) : null;
  return usual === null || usual === dueDecides ? null : { usual, unusualRows: table.unusualRows };
}

/** Runs come in order, so each goes on in the list of unusual rows where the one before it ended. */
function inTurn({ unusualRows }: Usual, count: (run: Run, next: number) => number): Take {
  let next = -1;
  return (run) => {
    next = count(run, next < 0 ? firstListed(unusualRows, run.start) : next);
  };
}

/** Rows of which some are kept out, which dimensions split, or which are listed by their events: chosen first, then taken. */
function chosenTaker(
  question: Question,
  tables: StraightTables & { readonly isUnsplit: boolean },
  { counts, times, sums }: Wants,
  order: Uint32Array | null,
): Take {
  const columns = columnsOf(question);
  const rows = new Uint32Array(longestRun);
  const { verdicts, isIn } = question.outcomes;
  const roles = rolesOf(verdicts);
  return ({ start, end, group }) => {
    const count =
      order === null ? selectStretch(start, end, columns, tables, rows) : selectListed(order.subarray(start, end), columns, tables, rows);
    const chosen = { rows, count, group };
    if (sums !== null) addChosen(chosen, columns, tables, { counts, sums, isIn });
    else if (times !== null) takeChosen(chosen, columns, tables, { counts, roles, ...roomsFor(times, count) });
    else if (tables.isUnsplit) countUnsplit(chosen, columns, tables, counts);
    else countChosen(chosen, columns, tables, counts);
  };
}

/** One place more than rows: the last one is written before it is known to be kept. */
function roomsFor({ events, censored }: Pick<Rooms, 'events' | 'censored'>, rows: number) {
  return { events: events.roomFor(rows + 1), censored: censored.roomFor(rows + 1) };
}
