// What is known of a channel before anything is worked out: demand, shifts, promise, and how it was kept.
import type { Instant } from '#db/model/instant.ts';
import type { Answer, Freshness, InstantRange } from '#db/model/metric.ts';
import type { StaffingSetting } from '#db/model/staffing.ts';
import type { HourSlot } from './hour-slots.ts';
import type { PromiseTerms } from './hours-plan.ts';
import type { Shift } from './shifts.ts';

/** Whole weeks that demand and presence are taken from; one more before them only fills the queues. */
export const weeksMeasured = 8;

export type StaffingOf = { readonly channel: string; readonly language: string | null };

/** All that is known of a channel before anybody changes anything. */
export type StaffingFacts = StaffingOf & {
  readonly zone: string;
  readonly now: Instant;
  /** The weeks measured. */
  readonly range: InstantRange;
  /** The hours of the week before them and of the weeks themselves. */
  readonly slots: readonly HourSlot[];
  /** Arrivals by slot: the groups of the metric `arrivals`. */
  readonly counts: readonly number[];
  readonly arrivals: number;
  readonly shifts: readonly Shift[];
  /** `answered-within-promise` over the weeks measured: the same number as on every other page. */
  readonly kept: Answer;
  readonly promise: PromiseTerms | null;
  readonly setting: StaffingSetting | null;
  readonly freshness: Freshness;
};
