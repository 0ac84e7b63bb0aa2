// Scrubbing: before it the files still hold what was overwritten, after it they do not, and the store is as it was.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Db } from '#db/dialect/db.ts';
import { scrubFreed } from '#db/dialect/scrub.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { asRedacted, incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const secret = 'quetzalcoatlus';

async function say(db: Db, body: string): Promise<void> {
  const conversations = Array.from({ length: 40 }, (_, index) =>
    incoming(`c${index}`, {
      subject: asRedacted(body),
      messages: [incomingMessage('m1', { body: `${body} ${'and so on '.repeat(40)}${index}` })],
    }),
  );
  await saveConversations(db, { sourceId: 'desk', conversations, now: monday, settings: plainSettings });
}

const onDisk = (file: string) =>
  readdirSync(path.dirname(file))
    .filter((name) => name.startsWith(path.basename(file)))
    .some((name) => readFileSync(path.join(path.dirname(file), name), 'latin1').includes(secret));

await describeStores('scrubbing', ({ name, openStore }) => {
  it('leaves the store as it was and no trace of what was overwritten', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
    await say(db, secret);
    await say(db, 'harmless');
    const before = await findConversations(db, { search: 'harmless' });
    if (name === 'sqlite') expect(onDisk(db.location)).toBe(true);
    expect(await scrubFreed(db)).toBe(true);
    // The files of a PostgreSQL server belong to the server; there it is its own promise that `vacuum full` writes tables anew.
    if (name === 'sqlite') expect(onDisk(db.location)).toBe(false);
    expect(await findConversations(db, { search: 'harmless' })).toEqual(before);
    expect((await findConversations(db, { search: secret })).n).toBe(0);
    await say(db, 'goes on');
    expect((await findConversations(db, { search: 'goes' })).n).toBe(40);
  });
});
