// Commands of the ingest room run in process, over a real store in a temporary folder.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { count } from 'drizzle-orm';
import { openKeys } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import { type Db, openDb } from '#db/open.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import { registerEvaluate } from '#ingest/commands/evaluate.ts';
import { registerEvents } from '#ingest/commands/events.ts';
import { registerImport } from '#ingest/commands/import.ts';
import { registerOwnAddresses } from '#ingest/commands/own-addresses.ts';
import { registerRedact } from '#ingest/commands/redact.ts';
import { registerRescore } from '#ingest/commands/rescore.ts';
import { registerRetrain } from '#ingest/commands/retrain.ts';
import { registerSources } from '#ingest/commands/sources.ts';
import { registerTaxonomy } from '#ingest/commands/taxonomy.ts';
import { importNow } from './import-files.ts';

export type CommandRun = {
  readonly stdout: string;
  readonly stderr: string;
  /** What ended the command, as it would be printed; null where it went through. */
  readonly failure: string | null;
};

export type CommandRoom = {
  readonly location: string;
  run(args: readonly string[], options?: { stdin?: string | Buffer; isTerminal?: boolean }): Promise<CommandRun>;
  /** Runs with `--json` and reads the answer. */
  json(args: readonly string[]): Promise<ImportAnswer>;
  open(): Promise<Db>;
};

export type ImportAnswer = {
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejects: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  readonly report: string | null;
  readonly dryRun: boolean;
  readonly times: { readonly ambiguous: number; readonly nonexistent: number };
  readonly files: readonly { readonly file: string; readonly read: number }[];
  readonly preview?: readonly { readonly externalId: string; readonly messages: readonly { readonly body: string }[] }[];
};

export function openCommandRoom(dataFolder: string): CommandRoom {
  const location = path.join(dataFolder, 'huiyin.sqlite');
  const open = async (): Promise<Db> => {
    const db = await openDb(location, { migrate: true });
    await initialiseWorkspace(db, importNow);
    return db;
  };
  const run: CommandRoom['run'] = async (args, { stdin = '', isTerminal = false } = {}) => {
    const written = { stdout: '', stderr: '' };
    let ticks = 0;
    const context = {
      openStore: open,
      findStore: async () => (existsSync(location) ? await open() : null),
      keys: () => openKeys(dataFolder),
      dataFolder,
      // Moves on, so that progress is drawn.
      clock: () => importNow + (isTerminal ? 1000 * ticks++ : 0),
      randomToken: () => 'a-token-of-this-test-xxxxxxxxxxx',
      allowedHosts: [],
      version: '0.0.0',
      stdin: once(Buffer.from(stdin)),
      stdout: (text: string) => {
        written.stdout += text;
      },
      stderr: (text: string) => {
        written.stderr += text;
      },
      isTerminal,
    };
    const program = new Command('huiyin')
      .exitOverride()
      .configureOutput({ writeOut: context.stdout, writeErr: context.stderr, outputError: () => undefined });
    registerImport(program, context);
    registerRedact(program, context);
    registerEvaluate(program, context);
    registerSources(program, context, 'sources');
    registerEvents(program, context);
    registerOwnAddresses(program, context);
    registerRescore(program, context);
    registerRetrain(program, context);
    registerTaxonomy(program, context);
    try {
      await program.parseAsync([...args], { from: 'user' });
      return { ...written, failure: null };
    } catch (error) {
      if (error instanceof AppError || error instanceof CommanderError) return { ...written, failure: error.message };
      throw error;
    }
  };
  return {
    location,
    run,
    open,
    json: async (args) => {
      const { stdout, failure } = await run([...args, '--json']);
      if (stdout === '') throw new Error(`no answer: ${failure}`);
      const answer: ImportAnswer = JSON.parse(stdout);
      return answer;
    },
  };
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  if (content.length > 0) yield content;
}

/** Rows of every table that an import may write. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const { source, conversation, message, statusChange, wait, episode, rating, staff, deadLetter, jobRun } = db.tables;
  const tables = { source, conversation, message, statusChange, wait, episode, rating, staff, deadLetter, jobRun };
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(tables)) {
    const [row] = await db.query.select({ n: count() }).from(table);
    counts[name] = row?.n ?? 0;
  }
  return counts;
}

/** A fingerprint of the store's files, absent ones included. */
export function storeDigest(location: string): string[] {
  return ['', '-wal'].map((ending) => {
    const file = `${location}${ending}`;
    return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'absent';
  });
}
