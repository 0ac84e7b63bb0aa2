// Dated exceptions of a calendar: holidays, half days, make-up workdays, closures; what counts on a date, what is new, what is double.
import { weekday } from '../../format/date.ts';
import type { CalendarException, ExceptionKind } from '../shapes.ts';
import { type DayHours, joined, type Week } from './week.ts';

export const exceptionKinds = ['holiday', 'half_day', 'workday', 'closure'] as const satisfies readonly ExceptionKind[];

/** Kinds that open some hours; the others close the day. */
export function hasHours(kind: ExceptionKind): boolean {
  return kind === 'half_day' || kind === 'workday';
}

// What is entered by hand beats the lists of public holidays; of one rank the later entry counts. The facts are derived by the same rule.
const rank = { half_day: 0, holiday: 1, closure: 2, workday: 2 } as const satisfies Record<ExceptionKind, number>;

/** The exception that counts on a date; null where the week alone counts. */
export function countingException(exceptions: readonly CalendarException[], date: string): CalendarException | null {
  let best: CalendarException | null = null;
  for (const one of exceptions) {
    if (one.date === date && (best === null || rank[one.kind] >= rank[best.kind])) best = one;
  }
  return best;
}

/** The opening hours of a date: those of its exception, else those of its weekday. */
export function hoursOn(week: Week, exceptions: readonly CalendarException[], date: string): DayHours {
  return countingException(exceptions, date)?.intervals ?? week[weekday(date)] ?? [];
}

/** By date; entries of one date keep their order, because the later one counts. */
export function sortedExceptions(exceptions: readonly CalendarException[]): CalendarException[] {
  return [...exceptions].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

export function exceptionsOfYear(exceptions: readonly CalendarException[], year: number): CalendarException[] {
  return sortedExceptions(exceptions).filter((one) => Number(one.date.slice(0, 4)) === year);
}

/** Two entries for the same thing: a holiday of one region on one date is entered once, whatever it is called. */
export function isSameDay(one: CalendarException, other: CalendarException): boolean {
  return one.date === other.date && one.region === other.region && one.kind === other.kind;
}

export type OfferState = 'new' | 'known' | 'closed-anyway';
export type Offer = { readonly exception: CalendarException; readonly state: OfferState };

/** Public holidays as they are offered: those that are there already, and those that fall on a day on which the week is closed anyway. */
export function offersOf(found: readonly CalendarException[], known: readonly CalendarException[], week: Week): Offer[] {
  return sortedExceptions(found).map((exception) => {
    if (known.some((one) => isSameDay(one, exception))) return { exception, state: 'known' };
    const isClosed = hoursOn(week, known, exception.date).length === 0;
    return { exception, state: isClosed ? 'closed-anyway' : 'new' };
  });
}

/** The exceptions with some more, by date; what is there already is not doubled. */
export function withExceptions(known: readonly CalendarException[], more: readonly CalendarException[]): CalendarException[] {
  const result = [...known];
  for (const one of more) if (!result.some((other) => isSameDay(other, one))) result.push(one);
  return sortedExceptions(result);
}

/** The exceptions with the ones of a date exchanged for others: how one day is edited. */
export function withDate(known: readonly CalendarException[], date: string, entries: readonly CalendarException[]): CalendarException[] {
  return sortedExceptions([...known.filter((one) => one.date !== date), ...entries]);
}

export function sameException(one: CalendarException, other: CalendarException): boolean {
  const hoursOf = ({ intervals }: CalendarException) =>
    joined(intervals)
      .map(({ open, close }) => `${open}-${close}`)
      .join();
  return isSameDay(one, other) && one.label === other.label && hoursOf(one) === hoursOf(other);
}

/** What is in one list and not in the other. A day that was entered twice counts twice, so that taking one of the two out is seen. */
export function exceptionsNotIn(list: readonly CalendarException[], others: readonly CalendarException[]): CalendarException[] {
  const left = [...others];
  return sortedExceptions(list).filter((one) => {
    const twin = left.findIndex((other) => sameException(one, other));
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
}

/** Years that have exceptions, with some around the given one, oldest first. */
export function yearsOf(exceptions: readonly CalendarException[], thisYear: number): number[] {
  const years = new Set([thisYear, thisYear + 1, ...exceptions.map((one) => Number(one.date.slice(0, 4)))]);
  return [...years].sort((a, b) => a - b);
}
