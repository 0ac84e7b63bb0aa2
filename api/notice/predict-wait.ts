// How long somebody who arrives now will wait, told from recent waits that began in a situation like this one.
import { type WeightedSample, weightedSurvivalQuantiles } from '#api/stats/weighted-survival-quantiles.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { answered, backlogAt, closedUnanswered, countUpTo, type Situation, type WaitHistory } from './wait-history.ts';

/** The shares of the distribution that are worked out: 2 % to 98 %. */
export const levels: readonly number[] = Array.from({ length: 49 }, (_, index) => (index + 1) / 50);

/** Waits older than this say nothing about now. */
const windowMs = 70 * day;
/** After so long a wait counts for 1/e of one of today. */
const fadeMs = 21 * day;
/** Likeness of the hour, in hours, and of the backlog, on the scale of ln(1 + n). */
const hourWidth = 2;
const backlogWidth = 0.5;
/** Another weekday of the same kind counts for so much, and for so much less for each of the next days that is open where it was not. */
const otherWeekday = 0.7;
const otherKind = 0.15;
/** What is least alike still counts a little: nobody is without a past, and a wait never seen in this hour is not impossible. */
const floor = 1e-6;
/** Fewer waits than these, in number and in weight, are no ground for a promise to anybody. */
const leastWaits = 20;
const leastWeight = 5;

export type Prediction = {
  /** Milliseconds by which the shares of `levels` are answered; infinite where that is not reached. */
  readonly quantiles: Float64Array;
  /** Waits that were looked at. */
  readonly n: number;
  /** As many waits of equal weight would say as much (Kish). */
  readonly effective: number;
};

type Room = { durations: Float64Array; weights: Float64Array; isEvent: Uint8Array };

/** Room that predictions fill anew; one for each caller, because thousands are made in a row. */
export function predictionRoom(): WeightedSample & Room {
  return { durations: new Float64Array(0), weights: new Float64Array(0), isEvent: new Uint8Array(0) };
}

/**
 * The distribution of the wait of an arrival at `at`, by what was known by then and nothing later: weighted Kaplan-Meier over the
 * waits of the last ten weeks, in which whoever still waited is censored and whoever was closed without an answer never ends.
 * Null where there are too few.
 */
export function predictWait(history: WaitHistory, at: Instant, room: Room = predictionRoom()): Prediction | null {
  const first = countUpTo(history.from, at - windowMs);
  const end = countUpTo(history.from, at - 1);
  const n = end - first;
  if (n < leastWaits) return null;
  if (room.durations.length < n) {
    const length = 2 * n;
    Object.assign(room, { durations: new Float64Array(length), weights: new Float64Array(length), isEvent: new Uint8Array(length) });
  }
  const now = history.situationAt(at);
  if (!now.isOpen && closedArrivals(history, first, end) < leastWaits) return null;
  const level = Math.log1p(backlogAt(history, at));
  const days = Float64Array.from({ length: 8 }, (_, openDays) => kindLikeness(openDays ^ now.openDays));
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < n; index += 1) {
    const row = first + index;
    const weight = likeness(history, row, { at, now, level, days }) + floor;
    sum += weight;
    squares += weight * weight;
    room.weights[index] = weight;
    take(history, row, at, room, index);
  }
  const effective = (sum * sum) / squares;
  if (effective < leastWeight) return null;
  return { quantiles: weightedSurvivalQuantiles(room, n, levels), n, effective };
}

/** Customers who came outside opening hours: where hardly any do, as on the phone, the hours that are open say nothing about now. */
function closedArrivals({ isOpen }: WaitHistory, first: number, end: number): number {
  let count = 0;
  for (let row = first; row < end; row += 1) if (isOpen[row] === 0) count += 1;
  return count;
}

/** The wait of a row as it was known at `at`. */
function take({ from, until, ending }: WaitHistory, row: number, at: Instant, room: Room, index: number): void {
  const fromAt = from[row] ?? 0;
  const untilAt = until[row] ?? Number.POSITIVE_INFINITY;
  const isKnown = untilAt <= at;
  const isClosed = isKnown && ending[row] === closedUnanswered;
  room.durations[index] = isClosed ? Number.POSITIVE_INFINITY : (isKnown ? untilAt : at) - fromAt;
  room.isEvent[index] = isKnown && ending[row] === answered ? 1 : 0;
}

type Moment = {
  readonly at: Instant;
  readonly now: Situation;
  readonly level: number;
  /** By the open days of the other wait. */
  readonly days: Float64Array;
};

function likeness({ from, hour, backlog, weekday, openDays }: WaitHistory, row: number, { at, now, level, days }: Moment): number {
  const apart = Math.abs((hour[row] ?? 0) - now.hour);
  const hours = Math.min(apart, 24 - apart) / hourWidth;
  const more = ((backlog[row] ?? 0) - level) / backlogWidth;
  const isSameDay = weekday[row] === now.weekday && openDays[row] === now.openDays;
  const age = (at - (from[row] ?? 0)) / fadeMs;
  return Math.exp(-0.5 * (hours * hours + more * more) - age) * (isSameDay ? 1 : (days[openDays[row] ?? 0] ?? 0));
}

function kindLikeness(different: number): number {
  let bits = 0;
  for (let rest = different; rest > 0; rest &= rest - 1) bits += 1;
  return bits === 0 ? otherWeekday : otherKind ** bits;
}
