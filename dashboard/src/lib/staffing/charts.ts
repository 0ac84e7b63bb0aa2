// The two charts of the staffing page: people needed against people there, and demand, hour by hour of a week.
import type { BucketChart, ChartEvent } from '../charts/chart.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { StaffedHour, Staffing } from './ask.ts';

const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** Runs of closed hours, drawn along the top edge. */
export function closedStretches(hours: readonly StaffedHour[], label: string): ChartEvent[] {
  const found: { first: number; last: number; label: string }[] = [];
  hours.forEach((hour, place) => {
    if (hour.open > 0) return;
    const before = found.at(-1);
    if (before?.last === place - 1) before.last = place;
    else found.push({ first: place, last: place, label });
  });
  return found;
}

function chartOf(hours: readonly StaffedHour[], words: Words, series: BucketChart['series']): BucketChart {
  return {
    unit: 'score',
    size: 'hour',
    buckets: hours.map(({ key, from, to }) => ({ key, from, to })),
    series,
    immature: hours.map(() => false),
    events: closedStretches(hours, words.staffing.closed),
  };
}

export function coverageChart(found: Staffing, hours: readonly StaffedHour[], words: Words, format: Format): BucketChart {
  const { staffing } = words;
  const needed = found.kind === 'live' ? staffing.neededLive(format.share(found.asked.target, 10)) : staffing.needed;
  return chartOf(hours, words, [
    { key: 'needed', label: needed, colour: 2, shape: 'bar', values: hours.map((hour) => tenth(hour.needed)) },
    { key: 'planned', label: staffing.planned, colour: 1, shape: 'line', values: hours.map((hour) => tenth(hour.planned)) },
    { key: 'active', label: staffing.active, colour: 0, shape: 'line', isDashed: true, values: hours.map((hour) => tenth(hour.active)) },
  ]);
}

export function demandChart(hours: readonly StaffedHour[], words: Words): BucketChart {
  return chartOf(hours, words, [
    { key: 'demand', label: words.staffing.demand, colour: 1, shape: 'line', values: hours.map((hour) => tenth(hour.demand)) },
    {
      key: 'busy',
      label: words.staffing.busy,
      colour: 0,
      shape: 'line',
      isDashed: true,
      values: hours.map((hour) => tenth(hour.busyDemand)),
    },
  ]);
}
