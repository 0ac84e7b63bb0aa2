// A week of opening hours and its moves: add, move, resize, remove, copy. Pure: every move gives a new week.
import { dayMinutes } from './clock-text.ts';

/** Half-open, in minutes after local midnight of the day it begins on; a close beyond 1440 lies in the next day. */
export type OpenInterval = { readonly open: number; readonly close: number };
export type DayHours = readonly OpenInterval[];
/** Seven days, Monday first. */
export type Week = readonly DayHours[];

/** One interval by its day and its place in that day. */
export type Place = { readonly day: number; readonly index: number };

export const stepMinutes = 15;
export const weekDays: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
/** As many as the server takes for one day. */
export const mostIntervals = 12;

export const emptyWeek: Week = weekDays.map(() => []);
export const wholeDay: OpenInterval = { open: 0, close: dayMinutes };

/** The nearest quarter of an hour. */
export function snap(minutes: number): number {
  return Math.round(minutes / stepMinutes) * stepMinutes;
}

export function intervalAt(week: Week, place: Place): OpenInterval | null {
  return week[place.day]?.[place.index] ?? null;
}

/**
 * Hours of one day sorted, with overlapping and touching intervals joined. Two that would be longer than 24 hours together stay as they are:
 * no interval may be longer, and cutting it would close hours that were open.
 */
export function joined(hours: DayHours): DayHours {
  const result: OpenInterval[] = [];
  for (const next of [...hours].sort((a, b) => a.open - b.open || a.close - b.close)) {
    const last = result.at(-1);
    const close = Math.max(last?.close ?? 0, next.close);
    if (last === undefined || next.open > last.close || close - last.open > dayMinutes) result.push(next);
    else result[result.length - 1] = { open: last.open, close };
  }
  return result;
}

export function withDay(week: Week, day: number, hours: DayHours): Week {
  return week.map((known, position) => (position === day ? hours : known));
}

export type Placed = { readonly week: Week; readonly place: Place };

/** The week with one interval more, and where it went: another one that it touches has swallowed it, or it the other. */
export function withInterval(week: Week, day: number, interval: OpenInterval): Placed {
  const hours = joined([...(week[day] ?? []), interval]);
  const index = hours.findIndex((one) => one.open <= interval.open && interval.open < one.close);
  return { week: withDay(week, day, hours), place: { day, index: Math.max(0, index) } };
}

export function withoutInterval(week: Week, place: Place): Week {
  return withDay(
    week,
    place.day,
    (week[place.day] ?? []).filter((_, index) => index !== place.index),
  );
}

/** The interval changed and perhaps brought to another day. An interval that is not there leaves the week as it is. */
export function replaced(week: Week, place: Place, day: number, interval: OpenInterval): Placed {
  if (intervalAt(week, place) === null) return { week, place };
  return withInterval(withoutInterval(week, place), day, interval);
}

/** An interval moved in time: it keeps its length, begins on its day, and may run into the next one. */
export function moved({ open, close }: OpenInterval, byMinutes: number): OpenInterval {
  const start = Math.min(dayMinutes - stepMinutes, Math.max(0, open + byMinutes));
  return { open: start, close: start + (close - open) };
}

/** A new close, snapped by the caller: at least one step after the opening, at most 24 hours after it. */
export function closedAt({ open }: OpenInterval, close: number): OpenInterval {
  return { open, close: Math.min(open + dayMinutes, Math.max(open + stepMinutes, close)) };
}

/** A new opening: on its own day, at least one step before the close, at most 24 hours before it. */
export function openedAt({ close }: OpenInterval, open: number): OpenInterval {
  const latest = Math.min(close, dayMinutes) - stepMinutes;
  return { open: Math.min(latest, Math.max(0, close - dayMinutes, open)), close };
}

/** The hours of one day for the others that are named. */
export function copiedDay(week: Week, from: number, to: readonly number[]): Week {
  const hours = week[from] ?? [];
  return week.map((known, day) => (to.includes(day) ? hours : known));
}

/**
 * Room for hours that somebody adds to a day: 09:00-17:00 where the day is empty, else an hour after its last interval, else the longest
 * gap before. Null where the day is full.
 */
export function freeHours(week: Week, day: number): OpenInterval | null {
  const hours = joined(week[day] ?? []);
  if (hours.length >= mostIntervals) return null;
  const last = hours.at(-1);
  if (last === undefined) return { open: 9 * 60, close: 17 * 60 };
  if (last.close + 2 * 60 <= dayMinutes) return { open: last.close + 60, close: last.close + 120 };
  const starts = [0, ...hours.map((one) => one.close)];
  const gaps = hours
    .map((one, index) => ({ open: starts[index] ?? 0, close: one.open }))
    .sort((a, b) => b.close - b.open - (a.close - a.open));
  const [widest] = gaps;
  if (widest === undefined || widest.close - widest.open < 3 * stepMinutes) return null;
  // A gap apart from its neighbours, or the new hours would join them at once.
  return { open: widest.open === 0 ? 0 : widest.open + stepMinutes, close: widest.close - stepMinutes };
}

/** Whether two weeks hold the same hours, whatever the order in which they were entered. */
export function sameWeek(one: Week, other: Week): boolean {
  return weekDays.every((day) => sameHours(one[day] ?? [], other[day] ?? []));
}

export function sameHours(one: DayHours, other: DayHours): boolean {
  const [a, b] = [joined(one), joined(other)];
  return a.length === b.length && a.every((interval, index) => interval.open === b[index]?.open && interval.close === b[index]?.close);
}
