// Levels without looking at the rows: what has begun by the end of a bucket less what has ended, both counted by their order.
import type { AtomTable } from './atom-table.ts';
import type { Question } from './question.ts';
import { firstPlaceAt, type Placed } from './straight-steps.ts';
import type { TimeAxis } from './time-axis.ts';
import { usualIn } from './usual-codes.ts';

/** Changes by bucket, what was left out by verdict, and the instants between which levels are asked about. */
export type LevelInto = {
  readonly changes: Int32Array;
  readonly counts: Uint32Array;
  readonly buckets: number;
  readonly bucketOf: (at: number) => number;
  readonly last: number;
};

/**
 * True where every ordered row counts alike but for a few: no filter, the usual codes all part of the metric,
 * and no row that ended before it began, which would be taken off before it is there.
 */
export function countsByOrder({ table, code, allowed, outcomes }: Question): boolean {
  const usual = usualIn(table.usualCodes, outcomes.asOpen);
  return usual !== null && outcomes.isIn[usual] === 1 && code === table.code && allowed.isEverything && !table.runsBackwards;
}

/** Adds all ordered rows to the changes; returns how many are open at last. */
export function addOrdered(question: Question, time: TimeAxis, into: LevelInto): number {
  const { table } = question;
  const arrivals = { at: table.from, order: null };
  const events = { at: table.until, order: table.eventOrder() };
  const begun = addAlong(arrivals, table.sortedTo, time, into, 1);
  const ended = addAlong(events, events.order.length, time, into, -1);
  return begun - ended + addUnusual(question, into);
}

/** Adds `sign` for every instant up to the last to its bucket; what lies before the first bucket belongs to it. Tells how many. */
function addAlong(placed: Placed, length: number, time: TimeAxis, { changes, last }: LevelInto, sign: number): number {
  const end = firstPlaceAt(placed, 0, length, last + 1);
  let start = 0;
  for (const run of time.runs) {
    const next = firstPlaceAt(placed, start, end, run.to);
    changes[run.code] = (changes[run.code] ?? 0) + sign * (next - start);
    start = next;
    if (start === end) break;
  }
  return end;
}

/** Takes back the few rows with other codes that are no part of the metric, and counts them by their reason. */
function addUnusual({ table, outcomes, from: rangeFrom }: Question, into: LevelInto): number {
  const { isIn, asOpen } = outcomes;
  const { changes, counts, bucketOf, last } = into;
  const { unusualRows, code, from, until }: AtomTable = table;
  let open = 0;
  for (let index = 0; index < unusualRows.length; index += 1) {
    const row = unusualRows[index] ?? 0;
    const verdict = asOpen[code[row] ?? 0] ?? 0;
    const began = from[row] ?? Number.NaN;
    if (isIn[verdict] === 1 || !(began <= last)) continue;
    if (began >= rangeFrom) counts[verdict] = (counts[verdict] ?? 0) + 1;
    const begins = bucketOf(began);
    changes[begins] = (changes[begins] ?? 0) - 1;
    const ended = until[row] ?? Number.NaN;
    if (ended <= last) {
      const ends = bucketOf(ended);
      changes[ends] = (changes[ends] ?? 0) + 1;
    } else open -= 1;
  }
  return open;
}
