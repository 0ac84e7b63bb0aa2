// What a view is filtered by, and its one pair of parse and serialise: every view is a link.
import { parseRange, type Range, serialiseRange } from './range.ts';

export const filterDimensions = [
  'channel',
  'language',
  'source',
  'team',
  'category',
  'country',
  'agent',
  'sentiment',
  'urgency',
  'risk',
  'issue',
  'complaint',
] as const;
export type FilterDimension = (typeof filterDimensions)[number];

/** The ones that the filter bar offers; the others can still be set by a click in a chart and cleared as chips. */
export const barDimensions = ['channel', 'language', 'source', 'team'] as const;

/** What the bar offers over a list of conversations beside these. */
export const listDimensions = ['sentiment', 'category', 'urgency', 'risk', 'complaint'] as const;

export const comparisonChoices = ['previous', 'year', 'none'] as const;
export type ComparisonChoice = (typeof comparisonChoices)[number];

export const clockChoices = ['calendar', 'working'] as const;
export type ClockChoice = (typeof clockChoices)[number];

export type DimensionFilters = { readonly [dimension in FilterDimension]?: readonly string[] };
export type Filters = {
  readonly range: Range;
  readonly compare: ComparisonChoice;
  readonly clock: ClockChoice;
  readonly where: DimensionFilters;
};

/** Cursors of the pages that were turned, in order: the last one is the page in sight. */
export const pageName = 'cursor';

const filterNames = new Set<string>(['range', 'from', 'to', 'compare', 'clock', ...filterDimensions]);

/** Reads the filters of an address. Unknown words fall back to defaults; values are sorted and single, so equal views have equal addresses. */
export function parseFilters(params: URLSearchParams): Filters {
  const where: { [dimension in FilterDimension]?: readonly string[] } = {};
  for (const dimension of filterDimensions) {
    const values = [...new Set(params.getAll(dimension))].filter((value) => value !== '').sort();
    if (values.length > 0) where[dimension] = values;
  }
  return {
    range: parseRange(params),
    compare: comparisonChoices.find((choice) => choice === params.get('compare')) ?? 'previous',
    clock: clockChoices.find((choice) => choice === params.get('clock')) ?? 'calendar',
    where,
  };
}

/** The parameters of the filters, defaults left out, always in the same order. */
export function serialiseFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams(serialiseRange(filters.range));
  if (filters.compare !== 'previous') params.set('compare', filters.compare);
  if (filters.clock !== 'calendar') params.set('clock', filters.clock);
  for (const dimension of filterDimensions) {
    for (const value of [...new Set(filters.where[dimension] ?? [])].sort()) params.append(dimension, value);
  }
  return params;
}

/** The address's parameters with other filters: what is not a filter stays; an open panel and a page of a list do not (they showed other rows). */
export function withFilters(current: URLSearchParams, filters: Filters): URLSearchParams {
  const next = serialiseFilters(filters);
  for (const [name, value] of current) {
    if (!filterNames.has(name) && !isPanelName(name) && name !== pageName) next.append(name, value);
  }
  return next;
}

/** Only the filters of an address, for a link to another page that keeps the view. */
export function onlyFilters(current: URLSearchParams): URLSearchParams {
  return serialiseFilters(parseFilters(current));
}

/** How many filters beside range, comparison and clock are set. */
export function countFilters(filters: Filters): number {
  return filterDimensions.reduce((sum, dimension) => sum + (filters.where[dimension]?.length ?? 0), 0);
}

/** Filters with one dimension set to other values; an empty list removes it. */
export function withDimension(filters: Filters, dimension: FilterDimension, values: readonly string[]): Filters {
  const { [dimension]: _gone, ...where } = filters.where;
  return { ...filters, where: values.length === 0 ? where : { ...where, [dimension]: [...values].sort() } };
}

/** Names of parameters that belong to the side panel. */
export function isPanelName(name: string): boolean {
  return name === 'card' || name === 'open' || name === 'list' || name.startsWith('list.');
}
