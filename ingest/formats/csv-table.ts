// A CSV file as numbered rows under a header that is known: separator found, columns located, quoting checked.
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { AppError } from '#db/model/errors.ts';
import type { CsvField, CsvMapping } from './csv-mapping.ts';
import type { ImportFile } from './import-file.ts';
import type { ReadLimits } from './limits.ts';
import { checkedUtf8, utf8Bytes, withHead } from './text-encoding.ts';

export type CsvRow = {
  /** First line of the row, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The row has fewer or more cells than the header, so no cell is certainly what it seems. */
  readonly isRagged: boolean;
};

export type CsvTable = {
  /** Index of each mapped column. */
  readonly columns: ReadonlyMap<CsvField, number>;
  readonly width: number;
  /** The rows below the header; may be called again. Throws AppError where the quoting is broken. */
  rows(): AsyncIterable<CsvRow>;
};

const headBytes = 1 << 18;
const separators = [',', ';', '\t', '|'] as const;
/** Spreadsheets write the separator into a line of its own above the header. */
const separatorLine = /^"?sep=(.)"?\r?\n/i;

/** Opens a CSV file under a mapping. Throws AppError where a mapped column is not there. */
export async function openCsvTable(file: ImportFile, mapping: CsvMapping, limits: ReadLimits): Promise<CsvTable> {
  const head = await readHead(file, mapping);
  if (head.trim() === '') throw new AppError('invalid', `${file.name}: is empty`);
  const named = separatorLine.exec(head);
  const body = head.slice(named?.[0].length ?? 0);
  const candidates =
    mapping.delimiter === null ? [...new Set([...(named?.[1] === undefined ? [] : [named[1]]), ...separators])] : [mapping.delimiter];
  const wanted = [...new Set(Object.values(mapping.columns))];
  const headers = candidates.map((delimiter) => ({ delimiter, header: headerOf(body, delimiter, mapping.quote) }));
  const matches = ({ header }: (typeof headers)[number]): number => wanted.filter((name) => header.includes(name)).length;
  const best = headers.reduce((a, b) =>
    matches(b) > matches(a) || (matches(b) === matches(a) && b.header.length > a.header.length) ? b : a,
  );
  const { delimiter, header } = best;
  return {
    columns: locate(file.name, mapping, header),
    width: header.length,
    rows: () => readRows(file, mapping, { delimiter, limits, width: header.length, hasSeparatorLine: named !== null }),
  };
}

async function readHead(file: ImportFile, mapping: CsvMapping): Promise<string> {
  for await (const chunk of withHead(utf8Bytes(file.name, file.bytes(), mapping.encoding), headBytes)) return chunk.toString('utf8');
  return '';
}

function headerOf(text: string, delimiter: string, quote: string): string[] {
  try {
    const records: string[][] = parseAtOnce(text, { delimiter, quote, to: 1, relax_column_count: true, skip_empty_lines: true });
    return (records[0] ?? []).map((name) => name.trim().normalize('NFC'));
  } catch {
    return [];
  }
}

function locate(name: string, mapping: CsvMapping, header: readonly string[]): Map<CsvField, number> {
  const columns = new Map<CsvField, number>();
  for (const [field, column] of Object.entries(mapping.columns)) {
    const wanted = column.trim().normalize('NFC');
    const index = header.indexOf(wanted);
    if (index < 0) throw new AppError('invalid', `${name}: line 1: no column is called "${column}"; there are: ${namesOf(header)}`);
    if (header.indexOf(wanted, index + 1) >= 0) throw new AppError('invalid', `${name}: line 1: two columns are called "${column}"`);
    columns.set(field as CsvField, index);
  }
  return columns;
}

function namesOf(header: readonly string[]): string {
  const shown = header.slice(0, 12).map((name) => `"${name.slice(0, 40)}"`);
  return header.length > shown.length ? `${shown.join(', ')} and ${header.length - shown.length} more` : shown.join(', ');
}

type Layout = { readonly delimiter: string; readonly limits: ReadLimits; readonly width: number; readonly hasSeparatorLine: boolean };

async function* readRows(file: ImportFile, mapping: CsvMapping, layout: Layout): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: layout.delimiter,
    quote: mapping.quote,
    escape: mapping.quote,
    from: layout.hasSeparatorLine ? 3 : 2,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: layout.limits.lineBytes,
  });
  const source = Readable.from(checkedUtf8(file.name, utf8Bytes(file.name, file.bytes(), mapping.encoding)), { objectMode: false });
  pipeline(source, parser, () => {});
  try {
    for await (const entry of parser) {
      const { record, info } = entry as { record: string[]; info: { lines: number } };
      // Empty cells beyond the header come from a separator at the end of the line and mean nothing.
      const surplus = record.slice(layout.width).some((cell) => cell !== '');
      const isRagged = record.length < layout.width || surplus;
      yield { line: info.lines - newlinesIn(record), cells: record, isRagged };
    }
  } catch (error) {
    throw toStructureError(file.name, error);
  } finally {
    source.destroy();
  }
}

function newlinesIn(cells: readonly string[]): number {
  let found = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) found += 1;
  return found;
}

const structureReasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell never ends',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell is followed by something that is no separator (quotes inside a cell must be doubled)',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that is not quoted (quote the cell and double the quote)',
  CSV_MAX_RECORD_SIZE: 'a row is longer than allowed; perhaps a quoted cell never ends',
};

/**
 * Broken quoting stops the whole file: from there on nobody can tell where rows begin, and skipping would drop
 * messages out of conversations without a word.
 */
function toStructureError(name: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const line = error instanceof Error && 'lines' in error ? Number(error.lines) : null;
  const reason = structureReasons[code] ?? 'cannot be read as CSV';
  return new AppError('invalid', `${name}: ${line === null ? '' : `line ${line}: `}${reason}`, error);
}
