// `huiyin verify`, `backup` and `restore`: copies under use, opened and checked, and a restore that loses nothing.
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFile } from '#api/commands/sqlite-file.ts';
import { findSources } from '#db/store/sources.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { saveSamples } from '#test/support/sample-conversations.ts';

let line: CommandLine;
beforeEach(async () => {
  line = openCommandLine();
  const db = await line.openStore();
  await saveSamples(db, 0);
  await db.close();
});
afterEach(() => line.close());

const json = async (...argv: string[]) => JSON.parse((await line.run(...argv, '--json')).stdout);

describe('huiyin verify', () => {
  it('finds a healthy store whole, with its counts', async () => {
    expect(await json('verify')).toMatchObject({
      isWhole: true,
      database: 'sqlite',
      integrity: 'ok',
      foreignKeyErrors: 0,
      tables: { conversation: 6, source: 1 },
    });
  });

  it('finds a damaged one', async () => {
    const file = new Database(line.location);
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    const bytes = readFileSync(line.location);
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000);
    writeFileSync(line.location, bytes);
    expect((await line.run('verify')).code).toBe(1);
  });
});

describe('huiyin backup and restore', () => {
  it('brings back what was there, and sets aside what is there', async () => {
    await line.run('users', 'list');
    const made = await json('backup');
    expect([statSync(made.file).mode & 0o777, statSync(`${made.file}.keys.json`).mode & 0o777, made.tables.conversation]).toEqual([
      0o600, 0o600, 6,
    ]);
    expect(readdirSync(path.dirname(made.file)).sort()).toEqual([path.basename(made.file), `${path.basename(made.file)}.keys.json`]);
    const db = await line.openStore();
    await saveSamples(db, 0, 'later');
    await db.close();
    const restored = await json('restore', made.file);
    expect(restored).toMatchObject({ file: line.location, restoredKeys: false, tables: { conversation: 6 } });
    expect(checkFile(restored.setAside).tables.conversation).toBe(12);
    const after = await line.openStore();
    expect((await findSources(after)).map((source) => source.id)).toEqual(['mail']);
    await after.close();
    expect((await json('verify')).isWhole).toBe(true);
  });

  it('copies a store that is written to meanwhile', async () => {
    const db = await line.openStore();
    const [made] = await Promise.all([json('backup', path.join(line.dataFolder, 'b.db')), saveSamples(db, 0, 'later')]);
    await db.close();
    expect([6, 12]).toContain(made.tables.conversation);
  });

  it('refuses to restore while the store is open elsewhere, and leaves it as it is', async () => {
    const { file } = await json('backup');
    const db = await line.openStore();
    const { code, stderr } = await line.run('restore', file);
    expect([code, stderr]).toEqual([1, 'the store is in use: stop the server, then restore\n']);
    expect(await findSources(db)).toHaveLength(1);
    await db.close();
    expect((await line.run('restore', file)).code).toBe(0);
  });

  it('refuses a file that is damaged or no backup, and keeps the store', async () => {
    const { file } = await json('backup');
    const broken = path.join(line.dataFolder, 'broken.db');
    copyFileSync(file, broken);
    const bytes = readFileSync(broken);
    bytes.fill(0xff, 30_000, 60_000);
    writeFileSync(broken, bytes);
    const text = path.join(line.dataFolder, 'text.db');
    writeFileSync(text, 'not a database, but long enough to have a header of its own '.repeat(20));
    for (const wrong of [broken, text]) expect((await line.run('restore', wrong)).code).toBe(1);
    expect((await line.run('restore', path.join(line.dataFolder, 'gone.db'))).code).toBe(2);
    expect((await json('verify')).tables.conversation).toBe(6);
    expect(readdirSync(line.dataFolder).filter((name) => name.includes('before-restore'))).toEqual([]);
  });

  it('does not write over a backup', async () => {
    const { file } = await json('backup');
    expect((await line.run('backup', file)).code).toBe(1);
  });
});
