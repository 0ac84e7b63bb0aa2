// One table of rows of one kind (conversations, waits, episodes or ratings) as columns.
import { day } from '#db/model/instant.ts';
import { eventOrder } from './arrival-order.ts';
import { Blocks } from './blocks.ts';
import { grown, resized } from './grown.ts';
import { gone } from './profiles.ts';
import { type Codes, withCode, withSparseCode, withSparseValue } from './sparse-column.ts';
import { merged, usualCodes } from './usual-codes.ts';

/** A row on its way into a table; one object is filled again for every row. Instants that are not there are NaN, never 0. */
export type AtomRow = {
  /** Number of the conversation it belongs to. */
  conversation: number;
  profile: number;
  agent: number;
  /** Its traits, see traits.ts. */
  code: number;
  /** The instant of arrival. */
  from: number;
  /** The instant of the event: reply, close, solution, rating. */
  until: number;
  /** What the `isPastDue` of its traits is measured against. */
  due: number;
  workingMs: number;
  ordinal: number;
  nudges: number;
  calendar: number;
  promise: number;
  /** The rating itself. */
  value: number;
};

export function emptyRow(): AtomRow {
  const { NaN: none } = Number;
  return {
    conversation: 0,
    profile: 0,
    agent: 0,
    code: 0,
    from: none,
    until: none,
    due: none,
    workingMs: none,
    ordinal: 1,
    nudges: 0,
    calendar: 0,
    promise: 0,
    value: none,
  };
}

/** The columns of a table whose rows lie in order, none of them replaced, and how many of them have an arrival. */
export type SavedTable = {
  readonly sortedTo: number;
  readonly conversation: Uint32Array<ArrayBuffer>;
  readonly profile: Uint32Array<ArrayBuffer>;
  readonly agent: Codes;
  readonly code: Uint16Array<ArrayBuffer>;
  readonly from: Float64Array<ArrayBuffer>;
  readonly until: Float64Array<ArrayBuffer>;
  readonly due: Float64Array;
  readonly workingMs: Float64Array;
  readonly value: Float64Array;
  readonly ordinal: Codes;
  readonly nudges: Codes;
  readonly calendar: Codes;
  readonly promise: Codes;
};

/** Most waits end within this; the few that do not are listed, so that a level need not look at everything before it. */
export const longMs = 14 * day;

/** Rows are only ever added; one that is replaced gets the profile `gone`, and the next full load leaves it out. */
export class AtomTable {
  /** The trait code of replaced rows: one more than there are, which is verdict 0 of every metric. */
  private readonly goneCode: number;
  length = 0;
  /** Rows before this one lie in the order of arrival, and each has an arrival. */
  sortedTo = 0;
  /** How many rows have been replaced since the last full load. */
  goneCount = 0;
  conversation = new Uint32Array(0);
  profile = new Uint32Array(0);
  agent: Codes = new Uint16Array(0);
  code = new Uint16Array(0);
  from = new Float64Array(0);
  until = new Float64Array(0);
  /** These are empty where no row says anything else than `emptyRow`: reading them says `undefined` then. */
  due: Float64Array = new Float64Array(0);
  workingMs: Float64Array = new Float64Array(0);
  value: Float64Array = new Float64Array(0);
  ordinal: Codes = new Uint16Array(0);
  nudges: Codes = new Uint16Array(0);
  calendar: Codes = new Uint16Array(0);
  promise: Codes = new Uint16Array(0);
  fromBlocks = new Blocks();
  untilBlocks = new Blocks();
  /** Ordered rows that lasted longer than `longMs`, or have not ended: what may still be open long after it began. */
  longRows = new Uint32Array(0);
  /** The most frequent trait codes of the ordered rows, and the few rows that have others: counting passes over the usual ones. */
  usualCodes: readonly number[] = [];
  unusualRows: Uint32Array = new Uint32Array(0);
  /** 1 for every trait code that some row has had. */
  readonly codesSeen = new Uint8Array(0x10000);
  seenCount = 0;
  /** The last `until` of all: from then on nothing has to be undone for a report. */
  lastUntil = Number.NEGATIVE_INFINITY;
  /** True where some row ended before it began: times of a source may run backwards. */
  runsBackwards = false;
  private byEvent: Uint32Array | null = null;

  constructor(goneCode: number) {
    this.goneCode = goneCode;
  }

  push(row: AtomRow): number {
    const index = this.length;
    this.reserve(index + 1);
    this.length = index + 1;
    this.conversation[index] = row.conversation;
    this.profile[index] = row.profile;
    this.agent = withCode(this.agent, index, row.agent);
    this.code[index] = row.code;
    if (this.codesSeen[row.code] === 0) this.seenCount += 1;
    this.codesSeen[row.code] = 1;
    this.from[index] = row.from;
    this.until[index] = row.until;
    this.due = withSparseValue(this.due, index, row.due);
    this.workingMs = withSparseValue(this.workingMs, index, row.workingMs);
    this.value = withSparseValue(this.value, index, row.value);
    this.ordinal = withSparseCode(this.ordinal, index, row.ordinal, 1);
    this.nudges = withSparseCode(this.nudges, index, row.nudges, 0);
    this.calendar = withSparseCode(this.calendar, index, row.calendar, 0);
    this.promise = withSparseCode(this.promise, index, row.promise, 0);
    this.note(index);
    return index;
  }

