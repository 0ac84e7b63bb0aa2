// The demo company's time from a seed and an instant: what happened, and which conversations it left behind.
import { day, hour, type Instant } from '#db/model/instant.ts';
import { drawArrivals } from './arrivals.ts';
import { dayNumberOf, dayStart, festiveDays, localDay } from './local-time.ts';
import { openRandom } from './random.ts';
import { simulate } from './simulate.ts';
import { type Closure, planTimeline, type Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export type DemoPlan = {
  readonly seed: string;
  /** Nothing is later than this. The timeline depends on its day alone; what the people did depends on the instant. */
  readonly now: Instant;
  readonly conversations: number;
  readonly months: number;
  /** Days off of the company, from its calendar. */
  readonly closures: readonly Closure[];
  /** False: happenings are listed but move nobody. For the control of the tests. */
  readonly eventsMatter?: boolean;
};

export type DemoYear = { readonly startAt: Instant; readonly timeline: Timeline; readonly traces: readonly Trace[]; readonly spam: number };

/**
 * Conversations a month that the roster is made for. Fewer are a sample of such a month and more are several offices with the
 * same people side by side, so that waits look the same whatever number is asked for.
 */
const monthlyLoad = 2500;

/** Share of conversations that are spam. */
const spamShare = 0.021;

/** First instant of the demo: local midnight so many months (of 365/12 days) before today. */
export function startOf(now: Instant, months: number): Instant {
  return dayStart(localDay(now) - Math.round((months * 365) / 12));
}

/** Lives through the demo's time; exactly `conversations` are left, spam included. */
export function liveThrough(plan: DemoPlan): DemoYear {
  const random = openRandom(`${plan.seed}/${localDay(plan.now)}`);
  const startAt = startOf(plan.now, plan.months);
  const laidOut = planTimeline({ random: random.fork('timeline'), startAt, lastDay: localDay(plan.now), closures: plan.closures });
  const moving = laidOut.happenings.map((happening) => (plan.eventsMatter === false ? { ...happening, effect: null } : happening));
  const closedDays = new Set(plan.closures.map((closure) => dayNumberOf(closure.date)));
  const quietDays = festiveDays(localDay(startAt), localDay(plan.now));
  const spam = Math.round(plan.conversations * spamShare);
  const wanted = plan.conversations - spam;
  const load = Math.round((monthlyLoad * 12 * (plan.now - startAt)) / (365 * day));
  const offices = Math.max(1, Math.ceil(wanted / load));
  const traces = Array.from({ length: offices }, (_, office) => {
    const own = random.fork(`office-${office}`);
    const arrivals = drawArrivals({
      random: own.fork('arrivals'),
      startAt,
      endAt: plan.now,
      count: load,
      happenings: moving,
      closedDays,
      quietDays,
    });
    return simulate({ random: own.fork('simulation'), arrivals, closedDays, startAt, endAt: plan.now });
  }).flat();
  const timeline = {
    releases: laidOut.releases,
    happenings: laidOut.happenings.filter((happening) => happening.fromAt <= plan.now + hour),
  };
  return { startAt, timeline, traces: sample(traces, wanted, random.fork('sample').next), spam };
}

/** `count` traces picked evenly, in order of time; a second ticket is only picked together with the one it was merged into. */
function sample(traces: readonly Trace[], count: number, next: () => number): Trace[] {
  const order = traces.map((trace) => ({ trace, rank: next() })).sort((a, b) => a.rank - b.rank);
  const chosen = new Set<Trace>();
  for (const { trace } of order) {
    if (chosen.size >= count) break;
    const needsOrigin = trace.exclusion === 'merged_into' && trace.origin !== null && !chosen.has(trace.origin);
    if (!needsOrigin) chosen.add(trace);
  }
  return traces.filter((trace) => chosen.has(trace)).sort((a, b) => a.arrival.at - b.arrival.at || a.id - b.id);
}
