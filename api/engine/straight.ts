// The fast way of the scan: rows in the order of their instants, whose time buckets are stretches of rows rather than sums per row.
import type { GroupAxis, Groups } from './grouping.ts';
import { keptOr } from './kept.ts';
import { profileDimensions } from './profiles.ts';
import type { Question } from './question.ts';
import { firstPlaceAt, type Placed, type Run, type StraightTables } from './straight-steps.ts';

/** Rows between two looks at whether the question has been given up. */
export const longestRun = 16_384;

/**
 * True where the ordered rows of a table may be counted in one pass: nothing to be undone for the instant of the report, no agents, urgency or hours involved, and at most one grouping by time.
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
    metric.atom !== 'review' &&
    question.limit === null &&
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
  const { before, after, decided } = outcomes;
  const weights = groups.axes.map((axis, position) => `${axis.grouping} ${axis.time === null ? weightOf(groups.axes, position) : ''}`);
  const parts = keptOr(columns.prepared.parts, `${allowed.key} ${weights.join()}`, () => partsOf(question, groups));
  return { verdictOf: decided, before, after, parts, asOf: plan.asOf, stride: outcomes.verdicts.length };
}

function partsOf({ columns, allowed }: Question, groups: Groups): Uint16Array {
  const parts = new Uint16Array(columns.profiles.size);
  for (let profile = 0; profile < parts.length; profile += 1) parts[profile] = allowed.profiles[profile] ?? 0;
  for (const [position, axis] of groups.axes.entries()) {
    const dimension = profileDimensions.find((name) => name === axis.grouping);
    if (dimension === undefined) continue;
    const codes = columns.profiles.codesOf(dimension);
    const weight = weightOf(groups.axes, position);
    for (let profile = 1; profile < parts.length; profile += 1) parts[profile] = (parts[profile] ?? 0) + 2 * weight * (codes[profile] ?? 0);
  }
  return parts;
}

/** How far apart in the group numbers two neighbouring values of an axis are. */
function weightOf(axes: readonly GroupAxis[], position: number): number {
  return axes.slice(position + 1).reduce((product, axis) => product * axis.keys.length, 1);
}

/** The order that a question goes by, which lists those rows that have an instant. */
export function placedBy({ table, at }: Question): Placed & { readonly end: number } {
  if (at === table.from) return { at, order: null, end: table.sortedTo };
  const order = table.eventOrder();
  return { at, order, end: order.length };
}

/** The stretches of an order that lie in the range, one time bucket each. */
export function* straightRuns(question: Question, groups: Groups, placed: Placed & { readonly end: number }): Generator<Run> {
  const { from, to } = question;
  const end = firstPlaceAt(placed, 0, placed.end, to);
  let start = firstPlaceAt(placed, 0, end, from);
  const position = groups.axes.findIndex((axis) => axis.time !== null);
  const time = groups.axes[position]?.time ?? null;
  if (time === null) {
    yield* cut(start, end, 0);
    return;
  }
  const weight = weightOf(groups.axes, position);
  for (const run of time.runs) {
    const next = firstPlaceAt(placed, start, end, run.to);
    if (next - start > longestRun) yield* cut(start, next, run.code * weight);
    else if (next > start) yield { start, end: next, group: run.code * weight };
    start = next;
    if (start === end) return;
  }
}

function* cut(start: number, end: number, group: number): Generator<Run> {
  for (let from = start; from < end; from += longestRun) yield { start: from, end: Math.min(end, from + longestRun), group };
}
