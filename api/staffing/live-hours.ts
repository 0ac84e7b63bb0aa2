// A live channel hour by hour: who would be answered in time, and how many people it takes.
import { hour } from '#db/model/instant.ts';
import { erlangA } from '../stats/erlang-a.ts';
import { erlangC } from '../stats/erlang-c.ts';
import type { HoursPlan, PlannedHour } from './hours-plan.ts';

export type LiveTerms = {
  readonly handlingMs: number;
  readonly concurrency: number;
  readonly shrinkage: number;
  /** Null: nobody leaves, so Erlang C; else Erlang A. */
  readonly patienceMs: number | null;
};

export type LiveHour = {
  readonly demand: number;
  /** Of those who come in this hour (and of those that were waiting at its opening), the share answered in time; null where nobody does. */
  readonly inTime: number | null;
};

/** `demand`: all that arrive. `inTime`: of them, the share answered in time; null without any. */
export type Outcome = { readonly demand: number; readonly inTime: number | null };
export type LiveOutcome = Outcome & { readonly hours: readonly LiveHour[] };

/** The share answered in time at a load of `perHour` conversations by so many people who are there; parts of a person count in proportion. */
export function servedInTime(perHour: number, people: number, terms: LiveTerms & { readonly withinMs: number }): number {
  const places = people * terms.concurrency;
  const load = (perHour * terms.handlingMs) / hour;
  const whole = Math.floor(places);
  const at = (agents: number): number => {
    const input = { load, agents, handlingMs: terms.handlingMs, withinMs: terms.withinMs };
    return terms.patienceMs === null ? erlangC(input).answeredWithin : erlangA({ ...input, patienceMs: terms.patienceMs }).answeredWithin;
  };
  const part = places - whole;
  return part < 1e-9 ? at(whole) : (1 - part) * at(whole) + part * at(whole + 1);
}

/** Demand of each hour as it has to be worked: who comes while the line is closed waits for the next hour that opens. */
export function carriedOver(hours: readonly PlannedHour[], of: 'demand' | 'rate'): number[] {
  let carried = 0;
  return hours.map((hour) => {
    if (hour.open <= 0) {
      carried += hour[of];
      return 0;
    }
    const all = hour[of] + carried;
    carried = 0;
    return all;
  });
}

/**
 * Each open hour as a queue of its own in balance. Where the promise runs on the clock and not in open hours, who comes while it is closed is
 * not answered in time. Work that a full hour leaves to the next one is not carried over: a steady state has no past.
 */
export function liveHours(plan: HoursPlan, terms: LiveTerms): LiveOutcome {
  const withinMs = plan.promise.durationMs;
  const demand = plan.hours.reduce((sum, hour) => sum + hour.demand, 0);
  if (withinMs === null) return { demand, inTime: null, hours: plan.hours.map((hour) => ({ demand: hour.demand, inTime: null })) };
  const waitsForOpening = plan.promise.type === 'working-time';
  const worked = carriedOver(plan.hours, 'demand');
  const rates = carriedOver(plan.hours, 'rate');
  let kept = 0;
  const hours = plan.hours.map((hour, place): LiveHour => {
    const load = worked[place] ?? 0;
    if (load <= 0 || hour.open <= 0) return { demand: load, inTime: null };
    const inTime = servedInTime((rates[place] ?? load) / hour.open, hour.people, { ...terms, withinMs });
    kept += inTime * (waitsForOpening ? load : hour.demand);
    return { demand: load, inTime };
  });
  return { demand, inTime: demand > 0 ? Math.min(1, kept / demand) : null, hours };
}

/** The fewest people on the rota, breaks and all, who answer the target share in time; 0 where nobody comes, null where not even `most` do. */
export function peopleNeeded(perHour: number, target: number, terms: LiveTerms & { readonly withinMs: number }): number | null {
  if (perHour <= 0) return 0;
  const there = 1 - terms.shrinkage;
  if (there * terms.concurrency <= 0) return null;
  const least = Math.floor((perHour * terms.handlingMs) / hour / terms.concurrency / there);
  const most = least + 400;
  for (let people = Math.max(1, least); people <= most; people += 1)
    if (servedInTime(perHour, people * there, terms) >= target) return people;
  return null;
}
