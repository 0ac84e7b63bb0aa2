// The real hours of a range in a zone: 168 of an ordinary week, 167 or 169 of one in which the clocks change.
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { openHourOfWeekAxis, openTimeAxis } from '../engine/time-axis.ts';

/** `key` as an answer by hour names it; `hourOfWeek` 0 is Monday, midnight to one. */
export type HourSlot = { readonly key: string; readonly from: Instant; readonly to: Instant; readonly hourOfWeek: number };

export const hoursOfWeek = 168;

/** Every hour of the range in order, without gaps. The hour that spring leaves out is not there, the one that autumn shows twice is there twice. */
export function hourSlots(range: InstantRange, zone: string): HourSlot[] {
  const axis = openTimeAxis(zone, 'hour', range);
  const weekly = openHourOfWeekAxis(zone, range);
  return axis.runs.map(({ from, to, code }) => ({ key: axis.keys[code] ?? '', from, to, hourOfWeek: weekly.codeAt(from) }));
}

/** The place of the slot that holds an instant; -1 where it lies outside. */
export function slotAt(slots: readonly HourSlot[], at: Instant): number {
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slots[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = slots[low];
  return found !== undefined && at >= found.from && at < found.to ? low : -1;
}
