// Levels: how many waits are open at the end of each bucket.
import type { InstantRange } from '#db/model/metric.ts';
import { longMs } from './atom-table.ts';
import { blockRows } from './blocks.ts';
import { type GroupAxis, type Groups, openGroups } from './grouping.ts';
import { addOrdered, countsByOrder } from './level-counts.ts';
import { countOpen, type LevelTables, outlasting } from './level-steps.ts';
import { firstListed } from './listed.ts';
import type { Question } from './question.ts';
import { keepNamed, type StopCheck } from './scan.ts';
import { firstPlaceAt } from './straight-steps.ts';
import { quarterMs, type TimeAxis } from './time-axis.ts';

export type Levels = {
  /** Open at the end of the whole range; null where the range has not begun. */
  readonly total: number | null;
  readonly groups: Groups;
  /** Open at the end of the bucket, by group number of `groups`; null where the bucket has not begun. */
  readonly ofGroup: (group: number) => number | null;
  /** Left out among what began in the range, by verdict number. */
  readonly counts: Uint32Array;
};

/** The instant at which a range is looked at: its last millisecond, or the instant of the report where that is earlier. */
export function levelInstant(range: InstantRange | null, asOf: number): number {
  return range === null ? asOf : Math.min(range.to - 1, asOf);
}

/**
 * Rows by number, `[start, end)` or those of a list, of which only what had not ended before `outlasts` matters: the end of
 * the bucket in which they began (or the last instant, inside it), or the first instant that is asked about. `bucket` is the
 * one in which all of them began; null where they may have begun in several.
 */
export type RowStretch = {
  readonly list: Uint32Array | null;
  readonly start: number;
  readonly end: number;
  readonly outlasts: number;
  readonly bucket: number | null;
};

/**
 * Where rows that were open at `first` or began up to `last` can be: among the ordered ones those of the last days before,
 * earlier ones that lasted long, and those of the range bucket by bucket; and all that came in since the rows were ordered.
 */
export function* openStretches({ table }: Question, first: number, last: number, time: TimeAxis | null): Generator<RowStretch> {
  const { from, longRows, sortedTo, length } = table;
  const arrivals = { at: from, order: null };
  const end = firstPlaceAt(arrivals, 0, sortedTo, last + 1);
  let start = firstPlaceAt(arrivals, 0, end, first - longMs);
  // Without buckets only the last instant is asked about.
  const anywhere: Begun = { outlasts: time === null ? last + 1 : first, bucket: null };
  yield* cut(longRows, 0, firstListed(longRows, start), anywhere);
  for (const run of time?.runs ?? []) {
    // What began before the range has its place in the first bucket.
    if (start < end && (from[start] ?? 0) < first) {
      const begin = firstPlaceAt(arrivals, start, end, first);
      yield* cut(null, start, begin, anywhere);
      start = begin;
    }
    const next = firstPlaceAt(arrivals, start, end, run.to);
    yield* cut(null, start, next, { outlasts: Math.min(run.to, last + 1), bucket: run.code });
    start = next;
  }
  yield* cut(null, start, end, anywhere);
  yield* cut(null, sortedTo, length, anywhere);
}

/** What came in since the rows were ordered. */
export function* looseStretches({ table }: Question): Generator<RowStretch> {
  yield* cut(null, table.sortedTo, table.length, { outlasts: Number.NEGATIVE_INFINITY, bucket: null });
}

type Begun = Pick<RowStretch, 'outlasts' | 'bucket'>;

function* cut(list: Uint32Array | null, start: number, end: number, { outlasts, bucket }: Begun): Generator<RowStretch> {
  for (let from = start; from < end; from += blockRows) {
    yield { list, start: from, end: Math.min(end, from + blockRows), outlasts, bucket };
  }
}

/** Counts levels; `range` is the stretch that buckets cover. */
export function takeLevels(question: Question, range: InstantRange, checkStop: StopCheck): Levels {
  const { plan, table, columns, outcomes } = question;
  const placement = { columns, table, at: table.from, range, asOf: plan.asOf };
  const groups = openGroups(plan.groupBy, plan.zone, placement);
  const axis = groups.axes.find((candidate) => candidate.time !== null) ?? null;
  const dimensions = groups.axes.filter((candidate) => candidate !== axis).map((candidate) => candidate.grouping);
  const others = openGroups(dimensions, plan.zone, placement);
  const hasBegun = plan.range === null || plan.asOf >= plan.range.from;
  const buckets = hasBegun ? liveBuckets(axis, range, plan.asOf) : 0;
  const counts = new Uint32Array(outcomes.verdicts.length);
  // changes[other * (buckets + 1) + bucket]: how many more are open at the end of this bucket than of the one before.
  const changes = new Int32Array(others.size * (buckets + 1));
  if (!hasBegun) return { total: null, groups, counts, ofGroup: () => null };
  const last = levelInstant(plan.range, plan.asOf);
  // Without buckets only the last instant is asked about, but what was left out is counted over the whole range.
  const first = plan.range === null ? Number.NEGATIVE_INFINITY : question.from;
  const total = addOpen(
    question,
    { axis: axis?.time ?? null, rangeFrom: range.from, others, buckets, changes, counts, first, last },
    checkStop,
  );
  addUp(changes, others.size, buckets);
  return { total, groups, counts, ofGroup: reader(groups, axis, buckets, changes) };
}

