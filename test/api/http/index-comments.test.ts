// Old comments made findable behind a start: told once, and left where the server stops.

import pino from 'pino';
import { expect, it } from 'vitest';
import { indexComments } from '#api/http/index-comments.ts';
import { openDb } from '#db/open.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { asRedacted, incoming, monday, plainSettings } from '#test/support/incoming.ts';
import { memoryFolder } from '#test/support/memory-folder.ts';

async function openOld() {
  const db = await openDb(`${memoryFolder()}/huiyin.db`, { migrate: true });
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const rating = { externalId: 'r1', kind: 'csat', value: 2, scaleMin: 1, scaleMax: 5, at: monday } as const;
  const conversations = [incoming('a', { ratings: [rating] }), incoming('b', { subject: asRedacted('Slow') })];
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  await db.query.update(db.tables.rating).set({ comment: 'Painfully slow', commentRedactions: [] });
  const lines: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) });
  return { db, log, lines, found: async () => (await findConversations(db, { search: 'painfully' })).n };
}

it('finds them after the first start, and says so once', async () => {
  const { db, log, lines, found } = await openOld();
  for (const _start of [1, 2]) {
    const indexing = indexComments({ db, log });
    await expect.poll(found).toBe(1);
    await indexing.stop();
  }
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 30, conversations: 1, msg: 'comments on ratings are searched from now on' },
  ]);
  await db.close();
});

it('leaves the rest for the next start where it is stopped, and tells of a store that fails it', async () => {
  const { db, log, lines, found } = await openOld();
  const isolate: typeof db.isolate = (isolation, work) =>
    new Promise((resolve) => setTimeout(resolve)).then(() => db.isolate(isolation, work));
  await indexComments({ db: { ...db, isolate }, log }).stop();
  expect(lines).toEqual([]);
  const failing = indexComments({ db: { ...db, isolate: () => Promise.reject(new Error('the disk is full')) }, log });
  await expect.poll(() => lines.length).toBe(1);
  expect(lines[0]).toContain('comments on ratings could not be made findable');
  await failing.stop();
  await indexComments({ db, log }).stop();
  const indexing = indexComments({ db, log });
  await expect.poll(found).toBe(1);
  await indexing.stop();
  await db.close();
});
