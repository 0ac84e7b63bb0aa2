// Turns what a view is filtered by into the query that the API understands.
import { type ClockChoice, type FilterDimension, type Filters, filterDimensions } from './filters.ts';
import type { ListSpec } from './panel.ts';
import { resolveRange } from './range.ts';

export type Question = {
  from?: string;
  to?: string;
  groupBy?: string;
  clock?: ClockChoice;
  population?: 'arrival' | 'event';
  compare?: 'previous' | 'year';
  asOf?: string;
  zone?: string;
  hourOfWeek?: string[];
  openOn?: string;
} & { [dimension in FilterDimension]?: string[] };

export type QuestionOptions = {
  readonly groupBy?: readonly string[];
  /** False where the figure has no range, such as what is overdue now. */
  readonly isRanged?: boolean;
  /** Days inclusive, or ISO instants with the end exclusive. */
  readonly range?: { readonly from: string; readonly to: string };
  readonly isCompared?: boolean;
  readonly clock?: ClockChoice;
  readonly population?: 'arrival' | 'event';
};

/** The query of one question: filters as they are, plus what this figure needs. */
export function toQuestion(filters: Filters, today: string, options: QuestionOptions = {}): Question {
  const isRanged = options.isRanged !== false;
  const { from, to } = options.range ?? resolveRange(filters.range, today);
  return {
    ...(isRanged ? { from, to } : {}),
    ...(options.groupBy?.length ? { groupBy: options.groupBy.join(',') } : {}),
    clock: options.clock ?? filters.clock,
    ...(options.population ? { population: options.population } : {}),
    ...(options.isCompared && isRanged && filters.compare !== 'none' ? { compare: filters.compare } : {}),
    ...whereOf(filters),
  };
}

export type ListQuestion = Question & {
  only?: 'hit' | 'miss';
  part?: string;
  verdict?: 'true' | 'half-true' | 'answered' | 'never-received';
};

/** The query of the rows behind a number: the view's filters, narrowed by what was clicked. */
export function toListQuestion(filters: Filters, today: string, list: ListSpec): ListQuestion {
  const narrowed: Filters = { ...filters, where: { ...filters.where, ...list.where } };
  const question = toQuestion(narrowed, today, {
    isRanged: list.range !== 'all',
    ...(list.range && list.range !== 'all' ? { range: list.range } : {}),
    ...(list.clock ? { clock: list.clock } : {}),
    ...(list.population ? { population: list.population } : {}),
  });
  const times = {
    ...(list.zone ? { zone: list.zone } : {}),
    ...(list.hourOfWeek ? { hourOfWeek: [list.hourOfWeek] } : {}),
    ...(list.openOn ? { openOn: list.openOn } : {}),
  };
  return { ...question, ...times, ...(list.only ? { only: list.only } : {}), ...(list.part ? { part: list.part } : {}) };
}

/** Only the dimensions of a view, as query parameters. */
export function whereOf(filters: Filters): { [dimension in FilterDimension]?: string[] } {
  const where: { [dimension in FilterDimension]?: string[] } = {};
  for (const dimension of filterDimensions) {
    const values = filters.where[dimension];
    if (values !== undefined && values.length > 0) where[dimension] = [...values];
  }
  return where;
}

/** A question as the query of an address, for downloads. */
export function toSearch(question: Question): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, one);
  }
  return params;
}
