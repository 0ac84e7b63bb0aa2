// Working time: how much of a stretch of time lies inside opening hours.
import type { Calendar, CalendarVersion } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';
import { chunkMs, firstCounted, isClosedForGood, lastCounted, type OpenChunk, openHours } from './open-hours.ts';

/** Position of the last stretch that starts at or before `at`; -1 where all start later. */
function lastStarted(chunk: OpenChunk, at: Instant): number {
  let low = -1;
  let high = chunk.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunk.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function openBefore(chunk: OpenChunk, at: Instant): number {
  const position = lastStarted(chunk, at);
  if (position < 0) return 0;
  return (chunk.before[position] ?? 0) + Math.min(at, chunk.ends[position] ?? 0) - (chunk.starts[position] ?? 0);
}

function counted(at: Instant): Instant {
  return Math.min(lastCounted, Math.max(firstCounted, at));
}

/**
 * Milliseconds of `[from, to)` inside the open intervals of the calendar, each version counting for the time it governs.
 * Open and close are wall-clock times of the version's zone, so a night shift over a clock change has 23 or 25 hours in a day.
 * An exception replaces what begins on its day; a night that began the evening before still runs to its end.
 * 0 where `to` is not after `from`, and for time before the first version: ask `calendarVersionAt` whether that means "no calendar".
 */
export function workingMs(calendar: Calendar, from: Instant, to: Instant): number {
  if (!(to > from)) return 0;
  const hours = openHours(calendar);
  const begin = counted(from);
  const end = counted(to);
  const first = Math.floor(begin / chunkMs);
  const last = Math.floor(end / chunkMs);
  let sum = openBefore(hours.chunk(last), end) - openBefore(hours.chunk(first), begin);
  for (let index = first; index < last; index += 1) sum += hours.chunk(index).total;
  return sum;
}

/** True where the calendar is open at the instant; intervals are half-open, so the closing instant is closed. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  const instant = counted(at);
  const chunk = openHours(calendar).chunk(Math.floor(instant / chunkMs));
  const position = lastStarted(chunk, instant);
  return position >= 0 && instant < (chunk.ends[position] ?? 0);
}

/** The first open instant at or after `at`: `at` itself where it is open now; null where it never opens again. */
export function nextOpening(calendar: Calendar, at: Instant): Instant | null {
  const hours = openHours(calendar);
  if (isOpen(calendar, at)) return at;
  const instant = counted(at);
  for (let index = Math.floor(instant / chunkMs); index * chunkMs < lastCounted; index += 1) {
    const chunk = hours.chunk(index);
    const opening = chunk.starts[lastStarted(chunk, instant) + 1];
    if (opening !== undefined) return opening;
    if (isClosedForGood(hours, index * chunkMs)) return null;
  }
  return null;
}

/** The instant at which `duration` of working time after `at` is reached, at the earliest; null where it is never reached. */
export function afterWorking(calendar: Calendar, at: Instant, duration: number): Instant | null {
  const hours = openHours(calendar);
  const instant = counted(at);
  let index = Math.floor(instant / chunkMs);
  let left = duration + openBefore(hours.chunk(index), instant);
  while (index * chunkMs < lastCounted) {
    const chunk = hours.chunk(index);
    if (chunk.total >= left) {
      const position = chunk.before.findLastIndex((before) => before < left);
      return (chunk.starts[position] ?? 0) + left - (chunk.before[position] ?? 0);
    }
    if (isClosedForGood(hours, index * chunkMs)) return null;
    left -= chunk.total;
    index += 1;
  }
  return null;
}

/** The version that governs an instant; null before the first one, or where the calendar has none. */
export function calendarVersionAt(calendar: Calendar, at: Instant): CalendarVersion | null {
  return openHours(calendar).versions.findLast((governor) => governor.from <= at)?.version ?? null;
}

/** Which calendar a wait was measured on from an instant on; null for a team without hours. */
export type CalendarOwner = { readonly fromAt: Instant; readonly calendar: Calendar | null };

/**
 * Working time of a wait that moved between teams: each calendar counts for the time it owned the wait.
 * `owners` oldest first; time before the first owner belongs to the first. Null where an owner of any part has no calendar.
 */
export function workingMsByOwner(owners: readonly CalendarOwner[], from: Instant, to: Instant): number | null {
  let sum = 0;
  for (const [position, owner] of owners.entries()) {
    const begin = position === 0 ? from : Math.max(from, owner.fromAt);
    const end = Math.min(to, owners[position + 1]?.fromAt ?? to);
    if (end <= begin) continue;
    if (owner.calendar === null) return null;
    sum += workingMs(owner.calendar, begin, end);
  }
  return owners.length === 0 ? null : sum;
}
