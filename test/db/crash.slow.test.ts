// What was acknowledged is there, once and whole, however the process ended.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDb } from '#db/open.ts';
import { findConversations } from '#db/store/conversations.ts';
import { findCursor } from '#db/store/cursors.ts';
import { describeStores } from '#test/support/stores.ts';

const script = new URL('../support/saving-process.ts', import.meta.url).pathname;
const root = new URL('../..', import.meta.url).pathname;

type End = { readonly acknowledged: number; readonly said: string };

/** Runs the saving process; `limitKb` makes every file stop growing there, as on a full disk. */
async function save(location: string, killAfterMs: number | null, limitKb?: number): Promise<End> {
  const node = `exec "${process.execPath}" --import tsx "${script}" "${location}"`;
  // The signal of the limit is ignored, so that the write fails instead of the process.
  const command = limitKb === undefined ? node : `trap "" XFSZ; ulimit -f ${limitKb}; ${node}`;
  const child = spawn('/bin/bash', ['-c', command], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.on('data', (part: Buffer) => {
    if (said === '' && killAfterMs !== null) void sleep(killAfterMs).then(() => child.kill('SIGKILL'));
    said += part.toString();
  });
  await ended;
  const numbers = said.split('\n').filter((line) => /^\d+$/.test(line));
  return { acknowledged: Number(numbers.at(-1) ?? -1), said };
}

/** Everything that a crash could have broken. */
async function inspect(location: string) {
  const db = await openDb(location);
  const next = Number((await findCursor(db, 'crash')) ?? 0);
  const { conversation, message } = db.tables;
  const rows = await db.query
    .select({ externalId: conversation.externalId, revision: conversation.revision })
    .from(conversation)
    .orderBy(asc(conversation.id));
  const messages = await db.query.$count(message);
  const found = (await findConversations(db, { search: '打不开', limit: 1 })).n;
  const isSqlite = db.dialect === 'sqlite';
  await db.close();
  // Every page up to the cursor is there in whole, none after it; the last of each page was changed by the next.
  const expected = Array.from({ length: next * 30 }, (_, index) => {
    const externalId = `p${Math.floor(index / 30)}-${index % 30}`;
    return { externalId, revision: index % 30 === 29 && index < next * 30 - 1 ? 2 : 1 };
  });
  expect(rows).toEqual(expected);
  expect([messages, found]).toEqual([rows.length * 2, rows.length]);
  if (isSqlite) expect(checkFile(location)).toEqual({ integrity: 'ok', foreignKeys: [], search: 'ok' });
  return next;
}

async function loseOneMessage(location: string): Promise<void> {
  const db = await openDb(location);
  const { message } = db.tables;
  await db.query.delete(message).where(eq(message.externalId, 'p0-3-1'));
  await db.close();
}

function checkFile(file: string) {
  const database = new Database(file);
  const integrity = database.pragma('integrity_check', { simple: true });
  const foreignKeys = database.pragma('foreign_key_check');
  database.exec(`insert into conversation_search (conversation_search) values ('integrity-check')`);
  database.close();
  return { integrity, foreignKeys, search: 'ok' };
}

await describeStores('a killed process', ({ name, emptyPlace }) => {
  const kills = name === 'sqlite' ? 25 : 6;

  it(`loses nothing that it acknowledged and doubles nothing, ${kills} times`, { timeout: 600_000 }, async () => {
    const { location } = await emptyPlace();
    await (await openDb(location, { migrate: true })).close();
    const lost: string[] = [];
    let reached = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const { acknowledged } = await save(location, Math.floor(Math.random() * (name === 'sqlite' ? 200 : 800)));
      const next = await inspect(location);
      if (next < acknowledged + 1) lost.push(`page ${acknowledged} was acknowledged, the store ends at ${next}`);
      if (next < reached) lost.push(`the store went back from ${reached} to ${next}`);
      reached = next;
    }
    expect(lost).toEqual([]);
    // The controls: there was something to lose, and a loss would have been seen.
    expect(reached).toBeGreaterThanOrEqual(kills);
    await loseOneMessage(location);
    await expect(inspect(location)).rejects.toThrow(/expected/);
  });

  it.skipIf(name !== 'sqlite')(
    'that meets a full disk keeps what it acknowledged, and goes on once there is room',
    { timeout: 600_000 },
    async () => {
      for (const limitKb of [700, 900, 1300, 2000, 2900, 4100]) {
        const { location } = await emptyPlace();
        await (await openDb(location, { migrate: true })).close();
        const { acknowledged, said } = await save(location, null, limitKb);
        expect(said).toMatch(/stopped: unavailable\n$/);
        expect(await inspect(location)).toBe(acknowledged + 1);
        const after = await save(location, 50);
        expect(after.acknowledged).toBeGreaterThan(acknowledged);
        await inspect(location);
      }
    },
  );
});
