// Stores for tests: fresh ones in temporary places, of either database, closed and removed after each test.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe } from 'vitest';
import { type Db, openDb } from '#db/open.ts';
import { type PostgresServer, postgresServer } from './postgres-server.ts';

/** Opens a fresh store with all tables and nothing in them. */
export type OpenStore = () => Promise<Db>;

/** Where a store is, for tests that open it themselves, or several times. */
export type Place = { readonly location: string };

export type StoreKind = {
  readonly name: 'sqlite' | 'postgres';
  /** Why it cannot be had here; null where it can. */
  readonly missing: string | null;
  /** An empty place: no tables yet. */
  readonly emptyPlace: () => Promise<Place>;
  readonly openStore: OpenStore;
  /** Closes and removes what the two above gave. */
  readonly cleanUp: () => Promise<void>;
};

/** Both databases. Await it at the top of a test file; the PostgreSQL server is started once for the process. */
export async function storeKinds(): Promise<readonly StoreKind[]> {
  return [sqliteKind(), await postgresKind()];
}

/**
 * Runs a suite on both databases: `await describeStores('conversations', ({ openStore }) => { ... })`.
 * Where PostgreSQL cannot be started, its half is skipped under a name that says why.
 */
export async function describeStores(title: string, define: (kind: StoreKind) => void): Promise<void> {
  for (const kind of await storeKinds()) {
    describe.skipIf(kind.missing !== null)(`${title} on ${kind.name}${kind.missing === null ? '' : ` (skipped: ${kind.missing})`}`, () => {
      afterEach(kind.cleanUp);
      define(kind);
    });
  }
}

/** SQLite alone, for suites that need a store and do not test it: `const { openStore, cleanUp } = sqliteKind()`. */
export function sqliteKind(): StoreKind {
  const open: Db[] = [];
  const folders: string[] = [];
  const emptyPlace = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-test-'));
    folders.push(folder);
    return { location: path.join(folder, 'huiyin.db') };
  };
  return {
    name: 'sqlite',
    missing: null,
    emptyPlace,
    openStore: async () => await openAt(open, await emptyPlace()),
    cleanUp: async () => {
      await closeAll(open);
      for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function postgresKind(): Promise<StoreKind> {
  const start = await postgresServer();
  if ('reason' in start) {
    const refuse = async () => Promise.reject(new Error(start.reason));
    return { name: 'postgres', missing: start.reason, emptyPlace: refuse, openStore: refuse, cleanUp: async () => undefined };
  }
  return await postgresOn(start.server);
}

async function postgresOn(server: PostgresServer): Promise<StoreKind> {
  const open: Db[] = [];
  const databases: string[] = [];
  const create = async (template: string) => {
    const database = server.freshName();
    databases.push(database);
    await server.run(`create database ${database} template ${template}`);
    return { location: server.url(database) };
  };
  // Copying a prepared database is several times faster than preparing each.
  await server.once(async () => {
    await server.run('create database prepared');
    await (await openDb(server.url('prepared'), { migrate: true })).close();
  });
  return {
    name: 'postgres',
    missing: null,
    emptyPlace: async () => await create('template0'),
    openStore: async () => await openAt(open, await create('prepared')),
    cleanUp: async () => {
      await closeAll(open);
      for (const database of databases.splice(0)) await server.run(`drop database ${database} with (force)`);
    },
  };
}

async function openAt(open: Db[], { location }: Place): Promise<Db> {
  const db = await openDb(location, { migrate: true });
  open.push(db);
  return db;
}

async function closeAll(open: Db[]): Promise<void> {
  for (const db of open.splice(0)) await db.close();
}
