// The SQLite store: readers that never wait, and one connection for writing behind a queue.
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../model/errors.ts';
import type { Db, Isolation, Scope, Tables } from './db.ts';
import { withoutValues } from './failed-statement.ts';
import { openQueue } from './queue.ts';
import { openRunning } from './running.ts';
import { type Method, openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';

export type Execute = (statement: string, parameters: readonly unknown[], method: Method) => Promise<unknown>;

export type SqliteOptions = {
  readonly file: string;
  readonly isReadonly: boolean;
  readonly tables: Tables;
  readonly toScope: (execute: Execute) => Scope;
};

const controls = /^\s*(begin|commit|end|rollback|savepoint|release)\b/i;
/** Waits between tries to begin writing while another process writes: 30 seconds in all. */
const patience = [1, 2, 5, 10, 20, 50, ...Array.from({ length: 299 }, () => 100)];

export function openSqlite({ file, isReadonly, tables, toScope }: SqliteOptions): Db {
  const open: SqliteConnection[] = [];
  const connect = (readonly: boolean): SqliteConnection => {
    const connection = openSqliteConnection(file, { isReadonly: readonly });
    open.push(connection);
    return connection;
  };
  // The writer comes first: it turns a new file into a WAL file, which a reader cannot do.
  const writer = isReadonly ? null : connect(false);
  const writerScope = writer === null ? null : toScope(async (...call) => execute(writer, ...call));
  const reader = connect(true);
  const idle: { readonly connection: SqliteConnection; readonly scope: Scope }[] = [];
  const queue = openQueue();
  const running = openRunning<Db>();
  const current = running.current;

  const outside: Execute = async (statement, parameters, method) => {
    if (current() !== null && writer !== null) return execute(writer, statement, parameters, method);
    if (reader.isReading(statement)) return execute(reader, statement, parameters, method);
    if (writer === null) throw new AppError('internal', 'a write was tried where the store may only be read');
    return await queue(async () => {
      await begin(writer);
      return await settle(writer, async () => execute(writer, statement, parameters, method));
    });
  };

  const inner = (scope: Scope, inside: Isolation): Db => ({
    ...scope,
    dialect: 'sqlite',
    location: file,
    isReadonly,
    tables,
    inside,
    current,
    isolate: async (_isolation, work) => await work(inner(scope, inside)),
    close: async () => {
      throw new AppError('internal', 'a transaction cannot close the store');
    },
  });

  const write = async <T>(work: (tx: Db) => Promise<T>): Promise<T> => {
    if (writer === null || writerScope === null) throw new AppError('internal', 'a write was tried where the store may only be read');
    return await queue(async () => {
      await begin(writer);
      const tx = inner(writerScope, 'write');
      return await settle(writer, async () => await running.run(tx, async () => await work(tx)));
    });
  };

  const read = async <T>(work: (tx: Db) => Promise<T>): Promise<T> => {
    const connection = idle.pop() ?? openIdle();
    connection.connection.control('begin');
    try {
      return await work(inner(connection.scope, 'read'));
    } finally {
      connection.connection.control('rollback');
      idle.push(connection);
    }
  };

  const openIdle = () => {
    const connection = connect(true);
    return { connection, scope: toScope(async (...call) => execute(connection, ...call)) };
  };

  return {
    ...toScope(outside),
    dialect: 'sqlite',
    location: file,
    isReadonly,
    tables,
    inside: null,
    current,
    isolate: async (isolation, work) => (isolation === 'write' ? await write(work) : await read(work)),
    // Waits for its turn, so that a page that is being saved is saved.
    close: async () => {
      await queue(async () => {
        for (const connection of open.splice(0)) connection.close();
      });
    },
  };
}

function execute(connection: SqliteConnection, statement: string, parameters: readonly unknown[], method: Method): unknown {
  if (controls.test(statement)) throw new AppError('internal', 'transactions begin with inTransaction');
  return connection.execute(statement, parameters, method);
}

/** Tries without blocking the thread: SQLite's own waiting would hold every other request for seconds. */
async function begin(connection: SqliteConnection): Promise<void> {
  try {
    for (const waitMs of patience) {
      if (connection.tryBegin()) return;
      await sleep(waitMs);
    }
  } catch (error) {
    throw withoutValues(error);
  }
  throw new AppError('unavailable', 'the store is busy: another process has been writing to it for 30 seconds');
}

async function settle<T>(connection: SqliteConnection, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    connection.control('commit');
    return result;
  } catch (error) {
    connection.rollBack();
    throw withoutValues(error);
  }
}
