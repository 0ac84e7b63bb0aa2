// Local days and hours of the demo company, which has one zone without daylight saving.
import { day, hour, type Instant } from '#db/model/instant.ts';

/** The zone of the demo company. China has had no daylight saving since 1991, so a fixed offset is exact for the years the demo can show. */
export const demoZone = 'Asia/Shanghai';
export const demoOffsetMs = 8 * hour;

/** Days since 1970-01-01 on a clock `offsetMs` ahead of UTC. */
export function localDay(at: Instant, offsetMs: number = demoOffsetMs): number {
  return Math.floor((at + offsetMs) / day);
}

/** Instant of local midnight of a day number. */
export function dayStart(dayNumber: number, offsetMs: number = demoOffsetMs): Instant {
  return dayNumber * day - offsetMs;
}

/** 0 Monday to 6 Sunday; 1970-01-01 was a Thursday. */
export function weekday(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** Hours after local midnight, with fractions. */
export function localHour(at: Instant, offsetMs: number = demoOffsetMs): number {
  return (at + offsetMs - localDay(at, offsetMs) * day) / hour;
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(dayNumber: number): string {
  return new Date(dayNumber * day).toISOString().slice(0, 10);
}

/** The number of a day `YYYY-MM-DD`. */
export function dayNumberOf(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / day);
}

/** The days around Christmas and New Year in the years that a range of days touches. */
export function festiveDays(firstDay: number, lastDay: number): Set<number> {
  const found = new Set<number>();
  for (let year = Number(dayText(firstDay).slice(0, 4)); year <= Number(dayText(lastDay).slice(0, 4)); year += 1) {
    for (const date of ['01-01', '12-24', '12-25', '12-26', '12-31']) found.add(dayNumberOf(`${year}-${date}`));
  }
  return found;
}
