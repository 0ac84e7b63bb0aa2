// The answers of the engine worked out a second time, slowly and from the fact records alone.
import { moverInterval } from '#api/stats/mover-interval.ts';
import { poissonInterval } from '#api/stats/poisson-interval.ts';
import { proportionDifferenceInterval } from '#api/stats/proportion-difference-interval.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { Instant } from '#db/model/instant.ts';
import {
  type Dimension,
  dimensions,
  type Figure,
  type Grouping,
  type InstantRange,
  type Plan,
  type TimeBucket,
  timeBuckets,
} from '#db/model/metric.ts';
import type { RandomFacts } from './random-facts.ts';
import { localOf, slowEnd, slowKey, slowKeys } from './reference-buckets.ts';
import { complemented } from './reference-complement.ts';
import { figureOfItems, shareMetrics } from './reference-figure.ts';
import { itemsInHours } from './reference-hours.ts';
import { dimensionOf, type Item, plain } from './reference-items.ts';
import { isFewReviews, reviewMetrics } from './reference-reviews.ts';
import { isAsked, meanChange, meanMetrics, partOfWhole } from './reference-scores.ts';
import { hide } from './reference-survival.ts';

export type ReferenceAnswer = Figure & {
  readonly excluded: Record<string, number>;
  readonly groups: readonly (Figure & { readonly key: string; readonly keys: readonly string[] })[];
};

const isDimension = (grouping: Grouping): grouping is Dimension => dimensions.some((dimension) => dimension === grouping);
const isBucket = (grouping: Grouping): grouping is TimeBucket => timeBuckets.some((bucket) => bucket === grouping);

function passesFilters(item: Item, plan: Plan): boolean {
  return dimensions.every((dimension) => {
    const wanted = plan.filters[dimension] ?? [];
    const isOpen = wanted.length === 0 || (plan.metric === 'category-share' && dimension === 'category');
    return isOpen || wanted.includes(dimensionOf(item, dimension, plan.asOf));
  });
}

function isPlaced(at: Instant | null, plan: Plan): boolean {
  if (at === null) return true;
  return at <= plan.asOf && (plan.range === null || (at >= plan.range.from && at < plan.range.to));
}

/** The items of a question that lie in its range, those without a time among them. */
export function itemsInRange(facts: RandomFacts, plan: Plan): Item[] {
  return itemsInHours(facts, plan).filter((item) => passesFilters(item, plan) && isPlaced(item.at, plan));
}

const isFew = (n: number) => n > 0 && n < 5;
const namesAgents = (plan: Plan) => (plan.filters.agent ?? []).some((agent) => agent !== 'none');

function keysOf(item: Item, plan: Plan): string[] {
  return plan.groupBy.map((grouping) =>
    isDimension(grouping) ? dimensionOf(item, grouping, plan.asOf) : slowKey(item.at ?? 0, plan.zone, grouping),
  );
}

/** The values of one grouping in their order: all buckets of a range, or what occurs, most frequent first. */
function axisOf(
  grouping: Grouping,
  position: number,
  keyed: readonly { keys: string[]; weight: number }[],
  range: InstantRange,
  plan: Plan,
): string[] {
  const weights = new Map<string, number>();
  for (const { keys, weight } of keyed) weights.set(keys[position] ?? '', (weights.get(keys[position] ?? '') ?? 0) + weight);
  if (isDimension(grouping)) {
    return [...weights]
      .filter(([, weight]) => weight > 0)
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([key]) => key);
  }
  const all = slowKeys(range, plan.zone, grouping);
  if (plan.range !== null || grouping === 'hour-of-week') return all;
  const first = all.findIndex((key) => (weights.get(key) ?? 0) > 0);
  return first < 0 ? [] : all.slice(first, all.findLastIndex((key) => (weights.get(key) ?? 0) > 0) + 1);
}

function membersOf<Entry extends { readonly keys: readonly string[] }>(entries: readonly Entry[]): Map<string, Entry[]> {
  const members = new Map<string, Entry[]>();
  for (const entry of entries) members.set(entry.keys.join('|'), [...(members.get(entry.keys.join('|')) ?? []), entry]);
  return members;
}

