// How many opening days a working-time promise really takes: the trap of "24 hours" at a desk that is open for twelve.

import { type Week, weekDays } from '../calendar/week.ts';
import { openMinutesOf } from '../calendar/week-blocks.ts';

/** Opening days of usual length that a working time fills, to one decimal; null for a week that never opens. */
export function openDaysFor(durationMs: number, week: Week): number | null {
  const perDay = weekDays
    .map((day) => openMinutesOf(week, day))
    .filter((minutes) => minutes > 0)
    .sort((a, b) => a - b);
  const usual = perDay[Math.floor((perDay.length - 1) / 2)];
  return usual === undefined ? null : Math.round((durationMs / 60_000 / usual) * 10) / 10;
}
