// The scale of a heat map: six classes with round edges, told in a legend, so that a colour means a number.
import type { ChartUnit } from '../charts/chart.ts';

export type HeatScale = {
  readonly unit: ChartUnit;
  /** Where the first class begins; without it, at 0. */
  readonly from?: number;
  /** Where the fifth class ends; five equal steps. */
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
export function heatScale(values: readonly (number | null)[], unit: ChartUnit, span?: readonly [from: number, to: number]): HeatScale {
  if (span !== undefined) return { unit, from: span[0], top: span[1], isOpen: false };
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
export function heatClass(value: number | null, { from, top }: HeatScale): number | null {
  if (value === null) return null;
  const step = Math.min(5, Math.ceil(((value - (from ?? 0)) / (top - (from ?? 0))) * 5 - 1e-9));
  // The least of a scale that does not begin at 0 is something, and not nothing.
  return from === undefined ? Math.max(0, step) : Math.max(1, step);
}

/** The edges of the classes 1 to 5, for the legend. */
export function heatEdges({ from = 0, top }: HeatScale): readonly (readonly [from: number, to: number])[] {
  return [0, 1, 2, 3, 4].map((step) => [from + ((top - from) * step) / 5, from + ((top - from) * (step + 1)) / 5]);
}

/** How much of the series colour a class has; never more than lets black and white words be read on it. */
export const heatMix = [0, 10, 21, 32, 44, 57] as const;
