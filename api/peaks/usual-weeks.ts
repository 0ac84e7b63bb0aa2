// What the same hours of the week brought in earlier weeks: the published baseline of peaks and of events.
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { type HourSeries, placeAt, type SeriesHour, weekHours } from './hour-series.ts';

/** So many earlier weeks are looked at. */
export const baselineWeeks = 8;

/** The hours that a window touches and that are over: they are counted whole. */
export function hoursOver(series: HourSeries, window: InstantRange, asOf: Instant): readonly SeriesHour[] {
  const first = placeAt(series, window.from);
  const end = placeAt(series, Math.min(window.to - 1, asOf));
  // The hour at the end is taken where the window reaches into it and it is over.
  return series.hours.slice(first, end + 1).filter((one) => one.from < window.to && one.to <= asOf + 1);
}

export type Before = {
  /** Weeks that reach past this instant are not used: what is asked about must not be its own baseline. */
  readonly from: Instant;
  /** What came in before this instant was not recorded whole. */
  readonly firstAt: Instant;
};

/**
 * Totals of the same local hours in the 8 weeks before, latest week first: the same hours of the week, so many weeks earlier. A week
 * of which a part was not recorded is left out. An hour that the clocks leave out in a week, or show twice, counts as much as
 * it has in the stretch: its total is scaled to the hours of the stretch.
 */
export function usualWeeks(series: HourSeries, hours: readonly SeriesHour[], before: Before): number[] {
  const first = series.hours[placeAt(series, before.from)]?.local;
  const last = hours.at(-1)?.local;
  const recorded = series.hours[placeAt(series, before.firstAt)]?.local;
  if (first === undefined || last === undefined || recorded === undefined) return [];
  const nearest = Math.floor(Math.max(0, last - first) / weekHours) + 1;
  const totals: number[] = [];
  for (let week = nearest; week < nearest + baselineWeeks; week += 1) {
    const total = totalOf(series, hours, { shift: week * weekHours, recorded });
    if (total !== null) totals.push(total);
  }
  return totals;
}

function totalOf(series: HourSeries, hours: readonly SeriesHour[], at: { shift: number; recorded: number }): number | null {
  let sum = 0;
  let known = 0;
  for (const { local } of hours) {
    const earlier = local - at.shift;
    if (earlier < at.recorded) return null;
    const counts = series.byLocal.get(earlier);
    if (counts === undefined) continue;
    sum += counts.reduce((total, count) => total + count, 0) / counts.length;
    known += 1;
  }
  return known === 0 ? null : (sum * hours.length) / known;
}
