// Due instants: until when an answer keeps its promise, in the three readings of a promise.
import type { Calendar } from '../model/calendar.ts';
import { day, type Instant } from '../model/instant.ts';
import type { PromiseVersion } from '../model/promise.ts';
import { type GoverningVersion, intervalsOf, isClosedForGood, lastCounted, openHours, stretchOf } from './open-hours.ts';
import { afterWorking } from './working-time.ts';
import { dayNumber } from './zone-clock.ts';

function lastEnd(governor: GoverningVersion, dayIndex: number): Instant {
  const ends = intervalsOf(governor, dayIndex).map((interval) => stretchOf(governor, dayIndex, interval)?.end ?? Number.NEGATIVE_INFINITY);
  return Math.max(Number.NEGATIVE_INFINITY, ...ends);
}

/**
 * When a working day closes: with the last interval that begins on it, or with a night of the day before that runs even longer, so that a
 * later day never closes before an earlier one. Null for a day on which nothing opens.
 */
function closeOf(governor: GoverningVersion, dayIndex: number): Instant | null {
  const own = lastEnd(governor, dayIndex);
  return own === Number.NEGATIVE_INFINITY ? null : Math.max(own, lastEnd(governor, dayIndex - 1));
}

function afterWorkingDays(calendar: Calendar, at: Instant, count: number): Instant | null {
  const hours = openHours(calendar);
  let position = hours.versions.findLastIndex((governor) => governor.from <= at);
  let governor = hours.versions[position];
  if (governor === undefined) return null;
  let left = count;
  // The day of receipt is never counted, and no date twice where a change of zone shows it twice.
  let lastDay = Math.floor(governor.clock.wallAt(at) / day);
  for (let dayIndex = lastDay + 1; dayIndex * day < lastCounted; dayIndex += 1) {
    while (governor.clock.firstAt(dayIndex * day) >= governor.to) {
      position += 1;
      const next: GoverningVersion | undefined = hours.versions[position];
      if (next === undefined) return null;
      governor = next;
      dayIndex = Math.max(lastDay + 1, dayNumber(next.version.validFrom ?? '1970-01-01'));
    }
    const close = closeOf(governor, dayIndex);
    if (close !== null) {
      left -= 1;
      lastDay = dayIndex;
    }
    if (left === 0) return close;
    if (isClosedForGood(hours, dayIndex * day)) return null;
  }
  return null;
}

/**
 * The instant up to which (and including which) an answer to something that arrived at `at` keeps the promise.
 * `calendar`: hours on the clock. `working-time`: the first instant with that much working time since `at`.
 * `working-days`: close of the n-th day with opening hours after the local day of receipt; a half day is a day.
 * Null where the calendar does not open long enough, or for `working-days` had no version yet.
 */
export function dueInstant(promise: PromiseVersion, calendar: Calendar, at: Instant): Instant | null {
  switch (promise.type) {
    case 'calendar':
      return promise.durationMs === null ? null : at + promise.durationMs;
    case 'working-time':
      return promise.durationMs === null ? null : afterWorking(calendar, at, promise.durationMs);
    case 'working-days':
      return promise.workingDays === null ? null : afterWorkingDays(calendar, at, promise.workingDays);
    default:
      return promise.type satisfies never;
  }
}
