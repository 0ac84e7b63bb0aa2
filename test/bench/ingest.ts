// The bench of ingest end to end: files to a store that waits for the disk, with redaction, language, scores and facts; then the same again.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { z } from 'zod';
import { openKeys } from '#db/keys.ts';
import { openDb } from '#db/open.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import { registerImport } from '#ingest/commands/import.ts';
import { readRows } from '#ingest/training/read-examples.ts';

const data = path.resolve(import.meta.dirname, '../../../shared/data');
const sets = ['conv_twcs_multi', 'conv_crypto_appstore', 'conv_stc3_csat_zh', 'conv_stc3_csat_en', 'conv_uss_csat_en'];
const given = process.argv.slice(2);
const files = given.length > 0 ? given : sets.map((set) => path.join(data, `${set}.jsonl.gz`));
const target = 3000;

const rowShape = z.looseObject({ messages: z.array(z.unknown()) });
let messages = 0;
for (const file of files) for (const { messages: own } of await readRows(file, rowShape)) messages += own.length;

const countsShape = z.object({ read: z.number(), inserted: z.number(), updated: z.number(), unchanged: z.number(), rejected: z.number() });

/** Runs the command as the program does, and gives what it printed. */
async function importFiles(dataFolder: string): Promise<string> {
  let printed = '';
  const program = new Command().exitOverride();
  const openStore = async () => {
    const db = await openDb(path.join(dataFolder, 'huiyin.db'), { migrate: true });
    await initialiseWorkspace(db, Date.now());
    return db;
  };
  registerImport(program, {
    openStore,
    findStore: openStore,
    keys: () => openKeys(dataFolder),
    dataFolder,
    clock: Date.now,
    randomToken: () => 'bench',
    allowedHosts: [],
    version: '0.0.0',
    stdin: process.stdin,
    stdout: (text) => {
      printed += text;
    },
    stderr: () => undefined,
    isTerminal: false,
  });
  await program.parseAsync(['import', ...files, '--format', 'conversations-jsonl', '--source', 'bench', '--json'], { from: 'user' });
  return printed;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-bench-'));
try {
  const timed = async (name: string): Promise<number> => {
    const cpu = process.cpuUsage();
    const began = performance.now();
    const { read, inserted, updated, unchanged, rejected } = countsShape.parse(JSON.parse(await importFiles(folder)));
    const perSecond = (1000 * messages) / (performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    process.stdout.write(
      `${name}: ${read} conversations (${inserted} new, ${updated} changed, ${unchanged} unchanged, ${rejected} rejected), ${messages} messages: ` +
        `${Math.round(perSecond)} a second by the clock, ${Math.round((messages * 1e6) / (user + system))} a second of processor time\n`,
    );
    return perSecond;
  };
  const first = await timed('from nothing');
  await timed('again');
  if (first < target) {
    process.stdout.write(`MISSED  fewer than ${target} messages a second by the clock\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