type Adding = {
  readonly axis: TimeAxis | null;
  readonly rangeFrom: number;
  readonly others: Groups;
  readonly buckets: number;
  readonly changes: Int32Array;
  readonly counts: Uint32Array;
  readonly first: number;
  readonly last: number;
};

/** Adds each wait to the bucket in which it began and takes it off in the one in which it ended; tells how many are open at last. */
function addOpen(question: Question, into: Adding, checkStop: StopCheck): number {
  const { table, code } = question;
  const { from, until, profile } = table;
  const { changes, counts, buckets, first, last } = into;
  const tables = levelTables(question, last);
  const bucketOf = bucketReader(into.axis, into.rangeFrom);
  const otherOf = groupReader(into.others);
  const rows = new Int32Array(blockRows);
  const isUnsplit = into.axis === null && into.others.axes.length === 0;
  const isOneNumber = isUnsplit && question.allowed.agents === null && question.allowed.conversations === null;
  const isOrdered = into.axis !== null && into.others.axes.length === 0 && countsByOrder(question);
  let total = isOrdered && into.axis !== null ? addOrdered(question, into.axis, { changes, counts, buckets, bucketOf, last }) : 0;
  const stretches = isOrdered ? looseStretches(question) : openStretches(question, first, last, into.axis);
  for (const stretch of stretches) {
    checkStop();
    if (isOneNumber) {
      total += countOpen(stretch, { from, until, code, profile }, tables, { counts, rangeFrom: question.from });
      continue;
    }
    let count = outlasting(stretch, { from, until, code, profile }, tables, rows);
    count = keepNamed(question, rows, count);
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const verdict = tables.verdictOf[code[row] ?? 0] ?? 0;
      const began = from[row] ?? 0;
      const ended = until[row] ?? Number.NaN;
      if (tables.isIn[verdict] === 0) {
        if (began >= question.from) counts[verdict] = (counts[verdict] ?? 0) + 1;
        continue;
      }
      // Replied to at t is answered at t. NaN: not ended at all.
      const isOpenAtLast = !(ended <= last);
      const begins = bucketOf(began);
      const ends = isOpenAtLast ? buckets : bucketOf(ended);
      if (begins === ends) continue;
      const place = otherOf(row) * (buckets + 1);
      changes[place + begins] = (changes[place + begins] ?? 0) + 1;
      changes[place + ends] = (changes[place + ends] ?? 0) - 1;
      total += Number(isOpenAtLast);
    }
  }
  if (isOneNumber) changes[0] = total;
  return total;
}

/** The look-up tables of a level at or before `last`. */
export function levelTables({ outcomes, allowed }: Question, last: number): LevelTables {
  return { verdictOf: outcomes.asOpen, isIn: outcomes.isIn, allowed: allowed.profiles, last };
}

function groupReader(groups: Groups): (row: number) => number {
  if (groups.axes.length === 0) return () => 0;
  const rows = new Int32Array(1);
  const numbers = new Int32Array(1);
  return (row) => {
    rows[0] = row;
    groups.apply(rows, 1, numbers);
    return numbers[0] ?? 0;
  };
}

/** The bucket of an instant, 0 for what lies before the range or where there is no time axis. */
function bucketReader(time: TimeAxis | null, rangeFrom: number): (at: number) => number {
  if (time === null) return () => 0;
  const { quarters, firstQuarter } = time;
  return (at) => {
    if (at < rangeFrom) return 0;
    const bucket = quarters[Math.floor(at / quarterMs) - firstQuarter] ?? -1;
    return bucket < 0 ? time.codeAt(at) : bucket;
  };
}

function addUp(changes: Int32Array, others: number, buckets: number): void {
  for (let other = 0; other < others; other += 1) {
    const place = other * (buckets + 1);
    for (let bucket = 1; bucket < buckets; bucket += 1) {
      changes[place + bucket] = (changes[place + bucket] ?? 0) + (changes[place + bucket - 1] ?? 0);
    }
  }
}

/** How many buckets have begun by the instant of the report; without a time axis, the one that is everything. */
function liveBuckets(axis: GroupAxis | null, range: InstantRange, asOf: number): number {
  if (axis === null) return 1;
  if (axis.time === null || axis.keys.length === 0 || asOf < range.from) return 0;
  return asOf >= range.to ? axis.keys.length : axis.time.codeAt(asOf) + 1;
}

function reader(groups: Groups, axis: GroupAxis | null, buckets: number, changes: Int32Array): (group: number) => number | null {
  const [outer, inner] = groups.axes;
  const innerSize = inner?.keys.length ?? 1;
  return (group) => {
    if (axis === null) return changes[group * (buckets + 1)] ?? 0;
    const codes = { outer: Math.floor(group / innerSize), inner: group % innerSize };
    const bucket = outer === axis ? codes.outer : codes.inner;
    const other = outer === axis ? codes.inner : codes.outer;
    return bucket >= buckets ? null : (changes[(inner === undefined ? 0 : other) * (buckets + 1) + bucket] ?? 0);
  };
}
