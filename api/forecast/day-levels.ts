// The level of a series day by day: arrivals of an average day, free of week, holidays and outliers.
import { biweightMean } from '#api/stats/biweight-mean.ts';
import type { LevelShift } from './level-shifts.ts';

/** Days on either side that a level is the mean of. What lasts longer than two weeks is a level and no peak. */
const reach = 28;

/**
 * One level a day: the biweight mean of the `values` (NaN: unknown) within two weeks on the same side of every shift; 0 where
 * nothing is known around. `from` leaves out earlier days, whose levels are then 0.
 */
export function dayLevels(values: readonly number[], shifts: readonly LevelShift[], from = 0): number[] {
  const edges = [0, ...shifts.map((shift) => shift.day), values.length];
  const levels = new Array<number>(values.length).fill(0);
  for (let segment = 0; segment + 1 < edges.length; segment += 1) {
    const begin = edges[segment] ?? 0;
    const end = edges[segment + 1] ?? values.length;
    for (let day = Math.max(begin, from); day < end; day += 1) {
      const near = values.slice(Math.max(begin, day - reach), Math.min(end, day + reach + 1)).filter((value) => !Number.isNaN(value));
      const mean = near.reduce((sum, value) => sum + value, 0) / Math.max(1, near.length);
      // The scale of counts is at least Poisson's; 0.6745 makes a standard deviation a median absolute one.
      levels[day] = Math.max(0, biweightMean(near, 0.6745 * Math.sqrt(Math.max(mean, 0.25))) ?? 0);
    }
  }
  return levels;
}
