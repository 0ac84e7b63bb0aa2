// The layers of the grid: what each takes from a cell, in which unit, and which rows stand behind it.
import type { MetricId, WeekCell } from '../api/shapes.ts';
import type { ChartUnit } from '../charts/chart.ts';
import type { ListSpec } from '../url-state/panel.ts';

export const layerIds = ['arrivals', 'median', 'perOpenHour', 'backlog', 'wait', 'negative'] as const;
export type LayerId = (typeof layerIds)[number];

export type Layer = {
  readonly unit: ChartUnit;
  readonly metric: MetricId;
  readonly value: (cell: WeekCell) => number | null;
  /** What the figure counts: arrivals, first waits, conversations with a sentiment, hours. */
  readonly n: (cell: WeekCell) => number;
};

/** No such hour in the range is nothing at all; an hour in which nothing came is 0. */
const exists = (cell: WeekCell) => cell.hours > 0 || cell.n > 0;

export const layers: Readonly<Record<LayerId, Layer>> = {
  arrivals: { unit: 'count', metric: 'arrivals', value: (cell) => (exists(cell) ? cell.n : null), n: (cell) => cell.n },
  median: { unit: 'score', metric: 'arrivals', value: (cell) => cell.median, n: (cell) => cell.n },
  perOpenHour: { unit: 'score', metric: 'arrivals', value: (cell) => cell.perOpenHour, n: (cell) => cell.openN },
  backlog: { unit: 'score', metric: 'backlog', value: (cell) => cell.backlog, n: (cell) => cell.latest?.backlog ?? 0 },
  wait: { unit: 'ms', metric: 'first-response-time', value: (cell) => cell.wait.p90, n: (cell) => cell.wait.n },
  negative: { unit: 'share', metric: 'negative-share', value: (cell) => cell.negative.value, n: (cell) => cell.negative.n },
};

/** The value that colours a cell: a wait that nine in ten have not reached the end of is longer than any. */
export function cellHeat(id: LayerId, cell: WeekCell): number | null {
  return layers[id].value(cell) ?? (id === 'wait' && cell.wait.n > 0 ? Number.POSITIVE_INFINITY : null);
}

export type GridScope = { readonly zone: string; readonly calendar: string };

/** The rows behind a cell: exactly `n` of them. A backlog is taken at an instant, so it opens the latest of its hours; null where there is none. */
export function cellList(id: LayerId, cell: WeekCell, { zone, calendar }: GridScope): ListSpec | null {
  const { metric } = layers[id];
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
