// A live channel hour by hour: who would be answered in time, and how many people it takes.
import { hour } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { erlangA } from '../stats/erlang-a.ts';
import { type ErlangCInput, erlangC } from '../stats/erlang-c.ts';
import type { HoursPlan, PlannedHour } from './hours-plan.ts';

export type LiveTerms = {
  readonly handlingMs: number;
  readonly concurrency: number;
  readonly shrinkage: number;
  /** Null: nobody leaves, so Erlang C; else Erlang A. */
  readonly patienceMs: number | null;
  /** How long it took to the first line in quiet moments, some quantiles of it; empty: as soon as somebody is free. */
  readonly reactions: readonly number[];
  /** Share of conversations whose first line comes as soon as somebody is free, 0 to 1; the others take a reaction more. */
  readonly instant: number;
};

export type LiveHour = {
  readonly demand: number;
  /** Those of them that count: all where the promise runs in open hours only, else those that came while it was open. */
  readonly counted: number;
  /** Of those who come in this hour (and of those that were waiting at its opening), the share answered in time; null where nobody does. */
  readonly inTime: number | null;
};

/** `demand`: all that arrive. `inTime`: of them, the share answered in time; null without any. */
export type Outcome = { readonly demand: number; readonly inTime: number | null };
export type LiveOutcome = Outcome & { readonly hours: readonly LiveHour[] };

type Within = LiveTerms & { readonly withinMs: number };

/** The share answered in time at a load of `perHour` conversations by so many people who are there. */
export type Serving = (perHour: number, people: number) => number;

/**
 * Opens the model of a channel; parts of a person count in proportion. Hours are much alike, so what was worked out once for a load is remembered:
 * Erlang A takes some hundred times as long as looking it up.
 */
export function openServing(terms: Within): Serving {
  const { reactions, instant, withinMs } = terms;
  const known = new Map<string, number>();
  const startedWithin = (load: number, agents: number, ms: number): number => {
    const key = `${load} ${agents} ${ms}`;
    const found = known.get(key) ?? startedBy({ load, agents, handlingMs: terms.handlingMs, withinMs: ms }, terms.patienceMs);
    known.set(key, found);
    return found;
  };
  const withAgents = (load: number, agents: number): number => {
    const atOnce = startedWithin(load, agents, withinMs);
    if (reactions.length === 0 || instant >= 1) return atOnce;
    const later = reactions.reduce((sum, ms) => sum + (ms > withinMs ? 0 : startedWithin(load, agents, withinMs - ms)), 0);
    return instant * atOnce + ((1 - instant) * later) / reactions.length;
  };
  return (perHour, people) => {
    const load = (perHour * terms.handlingMs) / hour;
    const places = people * terms.concurrency;
    const whole = Math.floor(places);
    const part = places - whole;
    return part < 1e-9 ? withAgents(load, whole) : (1 - part) * withAgents(load, whole) + part * withAgents(load, whole + 1);
  };
}

/** The share for which somebody is free in time. */
function startedBy(input: ErlangCInput, patienceMs: number | null): number {
  return patienceMs === null ? erlangC(input).answeredWithin : erlangA({ ...input, patienceMs }).answeredWithin;
}

/** The share that any number of people could answer in time: what reactions leave. */
export function reachable({ reactions, instant, withinMs }: Pick<Within, 'reactions' | 'instant' | 'withinMs'>): number {
  if (reactions.length === 0) return 1;
  return instant + ((1 - instant) * reactions.filter((ms) => ms <= withinMs).length) / reactions.length;
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
 * not answered in time. Work that a full hour leaves to the next one is not carried over: a steady state has no past. All is told of the hours of
 * `range`; those before it only hand on who waits for the opening.
 */
export function liveHours(plan: HoursPlan, terms: LiveTerms, range: InstantRange | null = null): LiveOutcome {
  const withinMs = plan.promise.durationMs;
  const asked = plan.hours.flatMap((hour, place) =>
    range === null || (hour.from >= range.from && hour.from < range.to) ? [{ hour, place }] : [],
  );
  const demand = asked.reduce((sum, { hour }) => sum + hour.demand, 0);
  if (withinMs === null)
    return { demand, inTime: null, hours: asked.map(({ hour }) => ({ demand: hour.demand, counted: 0, inTime: null })) };
  const waitsForOpening = plan.promise.type === 'working-time';
  const serving = openServing({ ...terms, withinMs });
  const worked = carriedOver(plan.hours, 'demand');
  const rates = carriedOver(plan.hours, 'rate');
  let kept = 0;
  const hours = asked.map(({ hour, place }): LiveHour => {
    const load = worked[place] ?? 0;
    const counted = waitsForOpening ? load : hour.demand;
    if (load <= 0 || hour.open <= 0) return { demand: load, counted, inTime: null };
    const inTime = serving((rates[place] ?? load) / hour.open, hour.people);
    kept += inTime * counted;
    return { demand: load, counted, inTime };
  });
  return { demand, inTime: demand > 0 ? Math.min(1, kept / demand) : null, hours };
}

/**
 * The fewest people on the rota, breaks and all, who answer the target share of what can be answered in time at all; 0 where nobody comes, null
 * where not even `most` do.
 */
export function peopleNeeded(perHour: number, target: number, terms: Within): number | null {
  if (perHour <= 0) return 0;
  const there = 1 - terms.shrinkage;
  if (there * terms.concurrency <= 0) return null;
  const least = Math.floor((perHour * terms.handlingMs) / hour / terms.concurrency / there);
  const most = least + 400;
  const aim = target * reachable(terms);
  // Whoever begins at once is the quicker one: fewer people than that takes are not enough for both either.
  const [quicker, both] = [openServing({ ...terms, instant: 1 }), openServing(terms)];
  for (let people = Math.max(1, least); people <= most; people += 1) {
    if (quicker(perHour, people * there) >= aim && both(perHour, people * there) >= aim) return people;
  }
  return null;
}
