// Comparison with an earlier period whose weekdays lie under the same weekdays, and what of the difference is clear.
import { Temporal } from 'temporal-polyfill';
import type { Metric } from '#api/metrics/metric.ts';
import { moverInterval } from '#api/stats/mover-interval.ts';
import { poissonInterval } from '#api/stats/poisson-interval.ts';
import { proportionDifferenceInterval } from '#api/stats/proportion-difference-interval.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { ChangeFigure, Comparison, Figure, InstantRange, Interval, Plan } from '#db/model/metric.ts';
import { estimateOf, headlineOf } from './headline.ts';
import type { Tally } from './tally.ts';

/** A figure with the counts behind it. */
export type Measured = { readonly figure: Figure; readonly tally: Tally };

/** 52 weeks: a year that keeps the weekdays. */
const yearDays = 364;

/** An instant moved back by whole days of the local calendar, keeping the time of day over clock changes. */
export function daysBefore(at: Instant, days: number, zone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).subtract({ days }).epochMilliseconds;
}

/** How many whole weeks of days a comparison goes back: enough that the earlier period ends before this one begins. */
export function shiftDays(range: InstantRange, comparison: Comparison, zone: string): number {
  if (comparison === 'year') return yearDays;
  const wall = (at: Instant) => {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return at + local.offsetNanoseconds / 1e6;
  };
  return Math.ceil((wall(range.to) - wall(range.from)) / (7 * day)) * 7;
}

/**
 * The plan of the earlier period; null where the question has no range or lies in the future. What has not happened yet has
 * no counterpart: a range that runs past the instant of the report is compared with as much of the earlier one. Figures
 * about an instant (overdue, backlog) move that instant back too; the others keep it, so that old waits have had their time.
 */
export function earlierPlan(plan: Plan, metric: Metric): (Plan & { readonly range: InstantRange }) | null {
  if (plan.compare === null || plan.range === null) return null;
  const { zone } = plan;
  const days = shiftDays(plan.range, plan.compare, zone);
  const to = Math.min(plan.range.to, plan.asOf + 1);
  if (to <= plan.range.from) return null;
  const range = { from: daysBefore(plan.range.from, days, zone), to: daysBefore(to, days, zone) };
  if (range.to <= range.from) return null;
  return { ...plan, range, compare: null, groupBy: [], asOf: metric.isState ? daysBefore(plan.asOf, days, zone) : plan.asOf };
}

export function changeFrom(metric: Metric, now: Measured, then: Measured, range: InstantRange): ChangeFigure {
  const [here, there] = [headlineOf(now.figure, 'p50'), headlineOf(then.figure, 'p50')];
  const difference = here.value === null || there.value === null ? null : here.value - there.value;
  const interval = difference === null ? null : intervalOf(metric, now, then);
  const [low, high] = interval ?? [null, null];
  return {
    range: { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
    figure: then.figure,
    difference,
    interval,
    clear: low !== null && high !== null && (low > 0 || high < 0),
  };
}

function intervalOf(metric: Metric, now: Measured, then: Measured): Interval | null {
  switch (metric.measure) {
    case 'share':
      return proportionDifferenceInterval({ good: now.tally.hits, n: now.tally.n }, { good: then.tally.hits, n: then.tally.n });
    case 'count':
      // How many are overdue at an instant hangs on what was overdue just before: no Poisson count, no interval.
      return metric.isState ? null : moverInterval(countOf(now.tally.n), countOf(then.tally.n));
    case 'duration':
    case 'mean':
    case 'net':
    case 'weighted-mean':
    case 'weighted-share':
      return moverInterval(estimateOf(headlineOf(now.figure, 'p50')), estimateOf(headlineOf(then.figure, 'p50')));
    case 'curve':
    case 'level':
      return null;
    default:
      return metric.measure satisfies never;
  }
}

function countOf(n: number): { value: number; low: number; high: number } {
  const [low, high] = poissonInterval(n);
  return { value: n, low, high };
}
