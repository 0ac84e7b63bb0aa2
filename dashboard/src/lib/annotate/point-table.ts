// Points of a plot as a table and a file.
import type { ChartTable } from '../charts/chart.ts';
import type { Format } from '../format/format.ts';

type Share = { readonly value: number; readonly interval: readonly [number, number]; readonly n: number };
type Point = { readonly label: string; readonly href: string; readonly cells: readonly number[]; readonly right: Share };
type Columns = readonly string[];

/** First column the label, then shares, then how often it is right with interval and n. */
export function pointTable(points: readonly Point[], columns: Columns, format: Pick<Format, 'share' | 'interval' | 'count'>): ChartTable {
  const bare = (value: number) => String(Math.round(value * 1e4) / 1e4);
  return {
    columns: [...columns, 'n'],
    rows: points.map(({ label, href, cells, right }) => ({
      label,
      href,
      cells: [
        ...cells.map((value) => ({ shown: format.share(value, 100), bare: bare(value) })),
        { shown: `${format.share(right.value, right.n)} (${format.interval(right.interval, 'share', right.n)})`, bare: bare(right.value) },
        { shown: format.count(right.n), bare: String(right.n) },
      ],
    })),
  };
}
