// Estimates side by side with their intervals: what is drawn, as a table, and in one sentence.
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { ChartTable } from './chart.ts';

export type IntervalRow = {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Where the row leads; null where there is no list behind it. */
  readonly href: string | null;
  /** Drawn quietly: what it shows is not clear. */
  readonly isQuiet?: boolean;
};

export type IntervalChart = {
  /** `difference`: shares less shares, drawn around 0. */
  readonly unit: 'share' | 'difference';
  /** What the rows are, for the table. */
  readonly rowName: string;
  readonly rows: readonly IntervalRow[];
};

/** The ends of the axis: 0 to 1 for shares, round and even on both sides of 0 for differences. */
export function reachOf({ unit, rows }: IntervalChart): readonly [from: number, to: number] {
  if (unit === 'share') return [0, 1];
  const furthest = rows.reduce((most, { low, high, value }) => Math.max(most, ...[low, high, value].map((one) => Math.abs(one ?? 0))), 0);
  const end = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75].find((round) => furthest <= round) ?? 1;
  return [-end, end];
}

/** Where a value lies on the axis, in percent; held within it. */
export function placeOf(value: number, [from, to]: readonly [number, number]): number {
  return Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));
}

export function intervalValue(
  { unit }: Pick<IntervalChart, 'unit'>,
  { value, n }: Pick<IntervalRow, 'value' | 'n'>,
  format: Format,
): string {
  return unit === 'share' ? format.share(value, n) : format.difference(value, 'share');
}

export function intervalText(
  { unit }: Pick<IntervalChart, 'unit'>,
  { low, high, n }: Pick<IntervalRow, 'low' | 'high' | 'n'>,
  format: Format,
): string {
  if (low === null || high === null) return '-';
  if (unit === 'share') return format.interval([low, high], 'share', n);
  return `${format.difference(low, 'share')} … ${format.difference(high, 'share')}`;
}

export function intervalTable(chart: IntervalChart, words: Words, format: Format): ChartTable {
  const bare = (value: number | null) => (value === null ? '' : String(value));
  return {
    columns: [chart.rowName, words.card.value, '95 %', 'n'],
    rows: chart.rows.map((row) => ({
      label: row.label,
      cells: [
        { shown: intervalValue(chart, row, format), bare: bare(row.value) },
        { shown: intervalText(chart, row, format), bare: row.low === null ? '' : `${bare(row.low)}..${bare(row.high)}` },
        { shown: format.count(row.n), bare: String(row.n) },
      ],
    })),
  };
}

/** The highest and the lowest row, of those that are clear where there are any; "no data" without any. */
export function intervalSentence(chart: IntervalChart, words: Words, format: Format): string {
  const some = chart.rows.filter(({ value }) => value !== null);
  const clear = some.filter(({ isQuiet }) => isQuiet !== true);
  const known = (clear.length > 0 ? clear : some).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return words.chart.noData;
  const said = (row: IntervalRow) => `${row.label} ${intervalValue(chart, row, format)}`;
  return `${first === last ? said(first) : [said(first), said(last)].join(words.semicolon)}${words.stop}`;
}
