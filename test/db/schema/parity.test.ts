// The two schemas say the same: tables, columns, kinds, nulls, defaults, keys and indexes.
import { type Column, getTableColumns, is, SQL, type Table } from 'drizzle-orm';
import { PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as postgresTables from '#db/schema/postgres.ts';
import * as sqliteTables from '#db/schema/sqlite.ts';

/** What a column type is called in the words of `columns.ts`. */
const kinds: Readonly<Record<string, string>> = {
  SQLiteText: 'words',
  'text collate "C"': 'words',
  SQLiteInteger: 'whole',
  PgBigInt53: 'whole',
  PgInteger: 'whole',
  SQLiteReal: 'real',
  PgDoublePrecision: 'real',
  SQLiteBoolean: 'flag',
  PgBoolean: 'flag',
  SQLiteTextJson: 'json',
  PgJsonb: 'json',
  SQLiteTimestamp: 'date',
  PgTimestamp: 'date',
};

function kindOf(column: Column): string {
  const kind = kinds[column.columnType] ?? kinds[column.getSQLType()];
  if (kind === undefined) throw new Error(`${column.columnType} has no name in this test`);
  return kind;
}

function columnsOf(table: Table) {
  return Object.fromEntries(
    Object.entries<Column>(getTableColumns(table)).map(([key, column]) => [
      key,
      {
        kind: kindOf(column),
        notNull: column.notNull,
        unique: column.isUnique ? column.uniqueName : null,
        primary: column.primary,
        standard: column.default ?? null,
      },
    ]),
  );
}

type Keyed = { readonly columns: readonly Column[] };
type Config = {
  readonly name: string;
  readonly primaryKeys: readonly Keyed[];
  readonly uniqueConstraints: readonly (Keyed & { readonly name?: string | undefined })[];
  readonly foreignKeys: readonly { readonly onDelete: string | undefined; readonly reference: () => Reference }[];
  readonly indexes: readonly { readonly config: IndexConfig }[];
};
type Reference = {
  readonly columns: readonly { readonly name: string }[];
  readonly foreignColumns: readonly { readonly name: string; readonly table: Table }[];
};
type IndexConfig = {
  readonly name?: string | undefined;
  readonly unique?: boolean;
  readonly where?: SQL | undefined;
  readonly columns: readonly unknown[];
};

function shapeOf(table: Table, config: Config) {
  const names = (columns: readonly unknown[]) =>
    columns.map((column) => (typeof column === 'object' && column !== null && 'name' in column ? column.name : '?'));
  return {
    name: config.name,
    columns: columnsOf(table),
    keys: config.primaryKeys.map(({ columns }) => names(columns)),
    uniques: config.uniqueConstraints.map(({ name, columns }) => [name, ...names(columns)]).sort(),
    references: config.foreignKeys
      .map(({ onDelete, reference }) => {
        const { columns, foreignColumns } = reference();
        const [foreign] = foreignColumns;
        return [
          onDelete ?? 'no action',
          foreign === undefined ? '' : sqlName(foreign.table),
          ...names(columns),
          '->',
          ...names(foreignColumns),
        ];
      })
      .sort(),
    indexes: config.indexes
      .map(({ config: index }) => [index.name, index.unique === true, is(index.where, SQL), ...names(index.columns)])
      .sort(),
  };
}

function sqlName(table: Table): string {
  return is(table, PgTable) ? postgresConfig(table).name : is(table, SQLiteTable) ? sqliteConfig(table).name : '';
}

function shapesOf(tables: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([key, table]) => {
      if (is(table, PgTable)) return [[key, shapeOf(table, postgresConfig(table))]];
      return is(table, SQLiteTable) ? [[key, shapeOf(table, sqliteConfig(table))]] : [];
    }),
  );
}

describe('the schemas of SQLite and PostgreSQL', () => {
  const postgres = shapesOf(postgresTables);
  const sqlite = shapesOf(sqliteTables);

  it('hold the same tables', () => {
    expect(Object.keys(sqlite).sort()).toEqual(Object.keys(postgres).sort());
    expect(Object.keys(sqlite).length).toBeGreaterThan(25);
  });

  it.each(Object.keys(postgres))('agree on %s', (table) => {
    expect(sqlite[table]).toEqual(postgres[table]);
  });

  it('would be found out if they differed (the control)', () => {
    const { conversation } = postgres;
    const changed = { ...conversation, columns: { ...conversation?.columns, team: { ...conversation?.columns.team, notNull: true } } };
    expect(sqlite.conversation).not.toEqual(changed);
    expect(shapesOf({ conversation: sqliteTables.message }).conversation).not.toEqual(conversation);
  });

  it('sort every text by its bytes on PostgreSQL', () => {
    const others = Object.entries(postgresTables).flatMap(([key, table]) =>
      Object.entries<Column>(getTableColumns(table))
        .filter(([, column]) => column.getSQLType().startsWith('text') && column.getSQLType() !== 'text collate "C"')
        .map(([column]) => `${key}.${column}`),
    );
    expect(others).toEqual([]);
  });
});
