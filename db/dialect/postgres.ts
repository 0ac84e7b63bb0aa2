// The PostgreSQL store: a pool of connections, and one of them for each transaction.
import pg from 'pg';
import { AppError } from '../model/errors.ts';
import type { Db, Isolation, Scope, Tables } from './db.ts';
import { withoutValues } from './failed-statement.ts';
import { openRunning } from './running.ts';

/** What drizzle needs of a connection. */
export type Asking = { query(...call: unknown[]): unknown };

export type PostgresOptions = {
  readonly url: string;
  readonly isReadonly: boolean;
  readonly tables: Tables;
  readonly toScope: (asking: Asking) => Scope;
};

const beginnings = {
  write: 'begin isolation level read committed',
  read: 'begin isolation level repeatable read read only',
} as const satisfies Record<Isolation, string>;

/** Connects and checks the server; throws `unavailable` where it cannot be reached or keeps text in another encoding than UTF-8. */
export async function openPostgres({ url, isReadonly, tables, toScope }: PostgresOptions): Promise<Db> {
  const location = withoutPassword(url);
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'huiyin', options: sessionOptions(isReadonly) });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const scopes = new WeakMap<pg.PoolClient, Scope>();
  const running = openRunning<{ readonly db: Db; readonly client: pg.PoolClient }>();
  const current = () => running.current()?.db ?? null;
  await check(pool, location);

  const inner = (scope: Scope, inside: Isolation): Db => ({
    ...scope,
    dialect: 'postgres',
    location,
    isReadonly,
    tables,
    inside,
    current,
    isolate: async (_isolation, work) => await work(inner(scope, inside)),
    close: async () => {
      throw new AppError('internal', 'a transaction cannot close the store');
    },
  });

  const isolate = async <T>(isolation: Isolation, work: (tx: Db) => Promise<T>): Promise<T> => {
    const client = await connect(pool, location);
    // Statements prepared on a connection stay with it, so its scope does too.
    const scope = scopes.get(client) ?? toScope({ query: (...call) => Reflect.apply(client.query, client, call) });
    scopes.set(client, scope);
    const entered = { db: inner(scope, isolation), client };
    let broken: Error | undefined;
    try {
      await client.query(beginnings[isolation]);
      const result = isolation === 'write' ? await running.run(entered, async () => await work(entered.db)) : await work(entered.db);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failed: unknown) => {
        broken = failed instanceof Error ? failed : new Error('rollback failed');
      });
      throw withoutValues(error);
    } finally {
      client.release(broken);
    }
  };

  return {
    ...toScope({
      query: (...call) => {
        const client = running.current()?.client;
        return client === undefined ? Reflect.apply(pool.query, pool, call) : Reflect.apply(client.query, client, call);
      },
    }),
    dialect: 'postgres',
    location,
    isReadonly,
    tables,
    inside: null,
    current,
    isolate,
    close: async () => await pool.end(),
  };
}

function sessionOptions(isReadonly: boolean): string {
  const settings = [
    'timezone=UTC',
    'synchronous_commit=on',
    'client_encoding=UTF8',
    ...(isReadonly ? ['default_transaction_read_only=on'] : []),
  ];
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

async function connect(pool: pg.Pool, location: string): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new AppError('unavailable', `the database at ${location} cannot be reached (${codeOf(error)})`);
  }
}

async function check(pool: pg.Pool, location: string): Promise<void> {
  const client = await connect(pool, location).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const { rows } = await client.query<{ encoding: string; durable: string }>(
    `select current_setting('server_encoding') as encoding, current_setting('synchronous_commit') as durable`,
  );
  client.release();
  const found = rows[0];
  if (found?.encoding === 'UTF8' && found.durable === 'on') return;
  await pool.end();
  const fault =
    found?.encoding === 'UTF8' ? `synchronous_commit is ${found.durable}, must be on` : `its encoding is ${found?.encoding}, must be UTF8`;
  throw new AppError('unavailable', `the database at ${location} cannot be used: ${fault}`);
}

/** The URL as it may be shown and logged. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'postgres://(not a valid address)';
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  return shown.toString();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}
