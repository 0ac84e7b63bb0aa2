// A chart as a table and as a file: the same figures, to be read, copied and computed with.
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import { bucketLabel } from './bucket-label.ts';
import type { BucketChart, ChartTable, CurveChart } from './chart.ts';
import { shareAt } from './step-curve.ts';
import { logDurationTicks } from './ticks.ts';

const bare = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** One row per bucket; for each series its value, then n and interval where it has them. */
export function bucketTable(chart: BucketChart, words: Words, format: Format): ChartTable {
  const columns = [words.chart.bucket[chart.size]];
  for (const series of chart.series) {
    columns.push(series.label);
    if (series.low !== undefined) columns.push(`${series.label}: 95 %`);
    if (series.n !== undefined) columns.push(`${series.label}: n`);
  }
  const rows = chart.buckets.map((bucket, place) => ({
    label: bucketLabel(bucket, chart.size, words, format).long,
    cells: chart.series.flatMap((series) => {
      const n = series.n?.[place];
      const value = series.values[place];
      const [low, high] = [series.low?.[place] ?? null, series.high?.[place] ?? null];
      return [
        { shown: format.value(value, chart.unit, n), bare: bare(value) },
        ...(series.low === undefined
          ? []
          : [
              {
                shown: format.interval([low, high], chart.unit, n),
                bare: low === null && high === null ? '' : `${bare(low)}..${bare(high)}`,
              },
            ]),
        ...(series.n === undefined ? [] : [{ shown: format.count(n), bare: bare(n) }]),
      ];
    }),
  }));
  return { columns, rows };
}

/** One row per round time, one column per curve. */
export function curveTable(chart: CurveChart, words: Words, format: Format): ChartTable {
  const times = logDurationTicks(chart.fromMs, chart.toMs, 24);
  return {
    columns: [words.chart.within, ...chart.series.map((series) => `${series.label} (n ${format.count(series.n)})`)],
    rows: times.map((ms) => ({
      label: format.duration(ms),
      cells: chart.series.map((series) => {
        const share = series.points.length === 0 ? null : shareAt(series.points, ms);
        return { shown: format.share(share, series.n), bare: bare(share) };
      }),
    })),
  };
}

/** The table as CSV with a byte-order mark, which spreadsheets need for Chinese. Cells that look like formulas are defused. */
export function toCsv(table: ChartTable): string {
  const lines = [table.columns, ...table.rows.map((row) => [row.label, ...row.cells.map((cell) => cell.bare)])];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) || /^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
