// The scale of a heat map: six classes with round edges, told in a legend, so that a colour means a number.
import type { ChartUnit } from '../charts/chart.ts';

export type HeatScale = {
  readonly unit: ChartUnit;
  /** Where the fifth class ends; five equal steps from 0. */
  readonly top: number;
  /** Whether something lies above, so that the last class is open. */
  readonly isOpen: boolean;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const tops = [5, 10, 30, 60]
  .map((n) => n * minute)
  .concat(
    [5, 10, 20].map((n) => n * hour),
    [2.5, 5, 10, 25, 50, 100].map((n) => n * day),
  );

/** Shares are the same everywhere: fifths of all. */
const shareTop = 1;

/**
 * The scale that nineteen in twenty of the values fit on: a single wild hour must not make all others pale. Edges come from a short list of round numbers, so
 * that most changes of a filter leave the scale as it is.
 */
export function heatScale(values: readonly (number | null)[], unit: ChartUnit): HeatScale {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const most = known.at(-1) ?? 0;
  const usual = known[Math.min(known.length - 1, Math.ceil(known.length * 0.95) - 1)] ?? 0;
  const top = unit === 'share' ? shareTop : unit === 'ms' ? (tops.find((one) => one >= usual) ?? usual) : roundTop(usual);
  return { unit, top, isOpen: most > top };
}

/** 5, 10, 20, 50, 100 ... */
function roundTop(value: number): number {
  for (let unit = 5; ; unit *= 10) for (const factor of [1, 2, 4]) if (unit * factor >= value) return unit * factor;
}

/** 0 for nothing, 1 to 5 from the first fifth to the last (and above); null for no value. */
export function heatClass(value: number | null, { top }: HeatScale): number | null {
  if (value === null) return null;
  return value <= 0 ? 0 : Math.min(5, Math.ceil((value / top) * 5 - 1e-9));
}

/** The edges of the classes 1 to 5, for the legend. */
export function heatEdges({ top }: HeatScale): readonly (readonly [from: number, to: number])[] {
  return [0, 1, 2, 3, 4].map((step) => [(top * step) / 5, (top * (step + 1)) / 5]);
}

/** How much of the series colour a class has; never more than lets black and white words be read on it. */
export const heatMix = [0, 10, 21, 32, 44, 57] as const;
