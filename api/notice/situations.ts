// The situation at an instant on a channel's calendar: local hour, weekday, and which of the next three days are open.
import { intervalsOf, openHours } from '#db/facts/open-hours.ts';
import { workingMs } from '#db/facts/working-time.ts';
import { openZoneClock, weekdayOf } from '#db/facts/zone-clock.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Situation } from './wait-history.ts';

/** Reads the wall clock of the zone; without a calendar, Monday to Friday stand for open days. */
export function situationsOf(calendar: Calendar | null, zone: string): (at: Instant) => Situation {
  const clock = openZoneClock(zone);
  const known = new Map<number, number>();
  const isOpen = (dayIndex: number): boolean => {
    const governor =
      calendar === null ? undefined : openHours(calendar).versions.findLast(({ from }) => from <= clock.firstAt(dayIndex * day));
    return governor === undefined ? weekdayOf(dayIndex) < 5 : intervalsOf(governor, dayIndex).length > 0;
  };
  const openDaysOf = (dayIndex: number): number => {
    const bits = known.get(dayIndex) ?? [0, 1, 2].reduce((sum, ahead) => sum + (isOpen(dayIndex + ahead) ? 2 ** ahead : 0), 0);
    known.set(dayIndex, bits);
    return bits;
  };
  return (at) => {
    const wall = clock.wallAt(at);
    const dayIndex = Math.floor(wall / day);
    return {
      hour: (wall - dayIndex * day) / hour,
      weekday: weekdayOf(dayIndex),
      openDays: openDaysOf(dayIndex),
      isOpen: calendar === null || workingMs(calendar, at, at + 1) > 0,
    };
  };
}
