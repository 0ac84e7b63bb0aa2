// `huiyin own-addresses`: what is ours is told once, known by what messages carry of it, and never kept as it was typed.
import { expect, it } from 'vitest';
import { mentionKey, openKeys } from '#db/keys.ts';
import { openDb } from '#db/open.ts';
import { findAudit } from '#db/store/audit.ts';
import { mentionsOf } from '#ingest/stages/mentions.ts';
import { redactText } from '#ingest/stages/redact.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

it('adds, lists and takes back, by the key that messages carry', async () => {
  const folder = temporaryFolder();
  const room = openCommandRoom(folder);
  expect((await room.run(['own-addresses', 'list'])).stdout).toBe('none\n');
  const added = await room.run(['own-addresses', 'add', 'Support@Acme.example', '--label', 'Support mail']);
  const keys = await openKeys(folder);
  const text = 'I wrote to support@acme.example twice.';
  const [mention] = mentionsOf(text, redactText(text).findings, { mentionKeyOf: (kind, value) => mentionKey(keys, kind, value) });
  expect(added.stdout).toBe(`added Support mail (EMAIL, ${mention?.key})\n`);
  const listed = JSON.parse((await room.run(['own-addresses', 'list', '--json'])).stdout);
  expect(listed).toMatchObject([{ key: mention?.key, kind: 'EMAIL', label: 'Support mail' }]);
  const db = await openDb(room.location, { migrate: false });
  const kept = JSON.stringify([await db.query.select().from(db.tables.setting), await findAudit(db)]);
  await db.close();
  expect([kept.includes('Support mail'), kept.includes('cme.example')]).toEqual([true, false]);
  expect((await room.run(['own-addresses', 'remove', mention?.key ?? ''])).stdout).toBe(`removed ${mention?.key}\n`);
  expect((await room.run(['own-addresses', 'list'])).stdout).toBe('none\n');
});

it('refuses what is no address, and what is more than one', async () => {
  const room = openCommandRoom(temporaryFolder());
  const problem = 'value: must be one address of a chain, mail address, account or phone number, and nothing else';
  for (const value of ['our support', 'a@acme.example or b@acme.example']) {
    expect((await room.run(['own-addresses', 'add', value, '--label', 'x'])).failure).toBe(problem);
  }
  expect((await room.run(['own-addresses', 'remove', 'm1_none'])).failure).toBe('no such address of our own');
});
