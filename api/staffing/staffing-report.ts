// The answer about the staffing of a channel: demand, people, how well the model fits, and what a change would bring.
import { dayNumber, weekdayOf } from '#db/facts/zone-clock.ts';
import { hour } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { dayOf, startOfDay } from '../http/range.ts';
import { type Capacity, capacityOf } from './deferred-hours.ts';
import { hourSlots } from './hour-slots.ts';
import { type Change, type PlannedHour, planHours } from './hours-plan.ts';
import { liveHours, peopleNeeded, reachable } from './live-hours.ts';
import { type Past, replay } from './replay.ts';
import type { StaffingBase } from './staffing-base.ts';
import type { ChannelFacts } from './staffing-facts.ts';
import { eventFactor, withEvent } from './weekly-demand.ts';

export type StaffingQuestion = {
  /** Monday of the week to plan; null: the next one. */
  readonly week: string | null;
  readonly change: Change;
  /** 0: as it was; 1: as busy as the busy week; 2: an event twice as big. */
  readonly event: number;
  /** The share that people needed are counted for. */
  readonly target: number;
};

/** An hour of the week to plan. `needed`: people on the rota for the target (live) or for the work that comes in (deferred). */
export type StaffedHour = {
  readonly slot: PlannedHour;
  readonly active: number;
  readonly busyDemand: number;
  readonly needed: number | null;
  readonly usual: number;
  readonly inTime: number | null;
};

/** `usual` and `changed`: shares in time without and with event and change; `arrivals`: of the planned week, with the event. */
export type StaffingReport = {
  readonly week: InstantRange;
  readonly hours: readonly StaffedHour[];
  readonly usual: number | null;
  readonly changed: number | null;
  readonly arrivals: number;
  /** Deferred channels only. */
  readonly capacity: Capacity | null;
  /** Live channels only: the share that any number of people could answer in time, because first lines take their time. */
  readonly reachable: number | null;
};

/** Monday of the week after the one that `now` is in, or the Monday asked for. */
function weekStart(facts: Pick<ChannelFacts, 'now' | 'zone'>, asked: string | null): string {
  if (asked !== null) return asked;
  const today = dayOf(facts.now, facts.zone);
  return dayOf(startOfDay(today, facts.zone, 7 - weekdayOf(dayNumber(today))), facts.zone);
}

/** The report on a week. Null where the channel has no promise, or nothing is known of its handling time. */
export function staffingReport(
  facts: Pick<ChannelFacts, 'now' | 'zone'>,
  base: StaffingBase,
  asked: StaffingQuestion,
): StaffingReport | null {
  const { past, model } = base;
  if (past === null || model === null) return null;
  const monday = weekStart(facts, asked.week);
  const at = (days: number) => startOfDay(monday, facts.zone, days);
  const week = { from: at(0), to: at(7) };
  // Written work of the week before still lies there on Monday, and what comes on Friday is due in the week after.
  const slots = hourSlots(base.kind === 'live' ? week : { from: at(-7), to: at(14) }, facts.zone);
  const profile = withEvent(base.demand, asked.event);
  const plan = planHours(
    {
      slots,
      demand: slots.map((slot) => (profile[slot.hourOfWeek] ?? 0) * ((slot.to - slot.from) / hour)),
      people: slots.map((slot) => base.people[slot.hourOfWeek] ?? 0),
      shrinkage: model.deferred.shrinkage,
      promise: past.promise.version,
      calendar: past.promise.calendar,
    },
    asked.change,
  );
  const live = base.kind === 'live' ? liveHours(plan, model.live) : null;
  const inWeek = plan.hours.map((one, place) => ({ one, place })).filter(({ one }) => one.from >= week.from && one.from < week.to);
  const withinMs = past.promise.version.durationMs;
  return {
    week,
    hours: inWeek.map(({ one, place }) => ({
      slot: one,
      active: base.active[one.hourOfWeek] ?? 0,
      busyDemand: base.demand.busy[one.hourOfWeek] ?? 0,
      needed: neededIn(one, past, asked.target),
      usual: base.people[one.hourOfWeek] ?? 0,
      inTime: live?.hours[place]?.inTime ?? null,
    })),
    usual: base.usual,
    changed: replay(past, base.tried, { change: asked.change, factor: eventFactor(base.demand, asked.event), learnt: base.learnt }),
    arrivals: inWeek.reduce((sum, { one }) => sum + one.demand, 0),
    capacity: live === null ? capacityOf(plan, model.deferred, week) : null,
    reachable: live === null || withinMs === null ? null : base.learnt.answered * reachable({ ...model.live, withinMs }),
  };
}

/** How many people an hour needs by itself; null where a live channel is closed. */
function neededIn({ demand, open }: PlannedHour, { kind, terms, promise }: Past, target: number): number | null {
  if (kind === 'deferred') {
    const { handlingMs, answers, shrinkage } = terms.deferred;
    return shrinkage >= 1 ? null : (demand * answers * handlingMs) / hour / (1 - shrinkage);
  }
  const withinMs = promise.version.durationMs;
  return open <= 0 || withinMs === null ? null : peopleNeeded(demand / open, target, { ...terms.live, withinMs });
}
