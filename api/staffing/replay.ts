// The weeks that were, lived through again: between which bounds each lies as it was, and what a change would have brought.
import type { InstantRange } from '#db/model/metric.ts';
import { type Bounds, blended, type Learnt, type LivedWeek } from './between-bounds.ts';
import type { Hands } from './due-queue.ts';
import type { HourSlot } from './hour-slots.ts';
import { type Change, type HoursPlan, noChange, type PromiseTerms, planHours } from './hours-plan.ts';
import { laneBounds } from './lane-bounds.ts';
import { type LiveTerms, liveHours } from './live-hours.ts';
import { type LaneTerms, livedLanes } from './lived-lanes.ts';
import type { ModelTerms, StaffingKind } from './measured.ts';
import type { Shift } from './shifts.ts';

export type Past = {
  readonly kind: StaffingKind;
  readonly slots: readonly HourSlot[];
  /** Arrivals and people by slot. */
  readonly counts: readonly number[];
  readonly people: readonly number[];
  readonly shifts: readonly Shift[];
  readonly channel: string;
  readonly language: string | null;
  readonly promise: PromiseTerms;
  readonly terms: ModelTerms;
  /** What an answer takes of which nobody knows when it was begun. */
  readonly usualMs: number;
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

/** `factor`: so many times as much demand. `liveTermsOf`: what is known of a live channel in a week. */
export type Replaying = { readonly change: Change; readonly factor: number; readonly liveTermsOf: (week: InstantRange) => LiveTerms };

/** Between which bounds the share in time of each week lies; what lies forgotten is counted elsewhere, because no people mend it. */
export function boundsOf(past: Past, weeks: readonly InstantRange[], { change, factor, liveTermsOf }: Replaying): Bounds[] {
  const counts = past.counts.map((count) => count * factor);
  const input = {
    slots: past.slots,
    demand: counts,
    rates: smoothed(counts),
    people: past.people,
    shrinkage: past.terms.deferred.shrinkage,
    promise: past.promise.version,
    calendar: past.promise.calendar,
  };
  const plan = planHours(input, change);
  if (past.kind === 'live') return weeks.map((week) => liveBounds(plan, week, liveTermsOf(week)));
  const usual = planHours(input, noChange);
  const added = plan.hours.flatMap(({ from, to, people }, place): Hands[] => {
    const more = people - (usual.hours[place]?.people ?? 0);
    return more === 0 ? [] : [{ from, to, people: more }];
  });
  return laneBounds(livedLanes(past.shifts, laneTerms(past, plan)), weeks, { added, factor });
}

function laneTerms({ channel, language, promise, usualMs, slots }: Past, { calendar }: HoursPlan): LaneTerms {
  return { channel, language, usualMs, promise: { ...promise, calendar }, since: slots[0]?.from ?? 0 };
}

function liveBounds(plan: HoursPlan, week: InstantRange, terms: LiveTerms): Bounds {
  const bound = (instant: number) => {
    const { hours } = liveHours(plan, { ...terms, instant }, week);
    const n = hours.reduce((sum, { counted }) => sum + counted, 0);
    const kept = hours.reduce((sum, { counted, inTime }) => sum + counted * (inTime ?? 0), 0);
    return { n, share: n > 0 ? kept / n : 0 };
  };
  const [worse, better] = [bound(0), bound(1)];
  return { n: worse.n, low: worse.share, high: better.share };
}

/** The last weeks with a change: the blend of their bounds, over all their customers; null where nobody came. */
export function replay(
  past: Past,
  weeks: readonly LivedWeek[],
  asked: Pick<Replaying, 'change' | 'factor'> & { learnt: Learnt },
): number | null {
  const { learnt, ...rest } = asked;
  const bounds = boundsOf(past, weeks, { ...rest, liveTermsOf: () => past.terms.live });
  const n = bounds.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return null;
  const mean = (of: 'low' | 'high') => bounds.reduce((sum, one) => sum + one.n * one[of], 0) / n;
  return blended({ low: mean('low'), high: mean('high') }, learnt);
}
