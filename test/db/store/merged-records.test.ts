// Records that were merged into others, in whichever order they come.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Db } from '#db/open.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

await describeStores('conversations', ({ openStore }) => {
  const openWithSource = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    return db;
  };
  const save = async (db: Db, ...conversations: IncomingConversation[]) =>
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  const byExternalId = async (db: Db, externalId: string) => {
    const { conversations } = await findConversations(db, {});
    const found = conversations.find((one) => one.externalId === externalId);
    if (found === undefined) throw new Error(`no ${externalId}`);
    return await getConversation(db, found.id);
  };

  it('that were merged give their earliest message to the survivor, in whichever order they come', async () => {
    const late = monday + 30 * minute;
    const survivor = incoming('s', { messages: [incomingMessage('s-1', { at: late }), incomingReply('s-2', late + 5 * minute)] });
    const merged = incoming('m', { mergedInto: 's', messages: [incomingMessage('m-1', { at: monday })] });
    const chained = incoming('c', { mergedInto: 'm', messages: [incomingMessage('c-1', { at: monday - 10 * minute })] });
    const seen: unknown[] = [];
    for (const pages of [
      [[survivor, merged, chained]],
      [[survivor], [merged], [chained]],
      [[chained], [merged], [survivor]],
      [[merged], [survivor, chained]],
    ]) {
      const db = await openWithSource();
      for (const page of pages) await save(db, ...page);
      const found = await byExternalId(db, 's');
      const others = [await byExternalId(db, 'm'), await byExternalId(db, 'c')];
      seen.push([
        found.arrivedAt,
        found.waits.map(({ fromAt }) => fromAt),
        others.map(({ waits }) => waits.map(({ exclusion }) => exclusion)),
      ]);
      // Taken out again, the survivor waits since its own first message, and the chain since the message after it.
      await save(db, { ...merged, mergedInto: null });
      seen.push([(await byExternalId(db, 's')).arrivedAt, (await byExternalId(db, 'm')).arrivedAt]);
    }
    const first = [monday - 10 * minute, [monday - 10 * minute], [['merged_into'], ['merged_into']]];
    expect(seen).toEqual([0, 1, 2, 3].flatMap(() => [first, [late, monday - 10 * minute]]));
  });

  it('that name each other as survivors do no harm', async () => {
    const db = await openWithSource();
    await save(db, incoming('a', { mergedInto: 'b' }), incoming('b', { mergedInto: 'a' }), incoming('c', { mergedInto: 'c' }));
    await save(db, incoming('a', { mergedInto: 'b', category: 'x' }));
    expect([(await byExternalId(db, 'a')).arrivedAt, (await byExternalId(db, 'c')).mergedInto]).toEqual([monday, null]);
  });
});
