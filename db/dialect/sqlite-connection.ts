// One connection to a SQLite file: its pragmas set and asserted, its statements kept prepared.
import Database from 'better-sqlite3';
import { AppError } from '../model/errors.ts';

export type Method = 'run' | 'all' | 'values' | 'get';

export type SqliteConnection = {
  /** Rows are arrays of values, in the order of the columns; `get` gives one such array or undefined. */
  readonly execute: (statement: string, parameters: readonly unknown[], method: Method) => unknown;
  /** True where the statement cannot change the file. */
  readonly isReading: (statement: string) => boolean;
  /** For `begin`, `commit` and the like. */
  readonly control: (statement: string) => void;
  /** Begins to write; false at once where another connection is writing. */
  readonly tryBegin: () => boolean;
  /** Safe also where SQLite rolled back by itself, as it does when the disk is full. */
  readonly rollBack: () => void;
  readonly close: () => void;
};

const busyMs = 10_000;
const mostStatements = 400;

/** Every connection has to have these: without FULL a committed page can be lost when the power fails. */
export const requiredPragmas = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const;

/** Opens a connection; refuses to go on where one of the pragmas did not take. */
export function openSqliteConnection(file: string, options: { readonly isReadonly: boolean }): SqliteConnection {
  const database = connect(file, options.isReadonly);
  const statements = new Map<string, Database.Statement<unknown[], unknown>>();

  const prepare = (text: string) => {
    const known = statements.get(text);
    // Taken out and put back, so that the map stays in order of last use.
    if (known !== undefined) statements.delete(text);
    const statement = known ?? database.prepare<unknown[], unknown>(text);
    if (known === undefined && statement.reader) statement.raw(true);
    statements.set(text, statement);
    if (statements.size > mostStatements) {
      const [oldest] = statements.keys();
      if (oldest !== undefined) statements.delete(oldest);
    }
    return statement;
  };

  return {
    execute: (text, parameters, method) => {
      const statement = prepare(text);
      if (!statement.reader) {
        statement.run(...parameters);
        return [];
      }
      return method === 'get' ? statement.get(...parameters) : statement.all(...parameters);
    },
    isReading: (text) => prepare(text).readonly,
    control: (text) => void database.exec(text),
    tryBegin: () => {
      database.pragma('busy_timeout = 0');
      try {
        database.exec('begin immediate');
        return true;
      } catch (error) {
        if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
        throw error;
      } finally {
        database.pragma(`busy_timeout = ${busyMs}`);
      }
    },
    rollBack: () => {
      if (database.inTransaction) database.exec('rollback');
    },
    close: () => void database.close(),
  };
}

/** Throws where the pragmas of an open connection are not those that this house promises. */
export function assertPragmas(database: Database.Database): void {
  for (const [pragma, required] of Object.entries(requiredPragmas)) {
    const found = database.pragma(pragma, { simple: true });
    if (found !== required)
      throw new AppError('internal', `SQLite ${pragma} is ${String(found)}, must be ${required}: the store is not opened`);
  }
  const timeout = Number(database.pragma('busy_timeout', { simple: true }));
  if (timeout < 5000) throw new AppError('internal', `SQLite busy_timeout is ${timeout}, must be at least 5000: the store is not opened`);
}

function connect(file: string, isReadonly: boolean): Database.Database {
  const database = openFile(file, isReadonly);
  try {
    database.pragma(`busy_timeout = ${busyMs}`);
    if (!isReadonly) database.pragma('journal_mode = WAL');
    // better-sqlite3 is built so that every connection after the first to a WAL file begins with NORMAL.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    assertPragmas(database);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError)
      throw new AppError('unavailable', `${file} cannot be opened as a SQLite store (${error.code})`, error);
    throw error;
  }
}

function openFile(file: string, isReadonly: boolean): Database.Database {
  try {
    return new Database(file, { readonly: isReadonly, fileMustExist: true });
  } catch (error) {
    throw new AppError('unavailable', `${file} cannot be opened`, error);
  }
}
