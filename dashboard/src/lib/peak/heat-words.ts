// Figures of the grid in words: short inside a cell, whole in its name, its table and its sentence.
import type { ChartTable, ChartUnit } from '../charts/chart.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import { hourName } from './hour-name.ts';
import { type GridCell, isNotReached, type LayerId, layerIds, layerOf, layers, metricOf } from './layers.ts';
import { medianText } from './median-text.ts';

const hourMs = 3_600_000;

/** A value in at most five or six signs: minutes under an hour, hours under two days, then days. */
export function shortValue(value: number | null, unit: ChartUnit, words: Words, format: Format): string {
  if (value === null) return '-';
  if (unit === 'share') return format.share(value, 10);
  if (unit !== 'ms') return format.count(Math.round(value * 10) / 10 >= 10 ? Math.round(value) : value);
  if (value < hourMs) return `${Math.round(value / 60_000)} ${words.duration.minute}`;
  if (value < 48 * hourMs) return `${Math.round(value / hourMs)} ${words.duration.hour}`;
  return `${Math.round(value / (24 * hourMs))} ${words.duration.day}`;
}

/** The name of a layer: the grid's own, or that of its metric, with the quantile where it is a duration. */
export function layerName(id: LayerId, words: Words): string {
  const metric = metricOf(id);
  const own = layerIds.find((one) => one === id);
  if (own !== undefined || metric === null) return words.peak.layers[own ?? 'arrivals'];
  return layerOf(id).unit === 'ms' ? `${words.metrics[metric]}, ${words.p90}` : words.metrics[metric];
}

/** What the colour of a layer means. */
export function layerMeaning(id: LayerId, words: Words): string {
  const own = layerIds.find((one) => one === id);
  return own === undefined ? words.peak.anyMeaning : words.peak.meanings[own];
}

/** What stands in a cell; a wait that is not reached is told by its lower bound. */
export function cellText(id: LayerId, cell: GridCell, words: Words, format: Format): string {
  const { unit, value, interval } = layerOf(id);
  if (!isNotReached(id, cell)) return shortValue(value(cell), unit, words, format);
  const low = interval?.(cell)?.[0] ?? null;
  return low === null ? '>' : `> ${shortValue(low, unit, words, format)}`;
}

/** A value in full; `not reached` where something was measured and nine in ten were not. */
export function fullValue(id: LayerId, cell: GridCell, words: Words, format: Format): string {
  const { unit, value, n } = layerOf(id);
  const found = value(cell);
  if (found === null) return isNotReached(id, cell) ? words.notReached : '-';
  return unit === 'score' && metricOf(id) === null ? medianText(found, format) : format.value(found, unit, n(cell));
}

/** What a screen reader says of a cell: its hour, the figure that its colour shows, and what it is made of. */
export function cellLabel(id: LayerId, cell: GridCell, words: Words, format: Format): string {
  const name = hourName(cell.key, format.locale, words.comma);
  if (cell.hours === 0 && cell.n === 0) return `${name}: ${words.peak.never}`;
  const rest = `${words.n(format.count(layerOf(id).n(cell)))}${words.comma}${words.peak.hoursCount(cell.hours)}`;
  return words.peak.cellName(name, fullValue(id, cell, words, format), rest);
}

/** Where a layer is highest and lowest, in one sentence. */
export function gridSentence(id: LayerId, cells: readonly GridCell[], words: Words, format: Format): string {
  const known = cells.filter((cell) => layerOf(id).value(cell) !== null);
  const sorted = known.toSorted((a, b) => (layerOf(id).value(b) ?? 0) - (layerOf(id).value(a) ?? 0));
  const [high, low] = [sorted[0], sorted.at(-1)];
  if (high === undefined || low === undefined || cells.every((cell) => cell.n === 0)) return words.chart.noData;
  const name = (cell: GridCell) => hourName(cell.key, format.locale, words.comma);
  const layer = layerName(id, words);
  return words.peak.gridSentence(layer, name(high), fullValue(id, high, words, format), name(low), fullValue(id, low, words, format));
}

const bare = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

export type GridFigures = { readonly cells: readonly GridCell[]; readonly layer?: LayerId };

/** All layers of all hours, and the metric that is looked at beside them, to be read and computed with. */
export function gridTable({ cells, layer = 'arrivals' }: GridFigures, words: Words, format: Format): ChartTable {
  const more = metricOf(layer) === null ? null : layerOf(layer);
  const name = layerName(layer, words);
  const text = words.peak.cell;
  const columns = [
    ...[words.peak.hour, text.hours, text.arrivals, text.median, text.openHours, text.openN, text.perOpenHour, text.backlog],
    ...[text.wait, `${text.wait}: 95 %`, `${text.wait}: n`, text.negative, `${text.negative}: 95 %`, `${text.negative}: n`],
    ...(more === null ? [] : [name, `${name}: 95 %`, `${name}: n`]),
  ];
  const count = (value: number | null) => ({ shown: medianText(value, format), bare: bare(value) });
  const between = (interval: readonly [number | null, number | null] | null) => (interval === null ? '' : interval.map(bare).join('..'));
  const rows = cells.map((cell) => ({
    label: hourName(cell.key, format.locale, words.comma),
    cells: [
      ...[cell.hours, layers.arrivals.value(cell), cell.median, cell.openMs / hourMs, cell.openN, cell.perOpenHour, cell.backlog].map(
        count,
      ),
      { shown: fullValue('wait', cell, words, format), bare: bare(cell.wait.p90) },
      { shown: format.interval(cell.wait.interval, 'ms'), bare: between(cell.wait.interval) },
      count(cell.wait.n),
      { shown: format.share(cell.negative.value, cell.negative.n), bare: bare(cell.negative.value) },
      { shown: format.interval(cell.negative.interval, 'share', cell.negative.n), bare: between(cell.negative.interval) },
      count(cell.negative.n),
      ...(more === null
        ? []
        : [
            { shown: fullValue(layer, cell, words, format), bare: bare(more.value(cell)) },
            { shown: format.interval(more.interval?.(cell), more.unit, more.n(cell)), bare: between(more.interval?.(cell) ?? null) },
            count(more.n(cell)),
          ]),
    ],
  }));
  return { columns, rows };
}
