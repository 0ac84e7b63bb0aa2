// A table of daily prices: CSV with a column of days and one of prices.
import { parse } from 'csv-parse/sync';
import { AppError } from '#db/model/errors.ts';
import { daySchema } from '#db/model/instant.ts';
import type { DayPrice } from './unusual-moves.ts';

export type PriceColumns = { readonly dayColumn: string; readonly priceColumn: string };

const mostRows = 50_000;

/** `2026-11-28`, also with a time behind it, or seconds or milliseconds since 1970, as the day in UTC; null where it is none. */
function toDay(text: string): string | null {
  const plain = text.trim();
  const epoch = /^\d{9,10}(\.\d+)?$/.test(plain) ? Number(plain) * 1000 : /^\d{12,13}$/.test(plain) ? Number(plain) : null;
  const day = epoch === null ? plain.slice(0, 10) : new Date(epoch).toISOString().slice(0, 10);
  return daySchema.safeParse(day).success ? day : null;
}

function toPrice(text: string): number | null {
  const plain = text.trim();
  const price = /^\d{1,15}(\.\d{1,18})?$/.test(plain) ? Number(plain) : Number.NaN;
  return price > 0 ? price : null;
}

/**
 * The prices of a table, oldest first; of several of one day the last in the file counts (the close). Rows without a price are passed over.
 * Throws `invalid` where a column is missing, a row has no day, or a price is not a positive number written with a point.
 */
export function readPrices(text: string, { dayColumn, priceColumn }: PriceColumns): DayPrice[] {
  const rows = parseTable(text);
  const [header = []] = rows;
  const [dayAt, priceAt] = [dayColumn, priceColumn].map((name) => indexOf(header, name));
  const prices = new Map<string, number>();
  rows.slice(1).forEach((row, index) => {
    const cell = row[priceAt ?? -1]?.trim() ?? '';
    if (cell === '') return;
    const [day, price] = [toDay(row[dayAt ?? -1] ?? ''), toPrice(cell)];
    if (day === null) throw new AppError('invalid', `row ${index + 2}: ${dayColumn} is no day such as 2026-11-28`);
    if (price === null) throw new AppError('invalid', `row ${index + 2}: ${priceColumn} is no positive number such as 91234.5`);
    prices.set(day, price);
  });
  return [...prices].map(([day, price]) => ({ day, price })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function parseTable(text: string): string[][] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true, to: mostRows + 2 });
    if (rows.length <= mostRows + 1) return rows;
  } catch (error) {
    throw new AppError('invalid', 'the prices are no CSV that can be read', error);
  }
  throw new AppError('invalid', `the prices have more than ${mostRows} rows`);
}

function indexOf(header: readonly string[], name: string): number {
  const index = header.findIndex((column) => column.trim().toLowerCase() === name.trim().toLowerCase());
  if (index >= 0) return index;
  throw new AppError('invalid', `the prices have no column "${name}"; there are: ${header.slice(0, 20).join(', ').slice(0, 300)}`);
}
