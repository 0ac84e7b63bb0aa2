// How a week is drawn: each interval as one block, or as two where it runs past midnight into the next day.
import { dayMinutes } from './clock-text.ts';
import { type Place, type Week, weekDays } from './week.ts';

/** A stretch inside one drawn day. `from` and `to` are minutes of that day. */
export type Block = {
  readonly place: Place;
  readonly day: number;
  readonly from: number;
  readonly to: number;
  /** The end of an interval that began on the day before. */
  readonly isRest: boolean;
  /** The interval goes on in the next day. */
  readonly runsOn: boolean;
};

/** The blocks of one day, those from the day before first. Sunday runs into Monday. */
export function blocksOf(week: Week, day: number): Block[] {
  const before = (day + 6) % 7;
  const rests = (week[before] ?? []).flatMap((interval, index): Block[] =>
    interval.close > dayMinutes
      ? [{ place: { day: before, index }, day, from: 0, to: interval.close - dayMinutes, isRest: true, runsOn: false }]
      : [],
  );
  const own = (week[day] ?? []).map(
    (interval, index): Block => ({
      place: { day, index },
      day,
      from: interval.open,
      to: Math.min(dayMinutes, interval.close),
      isRest: false,
      runsOn: interval.close > dayMinutes,
    }),
  );
  return [...rests, ...own].filter((block) => block.from < block.to);
}

/** Open minutes of a week, each counted once, also where a night overlaps the hours of the day after. */
export function openMinutes(week: Week): number {
  return weekDays.reduce((sum, day) => sum + openMinutesOf(week, day), 0);
}

/** Open minutes between the midnights of one day. */
export function openMinutesOf(week: Week, day: number): number {
  let until = 0;
  let sum = 0;
  for (const { from, to } of blocksOf(week, day).sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(until, from));
    until = Math.max(until, to);
  }
  return sum;
}

/** True where the week has no closed minute. */
export function isAlwaysOpen(week: Week): boolean {
  return openMinutes(week) === 7 * dayMinutes;
}
