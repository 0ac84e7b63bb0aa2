// The first waits of one channel in the order of their arrival, with what the situation was when each began.
import type { Instant } from '#db/model/instant.ts';

/** How a wait ended, as far as it has. */
export const wentOn = 0;
export const answered = 1;
export const closedUnanswered = 2;
export const withdrawn = 3;

export type FirstWait = { readonly fromAt: Instant; readonly untilAt: Instant | null; readonly ending: 0 | 1 | 2 | 3 };

/** The situation at an instant as the likeness of waits is told by: local hour, weekday, which of the next days are open. */
export type Situation = {
  /** Hours after local midnight, with fractions. */
  readonly hour: number;
  /** 0 is Monday. */
  readonly weekday: number;
  /** Bits: open today (1), tomorrow (2), the day after (4). */
  readonly openDays: number;
  /** Inside opening hours; always where the channel has none. */
  readonly isOpen: boolean;
};

/** Columns of waits, ascending by arrival; `until` is infinite for what goes on. */
export type WaitHistory = {
  readonly size: number;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly ending: Uint8Array;
  readonly hour: Float64Array;
  readonly weekday: Uint8Array;
  readonly openDays: Uint8Array;
  readonly isOpen: Uint8Array;
  /** ln(1 + n) of the customers who were waiting when this one arrived. */
  readonly backlog: Float64Array;
  /** Ends of all waits, ascending. */
  readonly ends: Float64Array;
  readonly situationAt: (at: Instant) => Situation;
};

/** Puts waits into columns. Whoever has no answer yet, or was closed without one, counts as waiting to its end. */
export function waitHistory(waits: readonly FirstWait[], situationAt: (at: Instant) => Situation): WaitHistory {
  const sorted = waits.toSorted((a, b) => a.fromAt - b.fromAt);
  const from = Float64Array.from(sorted, ({ fromAt }) => fromAt);
  const until = Float64Array.from(sorted, ({ untilAt }) => untilAt ?? Number.POSITIVE_INFINITY);
  const situations = sorted.map(({ fromAt }) => situationAt(fromAt));
  const ends = Float64Array.from(until).sort();
  const history = {
    size: sorted.length,
    from,
    until,
    ending: Uint8Array.from(sorted, ({ ending }) => ending),
    hour: Float64Array.from(situations, ({ hour }) => hour),
    weekday: Uint8Array.from(situations, ({ weekday }) => weekday),
    openDays: Uint8Array.from(situations, ({ openDays }) => openDays),
    isOpen: Uint8Array.from(situations, ({ isOpen }) => (isOpen ? 1 : 0)),
    ends,
    situationAt,
  };
  return { ...history, backlog: from.map((at, index) => Math.log1p(Math.max(0, index - countUpTo(ends, at)))) };
}

/** How many of ascending numbers are at most `limit`. */
export function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Customers who came before an instant and wait at it. */
export function backlogAt({ from, ends }: Pick<WaitHistory, 'from' | 'ends'>, at: Instant): number {
  return Math.max(0, countUpTo(from, at - 1) - countUpTo(ends, at));
}
