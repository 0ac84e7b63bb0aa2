// What differs between two versions of a calendar, ready to be said.
import type { CalendarException, CalendarVersion } from '../shapes.ts';
import { exceptionsNotIn, isSameDay } from './exceptions.ts';
import { type DayHours, joined, sameHours, sameWeek, weekDays } from './week.ts';

export type CalendarTerms = Pick<CalendarVersion, 'zone' | 'week' | 'exceptions'>;

/** Days that changed in the same way. */
export type DaysChange = { readonly days: readonly number[]; readonly before: DayHours; readonly after: DayHours };

export type CalendarDiff = {
  readonly zone: { readonly before: string; readonly after: string } | null;
  readonly days: readonly DaysChange[];
  readonly added: readonly CalendarException[];
  readonly removed: readonly CalendarException[];
  /** Same date, region and kind with another name or other hours. */
  readonly changed: readonly CalendarException[];
};

const key = (hours: DayHours) =>
  joined(hours)
    .map(({ open, close }) => `${open}-${close}`)
    .join(' ');

function changedDays(before: CalendarTerms, after: CalendarTerms): DaysChange[] {
  const groups = new Map<string, DaysChange>();
  for (const day of weekDays) {
    const [old, now] = [before.week[day] ?? [], after.week[day] ?? []];
    if (sameHours(old, now)) continue;
    const group = `${key(old)}>${key(now)}`;
    groups.set(group, { days: [...(groups.get(group)?.days ?? []), day], before: joined(old), after: joined(now) });
  }
  return [...groups.values()];
}

export function calendarDiff(before: CalendarTerms, after: CalendarTerms): CalendarDiff {
  const gone = exceptionsNotIn(before.exceptions, after.exceptions);
  const fresh = exceptionsNotIn(after.exceptions, before.exceptions);
  const changed = fresh.filter((one) => gone.some((other) => isSameDay(one, other)));
  return {
    zone: before.zone === after.zone ? null : { before: before.zone, after: after.zone },
    days: changedDays(before, after),
    added: fresh.filter((one) => !changed.includes(one)),
    removed: gone.filter((one) => !changed.some((other) => isSameDay(one, other))),
    changed,
  };
}

/** True where both say the same, whatever the order of their entries. */
export function sameTerms(one: CalendarTerms, other: CalendarTerms): boolean {
  const exceptions = exceptionsNotIn(one.exceptions, other.exceptions).length + exceptionsNotIn(other.exceptions, one.exceptions).length;
  return one.zone === other.zone && sameWeek(one.week, other.week) && exceptions === 0;
}
