// What the side panel shows, as part of the address: a list behind a number, a metric card, one conversation.
import { type FilterDimension, filterDimensions, isPanelName } from './filters.ts';

/** The rows behind a number: the view's own filters, narrowed by what was clicked. */
export type ListSpec = {
  readonly metric: string;
  /** Narrower range: days inclusive or ISO instants (end exclusive), as the API takes them. `all`: no range at all. */
  readonly range?: { readonly from: string; readonly to: string } | 'all';
  readonly where?: { readonly [dimension in FilterDimension]?: readonly string[] };
  readonly clock?: 'calendar' | 'working';
  readonly population?: 'arrival' | 'event';
  /** Of a share, only the rows that make it up or those that miss it. */
  readonly only?: 'hit' | 'miss';
  /** Only the rows behind a finer figure, by the name that the API has for them. */
  readonly part?: string;
  readonly offset?: number;
  /** Only this hour of the week, such as `0-09`. */
  readonly hourOfWeek?: string;
  /** Id of a calendar: only what came while it was open. */
  readonly openOn?: string;
  /** Zone of days and hours, where it is not the workspace's. */
  readonly zone?: string;
};

export type Panel = { readonly list: ListSpec | null; readonly card: string | null; readonly open: string | null };

/** Reads the panel out of an address; nonsense closes it. */
export function parsePanel(params: URLSearchParams): Panel {
  return { list: parseList(params), card: word(params.get('card')), open: word(params.get('open')) };
}

/** The address's parameters with another panel; everything else stays. */
export function withPanel(current: URLSearchParams, panel: Partial<Panel>): URLSearchParams {
  const next = new URLSearchParams();
  for (const [name, value] of current) if (!isPanelName(name)) next.append(name, value);
  if (panel.list) for (const [name, value] of serialiseList(panel.list)) next.append(name, value);
  if (panel.card) next.set('card', panel.card);
  if (panel.open) next.set('open', panel.open);
  return next;
}

const longestPart = 240;

function parseList(params: URLSearchParams): ListSpec | null {
  const metric = word(params.get('list'));
  if (metric === null) return null;
  const from = params.get('list.from');
  const to = params.get('list.to');
  const where: { [dimension in FilterDimension]?: readonly string[] } = {};
  for (const dimension of filterDimensions) {
    const values = params.getAll(`list.${dimension}`);
    if (values.length > 0) where[dimension] = values;
  }
  const clock = (['calendar', 'working'] as const).find((choice) => choice === params.get('list.clock'));
  const population = (['arrival', 'event'] as const).find((choice) => choice === params.get('list.population'));
  const only = (['hit', 'miss'] as const).find((choice) => choice === params.get('list.only'));
  const part = params.get('list.part');
  const offset = Number(params.get('list.offset') ?? '0');
  return {
    metric,
    ...(params.get('list.range') === 'all' ? { range: 'all' as const } : from && to ? { range: { from, to } } : {}),
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(clock ? { clock } : {}),
    ...(population ? { population } : {}),
    ...(only ? { only } : {}),
    ...(part !== null && part.length > 0 && part.length <= longestPart ? { part } : {}),
    ...(Number.isSafeInteger(offset) && offset > 0 ? { offset } : {}),
    ...parseTimes(params),
  };
}

function parseTimes(params: URLSearchParams): Pick<ListSpec, 'hourOfWeek' | 'openOn' | 'zone'> {
  const matching = (name: string, pattern: RegExp) => {
    const text = params.get(name);
    return text !== null && pattern.test(text) ? text : null;
  };
  const hourOfWeek = matching('list.hour', /^[0-6]-([01]\d|2[0-3])$/);
  const openOn = matching('list.open', /^[\w-]{1,64}$/);
  const zone = matching('list.zone', /^[A-Za-z][\w+/-]{1,63}$/);
  return { ...(hourOfWeek === null ? {} : { hourOfWeek }), ...(openOn === null ? {} : { openOn }), ...(zone === null ? {} : { zone }) };
}

function serialiseList(list: ListSpec): [string, string][] {
  const pairs: [string, string][] = [['list', list.metric]];
  if (list.range === 'all') pairs.push(['list.range', 'all']);
  else if (list.range) pairs.push(['list.from', list.range.from], ['list.to', list.range.to]);
  for (const dimension of filterDimensions) for (const value of list.where?.[dimension] ?? []) pairs.push([`list.${dimension}`, value]);
  if (list.clock) pairs.push(['list.clock', list.clock]);
  if (list.population) pairs.push(['list.population', list.population]);
  if (list.only) pairs.push(['list.only', list.only]);
  if (list.part) pairs.push(['list.part', list.part]);
  if (list.hourOfWeek) pairs.push(['list.hour', list.hourOfWeek]);
  if (list.openOn) pairs.push(['list.open', list.openOn]);
  if (list.zone) pairs.push(['list.zone', list.zone]);
  if (list.offset) pairs.push(['list.offset', String(list.offset)]);
  return pairs;
}

/** Ids are short and plain; anything else in the address is not one of ours. */
function word(text: string | null): string | null {
  return text !== null && /^[\w-]{1,80}$/.test(text) ? text : null;
}
