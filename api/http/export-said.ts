// Lists of what people said as pieces of a file, page by page from the newest on, with the people by name.
import type { Db } from '#db/open.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { toCsvLine } from './csv-cell.ts';
import type { ExportFormat } from './export-rows.ts';

const pageSize = 500;

export type SaidRow = readonly (string | number | boolean | null)[];

export type SaidList<Item> = {
  readonly columns: readonly string[];
  /** So many items before this one, newest first. */
  readonly findPage: (beforeId: number, limit: number) => Promise<readonly Item[]>;
  /** The account of whoever said it. */
  readonly accountOf: (item: Item) => string;
  /** Its cells in the order of the columns; `name` is that of whoever said it. */
  readonly toRow: (item: Item, name: string) => SaidRow;
};

/** Pieces of the file: for CSV first a line of names, then a piece a page. */
export async function* exportSaid<Item extends { readonly id: number }>(
  db: Db,
  { columns, findPage, accountOf, toRow }: SaidList<Item>,
  format: ExportFormat,
): AsyncGenerator<string, void> {
  const toLine = (row: SaidRow) =>
    format === 'csv' ? toCsvLine(row) : `${JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])))}\n`;
  if (format === 'csv') yield toCsvLine(columns);
  for (let beforeId = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await findPage(beforeId, pageSize);
    const names = await findAnnotatorNames(db, page.map(accountOf));
    const lines = page.map((item) => toLine(toRow(item, names.get(accountOf(item)) ?? accountOf(item))));
    if (lines.length > 0) yield lines.join('');
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    beforeId = last.id;
  }
}