export function referenceAnswer(facts: RandomFacts, plan: Plan): ReferenceAnswer {
  const items = itemsInRange(facts, plan);
  const excluded: Record<string, number> = {};
  for (const { reason } of items) if (reason !== null) excluded[reason] = (excluded[reason] ?? 0) + 1;
  const placed = items.filter((item) => item.at !== null && item.reason === null);
  const figure = figureOfItems(items, plan, false);
  return {
    ...(namesAgents(plan) && isFew(figure.n) ? hide(figure) : figure),
    excluded,
    groups:
      plan.groupBy.length === 0 ? [] : groupsOf(placed, plan, (inside) => withShare(figureOfItems(inside, plan, true), figure.n, plan)),
  };
}

function withShare(figure: Figure, whole: number, plan: Plan): Figure {
  if (plan.metric !== 'arrivals') return figure;
  return { ...figure, share: whole === 0 ? null : figure.n / whole, shareInterval: wilsonInterval(figure.n, whole) };
}

function groupsOf(placed: readonly Item[], plan: Plan, figureOf: (items: readonly Item[]) => Figure): ReferenceAnswer['groups'] {
  const times = placed.map((item) => item.at ?? 0);
  const range = plan.range ?? { from: Math.min(...times), to: Math.max(...times) + 1 };
  const keyed = placed.map((item) => ({ keys: keysOf(item, plan), weight: 1, item }));
  const axes = plan.groupBy.map((grouping, position) => axisOf(grouping, position, keyed, range, plan));
  const members = membersOf(keyed);
  const isFilled = plan.groupBy.some((grouping) => !isDimension(grouping));
  const listed = axes
    .reduce<string[][]>((rows, axis) => rows.flatMap((row) => axis.map((key) => [...row, key])), [[]])
    .filter((keys) => isFilled || members.has(keys.join('|')))
    .filter((keys) => isAsked(keys, plan))
    .map((keys) => {
      const inside = (members.get(keys.join('|')) ?? []).map(({ item }) => item);
      return { inside, group: named(keys, partOfWhole(keys, figureOf(inside), keyed, plan), plan) };
    });
  const tellsOfFew = (places: readonly number[]) =>
    reviewMetrics.includes(plan.metric) && isFewReviews(places.flatMap((at) => listed[at]?.inside ?? []));
  return complemented(
    listed.map(({ group }) => group),
    tellsOfFew,
  );
}

function named(keys: readonly string[], figure: Figure, plan: Plan): ReferenceAnswer['groups'][number] {
  const agent = plan.groupBy.indexOf('agent');
  const isNamed = agent >= 0 ? keys[agent] !== 'none' : namesAgents(plan);
  return { key: keys.join('|'), keys, ...(isNamed && isFew(figure.n) ? hide(figure) : figure) };
}

/** Backlog: what is open at an instant, counted afresh for each. */
export function openAt(facts: RandomFacts, plan: Plan, at: Instant): Item[] {
  return facts.records.flatMap((record: FactRecord) =>
    record.waits
      .filter((wait) => wait.state !== 'excluded' && record.exclusion === null && wait.fromAt <= at)
      .filter((wait) => wait.state === 'open' || (wait.untilAt ?? wait.fromAt) > at)
      .map((wait) => ({ ...plain, record, at: wait.fromAt, agent: wait.agent }))
      .filter((item) => passesFilters(item, plan)),
  );
}

export function referenceBacklog(facts: RandomFacts, plan: Plan & { readonly range: InstantRange }): ReferenceAnswer {
  const hasBegun = plan.asOf >= plan.range.from;
  const last = Math.min(plan.range.to - 1, plan.asOf);
  const open = hasBegun ? openAt(facts, plan, last) : [];
  const figure: Figure = { n: open.length, value: hasBegun ? open.length : null, interval: null };
  const excluded: Record<string, number> = {};
  for (const item of itemsInRange(facts, { ...plan, metric: 'nudged-waits' })) {
    if (hasBegun && item.reason !== null && item.reason !== 'withdrawn' && item.reason !== 'no_time')
      excluded[item.reason] = (excluded[item.reason] ?? 0) + 1;
    if (item.reason === 'no_time') excluded[item.reason] = (excluded[item.reason] ?? 0) + 1;
  }
  return {
    ...(namesAgents(plan) && isFew(figure.n) ? hide(figure) : figure),
    excluded,
    groups: plan.groupBy.length === 0 ? [] : levelGroups(facts, plan, last, hasBegun),
  };
}

