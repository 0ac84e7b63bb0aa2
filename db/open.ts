// Opens the store: a SQLite file or a PostgreSQL database, checked, and brought up to date where asked.
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { NodePgClient } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Db, Query, Scope, Tables } from './dialect/db.ts';
import { bringUpToDate } from './dialect/migrate.ts';
import type { Asking } from './dialect/postgres.ts';
import type { Execute } from './dialect/sqlite.ts';
import type { Method } from './dialect/sqlite-connection.ts';
import { AppError } from './model/errors.ts';
import type * as sqliteTables from './schema/sqlite.ts';

export type { Db, Dialect, Query, Tables } from './dialect/db.ts';

export type OpenOptions = {
  /** Refuses every write. The store has to exist. */
  readonly readonly?: boolean;
  /** Creates the tables or brings them up to date; without it, a store that is not up to date is refused. */
  readonly migrate?: boolean;
};

/**
 * Opens the store at a file path or a `postgres://` URL.
 * `unavailable` where it cannot be reached or is not prepared, `conflict` where a newer version of the program wrote it.
 */
export async function openDb(location: string, options: OpenOptions = {}): Promise<Db> {
  const isReadonly = options.readonly ?? false;
  const migrates = options.migrate ?? false;
  if (isReadonly && migrates) throw new AppError('internal', 'a store that is only read cannot be brought up to date');
  const db = /^postgres(ql)?:\/\//.test(location) ? await openUrl(location, isReadonly) : await openFile(location, isReadonly, migrates);
  try {
    await bringUpToDate(db, { migrates });
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openFile(file: string, isReadonly: boolean, creates: boolean): Promise<Db> {
  if (file === '' || file.includes(':memory:')) throw new AppError('invalid', 'the store has to be a file: several connections share it');
  if (creates) await createFile(file);
  const [{ openSqlite }, tables, toScope] = await Promise.all([
    import('./dialect/sqlite.ts'),
    import('./schema/sqlite.ts'),
    sqliteScopes(),
  ]);
  return openSqlite({ file, isReadonly, tables: oneType(tables), toScope });
}

// Each database is loaded where it is asked for only: the other one's driver and builders take a second of every start.
async function openUrl(url: string, isReadonly: boolean): Promise<Db> {
  const [{ openPostgres }, tables, toScope] = await Promise.all([
    import('./dialect/postgres.ts'),
    import('./schema/postgres.ts'),
    postgresScopes(),
  ]);
  return await openPostgres({ url, isReadonly, tables, toScope });
}

/** SQLite gives its own files the rights of this one: nobody but the owner may read what customers wrote. */
async function createFile(file: string): Promise<void> {
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await (await open(file, 'a', 0o600)).close();
  } catch (error) {
    throw new AppError('unavailable', `${file} cannot be written`, error);
  }
}

// The casts of the house. The SQLite builders have the methods of the PostgreSQL ones as far as the stores use them, and the
// tables have the same columns; the store suite runs everything on both, and the parity test compares the schemas.

function oneType(tables: typeof sqliteTables): Tables {
  return tables as unknown as Tables;
}

async function sqliteScopes(): Promise<(execute: Execute) => Scope> {
  const { drizzle } = await import('drizzle-orm/sqlite-proxy');
  return (execute) => {
    const answer = async (text: string, parameters: unknown[], method: Method) => ({
      rows: (await execute(text, parameters, method)) as unknown[],
    });
    // The third place, not the second: drizzle 0.45 reads the casing from there only.
    const query = drizzle(answer, undefined, { casing: 'snake_case' });
    return {
      query: query as unknown as Query,
      run: async (statement) => void (await query.run(statement)),
      execute: async (_name, text, parameters) => void (await execute(text, parameters, 'run')),
      rows: async <Row extends readonly unknown[]>(statement: RawStatement) =>
        (await execute(statement.sql, statement.params, 'all')) as Row[],
      prepared: keepPrepared(),
    };
  };
}

async function postgresScopes(): Promise<(asking: Asking) => Scope> {
  const [{ drizzle }, { default: driver }] = await Promise.all([import('drizzle-orm/node-postgres'), import('pg')]);
  // The driver gives 64-bit numbers as text; ours are instants and counts, which stay far below 2^53.
  const types: pg.CustomTypesConfig = {
    getTypeParser: (id, format) => (id === driver.types.builtins.INT8 ? Number : driver.types.getTypeParser(id, format)),
  };
  return (asking) => {
    const query = drizzle(asking as unknown as NodePgClient, { casing: 'snake_case' });
    return {
      query: query as unknown as Query,
      run: async (statement) => void (await query.execute(statement)),
      execute: async (name, text, values) => void (await asking.query({ name, text, values })),
      rows: async <Row extends readonly unknown[]>({ sql: text, params: values }: RawStatement) =>
        ((await asking.query({ text, values, rowMode: 'array', types })) as { rows: Row[] }).rows,
      prepared: keepPrepared(),
    };
  };
}

type RawStatement = { readonly sql: string; readonly params: readonly unknown[] };

function keepPrepared(): Scope['prepared'] {
  const kept = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as T;
  };
}
