// Demand as a week: how many arrive in each hour of a typical week and of a busy one. Any other source of such a week may stand in.
import { median } from '../stats/median.ts';
import { upperQuantile } from '../stats/upper-quantile.ts';
import { type HourSlot, hoursOfWeek } from './hour-slots.ts';

/** Arrivals by hour of the week, 168 of them from Monday midnight on: all that the models need to know of demand. */
export type WeeklyProfile = readonly number[];

export type WeeklyDemand = {
  /** Arrivals of each whole week, oldest first. */
  readonly weeks: readonly number[];
  readonly typicalTotal: number;
  readonly busyTotal: number;
  readonly typical: WeeklyProfile;
  readonly busy: WeeklyProfile;
};

/**
 * The shape is the mean of all weeks by hour of the week; its size is the median of the weeks' totals (typical), or the total that more than nine
 * of ten weeks do not exceed (busy). Medians hour by hour would be 0 at every hour that is empty in half of the weeks, and would add up to a
 * week that never was. `counts` belong to `slots`, which are whole weeks from one same hour of the week on.
 */
export function weeklyDemand(slots: readonly HourSlot[], counts: readonly number[], weeks: number): WeeklyDemand {
  const perHour = Array.from({ length: hoursOfWeek }, () => 0);
  const totals = Array.from({ length: weeks }, () => 0);
  const start = slots[0]?.from ?? 0;
  const length = ((slots.at(-1)?.to ?? 0) - start) / Math.max(1, weeks);
  slots.forEach((slot, place) => {
    const count = counts[place] ?? 0;
    perHour[slot.hourOfWeek] = (perHour[slot.hourOfWeek] ?? 0) + count;
    // A change of the clocks makes one week an hour longer; an hour at the seam is in either.
    const week = Math.min(weeks - 1, Math.floor((slot.from - start) / length));
    totals[week] = (totals[week] ?? 0) + count;
  });
  const all = totals.reduce((sum, one) => sum + one, 0);
  const sorted = [...totals].sort((a, b) => a - b);
  const typicalTotal = median(sorted) ?? 0;
  const busyTotal = upperQuantile(sorted, 0.9) ?? 0;
  const sized = (total: number): WeeklyProfile => perHour.map((count) => (all === 0 ? 0 : (count / all) * total));
  return { weeks: totals, typicalTotal, busyTotal, typical: sized(typicalTotal), busy: sized(busyTotal) };
}

/** The typical week with an event of a size: 0 none, 1 as much more as the busy week had, 2 twice as much more. */
export function withEvent({ typical, busy }: Pick<WeeklyDemand, 'typical' | 'busy'>, size: number): WeeklyProfile {
  return typical.map((usual, hour) => Math.max(0, usual + size * ((busy[hour] ?? usual) - usual)));
}

/** How many times a typical week such a week is. */
export function eventFactor({ typicalTotal, busyTotal }: Pick<WeeklyDemand, 'typicalTotal' | 'busyTotal'>, size: number): number {
  return typicalTotal > 0 ? Math.max(0, 1 + size * (busyTotal / typicalTotal - 1)) : 1;
}
