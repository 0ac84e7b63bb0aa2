// The rows of a plan as pieces of a file, page by page, while the columns hold still.
import type { Engine } from '#api/engine/engine.ts';
import { AppError } from '#db/model/errors.ts';
import type { MetricRow, Plan, RowChoice } from '#db/model/metric.ts';
import { toCsvLine } from './csv-cell.ts';
import type { Hold } from './hold.ts';

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The columns of a CSV export, in order: every field of a row under its own name. */
export const exportColumns = [
  'conversationId',
  'externalId',
  'source',
  'channel',
  'language',
  'category',
  'team',
  'country',
  'agent',
  'sentiment',
  'urgency',
  'risk',
  'issue',
  'ordinal',
  'at',
  'until',
  'state',
  'dueAt',
  'calendarMs',
  'workingMs',
  'nudges',
  'value',
  'toldMinMs',
  'toldMaxMs',
  'complaint',
  'comment',
  'weight',
] as const satisfies readonly (keyof MetricRow)[];

const pageSize = 5_000;

function toPiece(rows: readonly MetricRow[], format: ExportFormat): string {
  return rows
    .map((row) => (format === 'csv' ? toCsvLine(exportColumns.map((name) => row[name] ?? null)) : `${JSON.stringify(row)}\n`))
    .join('');
}

export type ExportPlan = RowChoice & {
  readonly format: ExportFormat;
  /** Adds what the columns do not hold to the rows of a page. */
  readonly complete?: (rows: readonly MetricRow[]) => Promise<readonly MetricRow[]>;
};

/**
 * Pieces of text: for CSV first a line of names (with a byte order mark, without which spreadsheets misread Chinese), then the rows.
 * Throws where the number of rows changed between two pages, rather than write a list that fits no number.
 */
export async function* exportRows(
  engine: Engine,
  plan: Plan,
  { format, complete = async (rows) => rows, ...choice }: ExportPlan,
  hold: Hold,
): AsyncGenerator<string, void> {
  const letGo = hold.take();
  try {
    let { n, rows } = await engine.rows(plan, { ...choice, offset: 0, limit: pageSize });
    yield `${format === 'csv' ? `\uFEFF${toCsvLine(exportColumns)}` : ''}${toPiece(await complete(rows), format)}`;
    for (let offset = rows.length; offset < n && rows.length > 0; offset += rows.length) {
      const page = await engine.rows(plan, { ...choice, offset, limit: pageSize });
      if (page.n !== n) throw new AppError('conflict', 'the store changed during the export; run it again');
      ({ n, rows } = page);
      yield toPiece(await complete(rows), format);
    }
  } finally {
    letGo();
  }
}
