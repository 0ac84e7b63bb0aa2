// Random questions: every metric, grouping, zone, clock, population, filter and instant of report.

import { Temporal } from 'temporal-polyfill';
import { getMetric } from '#api/metrics/index.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { type Dimension, dimensions, type Grouping, type InstantRange, metricIds, type Plan } from '#db/model/metric.ts';
import type { Random } from './random.ts';

/** Whole hours, half hours, three quarters; clocks that change by an hour, by half an hour, at midnight, and never. */
export const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'UTC',
] as const;

const values: Readonly<Record<Dimension, readonly [string, ...string[]]>> = {
  channel: ['email', 'chat', 'forum', 'phone', 'fax'],
  category: ['card', 'login', 'fees', 'none'],
  language: ['en', 'zh-Hans', 'de', 'und'],
  team: ['north', 'south', 'none'],
  source: ['desk', 'shop'],
  agent: ['Ann', 'Bo', 'Chen', 'Dee', 'none'],
  country: ['DE', 'CN', 'none'],
  sentiment: ['neg', 'neu', 'pos', 'abstained', 'none'],
  urgency: ['low', 'normal', 'high', 'critical', 'none'],
  risk: ['secret-exposed', 'asks-for-secret', 'none'],
  issue: ['issue-1', 'issue-2', 'none'],
  complaint: ['ticket', 'public', 'formal', 'regulator', 'none'],
};

export function randomFilters(random: Random): Plan['filters'] {
  const filters: Partial<Record<Dimension, readonly string[]>> = {};
  for (const dimension of dimensions) {
    if (!random.chance(0.15)) continue;
    filters[dimension] = Array.from({ length: random.int(1, 2) }, () => random.pick(values[dimension]));
  }
  return filters;
}

function randomRange(random: Random, span: InstantRange, zone: string): InstantRange {
  const at = random.int(span.from, span.to);
  const length = random.pick([6 * hour, day, 3 * day, 7 * day, 20 * day, 45 * day] as const);
  if (random.chance(0.3)) return { from: at, to: at + length };
  // As people ask: from a local midnight to a local midnight.
  const midnight = (instant: Instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).startOfDay();
  const from = midnight(at);
  return { from: from.epochMilliseconds, to: from.add({ days: Math.max(1, Math.round(length / day)) }).epochMilliseconds };
}

function randomGroupings(random: Random, metric: Plan['metric'], isLong: boolean): Grouping[] {
  const offered = getMetric(metric).card.groupings.filter((grouping) => !isLong || grouping !== 'hour');
  const [first, ...rest] = offered;
  if (first === undefined || random.chance(0.25)) return [];
  const one = random.pick([first, ...rest]);
  const two = random.pick([first, ...rest]);
  const isTime = (grouping: Grouping) => ['hour', 'day', 'week', 'month', 'hour-of-week'].includes(grouping);
  return one === two || random.chance(0.6) || (isTime(one) && isTime(two)) ? [one] : [one, two];
}

export function randomPlan(random: Random, span: InstantRange): Plan {
  const metric = random.pick(metricIds);
  const zone = random.pick(zones);
  const range = random.chance(0.12) && metric !== 'backlog' ? null : randomRange(random, span, zone);
  return {
    metric,
    range,
    zone,
    groupBy: randomGroupings(random, metric, range === null || range.to - range.from > 8 * day),
    filters: random.chance(0.5) ? {} : randomFilters(random),
    clock: random.pick(['calendar', 'working'] as const),
    population: random.pick(['arrival', 'event'] as const),
    compare: random.pick([null, null, 'previous', 'year'] as const),
    // After everything, while some are open, and in the middle of it.
    asOf: random.chance(0.5) ? span.to + 400 * day : random.chance(0.4) ? span.to + 10 * day : random.int(span.from, span.to + day),
  };
}
