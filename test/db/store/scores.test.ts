// Scores in the store: kept with their version beside the message, replaced with it, and summed up on the conversation.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Db } from '#db/open.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { ChangedMeanwhile } from '#db/store/page.ts';
import { saveSource } from '#db/store/sources.ts';
import { scoreMessages } from '#ingest/stages/scored.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';
import { describeStores } from '#test/support/stores.ts';

const now = monday + 600 * minute;
const scored = (conversation: IncomingConversation) => scoreMessages(conversation, standInScorers).conversation;

await describeStores('scores', ({ openStore }) => {
  const openWithSource = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    return db;
  };
  const save = async (db: Db, ...conversations: IncomingConversation[]) =>
    await saveConversations(db, { sourceId: 'mail', conversations, now, settings: plainSettings });
  const only = async (db: Db) => {
    const { conversations } = await findConversations(db, {});
    return await getConversation(db, conversations[0]?.id ?? 0);
  };
  const complaint = (body: string) =>
    incoming('a', {
      messages: [
        incomingMessage('m1', { body }),
        incomingReply('m2', monday + minute, 'Wang Fang', { body: 'Let me look' }),
        incomingMessage('m3', { at: monday + 2 * minute, body: 'great, thanks' }),
      ],
    });

  it('come back with the message, its evidence and the version that gave them', async () => {
    const db = await openWithSource();
    await save(db, scored(complaint('my deposit is stuck')));
    const detail = await only(db);
    expect(detail.messages.map(({ externalId, score }) => [externalId, score?.sentiment ?? null, score?.scorer ?? null])).toEqual([
      ['m1', 'neg', standInScorers.version],
      ['m2', null, null],
      ['m3', 'pos', standInScorers.version],
    ]);
    expect(detail.messages[0]?.score).toEqual({
      externalId: 'm1',
      scorer: standInScorers.version,
      sentiment: 'neg',
      sentimentScore: -0.7,
      neg: 0.8,
      neu: 0.1,
      pos: 0.1,
      isMixed: false,
      isAbstained: false,
      category: 'deposit.late',
      categoryConfidence: 0.9,
      harm: 'high',
      harmReasons: ['funds-stuck'],
      risks: [],
      evidence: {
        sentiment: [{ start: 14, end: 19, weight: -1 }],
        category: [{ start: 14, end: 19, weight: 1 }],
        harm: [{ start: 14, end: 19, weight: 1 }],
      },
    });
  });

  it('may be left out of what is stored as it is; a page that leaves out more is refused whole', async () => {
    const db = await openWithSource();
    await save(db, scored(complaint('my deposit is stuck')));
    const page = (...conversations: IncomingConversation[]) => ({
      sourceId: 'mail',
      conversations,
      now,
      settings: plainSettings,
      refusesUnscored: true,
    });
    expect(await saveConversations(db, page(complaint('my deposit is stuck'), scored(incoming('b'))))).toEqual({
      inserted: 1,
      updated: 0,
      unchanged: 1,
    });
    for (const other of [complaint('it came, thanks'), incoming('c')])
      await expect(saveConversations(db, page(scored(incoming('d')), other))).rejects.toThrow(ChangedMeanwhile);
    const { conversations } = await findConversations(db, {});
    const details = await Promise.all(conversations.map(({ id }) => getConversation(db, id)));
    expect(details.map(({ externalId, scorer }) => [externalId, scorer]).sort()).toEqual([
      ['a', standInScorers.version],
      ['b', standInScorers.version],
    ]);
  });

  it('are summed up on the conversation: opening, closing, category, harm', async () => {
    const db = await openWithSource();
    await save(db, scored(complaint('my deposit is stuck')));
    const { sentiment, sentimentOpening, sentimentClosing, category, sourceCategory, scoredCategory, harm, harmReasons, scorer } =
      await only(db);
    expect({ sentiment, sentimentOpening, sentimentClosing, category, sourceCategory, scoredCategory, harm, harmReasons, scorer }).toEqual({
      sentiment: 'neg',
      sentimentOpening: expect.closeTo(-0.7, 6),
      sentimentClosing: expect.closeTo(0.7, 6),
      category: 'deposit.late',
      sourceCategory: null,
      scoredCategory: 'deposit.late',
      harm: 'high',
      harmReasons: ['funds-stuck'],
      scorer: standInScorers.version,
    });
  });

  it("leave the source's own category as it is", async () => {
    const db = await openWithSource();
    await save(db, scored({ ...complaint('my deposit is stuck'), category: 'fees' }));
    const { category, scoredCategory } = await only(db);
    expect({ category, scoredCategory }).toEqual({ category: 'fees', scoredCategory: 'deposit.late' });
  });

  it('change nothing about what is unchanged, and follow a message that was edited', async () => {
    const db = await openWithSource();
    await save(db, scored(complaint('my deposit is stuck')));
    expect(await save(db, scored(complaint('my deposit is stuck')))).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await save(db, scored(complaint('great app')))).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    const { sentiment, messages } = await only(db);
    expect([sentiment, messages[0]?.score?.sentiment]).toEqual(['pos', 'pos']);
  });

  it('go with the text of a message that was deleted', async () => {
    const db = await openWithSource();
    await save(db, scored(complaint('my deposit is stuck')));
    const { messages, ...rest } = complaint('my deposit is stuck');
    await save(db, scored({ ...rest, messages: messages.slice(1) }));
    const detail = await only(db);
    expect(detail.messages.map(({ externalId, score }) => [externalId, score === null])).toEqual([
      ['m1', true],
      ['m2', true],
      ['m3', false],
    ]);
    expect([detail.sentiment, detail.harm]).toEqual(['pos', 'low']);
  });

  it('are absent, and not neutral, where nobody scored', async () => {
    const db = await openWithSource();
    await save(db, complaint('my deposit is stuck'));
    const { sentiment, sentimentScore, harm, scorer, messages } = await only(db);
    expect([sentiment, sentimentScore, harm, scorer, messages.map(({ score }) => score)]).toEqual([
      null,
      null,
      null,
      null,
      [null, null, null],
    ]);
  });

  it('find conversations by sentiment, risk, category and by urgency at an instant', async () => {
    const db = await openWithSource();
    const one = (id: string, body: string, more: Partial<IncomingConversation> = {}) =>
      scored(incoming(id, { messages: [incomingMessage(`${id}1`, { body })], ...more }));
    await save(
      db,
      one('stuck', 'my deposit is stuck'),
      one('scam', 'great, he said: send me your phrase'),
      one('login', 'login please', { category: 'fees' }),
      incoming('unscored', { messages: [incomingMessage('u1')] }),
    );
    const found = async (filters: Readonly<Record<string, readonly string[]>>, asOf = monday - 1) => {
      const { n, conversations } = await findConversations(db, { filters, asOf });
      expect(conversations).toHaveLength(n);
      return conversations.map(({ externalId }) => externalId).toSorted();
    };
    expect(await found({ sentiment: ['neg'] })).toEqual(['stuck']);
    expect(await found({ sentiment: ['none', 'neu'] })).toEqual(['login', 'unscored']);
    expect(await found({ category: ['deposit.late', 'fees'] })).toEqual(['login', 'stuck']);
    expect(await found({ category: ['account.login'] })).toEqual([]);
    expect(await found({ risk: ['asks-for-secret'] })).toEqual(['scam']);
    expect(await found({ urgency: ['high'] })).toEqual(['stuck']);
    // All of them are due within the hour by then, or overdue: each has risen by one step.
    expect(await found({ urgency: ['critical'] }, monday + 2 * 60 * minute)).toEqual(['stuck']);
    expect(await found({ urgency: ['normal'] }, monday + 2 * 60 * minute)).toEqual(['login', 'scam']);
    expect(await found({ urgency: ['none'] })).toEqual(['unscored']);
  });
});
