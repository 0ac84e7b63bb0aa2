// The weeks that were, lived through again by the model: as they were, to see how well it fits, and with a change, to see what that would have brought.
import type { InstantRange } from '#db/model/metric.ts';
import type { Reply } from '#db/model/staffing.ts';
import { plannedHands, shareInTime, wantedPieces } from './deferred-hours.ts';
import type { HourSlot } from './hour-slots.ts';
import { type Change, type PromiseTerms, planHours } from './hours-plan.ts';
import { liveHours } from './live-hours.ts';
import type { ModelTerms, StaffingKind } from './measured.ts';

export type Past = {
  readonly kind: StaffingKind;
  readonly slots: readonly HourSlot[];
  /** What is counted: all but the first week, which fills the queue. */
  readonly range: InstantRange;
  /** Arrivals and people by slot. */
  readonly counts: readonly number[];
  readonly people: readonly number[];
  /** The channel's replies in the slots. */
  readonly replies: readonly Reply[];
  readonly promise: PromiseTerms;
  readonly terms: ModelTerms;
};

/**
 * The rate of each hour from the hour itself and its neighbours. What came in one hour by chance is no rate: a single customer would make it
 * one customer an hour.
 */
export function smoothed(counts: readonly number[]): number[] {
  return counts.map((_, place) => {
    const near = counts.slice(Math.max(0, place - 1), place + 2);
    return near.reduce((sum, one) => sum + one, 0) / near.length;
  });
}

/**
 * Of all who began a conversation in the weeks, the share answered in time: what the model gives, times the share that was ever answered, because
 * what lies forgotten is not mended by people. `factor`: so many times as much demand.
 */
export function replay(past: Past, change: Change, factor: number): number | null {
  const { version, calendar } = past.promise;
  const counts = past.counts.map((count) => count * factor);
  const plan = planHours(
    {
      slots: past.slots,
      demand: counts,
      rates: smoothed(counts),
      people: past.people,
      shrinkage: past.terms.deferred.shrinkage,
      promise: version,
      calendar,
    },
    change,
  );
  const inTime =
    past.kind === 'live'
      ? liveHours({ ...plan, hours: plan.hours.filter(({ from }) => from >= past.range.from) }, past.terms.live).inTime
      : shareInTime(
          wantedPieces(
            past.replies,
            { promise: version, calendar: plan.calendar, handlingMs: past.terms.deferred.handlingMs, factor },
            past.range,
          ),
          plannedHands(plan),
        ).inTime;
  return inTime === null ? null : inTime * past.terms.answered;
}
