// What is known of a channel before anything is worked out: demand, shifts, promise, and how it was kept.
import type { Instant } from '#db/model/instant.ts';
import type { Answer, Freshness, InstantRange } from '#db/model/metric.ts';
import type { StaffingSetting } from '#db/model/staffing.ts';
import type { LivedWeek } from './between-bounds.ts';
import type { HourSlot } from './hour-slots.ts';
import type { PromiseTerms } from './hours-plan.ts';
import type { Shift } from './shifts.ts';

/** Whole weeks that demand and presence are taken from, and of which each is predicted from as many before it. */
export const weeksMeasured = 8;
/** Weeks that are lived through again. One more before them only fills the queues. */
export const weeksLived = 2 * weeksMeasured;

export type StaffingOf = { readonly channel: string; readonly language: string | null };

/** All that is known of a channel before anybody changes anything, but for the shifts. */
export type ChannelFacts = StaffingOf & {
  readonly zone: string;
  readonly now: Instant;
  /** The weeks measured. */
  readonly range: InstantRange;
  /** The hours of the weeks lived, and of the week before them. */
  readonly slots: readonly HourSlot[];
  /** Arrivals by slot: the groups of the metric `arrivals`. */
  readonly counts: readonly number[];
  /** Those of the weeks measured. */
  readonly arrivals: number;
  /** The weeks lived, oldest first; only such in which the promise of now held. */
  readonly weeks: readonly LivedWeek[];
  /** `answered-within-promise` over the weeks measured: the same number as on every other page. */
  readonly kept: Answer;
  readonly promise: PromiseTerms | null;
  readonly setting: StaffingSetting | null;
  readonly freshness: Freshness;
};

/** `shifts`: those of all slots. */
export type StaffingFacts = ChannelFacts & { readonly shifts: readonly Shift[] };
