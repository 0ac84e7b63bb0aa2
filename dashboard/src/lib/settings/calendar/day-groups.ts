// Days of the week as people name them together: Monday to Friday rather than five days.
import { type DayHours, sameHours, type Week, weekDays } from './week.ts';

/** Neighbouring days as runs of first and last: [0,1,2,3,4,6] is Mon-Fri and Sun. A run of two days stays two single ones. */
export function runsOf(days: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.flatMap(([first, last]): (readonly [number, number])[] =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

export type DayGroup = { readonly days: readonly number[]; readonly hours: DayHours };

/** The week as groups of days with the same hours, in the order of their first day; closed days too. */
export function dayGroups(week: Week): DayGroup[] {
  const groups: { days: number[]; hours: DayHours }[] = [];
  for (const day of weekDays) {
    const hours = week[day] ?? [];
    const known = groups.find((group) => sameHours(group.hours, hours));
    if (known === undefined) groups.push({ days: [day], hours });
    else known.days.push(day);
  }
  return groups;
}
