// Mentions in the store: counted over all sources, found in lists, gone with their message.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Mention } from '#db/model/mention.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { findOwnAddresses } from '#db/store/own-addresses.ts';
import { removeOwnAddress, saveOwnAddress } from '#db/store/save-own-address.ts';
import { saveSource } from '#db/store/sources.ts';
import { findStoredIncoming } from '#db/store/stored-incoming.ts';
import { incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const address: Mention = { kind: 'ADDR:EVM', key: `m1_${'a'.repeat(32)}` };
const mail: Mention = { kind: 'EMAIL', key: `m1_${'b'.repeat(32)}` };

const mentioning = (externalId: string, ...mentions: Mention[]): IncomingConversation =>
  incoming(externalId, { messages: [incomingMessage(`${externalId}-1`, { mentions }), incomingMessage(`${externalId}-2`)] });

await describeStores('mentions', ({ openStore }) => {
  const openWith = async (bySource: Readonly<Record<string, readonly IncomingConversation[]>>) => {
    const db = await openStore();
    for (const [sourceId, conversations] of Object.entries(bySource)) {
      await saveSource(db, { id: sourceId, label: sourceId, kind: 'file' });
      await saveConversations(db, { sourceId, conversations, now: monday, settings: plainSettings });
    }
    return db;
  };

  it('count the other conversations of all sources, the most shared first', async () => {
    const db = await openWith({ desk: [mentioning('a', mail, address), mentioning('b', address)], forum: [mentioning('c', address)] });
    expect((await getConversation(db, 1)).mentions).toEqual([
      { ...address, others: 2, ours: null },
      { ...mail, others: 0, ours: null },
    ]);
    const found = await findConversations(db, { mention: address.key });
    expect([found.n, found.conversations.map(({ externalId }) => externalId).sort()]).toEqual([3, ['a', 'b', 'c']]);
    expect((await findConversations(db, { mention: `m1_${'z'.repeat(32)}` })).n).toBe(0);
  });

  it('tie nothing together where they are our own, until that is taken back', async () => {
    const db = await openWith({ desk: [mentioning('a', mail, address), mentioning('b', address)] });
    await saveOwnAddress(db, { ...address, label: 'Hot wallet', addedAt: monday });
    await saveOwnAddress(db, { ...address, label: 'Hot wallet, Tron', addedAt: monday + 1 });
    expect(await findOwnAddresses(db)).toEqual([{ ...address, label: 'Hot wallet, Tron', addedAt: monday }]);
    expect((await getConversation(db, 1)).mentions).toEqual([
      { ...mail, others: 0, ours: null },
      { ...address, others: 1, ours: 'Hot wallet, Tron' },
    ]);
    await removeOwnAddress(db, address.key);
    expect((await getConversation(db, 1)).mentions[0]).toEqual({ ...address, others: 1, ours: null });
    await expect(removeOwnAddress(db, address.key)).rejects.toThrow('no such address of our own');
  });

  it('are part of what is new about a conversation, and go with their message', async () => {
    const db = await openWith({ desk: [mentioning('a'), mentioning('b', address)] });
    const again = async (conversation: IncomingConversation) =>
      await saveConversations(db, { sourceId: 'desk', conversations: [conversation], now: monday, settings: plainSettings });
    expect(await again(mentioning('a'))).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await again(mentioning('a', address))).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect((await getConversation(db, 2)).mentions).toEqual([{ ...address, others: 1, ours: null }]);
    const gone = incoming('a', { messages: [incomingMessage('a-1', { mentions: [address], deletedAt: monday }), incomingMessage('a-2')] });
    await again(gone);
    expect((await getConversation(db, 2)).mentions).toEqual([{ ...address, others: 0, ours: null }]);
  });

  it('come back with the stored conversation, for parts that are joined to it', async () => {
    const db = await openWith({ desk: [mentioning('a', address)] });
    const stored = (await findStoredIncoming(db, 'desk', ['a'])).get('a');
    expect(stored?.messages.map(({ externalId, mentions }) => [externalId, mentions])).toEqual([
      ['a-1', [address]],
      ['a-2', undefined],
    ]);
  });

  it('of a subject link like those of a text, once a conversation, and come and go with it', async () => {
    const titled = (externalId: string, ...mentions: Mention[]) => incoming(externalId, { mentions });
    const db = await openWith({ desk: [titled('a', address), mentioning('b', address), titled('c', mail), incoming('d')] });
    const seen = async (id: number) => (await getConversation(db, id)).mentions.map(({ kind, others }) => [kind, others]);
    expect([await seen(1), await seen(2), await seen(3), await seen(4)]).toEqual([
      [['ADDR:EVM', 1]],
      [['ADDR:EVM', 1]],
      [['EMAIL', 0]],
      [],
    ]);
    expect((await findConversations(db, { mention: address.key })).conversations.map(({ externalId }) => externalId).sort()).toEqual([
      'a',
      'b',
    ]);
    const stored = await findStoredIncoming(db, 'desk', ['a', 'd']);
    expect([stored.get('a')?.mentions, stored.get('a')?.messages.map(({ mentions }) => mentions)]).toEqual([
      [address],
      [undefined, undefined],
    ]);
    expect(stored.get('d')?.mentions).toBeUndefined();
    const again = async (conversation: IncomingConversation) =>
      await saveConversations(db, { sourceId: 'desk', conversations: [conversation], now: monday, settings: plainSettings });
    expect(await again(titled('a', address))).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await again(titled('a', address, mail))).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await seen(3)).toEqual([['EMAIL', 1]]);
    expect(await again(titled('a'))).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect([await seen(1), await seen(2)]).toEqual([[], [['ADDR:EVM', 0]]]);
  });
});
