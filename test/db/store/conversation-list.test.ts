// Lists of conversations: newest first, by dimensions, arrival and words, in pages that neither lose nor double.
import { expect, it } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Db } from '#db/open.ts';
import { type ConversationQuery, findConversations, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { asRedacted, incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const hour = 60 * minute;

/** `body` is asked by the customer `at` hours after Monday; `agent` replies a minute later. */
function asked(
  externalId: string,
  at: number,
  body: string,
  rest: Partial<IncomingConversation> & { readonly agent?: string } = {},
): IncomingConversation {
  const { agent, ...changed } = rest;
  const start = monday + at * hour;
  const reply = agent === undefined ? [] : [incomingReply(`${externalId}-2`, start + minute, agent)];
  return incoming(externalId, {
    subject: null,
    openedAt: start,
    messages: [incomingMessage(`${externalId}-1`, { at: start, body }), ...reply],
    ...changed,
  });
}

await describeStores('lists of conversations', ({ openStore }) => {
  const openWith = async (...conversations: IncomingConversation[]) => {
    const db = await openStore();
    for (const id of ['mail', 'chat']) await saveSource(db, { id, label: id, kind: 'file' });
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
    return db;
  };
  const names = async (db: Db, query: ConversationQuery) =>
    (await findConversations(db, query)).conversations.map(({ externalId }) => externalId);

  it('show each with its beginning, its latest wait and its first reply', async () => {
    const db = await openWith(asked('a', 0, `你好，${'很长'.repeat(200)}`, { agent: 'Wang Fang', status: 'pending', channel: 'chat' }));
    const { n, conversations, nextCursor } = await findConversations(db, {});
    expect({ n, nextCursor, conversations }).toEqual({
      n: 1,
      nextCursor: null,
      conversations: [
        {
          id: 1,
          externalId: 'a',
          sourceId: 'mail',
          channel: 'chat',
          subject: null,
          openedAt: monday,
          arrivedAt: monday,
          lastMessageAt: monday + minute,
          status: 'pending',
          customerKey: 'c1_someone',
          language: 'en',
          category: null,
          team: null,
          country: null,
          exclusion: null,
          isComplaint: false,
          messageCount: 2,
          revision: 1,
          agent: 'Wang Fang',
          snippet: `你好，${'很长'.repeat(200)}`.slice(0, 200),
          latestWait: { state: 'answered', fromAt: monday, untilAt: monday + minute, dueAt: null, nudges: 0 },
          sentiment: null,
          sentimentScore: null,
          harm: null,
          harmReasons: [],
          risks: [],
          firstReplyMs: minute,
        },
      ],
    });
  });

  it('begin with the newest; those without any time come last', async () => {
    const untimed = incoming('untimed', { openedAt: null, messages: [incomingMessage('u', { at: null })] });
    const ours = incoming('ours', { openedAt: null, messages: [incomingReply('o', monday + 90 * minute)] });
    const db = await openWith(asked('old', -100, 'x'), untimed, asked('new', 2, 'x'), ours, asked('middle', 1, 'x'));
    expect(await names(db, {})).toEqual(['new', 'ours', 'middle', 'old', 'untimed']);
  });

  it('keep to the range of arrival, its start included and its end not', async () => {
    const db = await openWith(
      asked('a', 0, 'x'),
      asked('b', 1, 'x'),
      asked('c', 2, 'x'),
      incoming('ours', { messages: [incomingReply('o', monday + hour)] }),
    );
    const within = async (from: number, to: number) => await names(db, { range: { from: monday + from, to: monday + to } });
    expect([await within(0, 2 * hour), await within(1, hour + 1), await within(hour + 1, 2 * hour), await within(0, 0)]).toEqual([
      ['b', 'a'],
      ['b'],
      [],
      [],
    ]);
  });

  it('take several values of a dimension as alternatives and several dimensions together', async () => {
    const db = await openWith(
      asked('a', 0, 'x', { channel: 'chat', category: 'login', language: 'de', team: 'T1', country: 'DE', agent: 'Ann' }),
      asked('b', 1, 'x', { channel: 'email', category: 'login', language: 'zh-Hans', agent: 'Bob' }),
      asked('c', 2, 'x', { channel: 'forum', category: null, language: 'en', team: 'T2', country: 'CN' }),
    );
    await saveConversations(db, {
      sourceId: 'chat',
      conversations: [asked('d', 3, 'x', { channel: 'chat' })],
      now: monday,
      settings: plainSettings,
    });
    const by = async (filters: ConversationQuery['filters']) => (await names(db, { filters })).sort().join('');
    expect({
      all: await by({}),
      channels: await by({ channel: ['chat', 'forum'] }),
      both: await by({ channel: ['chat'], category: ['login'] }),
      unset: await by({ category: ['none'] }),
      unsetOrSet: await by({ team: ['none', 'T2'] }),
      language: await by({ language: ['zh-Hans'] }),
      country: await by({ country: ['CN', 'DE'] }),
      source: await by({ source: ['chat'] }),
      agent: await by({ agent: ['Ann', 'Bob'] }),
      nobody: await by({ agent: ['none'] }),
      nobodyOrBob: await by({ agent: ['none', 'Bob'] }),
      unknown: await by({ channel: ['nowhere'] }),
      noValues: await by({ channel: [] }),
    }).toEqual({
      all: 'abcd',
      channels: 'acd',
      both: 'a',
      unset: 'cd',
      unsetOrSet: 'bcd',
      language: 'b',
      country: 'ac',
      source: 'd',
      agent: 'ab',
      nobody: 'cd',
      nobodyOrBob: 'bcd',
      unknown: '',
      noValues: 'abcd',
    });
  });

  it('are found by words and by two Chinese characters, newest first', async () => {
    const db = await openWith(
      asked('a', 0, '钱包打不开，提现失败'),
      asked('b', 1, 'My withdrawal FAILED with error 4001'),
      asked('c', 2, 'nothing to see', { subject: asRedacted('关于提现') }),
      asked('d', 3, '打不，不开'),
    );
    const find = async (search: string) => await names(db, { search });
    expect({
      two: await find('提现'),
      three: await find('打不开'),
      one: await find('败'),
      word: await find('withdraw'),
      both: await find('failed 4001'),
      mixed: await find('钱包 4001'),
      partOfNumber: await find('400'),
      otherCase: await find('ERROR'),
      operators: await find('failed OR nothing'),
      quotes: await find('"提现" -失败'),
      punctuation: await find('?!'),
      blank: await find('   '),
    }).toEqual({
      two: ['c', 'a'],
      three: ['a'],
      one: ['a'],
      word: ['b'],
      both: ['b'],
      mixed: [],
      partOfNumber: [],
      otherCase: ['b'],
      operators: [],
      quotes: ['a'],
      punctuation: [],
      blank: ['d', 'c', 'b', 'a'],
    });
    expect(await names(db, { search: '提现', filters: { channel: ['chat'] } })).toEqual([]);
    expect(await names(db, { search: '提现', range: { from: monday, to: monday + hour } })).toEqual(['a']);
  });

  it('are found by what was said last, not by what was said before a change', async () => {
    const db = await openWith(asked('a', 0, 'the first text'));
    await saveConversations(db, {
      sourceId: 'mail',
      conversations: [asked('a', 5, 'another wording')],
      now: monday,
      settings: plainSettings,
    });
    expect([await names(db, { search: 'first' }), await names(db, { search: 'wording' })]).toEqual([[], ['a']]);
  });

  it('go on where the page before ended, losing and doubling nothing', async () => {
    // Many at one instant, so that time alone cannot tell them apart.
    const db = await openWith(
      ...Array.from({ length: 53 }, (_, index) => asked(`c${index}`, Math.floor(index / 20), index % 2 === 0 ? '提现' : 'x')),
    );
    const paged = async (query: ConversationQuery) => {
      const seen: string[] = [];
      const counts: number[] = [];
      let cursor: string | null = null;
      do {
        const page = await findConversations(db, { ...query, cursor });
        seen.push(...page.conversations.map(({ externalId }) => externalId));
        counts.push(page.n);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return { seen, counts };
    };
    const newestFirst = Array.from({ length: 53 }, (_, index) => `c${52 - index}`);
    expect(await paged({ limit: 10 })).toEqual({ seen: newestFirst, counts: [53, 53, 53, 53, 53, 53] });
    const even = newestFirst.filter((_, index) => index % 2 === 0);
    expect(await paged({ limit: 9, search: '提现' })).toEqual({ seen: even, counts: [27, 27, 27] });
    await expect(findConversations(db, { cursor: "1' or 1=1" })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('hold only those that are asked for by id', async () => {
    const db = await openWith(asked('a', 0, 'x'), asked('b', 1, 'x'), asked('c', 2, 'x'));
    expect([await names(db, { ids: [1, 3, 99] }), await names(db, { ids: [] })]).toEqual([['c', 'a'], []]);
  });
});
