// Calendars in words: hours, weeks and what changed, in the language of the screen.
import type { Format } from '../../format/format.ts';
import type { Words } from '../../words/words.ts';
import type { Calendar, CalendarException } from '../shapes.ts';
import type { CalendarDiff } from './calendar-diff.ts';
import { clockText, dayMinutes } from './clock-text.ts';
import { dayGroups, runsOf } from './day-groups.ts';
import { type DayHours, joined, type OpenInterval, type Week } from './week.ts';
import { isAlwaysOpen, openMinutes } from './week-blocks.ts';

export type CalendarText = ReturnType<typeof openCalendarText>;

/** The calendars that a new workspace starts with, by the names that it gives them. */
export const defaultCalendars = [
  { id: 'business', label: 'Business hours' },
  { id: 'always', label: 'Around the clock' },
] as const;

/** Above this many, days that were added or removed are counted instead of named. */
const mostNamed = 4;

/** The writers of calendars for one screen. */
export function openCalendarText(words: Words, format: Format) {
  const own = words.settings.calendars;
  // 2024-01-01 was a Monday.
  const weekdayName = (day: number, style: 'long' | 'short') =>
    new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', weekday: style }).format(Date.UTC(2024, 0, 1 + day, 12));

  const name = ({ id, label }: Pick<Calendar, 'id' | 'label'>): string => {
    const known = defaultCalendars.find((one) => one.id === id && one.label === label);
    return known === undefined ? label : own.defaultNames[known.id];
  };
  const interval = ({ open, close }: OpenInterval): string =>
    close > dayMinutes ? own.hoursOver(clockText(open), clockText(close)) : own.hours(clockText(open), clockText(close));
  const hours = (day: DayHours): string => (day.length === 0 ? own.closed : joined(day).map(interval).join(words.listJoin));
  const days = (list: readonly number[], style: 'long' | 'short' = 'short'): string =>
    runsOf(list)
      .map(([first, last]) => (first === last ? weekdayName(first, style) : own.span(weekdayName(first, style), weekdayName(last, style))))
      .join(words.listJoin);

  function week(plain: Week): string {
    if (isAlwaysOpen(plain)) return own.always;
    if (openMinutes(plain) === 0) return own.never;
    return dayGroups(plain)
      .filter((group) => group.hours.length > 0)
      .map((group) => own.dayHours(days(group.days), hours(group.hours)))
      .join(words.semicolon);
  }

  function exceptions(list: readonly CalendarException[]): string {
    if (list.length <= mostNamed)
      return list.map((one) => own.diff.day(one.label || own.kinds[one.kind], format.day(one.date))).join(words.listJoin);
    const years = [...new Set(list.map((one) => one.date.slice(0, 4)))].join(words.listJoin);
    return own.diff.many(format.count(list.length), years);
  }

  return {
    /** The calendar's name; those of a new workspace in the language of the screen. */
    name,
    /** The name of a calendar by its id; the id itself where there is none. */
    nameIn: (calendars: readonly Calendar[], id: string): string => {
      const calendar = calendars.find((one) => one.id === id);
      return calendar === undefined ? id : name(calendar);
    },
    weekdayName,
    interval,
    hours,
    days,
    week,
    /** Hours of a week as a length: `60 h a week`. */
    weekly: (plain: Week) => own.weekly(words.settings.promises.durations.hours(Math.round(openMinutes(plain) / 6) / 10)),
    /** What changed, a sentence each; one that says so where nothing did. */
    diff(diff: CalendarDiff): string[] {
      const sentences = [
        ...diff.days.map((change) => own.diff.days(days(change.days), hours(change.before), hours(change.after))),
        ...(diff.zone === null ? [] : [own.diff.zone(diff.zone.before, diff.zone.after)]),
        ...(diff.added.length === 0 ? [] : [own.diff.added(exceptions(diff.added))]),
        ...(diff.removed.length === 0 ? [] : [own.diff.removed(exceptions(diff.removed))]),
        ...(diff.changed.length === 0 ? [] : [own.diff.changed(exceptions(diff.changed))]),
      ];
      return sentences.length === 0 ? [own.diff.none] : sentences;
    },
  };
}
