// The fast way of the scan: rows in the order of arrival, whose time buckets are stretches of rows rather than sums per row.
import type { GroupAxis, Groups } from './grouping.ts';
import { profileDimensions } from './profiles.ts';
import type { Question } from './question.ts';
import { dueDecides, firstRowAt, type Run, type StraightTables } from './straight-steps.ts';

/** Rows between two looks at whether the question has been given up. */
const longestRun = 65_536;

/**
 * True where the ordered rows of a table may be counted in one pass: placed by arrival, nothing to be undone for the instant
 * of the report, no agents, urgency or hours involved, and at most one grouping by time.
 */
export function goesStraight(question: Question, groups: Groups): boolean {
  const { plan, table, allowed, metric } = question;
  const isSettled = metric.atom === 'conversation' || table.lastUntil <= plan.asOf;
  const axes = groups.axes.filter((axis) => axis.time !== null).length;
  const isNamed = allowed.agents !== null || allowed.conversations !== null;
  const byAgent = isNamed || groups.axes.some((axis) => axis.grouping === 'agent' || axis.grouping === 'urgency');
  // Parts of group numbers are held in 15 bits.
  const largest = groups.axes.reduce(
    (sum, axis, position) => (axis.time === null ? sum + weightOf(groups.axes, position) * axis.keys.length : sum),
    0,
  );
  return (
    metric.measure !== 'mean' &&
    metric.atom !== 'review' &&
    question.limit === null &&
    question.at === table.from &&
    isSettled &&
    axes <= 1 &&
    !byAgent &&
    largest < 0x8000 &&
    plan.clock === 'calendar'
  );
}

/** The look-up tables of the one pass. */
export function straightTables(question: Question, groups: Groups): StraightTables {
  const { outcomes, allowed, plan, columns } = question;
  const { before, after } = outcomes;
  const parts = new Uint16Array(columns.profiles.size);
  for (let profile = 0; profile < parts.length; profile += 1) parts[profile] = allowed.profiles[profile] ?? 0;
  for (const [position, axis] of groups.axes.entries()) {
    const dimension = profileDimensions.find((name) => name === axis.grouping);
    if (dimension === undefined) continue;
    const codes = columns.profiles.codesOf(dimension);
    const weight = weightOf(groups.axes, position);
    for (let profile = 1; profile < parts.length; profile += 1) parts[profile] = (parts[profile] ?? 0) + 2 * weight * (codes[profile] ?? 0);
  }
  const verdictOf = before.map((verdict, traits) => (verdict === after[traits] ? verdict : dueDecides));
  return { verdictOf, before, after, parts, asOf: plan.asOf, stride: outcomes.verdicts.length };
}

/** How far apart in the group numbers two neighbouring values of an axis are. */
function weightOf(axes: readonly GroupAxis[], position: number): number {
  return axes.slice(position + 1).reduce((product, axis) => product * axis.keys.length, 1);
}

/** The stretches of ordered rows that lie in the range, one time bucket each. */
export function* straightRuns(question: Question, groups: Groups): Generator<Run> {
  const { table, from, to } = question;
  const end = firstRowAt(table.from, 0, table.sortedTo, to);
  let start = firstRowAt(table.from, 0, end, from);
  const position = groups.axes.findIndex((axis) => axis.time !== null);
  const time = groups.axes[position]?.time ?? null;
  if (time === null) {
    yield* cut(start, end, 0);
    return;
  }
  const weight = weightOf(groups.axes, position);
  for (const run of time.runs) {
    const next = firstRowAt(table.from, start, end, run.to);
    if (next > start) yield* cut(start, next, run.code * weight);
    start = next;
    if (start === end) return;
  }
}

function* cut(start: number, end: number, group: number): Generator<Run> {
  for (let from = start; from < end; from += longestRun) yield { start: from, end: Math.min(end, from + longestRun), group };
}
