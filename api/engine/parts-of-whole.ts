// Groups that are parts of a whole: a category among all arrivals of the same day, language and so on.
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { Figure } from '#db/model/metric.ts';
import type { ShownGroup } from './grouped.ts';
import type { Groups } from './grouping.ts';
import type { Question } from './question.ts';

/** Where a metric about categories is grouped by them: the place of that grouping; else -1. */
function categoryAxis({ metric, plan }: Question): number {
  return metric.moves === 'category' ? plan.groupBy.indexOf('category') : -1;
}

/** How many rows all categories together have beside a group; null where groups are no parts of a whole. */
export function wholesOf(question: Question, groups: Groups, countOf: (group: number) => number): ((group: ShownGroup) => number) | null {
  const place = categoryAxis(question);
  if (place < 0) return null;
  const inner = groups.axes[1]?.keys.length ?? 1;
  const otherOf = (group: number) => (groups.axes.length === 1 ? 0 : place === 0 ? group % inner : Math.floor(group / inner));
  const wholes = new Map<number, number>();
  for (let group = 0; group < groups.size; group += 1) {
    wholes.set(otherOf(group), (wholes.get(otherOf(group)) ?? 0) + countOf(group));
  }
  return ({ number }) => wholes.get(otherOf(number)) ?? 0;
}

/** The groups of the categories that the question names; all where it names none. */
export function asked(question: Question, shown: readonly ShownGroup[]): readonly ShownGroup[] {
  const place = categoryAxis(question);
  const named = question.plan.filters.category ?? [];
  return place < 0 || named.length === 0 ? shown : shown.filter((group) => named.includes(group.keys[place] ?? ''));
}

export function partOf(hits: number, whole: number): Figure {
  return { n: whole, value: whole === 0 ? null : hits / whole, interval: wilsonInterval(hits, whole) };
}
