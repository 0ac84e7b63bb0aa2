// A calendar that opens earlier: for asking what it would help, without saving anything.
import type { Calendar, OpenInterval } from '#db/model/calendar.ts';

/** The same calendar, each day of which opens so many minutes earlier, at midnight at the earliest. Days that do not open stay closed. */
export function openedEarlier(calendar: Calendar, minutes: number): Calendar {
  if (minutes === 0) return calendar;
  const earlier = (intervals: readonly OpenInterval[]): OpenInterval[] => {
    const first = Math.min(...intervals.map((interval) => interval.open));
    return intervals.map((interval) => (interval.open === first ? { ...interval, open: Math.max(0, interval.open - minutes) } : interval));
  };
  return {
    ...calendar,
    versions: calendar.versions.map((version) => ({
      ...version,
      week: version.week.map(earlier),
      exceptions: version.exceptions.map((exception) => ({ ...exception, intervals: earlier(exception.intervals) })),
    })),
  };
}
