// Many rows written by few prepared statements.
import { setImmediate } from 'node:timers/promises';
import { type Column, eq, getTableColumns, getTableName, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { AppError } from '../model/errors.ts';
import type { Db } from './db.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A finished statement: its text, and which column of which row each of its parameters is. */
type Statement = { readonly text: string; readonly parameters: readonly (readonly [row: number, key: string, column: Column])[] };

/** Rows to a statement: few different sizes, so that each is prepared once and then only filled. */
const sizes = [64, 16, 4, 1];

/** Rows that are written before others get a turn: SQLite itself never leaves the thread. */
const rowsBetweenTurns = 512;

/** Inserts rows that name every column of the table. Other readers are served meanwhile, and see none of it before it is committed. */
export async function insertRows(tx: Db, table: PgTable, rows: readonly Row[]): Promise<void> {
  let done = 0;
  for (const size of sizes) {
    const name = `insert_${getTableName(table)}_${size}`;
    for (; rows.length - done >= size; done += size) {
      const { text, parameters } = tx.prepared(name, () => toInsert(tx, table, size));
      await tx.execute(name, text, fill(parameters, rows, done));
      if ((done + size) % rowsBetweenTurns === 0) await setImmediate();
    }
  }
}

/** Overwrites rows by the column `id`; the rows name every column of the table. */
export async function updateRows(tx: Db, table: PgTable, rows: readonly Row[]): Promise<void> {
  const name = `update_${getTableName(table)}`;
  for (const index of rows.keys()) {
    const { text, parameters } = tx.prepared(name, () => toUpdate(tx, table));
    await tx.execute(name, text, fill(parameters, rows, index));
  }
}

function toInsert(tx: Db, table: PgTable, size: number): Statement {
  const columns = getTableColumns(table);
  const values = Array.from({ length: size }, (_, index) => placeholders(columns, index));
  return toStatement(columns, tx.query.insert(table).values(values).toSQL());
}

function toUpdate(tx: Db, table: PgTable): Statement {
  const columns = getTableColumns(table);
  const { id, ...values } = placeholders(columns, 0);
  const { id: column } = columns;
  if (id === undefined || column === undefined) throw new AppError('internal', `${getTableName(table)} has no column "id"`);
  return toStatement(columns, tx.query.update(table).set(values).where(eq(column, id)).toSQL());
}

/** Wrapped in SQL, so that drizzle leaves the values to us: of its own it would turn a null flag into false. */
function placeholders(columns: Readonly<Record<string, Column>>, row: number): Record<string, SQL> {
  return Object.fromEntries(Object.keys(columns).map((key) => [key, sql`${sql.placeholder(`${row} ${key}`)}`]));
}

function toStatement(columns: Readonly<Record<string, Column>>, { sql: text, params }: { sql: string; params: unknown[] }): Statement {
  const parameters = params.map((parameter) => {
    const [row, key] = isPlaceholder(parameter) ? parameter.name.split(' ') : [];
    const column = key === undefined ? undefined : columns[key];
    if (row === undefined || key === undefined || column === undefined)
      throw new AppError('internal', 'a statement has a parameter that is no column');
    return [Number(row), key, column] as const;
  });
  return { text, parameters };
}

function isPlaceholder(parameter: unknown): parameter is Placeholder {
  return typeof parameter === 'object' && parameter !== null && 'name' in parameter && typeof parameter.name === 'string';
}

function fill(parameters: Statement['parameters'], rows: readonly Row[], from: number): unknown[] {
  return parameters.map(([row, key, column]) => {
    const value = rows[from + row]?.[key];
    return value === null || value === undefined ? null : column.mapToDriverValue(value);
  });
}
