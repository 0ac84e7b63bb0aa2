// What is known of a channel before anything is worked out: demand, shifts, promise, and how it was kept.
import type { Instant } from '#db/model/instant.ts';
import type { Answer, Freshness, InstantRange } from '#db/model/metric.ts';
import type { StaffingSetting } from '#db/model/staffing.ts';
import type { LivedWeek } from './between-bounds.ts';
import { type HourSlot, hourSlots } from './hour-slots.ts';
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
  /** The weeks lived, and the week before them. */
  readonly whole: InstantRange;
  /** Arrivals by the key of their hour, where anything came: the groups of the metric `arrivals`. */
  readonly perHour: Readonly<Record<string, number>>;
  /** The weeks lived, oldest first; only such in which the promise of now held. */
  readonly weeks: readonly LivedWeek[];
  /** `answered-within-promise` over the weeks measured: the same number as on every other page. */
  readonly kept: Answer;
  readonly promise: PromiseTerms | null;
  readonly setting: StaffingSetting | null;
  readonly freshness: Freshness;
};

/** Facts hour by hour, with the shifts of all of them. */
export type StaffingFacts = ChannelFacts & {
  /** The hours of `whole`. */
  readonly slots: readonly HourSlot[];
  /** Arrivals by slot, and those of the weeks measured. */
  readonly counts: readonly number[];
  readonly arrivals: number;
  readonly shifts: readonly Shift[];
};

/** Lays facts out by the hour. Thousands of them take some ten milliseconds, which is why the planner does it and not the server's own thread. */
export function staffingFacts(facts: ChannelFacts, shifts: readonly Shift[]): StaffingFacts {
  const slots = hourSlots(facts.whole, facts.zone);
  const counts = slots.map((slot) => facts.perHour[slot.key] ?? 0);
  const arrivals = counts.reduce((sum, count, place) => sum + ((slots[place]?.from ?? 0) >= facts.range.from ? count : 0), 0);
  return { ...facts, slots, counts, arrivals, shifts };
}
