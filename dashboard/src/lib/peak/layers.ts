// The layers of the grid: what each takes from a cell, in which unit, and which rows stand behind it.
import type { Answer, MetricId, WeekCell } from '../api/shapes.ts';
import type { ChartUnit } from '../charts/chart.ts';
import { type Interval, intervalOf, valueOf } from '../metrics/figure.ts';
import { metricNamed, metricTraits } from '../metrics/traits.ts';
import type { ListSpec } from '../url-state/panel.ts';

/** The grid's own layers, which it knows of every hour. */
export const layerIds = ['arrivals', 'median', 'perOpenHour', 'backlog', 'wait', 'negative'] as const;
export type OwnLayerId = (typeof layerIds)[number];
/** Any other metric, which is asked for beside them. */
export type MetricLayerId = `metric:${MetricId}`;
export type LayerId = OwnLayerId | MetricLayerId;

/** What a metric says of those who came in an hour of the week; P90 of durations. */
export type CellFigure = { readonly n: number; readonly value: number | null; readonly interval: Interval | null };
/** A cell with the figure of the metric that is looked at, if it is none of the grid's own. */
export type GridCell = WeekCell & { readonly more?: CellFigure };

export type Layer = {
  readonly unit: ChartUnit;
  readonly metric: MetricId;
  /** From where to where its scale goes, where that is not from 0 on. */
  readonly span?: readonly [from: number, to: number];
  readonly value: (cell: GridCell) => number | null;
  readonly interval?: (cell: GridCell) => Interval | null;
  /** What the figure counts: arrivals, first waits, conversations with a sentiment, hours. */
  readonly n: (cell: GridCell) => number;
};

/** No such hour in the range is nothing at all; an hour in which nothing came is 0. */
const exists = (cell: WeekCell) => cell.hours > 0 || cell.n > 0;

export const layers: Readonly<Record<OwnLayerId, Layer>> = {
  arrivals: { unit: 'count', metric: 'arrivals', value: (cell) => (exists(cell) ? cell.n : null), n: (cell) => cell.n },
  median: { unit: 'score', metric: 'arrivals', value: (cell) => cell.median, n: (cell) => cell.n },
  perOpenHour: { unit: 'score', metric: 'arrivals', value: (cell) => cell.perOpenHour, n: (cell) => cell.openN },
  backlog: { unit: 'score', metric: 'backlog', value: (cell) => cell.backlog, n: (cell) => cell.latest?.backlog ?? 0 },
  wait: {
    unit: 'ms',
    metric: 'first-response-time',
    value: (cell) => cell.wait.p90,
    interval: (cell) => cell.wait.interval,
    n: (cell) => cell.wait.n,
  },
  negative: { unit: 'share', metric: 'negative-share', value: (cell) => cell.negative.value, n: (cell) => cell.negative.n },
};

/** Figures that the grid has already, that have no hour, or that are no one number. */
const left: readonly MetricId[] = ['arrivals', 'backlog', 'first-response-time', 'negative-share', 'answered-by'];
/** Ends of what a metric can be, where 0 is not the least. */
const spans: Partial<Readonly<Record<MetricId, readonly [number, number]>>> = { nps: [-100, 100], ces: [1, 7], sentiment: [-1, 1] };

/** Every other metric that looks at a range, in the order of the house. */
export const metricLayerIds: readonly MetricLayerId[] = Object.keys(metricTraits)
  .map(metricNamed)
  .filter((metric) => metric !== null && metricTraits[metric].isRanged && !left.includes(metric))
  .map((metric): MetricLayerId => `metric:${metric ?? 'csat'}`);

/** The metric of a layer that is not the grid's own; null for those that are. */
export function metricOf(id: LayerId): MetricId | null {
  return id.startsWith('metric:') ? metricNamed(id.slice('metric:'.length)) : null;
}

/** What a layer takes from a cell. */
export function layerOf(id: LayerId): Layer {
  const metric = metricOf(id);
  const own = layerIds.find((one) => one === id);
  if (own !== undefined || metric === null) return layers[own ?? 'arrivals'];
  const more = (cell: GridCell) => cell.more;
  const span = spans[metric];
  return {
    unit: metricTraits[metric].unit,
    metric,
    ...(span === undefined ? {} : { span }),
    value: (cell) => more(cell)?.value ?? null,
    interval: (cell) => more(cell)?.interval ?? null,
    n: (cell) => more(cell)?.n ?? 0,
  };
}

/** The cells with the figures of an answer by hour of the week beside their own. */
export function withFigures(cells: readonly WeekCell[], answer: Answer | null): readonly GridCell[] {
  if (answer === null) return cells;
  const found = new Map(answer.groups.map((group) => [group.key, group]));
  return cells.map((cell) => {
    const group = found.get(cell.key);
    if (group === undefined) return cell;
    return { ...cell, more: { n: group.n, value: valueOf(group, 'p90'), interval: intervalOf(group, 'p90') } };
  });
}

/** True where something was measured, and nine in ten have not reached the end of it. */
export function isNotReached(id: LayerId, cell: GridCell): boolean {
  const { unit, value, n } = layerOf(id);
  return unit === 'ms' && value(cell) === null && n(cell) > 0;
}

/** The value that colours a cell: a wait that nine in ten have not reached the end of is longer than any. */
export function cellHeat(id: LayerId, cell: GridCell): number | null {
  return isNotReached(id, cell) ? Number.POSITIVE_INFINITY : layerOf(id).value(cell);
}

export type GridScope = { readonly zone: string; readonly calendar: string };

/** The rows behind a cell: exactly `n` of them. A backlog is taken at an instant, so it opens the latest of its hours; null where there is none. */
export function cellList(id: LayerId, cell: GridCell, { zone, calendar }: GridScope): ListSpec | null {
  const { metric } = layerOf(id);
  if (id === 'backlog') {
    return cell.latest === null ? null : { metric, zone, range: { from: cell.latest.from, to: cell.latest.to } };
  }
  return { metric, zone, hourOfWeek: cell.key, ...(id === 'perOpenHour' ? { openOn: calendar } : {}) };
}

/** `closed`: no opening time in any of these hours; `part`: less than half of their time; `absent`: the range has no such hour. */
export function opening(cell: WeekCell): 'open' | 'part' | 'closed' | 'absent' {
  const { openMs, hours } = cell;
  if (!exists(cell)) return 'absent';
  if (openMs === 0) return 'closed';
  return openMs >= hours * 3_600_000 * 0.5 ? 'open' : 'part';
}