  /** Takes out the rows of these conversations (1 by number): no filter lets them through, and no metric makes anything of them. */
  removeAll(replaced: Uint8Array): void {
    const { conversation, profile, code, length } = this;
    const removed: number[] = [];
    for (let row = 0; row < length; row += 1) {
      if (replaced[conversation[row] ?? 0] !== 1 || profile[row] === gone) continue;
      profile[row] = gone;
      code[row] = this.goneCode;
      removed.push(row);
    }
    this.goneCount += removed.length;
    this.unusualRows = merged(
      this.unusualRows,
      removed.filter((row) => row < this.sortedTo),
    );
  }

  /** Puts the rows into this order, of which the first `sortedTo` rise by arrival; rows that `order` does not name are dropped. */
  reorder(order: Uint32Array, sortedTo: number): void {
    const pick = <Kind extends Float64Array | Uint32Array | Uint16Array>(column: Kind): Kind => {
      if (column.length === 0) return column;
      const source = column.slice(0, this.length);
      const target = resized(column, order.length);
      for (let index = 0; index < order.length; index += 1) target[index] = source[order[index] ?? 0] ?? 0;
      return target;
    };
    this.conversation = pick(this.conversation);
    this.profile = pick(this.profile);
    this.agent = pick(this.agent);
    this.code = pick(this.code);
    this.from = pick(this.from);
    this.until = pick(this.until);
    this.due = pick(this.due);
    this.workingMs = pick(this.workingMs);
    this.ordinal = pick(this.ordinal);
    this.nudges = pick(this.nudges);
    this.calendar = pick(this.calendar);
    this.promise = pick(this.promise);
    this.value = pick(this.value);
    this.lieInOrder(order.length, sortedTo);
  }

  /** Takes up columns that were saved while they lay in order, in a table that has no rows yet. */
  restore(saved: SavedTable): void {
    this.conversation = saved.conversation;
    this.profile = saved.profile;
    this.agent = saved.agent;
    this.code = saved.code;
    this.from = saved.from;
    this.until = saved.until;
    this.due = saved.due;
    this.workingMs = saved.workingMs;
    this.value = saved.value;
    this.ordinal = saved.ordinal;
    this.nudges = saved.nudges;
    this.calendar = saved.calendar;
    this.promise = saved.promise;
    for (const code of saved.code) this.codesSeen[code] = 1;
    this.seenCount = this.codesSeen.reduce((sum, seen) => sum + seen, 0);
    this.lieInOrder(saved.profile.length, saved.sortedTo);
  }

  /** Notes of rows that lie in order, and what is known of them. */
  private lieInOrder(length: number, sortedTo: number): void {
    this.length = length;
    this.sortedTo = sortedTo;
    this.goneCount = 0;
    this.fromBlocks = new Blocks();
    this.untilBlocks = new Blocks();
    this.lastUntil = Number.NEGATIVE_INFINITY;
    this.runsBackwards = false;
    for (let index = 0; index < this.length; index += 1) this.note(index);
    this.longRows = this.findLongRows();
    const { codes, others } = usualCodes(this.code.subarray(0, sortedTo));
    this.usualCodes = codes;
    this.unusualRows = others;
    this.byEvent = null;
  }

  /** The ordered rows that have an event, by its instant: made when it is first asked for, of use until the next ordering. */
  eventOrder(): Uint32Array {
    this.byEvent ??= eventOrder(this);
    return this.byEvent;
  }

  private findLongRows(): Uint32Array<ArrayBuffer> {
    const rows: number[] = [];
    for (let row = 0; row < this.sortedTo; row += 1) {
      if (!((this.until[row] ?? 0) - (this.from[row] ?? 0) <= longMs)) rows.push(row);
    }
    return Uint32Array.from(rows);
  }

  get byteLength(): number {
    return this.columns().reduce((sum, column) => sum + column.byteLength, 0);
  }

  private columns(): ArrayBufferView[] {
    const { conversation, profile, agent, code, from, until, due, workingMs, ordinal, nudges, calendar, promise, value } = this;
    return [conversation, profile, agent, code, from, until, due, workingMs, ordinal, nudges, calendar, promise, value];
  }

  private note(index: number): void {
    const from = this.from[index] ?? Number.NaN;
    const until = this.until[index] ?? Number.NaN;
    this.fromBlocks.note(index, from);
    this.untilBlocks.note(index, until);
    if (until < from) this.runsBackwards = true;
    if (until > this.lastUntil) this.lastUntil = until;
  }

  private reserve(length: number): void {
    if (length <= this.profile.length) return;
    this.conversation = grown(this.conversation, length);
    this.profile = grown(this.profile, length);
    this.code = grown(this.code, length);
    this.from = grown(this.from, length);
    this.until = grown(this.until, length);
  }
}
