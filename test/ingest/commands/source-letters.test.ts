// `huiyin sources letters` and `retry`: letters are listed with their reasons, and asked for by their number.
import { expect, it } from 'vitest';
import { saveDeadLetters } from '#db/store/dead-letters.ts';
import { saveSource } from '#db/store/sources.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

it('lists letters, and says what is asked for in vain', async () => {
  const room = openCommandRoom(temporaryFolder());
  const run = (...args: string[]) => room.run(['sources', ...args]);
  const db = await room.open();
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  const at = Date.parse('2026-03-01T08:00:00Z');
  await saveDeadLetters(db, 'desk', [{ item: '17', stage: 'parse', reason: 'id: is missing' }], at);
  await saveDeadLetters(db, 'desk', [{ item: '17', stage: 'parse', reason: 'id: is missing' }], at + 60_000);
  await db.close();
  expect((await run('letters', 'desk')).stdout).toBe('1: 17 (parse): id: is missing; 2 attempts, last 2026-03-01T08:01:00.000Z\n');
  expect(JSON.parse((await run('letters', 'desk', '--json')).stdout)).toMatchObject([{ id: 1, item: '17', attempts: 2 }]);
  expect((await run('letters', 'nobody')).stdout).toBe('no dead letters\n');
  expect((await run('retry', '2')).failure).toBe('no open dead letter 2');
  expect((await run('retry', '1')).failure).toContain('"desk"');
  expect((await run('retry', 'x')).failure).toContain('the number of a letter');
});
