// What an open store is: one typed query surface over either database.
import type { SQL } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type * as postgresTables from '../schema/postgres.ts';

export const dialects = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof dialects)[number];

/** Both schemas have the same tables and columns (a test compares them), so the types of one speak for both. */
export type Tables = typeof postgresTables;

/** drizzle's builders, typed as PostgreSQL's. What only one database knows goes through `db/dialect`; transactions too. */
export type Query = Omit<NodePgDatabase, 'transaction' | 'query' | 'execute'>;

/** `write`: all or nothing, one at a time. `read`: several queries that see one and the same state. */
export type Isolation = 'write' | 'read';

/** The ways to speak to the database over one connection, or over whichever is free. */
export type Scope = {
  readonly query: Query;
  /** Runs a statement and throws its rows away. */
  readonly run: (statement: SQL) => Promise<void>;
  /**
   * Runs a finished statement text, prepared under its name, and throws its rows away. For writing many rows: building a
   * statement, or filling a prepared one through drizzle, takes longer than SQLite takes to write the row.
   */
  readonly execute: (name: string, text: string, parameters: readonly unknown[]) => Promise<void>;
  /**
   * Rows as arrays, in the order of the selected columns and as the driver gives them, but whole numbers as numbers: for reading
   * very many, where drizzle's mapping takes several times as long as the reading. The caller says what they hold.
   */
  readonly rows: <Row extends readonly unknown[]>(statement: {
    readonly sql: string;
    readonly params: readonly unknown[];
  }) => Promise<Row[]>;
  /** What `make` prepared, made once for this scope. One name always stands for one `make`. */
  readonly prepared: <T>(name: string, make: () => T) => T;
};

export type Db = Scope & {
  readonly dialect: Dialect;
  /** File path or URL; the URL without its password. */
  readonly location: string;
  readonly isReadonly: boolean;
  readonly tables: Tables;
  /** The isolation that this handle is in; null for the handle that `openDb` returned. */
  readonly inside: Isolation | null;
  /** The transaction that the running code is in, where it began with this store; use `inTransaction` and `inSnapshot`. */
  readonly current: () => Db | null;
  readonly isolate: <T>(isolation: Isolation, work: (tx: Db) => Promise<T>) => Promise<T>;
  close(): Promise<void>;
};
