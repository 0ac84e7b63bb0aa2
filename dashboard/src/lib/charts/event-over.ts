// An event over the buckets of a chart.
import type { ChartEvent } from './chart.ts';

/** The event from the first bucket to the last that it touches; none where it touches none. */
export function eventOver<One>(buckets: readonly One[], touches: (bucket: One) => boolean, label: string): ChartEvent[] {
  const first = buckets.findIndex(touches);
  return first < 0 ? [] : [{ first, last: buckets.findLastIndex(touches), label }];
}
