// Saving pages of conversations, and reading one back in full.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Db } from '#db/open.ts';
import { readChangeState } from '#db/store/columns.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { findCursor } from '#db/store/cursors.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { saveSource } from '#db/store/sources.ts';
import { findStaff, saveStaff } from '#db/store/staff.ts';
import {
  asRedacted,
  incoming,
  incomingMessage,
  incomingReply,
  minute,
  monday,
  plainSettings,
  unscoredDetail,
} from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const now = monday + 600 * minute;

await describeStores('conversations', ({ openStore }) => {
  const openWithSource = async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    return db;
  };
  const save = async (db: Db, ...conversations: IncomingConversation[]) =>
    await saveConversations(db, { sourceId: 'mail', conversations, now, settings: plainSettings });
  const byExternalId = async (db: Db, externalId: string) => {
    const { conversations } = await findConversations(db, {});
    const found = conversations.find((one) => one.externalId === externalId);
    if (found === undefined) throw new Error(`no ${externalId}`);
    return await getConversation(db, found.id);
  };

  it('come back as they went in, with their facts', async () => {
    const db = await openWithSource();
    const conversation = incoming('a', {
      subject: asRedacted('提现失败'),
      status: 'solved',
      statusChanges: [{ at: monday + 9 * minute, status: 'solved', by: 'agent' }],
      category: 'withdrawal',
      team: 'Wallet',
      country: 'CN',
      tags: ['vip', 'beta'],
      isComplaint: true,
      ratings: [{ externalId: 'r1', kind: 'csat', value: 4.5, scaleMin: 1, scaleMax: 5, at: null }],
    });
    expect(await save(db, conversation)).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    const head = { channel: 'email', openedAt: monday, customerKey: 'c1_someone', language: 'en' };
    const said = {
      visibility: 'public',
      kind: 'message',
      language: 'en',
      languageConfidence: 0.9,
      ...{ needsAnswerReason: null, inReplyTo: null, deletedAt: null, redactions: [] },
    };
    expect(await byExternalId(db, 'a')).toEqual({
      ...head,
      id: 1,
      mentions: [],
      externalId: 'a',
      sourceId: 'mail',
      subject: '提现失败',
      arrivedAt: monday,
      lastMessageAt: monday + 7 * minute,
      status: 'solved',
      category: 'withdrawal',
      team: 'Wallet',
      country: 'CN',
      exclusion: null,
      isComplaint: true,
      messageCount: 2,
      revision: 1,
      agent: 'Wang Fang',
      tags: ['vip', 'beta'],
      mergedInto: null,
      ...unscoredDetail,
      sourceCategory: 'withdrawal',
      messages: [
        {
          ...said,
          externalId: 'a-1',
          at: monday,
          actor: 'customer',
          authorKey: 'c1_someone',
          agentName: null,
          body: 'text of a-1',
          needsAnswer: true,
          countsAsReply: false,
          replyReason: 'not_an_agent',
          score: null,
        },
        {
          ...said,
          externalId: 'a-2',
          at: monday + 7 * minute,
          actor: 'agent',
          authorKey: 'agent:wang fang',
          agentName: 'Wang Fang',
          body: 'text of a-2',
          needsAnswer: false,
          countsAsReply: true,
          replyReason: 'substantive',
          score: null,
        },
      ],
      waits: [
        {
          ordinal: 1,
          fromAt: monday,
          untilAt: monday + 7 * minute,
          state: 'answered',
          exclusion: null,
          nudges: 0,
          calendarMs: 7 * minute,
          workingMs: 7 * minute,
          dueAt: monday + 60 * minute,
          promiseId: 'email',
          promiseVersion: 1,
          calendarId: 'always',
          calendarVersion: 1,
          fromMessage: 'a-1',
          untilMessage: 'a-2',
          answeredBy: 'agent:wang fang',
          firstAnyAt: monday + 7 * minute,
          languageMatch: true,
          tone: 'cold',
          arrivedOutOfHours: false,
          repliedOutOfHours: false,
          clamped: false,
          agent: 'Wang Fang',
        },
      ],
      episodes: [
        {
          ordinal: 1,
          openedAt: monday,
          solvedAt: monday + 9 * minute,
          solvedBy: 'agent',
          calendarMs: 9 * minute,
          workingMs: 9 * minute,
          countsAsSolved: true,
          reopened: false,
          agent: 'Wang Fang',
        },
      ],
      ratings: [{ externalId: 'r1', kind: 'csat', value: 4.5, scaleMin: 1, scaleMax: 5, at: null, comment: null }],
      statusChanges: [{ at: monday + 9 * minute, status: 'solved', by: 'agent' }],
    });
  });

  it('are left alone where nothing is new, whatever the order of their parts', async () => {
    const db = await openWithSource();
    const a = incoming('a', { tags: ['x', 'y'] });
    await save(db, a, incoming('b'));
    const before = [await byExternalId(db, 'a'), await readChangeState(db)];
    const shuffled = { ...a, tags: ['y', 'x'], messages: [...a.messages].reverse() };
    expect(await save(db, incoming('b'), shuffled)).toEqual({ inserted: 0, updated: 0, unchanged: 2 });
    expect([await byExternalId(db, 'a'), await readChangeState(db)]).toEqual(before);
  });

  it('of which several have one id in a page count as one: the last', async () => {
    const db = await openWithSource();
    const last = incoming('a', { category: 'last' });
    expect(await save(db, incoming('a', { category: 'first' }), incoming('b'), last)).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
    expect(await save(db, incoming('a', { category: 'first' }), last)).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await save(db, last, incoming('a', { category: 'newer' }), incoming('b'))).toEqual({ inserted: 0, updated: 1, unchanged: 1 });
    const found = await byExternalId(db, 'a');
    expect([found.category, found.revision]).toEqual(['newer', 2]);
  });

  it('keep their id and get the next revision when they change', async () => {
    const db = await openWithSource();
    await save(db, incoming('a'), incoming('b'));
    const counts = await save(db, incoming('a', { messages: [incomingMessage('a-1')], status: 'pending' }));
    const found = await byExternalId(db, 'a');
    expect([counts, found.id, found.revision, found.status, found.waits.map(({ state }) => state)]).toEqual([
      { inserted: 0, updated: 1, unchanged: 0 },
      1,
      2,
      'pending',
      // The reply went, and with it its text; that it was given still counts.
      ['answered'],
    ]);
  });

  it('keep a message that vanished as a tombstone: its time, not its text', async () => {
    const db = await openWithSource();
    await save(db, incoming('a'));
    await save(db, incoming('a', { messages: [incomingMessage('a-1')] }));
    const gone = await byExternalId(db, 'a');
    const shown = gone.messages.map(({ externalId, at, body, deletedAt, countsAsReply }) => ({
      externalId,
      at,
      body,
      deletedAt,
      countsAsReply,
    }));
    expect([gone.messageCount, shown]).toEqual([
      1,
      [
        { externalId: 'a-1', at: monday, body: 'text of a-1', deletedAt: null, countsAsReply: false },
        { externalId: 'a-2', at: monday + 7 * minute, body: '', deletedAt: now, countsAsReply: true },
      ],
    ]);
    expect((await findConversations(db, { search: 'a-2' })).n).toBe(0);
    await save(db, incoming('a'));
    expect((await byExternalId(db, 'a')).messages.map(({ body, deletedAt }) => [body, deletedAt])).toEqual([
      ['text of a-1', null],
      ['text of a-2', null],
    ]);
  });

  it('do not let a reaction count once its text is gone', async () => {
    const db = await openWithSource();
    const thumb = incomingReply('a-2', monday + minute, 'Wang Fang', { body: '👍' });
    await save(db, incoming('a', { messages: [incomingMessage('a-1'), thumb] }));
    await save(db, incoming('a', { messages: [incomingMessage('a-1')] }));
    const found = await byExternalId(db, 'a');
    expect([found.messages[1]?.countsAsReply, found.waits.map(({ state }) => state)]).toEqual([false, ['open']]);
  });

  it('drop the text of a message that the source calls deleted', async () => {
    const db = await openWithSource();
    await save(db, incoming('a', { messages: [incomingMessage('a-1', { body: 'to be forgotten', deletedAt: now })] }));
    expect((await byExternalId(db, 'a')).messages.map(({ body, deletedAt }) => [body, deletedAt])).toEqual([['', now]]);
    expect((await findConversations(db, { search: 'forgotten' })).n).toBe(0);
  });

  it('name the agent who first gave a real reply, and know agents by name', async () => {
    const db = await openWithSource();
    const messages = [
      incomingMessage('1'),
      incomingReply('2', monday + minute, 'Robot', { kind: 'auto_reply' }),
      incomingReply('4', monday + 3 * minute, 'Second'),
      incomingReply('3', monday + 2 * minute, 'First'),
    ];
    await save(db, incoming('a', { messages }));
    expect([(await byExternalId(db, 'a')).agent, (await findStaff(db)).map(({ name }) => name)]).toEqual([
      'First',
      ['First', 'Robot', 'Second'],
    ]);
    const [first] = await findStaff(db);
    if (first === undefined) throw new Error('no staff');
    await saveStaff(db, { ...first, name: 'First of all' });
    // The name that somebody put right by hand is not overwritten by the next page.
    await save(db, incoming('a', { messages: messages.slice(0, 3) }));
    expect((await byExternalId(db, 'a')).messages.map(({ agentName }) => agentName)).toEqual([null, 'Robot', 'First of all', 'Second']);
  });

  it('are saved with cursor and dead letters, or not at all', async () => {
    const db = await openWithSource();
    const letter = { item: 'b', stage: 'redact', reason: 'the text is too long' };
    const page = {
      sourceId: 'mail',
      conversations: [incoming('a')],
      deadLetters: [letter],
      cursor: 'page 2',
      now,
      settings: plainSettings,
    };
    await saveConversations(db, page);
    const stuck = {
      ...page,
      conversations: [incoming('c', { messages: [incomingMessage('c', { language: JSON.parse('null') })] })],
      cursor: 'page 3',
    };
    await expect(saveConversations(db, stuck)).rejects.toMatchObject({ code: 'internal' });
    const open = async () => (await findDeadLetters(db)).map(({ item, attempts, reason }) => [item, attempts, reason]);
    expect([await findCursor(db, 'mail'), await open(), (await findConversations(db, {})).n]).toEqual([
      'page 2',
      [['b', 1, 'the text is too long']],
      1,
    ]);
    await saveConversations(db, { ...page, conversations: [], cursor: undefined });
    expect([await findCursor(db, 'mail'), await open()]).toEqual(['page 2', [['b', 2, 'the text is too long']]]);
    // What was refused once and comes through now is no dead letter any more.
    await saveConversations(db, { ...page, conversations: [incoming('b')], deadLetters: [], cursor: null });
    expect([await findCursor(db, 'mail'), await open()]).toEqual([null, []]);
  });

  it('are refused for a source that nobody added', async () => {
    const db = await openStore();
    await expect(save(db, incoming('a'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(getConversation(db, 1)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('get one change number a page, in the order of the commits, and none for nothing new', async () => {
    const db = await openWithSource();
    await Promise.all(['a', 'b', 'c'].map(async (externalId) => await save(db, incoming(externalId), incoming(`${externalId}2`))));
    expect(await readChangeState(db)).toEqual({ change: 3, epoch: 1 });
    await save(db, incoming('a'));
    expect(await readChangeState(db)).toEqual({ change: 3, epoch: 1 });
  });
});
