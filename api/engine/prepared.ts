// What questions to the same columns have in common, worked out once: axes of time, judgements, and who passes the filters.
import { type Kept, openKept } from './kept.ts';
import type { Outcomes } from './outcomes.ts';
import type { TimeAxis } from './time-axis.ts';

export type Prepared = {
  /** By grouping, zone and range: the figures of one page are asked about the same days. */
  readonly axes: Kept<TimeAxis>;
  /** By metric, clock and how many trait codes have been seen. */
  readonly outcomes: Kept<Outcomes>;
  /** By filters and how many profiles there are: 1 for those that pass. */
  readonly profiles: Kept<Uint8Array>;
  /** By filters, groupings and how many profiles there are: see `StraightTables`. */
  readonly parts: Kept<Uint16Array>;
};

/** Room for the questions of a page or two; an axis of hours over years is the largest of them, a few megabytes. */
export function openPrepared(): Prepared {
  return { axes: openKept(16), outcomes: openKept(64), profiles: openKept(16), parts: openKept(16) };
}
