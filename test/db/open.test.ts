// Opening the store: what is checked before anything is read or written.
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutPassword } from '#db/dialect/postgres.ts';
import { assertPragmas, openSqliteConnection } from '#db/dialect/sqlite-connection.ts';
import { inSnapshot, inTransaction } from '#db/dialect/transaction.ts';
import { type Db, openDb } from '#db/open.ts';

const folder = { path: '' };
const opened: Db[] = [];

beforeEach(async () => {
  folder.path = await mkdtemp(path.join(tmpdir(), 'huiyin-open-'));
});

afterEach(async () => {
  for (const db of opened.splice(0)) await db.close();
  await rm(folder.path, { recursive: true, force: true });
});

const file = () => path.join(folder.path, 'huiyin.db');

async function open(options?: Parameters<typeof openDb>[1]): Promise<Db> {
  const db = await openDb(file(), options);
  opened.push(db);
  return db;
}

async function pragmasOf(db: Db) {
  const read = async (name: string) => {
    const [row] = await db.query
      .select({ value: sql<unknown>`value` })
      .from(sql`(select ${sql.raw(name)} as value from ${sql.raw(`pragma_${name}`)})`);
    return row?.value;
  };
  const timeout = sql<number>`(select timeout from pragma_busy_timeout)`;
  const [row] = await db.query.select({ timeout }).from(sql`(select 1) as one`);
  return {
    journal: await read('journal_mode'),
    synchronous: await read('synchronous'),
    foreignKeys: await read('foreign_keys'),
    isPatient: Number(row?.timeout) >= 5000,
  };
}

const promised = { journal: 'wal', synchronous: 2, foreignKeys: 1, isPatient: true };

async function allPragmasOf(db: Db) {
  return [
    await pragmasOf(db),
    await inTransaction(db, pragmasOf),
    // Two at once, so that the second snapshot has a connection of its own.
    ...(await Promise.all([inSnapshot(db, pragmasOf), inSnapshot(db, pragmasOf)])),
  ];
}

describe('pragmas', () => {
  it('are right on every connection of the first opening', async () => {
    expect(await allPragmasOf(await open({ migrate: true }))).toEqual([promised, promised, promised, promised]);
  });

  it('are right on every connection of the second opening of the same file', async () => {
    await (await openDb(file(), { migrate: true })).close();
    expect(await allPragmasOf(await open())).toEqual([promised, promised, promised, promised]);
  });

  it('would be NORMAL on the second opening without our pragma (the control)', async () => {
    await (await openDb(file(), { migrate: true })).close();
    const plain = new Database(file());
    expect(plain.pragma('synchronous', { simple: true })).toBe(1);
    plain.close();
  });

  it('are right where the store may only be read', async () => {
    await (await openDb(file(), { migrate: true })).close();
    const db = await open({ readonly: true });
    expect([await pragmasOf(db), await inSnapshot(db, pragmasOf)]).toEqual([promised, promised]);
  });

  it('are right in a worker thread', async () => {
    await (await openDb(file(), { migrate: true })).close();
    const href = (name: string) => JSON.stringify(new URL(`../../${name}`, import.meta.url).href);
    const script = `
      import { parentPort, workerData } from 'node:worker_threads';
      import { register } from ${href('node_modules/tsx/dist/esm/api/index.mjs')};
      register();
      const { openSqliteConnection } = await import(${href('db/dialect/sqlite-connection.ts')});
      const connection = openSqliteConnection(workerData, { isReadonly: true });
      parentPort.postMessage(connection.execute('select synchronous, foreign_keys from pragma_synchronous, pragma_foreign_keys', [], 'all'));
      connection.close();`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), { workerData: file() });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(answer).toEqual([[2, 1]]);
  });

  it.each([
    ['synchronous = NORMAL', /synchronous is 1, must be 2/],
    ['foreign_keys = OFF', /foreign_keys is 0, must be 1/],
    ['busy_timeout = 100', /busy_timeout is 100/],
    ['journal_mode = DELETE', /journal_mode is delete, must be wal/],
  ])('refuse a connection with %s', (pragma, reason) => {
    const database = new Database(file());
    for (const right of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 10000']) database.pragma(right);
    expect(() => assertPragmas(database)).not.toThrow();
    database.pragma(pragma);
    expect(() => assertPragmas(database)).toThrow(reason);
    database.close();
  });
});

describe('openDb', () => {
  it('makes the folder and a file that only its owner may read', async () => {
    const deep = path.join(folder.path, 'a/b/huiyin.db');
    opened.push(await openDb(deep, { migrate: true }));
    const modes = await Promise.all([deep, `${deep}-wal`, `${deep}-shm`].map(async (name) => (await stat(name)).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  it('refuses a file that is not there, unless it may make it', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(open({ readonly: true })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('refuses a store without tables, unless it may make them', async () => {
    openSqliteConnectionOf(file());
    await expect(open()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('holds no tables yet') });
  });

  it('refuses a file that is something else', async () => {
    await writeFile(
      file(),
      'this is a text that somebody put here, and it is longer than a hundred bytes so that nobody takes it for an empty one',
    );
    await expect(open({ migrate: true })).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('SQLITE_NOTADB') });
  });

  it('refuses a store in memory: its connections would not see each other', async () => {
    await expect(openDb(':memory:', { migrate: true })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('refuses to write where it may only read', async () => {
    await (await openDb(file(), { migrate: true })).close();
    const db = await open({ readonly: true });
    await expect(inTransaction(db, async () => 1)).rejects.toMatchObject({ code: 'internal' });
    await expect(Promise.resolve(db.query.insert(db.tables.calendar).values({ id: 'x', label: 'x' }))).rejects.toThrow();
  });

  it('names a PostgreSQL server that does not answer, without the password', async () => {
    const failed = openDb('postgres://someone:secret@127.0.0.1:1/feedback', { migrate: true });
    await expect(failed).rejects.toMatchObject({
      code: 'unavailable',
      message: 'the database at postgres://someone@127.0.0.1:1/feedback cannot be reached (ECONNREFUSED)',
    });
    expect(withoutPassword('postgres://a:b@host/db?sslmode=require&password=c')).toBe('postgres://a@host/db');
    expect(withoutPassword('postgres://a:b@')).not.toContain('b@');
  });
});

function openSqliteConnectionOf(name: string): void {
  new Database(name).close();
  openSqliteConnection(name, { isReadonly: false }).close();
}

it('keeps the rights of a file that is there already', async () => {
  await (await openDb(file(), { migrate: true })).close();
  await chmod(file(), 0o640);
  await open({ migrate: true });
  expect((await stat(file())).mode & 0o777).toBe(0o640);
});
