// Brings the tables of a store up to date, in one transaction and by one process at a time.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { AppError } from '../model/errors.ts';
import type { Db, Dialect } from './db.ts';
import { inSnapshot, inTransaction } from './transaction.ts';

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.number().int(), tag: z.string() })) });

/** One file of `db/migrations`; `name` without its ending. */
export type Migration = { readonly name: string; readonly statements: readonly string[] };

export type MigrateOptions = {
  readonly migrates: boolean;
  /** Those of this program, unless a test brings its own. */
  readonly migrations?: readonly Migration[];
};

/** Any number that no other program locks on the same PostgreSQL database. */
const lockNumber = 7_246_194_613;

/**
 * Applies the migrations that the store has not seen: all or none. Without `migrates` it only checks.
 * `conflict` where the store knows a migration that this program does not: a newer version wrote it.
 */
export async function bringUpToDate(db: Db, options: MigrateOptions): Promise<void> {
  const migrations = options.migrations ?? (await readMigrations(db.dialect));
  if (!options.migrates) return check(db, migrations, await inSnapshot(db, findApplied));
  await inTransaction(db, async (tx) => {
    if (tx.dialect === 'postgres') await tx.run(sql`select pg_advisory_xact_lock(${lockNumber})`);
    await tx.run(sql`create table if not exists schema_version (version integer primary key, name text not null)`);
    const applied = await findApplied(tx);
    refuseNewer(tx, migrations, applied);
    for (const [index, migration] of migrations.entries()) {
      if (index < applied.length) continue;
      for (const statement of migration.statements) await tx.run(sql.raw(statement));
      await tx.run(sql`insert into schema_version (version, name) values (${index + 1}, ${migration.name})`);
    }
  });
}

/** The migrations of this program for a database, oldest first. */
export async function readMigrations(dialect: Dialect): Promise<Migration[]> {
  const folder = fileURLToPath(new URL(`../migrations/${dialect}`, import.meta.url));
  if (!existsSync(folder)) throw new AppError('internal', `${folder} is missing: the program is not complete`);
  const { entries } = journalSchema.parse(JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')));
  return await Promise.all(
    entries.map(async ({ tag }) => {
      const text = await readFile(`${folder}/${tag}.sql`, 'utf8');
      return { name: tag, statements: text.split('--> statement-breakpoint') };
    }),
  );
}

function check(db: Db, migrations: readonly Migration[], applied: readonly string[]): void {
  refuseNewer(db, migrations, applied);
  if (applied.length === migrations.length) return;
  const state = applied.length === 0 ? 'holds no tables yet' : `is at version ${applied.length} of ${migrations.length}`;
  throw new AppError('unavailable', `the store at ${db.location} ${state}; start the program once to prepare it`);
}

function refuseNewer(db: Db, migrations: readonly Migration[], applied: readonly string[]): void {
  const unknown = applied.findIndex((name, index) => migrations[index]?.name !== name);
  if (unknown === -1) return;
  throw new AppError(
    'conflict',
    `the store at ${db.location} was written by a newer version of this program (it has "${applied[unknown]}", ` +
      `this version knows ${migrations.length} steps); start that version, or restore a backup made with this one`,
  );
}

async function findApplied(tx: Db): Promise<string[]> {
  const one = await tx.query.select({ n: tableCount(tx.dialect) }).from(sql`(select 1) as one`);
  if (one[0]?.n !== 1) return [];
  const rows = await tx.query.select({ name: sql<string>`name` }).from(sql`schema_version`).orderBy(sql`version`);
  return rows.map((row) => row.name);
}

function tableCount(dialect: Dialect): SQL<number> {
  const counted =
    dialect === 'sqlite'
      ? sql`(select count(*) from sqlite_master where type = 'table' and name = 'schema_version')`
      : sql`(select count(*) from information_schema.tables where table_schema = current_schema() and table_name = 'schema_version')`;
  return sql<number>`${counted}`.mapWith(Number);
}
