// Texts that no database can hold come back in a form that both can.
import { expect, it } from 'vitest';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { storableText } from '#db/store/storable-text.ts';
import { incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

it.each([
  ['plain 文字 👍', 'plain 文字 👍'],
  ['nul \u0000 here', 'nul \uFFFD here'],
  ['half \ud83d and \udc4d', 'half \uFFFD and \uFFFD'],
  ['', ''],
])('writes %j as %j', (text, stored) => {
  expect(storableText(text)).toBe(stored);
});

await describeStores('odd texts', ({ openStore }) => {
  it('hold texts that no database can hold, in a form that both can', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const save = async () => await saveConversations(db, { sourceId: 'mail', conversations: [odd], now: monday, settings: plainSettings });
    const odd = incoming('a\u0000\ud800', {
      tags: ['t\u0000'],
      messages: [incomingMessage('m\udfff', { body: 'nul \u0000, half \ud83d, whole 👍, written \\u0000' })],
    });
    expect([await save(), await save()]).toEqual([
      { inserted: 1, updated: 0, unchanged: 0 },
      { inserted: 0, updated: 0, unchanged: 1 },
    ]);
    const found = await getConversation(db, (await findConversations(db, {})).conversations[0]?.id ?? 0);
    expect([found.tags, found.messages.map(({ externalId, body }) => [externalId, body])]).toEqual([
      ['t\uFFFD'],
      [['m\uFFFD', 'nul \uFFFD, half \uFFFD, whole 👍, written \\u0000']],
    ]);
  });
});