function levelGroups(
  facts: RandomFacts,
  plan: Plan & { readonly range: InstantRange },
  last: Instant,
  hasBegun: boolean,
): ReferenceAnswer['groups'] {
  const bucket = plan.groupBy.find(isBucket) ?? null;
  const keys = bucket === null ? [''] : slowKeys(plan.range, plan.zone, bucket);
  const ends = new Map<string, Instant>();
  if (bucket !== null) {
    for (let at = plan.range.from; at < plan.range.to; at = slowEnd(at, plan.zone, bucket)) {
      ends.set(slowKey(at, plan.zone, bucket), Math.min(plan.range.to, slowEnd(at, plan.zone, bucket)) - 1);
    }
  }
  const live = new Set(hasBegun && bucket !== null ? slowKeys({ from: plan.range.from, to: last + 1 }, plan.zone, bucket) : []);
  const begun = (key: string) => hasBegun && (bucket === null || live.has(key));
  const keyed = keys.flatMap((key) => {
    if (!begun(key)) return [];
    const open = openAt(facts, plan, bucket === null ? last : Math.min(plan.asOf, ends.get(key) ?? last));
    return open.map((item) => ({
      keys: plan.groupBy.map((grouping) => (isDimension(grouping) ? dimensionOf(item, grouping, plan.asOf) : key)),
      weight: 1,
    }));
  });
  const axes = plan.groupBy.map((grouping, position) => (isBucket(grouping) ? keys : axisOf(grouping, position, keyed, plan.range, plan)));
  const counts = membersOf(keyed);
  const listed = axes
    .reduce<string[][]>((rows, axis) => rows.flatMap((row) => axis.map((key) => [...row, key])), [[]])
    .filter((row) => bucket !== null || counts.has(row.join('|')))
    .map((row) => {
      const n = counts.get(row.join('|'))?.length ?? 0;
      const key = bucket === null ? '' : (row[plan.groupBy.indexOf(bucket)] ?? '');
      return named(row, { n, value: begun(key) ? n : null, interval: null }, plan);
    });
  return complemented(listed, () => false);
}

/** The figure of a whole question. */
export function wholeFigure(facts: RandomFacts, plan: Plan & { readonly range: InstantRange }): Figure {
  const {
    groups: _g,
    excluded: _e,
    ...figure
  } = plan.metric === 'backlog' ? referenceBacklog(facts, plan) : referenceAnswer(facts, { ...plan, groupBy: [] });
  return figure;
}

/** The plan of the period before, by the calendar library. */
export function referenceEarlier(plan: Plan & { readonly range: InstantRange }): Plan & { readonly range: InstantRange } {
  const { zone, range } = plan;
  const length = localOf(range.to, zone)
    .toPlainDateTime()
    .since(localOf(range.from, zone).toPlainDateTime(), { largestUnit: 'days' })
    .total('days');
  const days = plan.compare === 'year' ? 364 : Math.ceil(length / 7) * 7;
  const back = (at: Instant) => localOf(at, zone).subtract({ days }).epochMilliseconds;
  const isState = plan.metric === 'backlog' || plan.metric === 'overdue';
  return {
    ...plan,
    compare: null,
    groupBy: [],
    range: { from: back(range.from), to: back(Math.min(range.to, plan.asOf + 1)) },
    asOf: isState ? back(plan.asOf) : plan.asOf,
  };
}

/** The interval of now minus then, by the kind of the metric. */
export function referenceChange(
  plan: Plan,
  now: { figure: Figure; hits: number },
  then: { figure: Figure; hits: number },
): readonly [number | null, number | null] | null {
  if (plan.metric === 'backlog' || plan.metric === 'overdue' || plan.metric === 'complaint-overdue') return null;
  if (plan.metric === 'arrivals' || plan.metric === 'complaints') {
    const count = (n: number) => ({ value: n, low: poissonInterval(n)[0], high: poissonInterval(n)[1] });
    return moverInterval(count(now.figure.n), count(then.figure.n));
  }
  if (shareMetrics.includes(plan.metric)) {
    return proportionDifferenceInterval({ good: now.hits, n: now.figure.n }, { good: then.hits, n: then.figure.n });
  }
  if (meanMetrics.includes(plan.metric) || reviewMetrics.includes(plan.metric)) return meanChange(now.figure, then.figure);
  const median = (figure: Figure) => {
    const bounds = figure.interval && 'p50' in figure.interval ? figure.interval.p50 : [null, null];
    return { value: figure.quantiles?.p50 ?? 0, low: bounds[0] ?? null, high: bounds[1] ?? null };
  };
  return moverInterval(median(now.figure), median(then.figure));
}
