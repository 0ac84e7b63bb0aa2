// Telegram: confirmation, who answers whom, a day of silence, groups that move, and what a bot is not told.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import { telegram } from '#ingest/connectors/telegram.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { hasSharedAnswers, sharedJson } from '#test/support/shared-answers.ts';
import { type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';
import { anna, bot, idOf, openQueue, privateChat, type Queue, telegramSettings as settings, upstreamOf, user } from './vendors/telegram.ts';

const at = virtualStart - hour;
const read = (queue: Queue, options = {}) => readSource({ connector: telegram, settings }, upstreamOf(queue), options);
/** Conversation, actor and text of each message. */
const told = (run: { readonly conversations: readonly FetchedConversation[] }) =>
  run.conversations.map(({ externalId, messages: [message] }) => [externalId, message?.actor, message?.text]);

describe.skipIf(!hasSharedAnswers)('recorded updates', () => {
  it('become whole conversations, one for each person in each group', async () => {
    const recorded = sharedJson('fixtures/telegram/telegram_messages.json');
    const upstream: Upstream = ({ url }) => ({ body: url.pathname.endsWith('getUpdates') ? recorded : { ok: true, result: [] } });
    const { conversations, cursor } = await readSource({ connector: telegram, settings }, upstream, { since: 0 });
    const expected: FetchedConversation = {
      coverage: 'part',
      externalId: idOf(-1, 31),
      channel: 'telegram',
      subject: null,
      openedAt: 1467289325000,
      status: 'open',
      statusChanges: [],
      customer: '8',
      languageHint: null,
      category: null,
      team: null,
      country: null,
      tags: [],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        {
          externalId: idOf(-1, 31),
          at: 1467289325000,
          actor: 'customer',
          author: '8',
          authorName: null,
          visibility: 'public',
          kind: 'message',
          text: 'Testing, testing',
          inReplyTo: null,
          deletedAt: null,
        },
      ],
      ratings: [],
    };
    expect(conversations[0]).toEqual(expected);
    expect(conversations.map(({ externalId }) => externalId)).toEqual([idOf(-1, 31), idOf(-2, 32), idOf(-1, 33)]);
    expect(JSON.parse(cursor ?? '').offset).toBe(319280321);
  });
});

describe('confirmation', () => {
  it('comes with the next question, after the page was handed over: a run that stops in between gets the page again', async () => {
    const queue = openQueue();
    for (let n = 0; n < 150; n += 1) queue.say(at + n, { chat: privateChat(n + 10), from: user(n + 10) });
    const lost = await read(queue, { stopAfter: 1 });
    expect([lost.conversations.length, queue.waiting()]).toEqual([100, 150]);
    const again = await read(queue);
    expect(again.conversations).toHaveLength(150);
    expect(queue.waiting()).toBe(50);
    const next = await read(queue, { cursor: again.cursor });
    expect([next.conversations, queue.waiting()]).toEqual([[], 0]);
  });

  it('begins anew after a week of silence, when Telegram counts from another number', async () => {
    const queue = openQueue();
    queue.say(at, { chat: privateChat(10), from: user(10) });
    const first = await read(queue);
    const far = JSON.stringify({ ...JSON.parse(first.cursor ?? ''), offset: 999_999_999 });
    queue.say(virtualStart + 8 * day, { chat: privateChat(11), from: user(11) });
    const late = await read(queue, { cursor: far, start: virtualStart + 8 * day });
    expect(late.requests.filter((url) => url.includes('offset='))).toEqual([]);
    expect(told(late).at(-1)).toEqual([idOf(11, 2), 'customer', 'Where is withdrawal 2?']);
  });

  it('missed for longer than a day is a gap', async () => {
    const queue = openQueue();
    const first = await read(queue);
    const soon = await read(queue, { cursor: first.cursor, start: virtualStart + day });
    const late = await read(queue, { cursor: first.cursor, start: virtualStart + 3 * day });
    expect(soon.pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([]);
    const reason = 'Telegram keeps messages for a bot for one day; nobody fetched them for longer';
    expect(late.pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([{ from: virtualStart, to: virtualStart + 2 * day, reason }]);
  });
});

describe('refusals', () => {
  it.each([
    [
      { status: 409, body: { ok: false, error_code: 409, description: 'Conflict: terminated by other getUpdates request' } },
      /^another program reads this bot/,
    ],
    [{ status: 401, body: { ok: false } }, /credentials are wrong or have expired/],
    [{ status: 404, body: { ok: false } }, /^Telegram knows no bot with this token$/],
  ])('%j stops at once and tells no token', async (reply, message) => {
    const { failure, requests, pauses } = await readUntilFailure({ connector: telegram, settings }, () => reply);
    expect(failure).toMatch(message);
    expect(failure).not.toContain('secret');
    expect([requests.length, pauses]).toEqual([1, []]);
  });

  it('of too many questions are waited for as long as they say', async () => {
    const queue = openQueue();
    let asked = 0;
    const upstream: Upstream = (request, now) => {
      asked += 1;
      return asked === 1
        ? { status: 429, body: { ok: false, error_code: 429, parameters: { retry_after: 17 } } }
        : upstreamOf(queue)(request, now);
    };
    expect((await readSource({ connector: telegram, settings }, upstream)).pauses).toEqual([17_000]);
  });
});

describe('a private chat', () => {
  it('is a new conversation after a day of silence; an edit belongs to the one that it was written in', async () => {
    const queue = openQueue();
    const mine = { chat: privateChat(10), from: user(10) };
    const first = queue.say(at, mine);
    queue.say(at + day, mine);
    queue.say(at + 2 * day + minute, mine);
    queue.push('edited_message', { ...first, edit_date: 1, text: 'Edited.' });
    expect(told(await read(queue, { start: virtualStart + 2 * day }))).toEqual([
      [idOf(10, 1), 'customer', 'Where is withdrawal 1?'],
      [idOf(10, 1), 'customer', 'Where is withdrawal 2?'],
      [idOf(10, 3), 'customer', 'Where is withdrawal 3?'],
      [idOf(10, 1), 'customer', 'Edited.'],
    ]);
  });

  it('goes on over runs, and is forgotten after three days', async () => {
    const queue = openQueue();
    const mine = { chat: privateChat(10), from: user(10) };
    queue.say(at, mine);
    const first = await read(queue);
    queue.say(at + hour, mine);
    const second = await read(queue, { cursor: first.cursor });
    expect(told(second).at(-1)?.[0]).toBe(idOf(10, 1));
    const later = await read(queue, { cursor: second.cursor, start: virtualStart + 4 * day });
    expect(JSON.parse(later.cursor ?? '').threads.open).toEqual({});
  });

  it('of a business account holds both sides: whoever is not its customer is ours', async () => {
    const queue = openQueue();
    const business = { chat: privateChat(10), business_connection_id: 'b1' };
    queue.say(at, { ...business, from: user(10) }, 'business_message');
    queue.say(at + minute, { ...business, from: anna, text: 'We look.' }, 'business_message');
    queue.say(at + 2 * minute, { ...business, from: anna, sender_business_bot: bot, text: 'Rate us.' }, 'business_message');
    const { conversations } = await read(queue);
    expect(conversations.map(({ messages: [message] }) => [message?.actor, message?.authorName])).toEqual([
      ['customer', null],
      ['agent', 'anna'],
      ['bot', null],
    ]);
    expect(new Set(conversations.map(({ externalId }) => externalId)).size).toBe(1);
  });
});

describe('a deletion', () => {
  it('in a business chat takes the text out and keeps time and side; one of a message that nobody knows is nothing', async () => {
    const queue = openQueue();
    const business = { chat: privateChat(10), business_connection_id: 'b1' };
    const first = queue.say(at, { ...business, from: user(10) }, 'business_message');
    const second = queue.say(at + minute, { ...business, from: anna, text: 'We look.' }, 'business_message');
    const before = await read(queue);
    queue.push('deleted_business_messages', { ...business, message_ids: [first.message_id, second.message_id, 99] });
    const after = await read(queue, { cursor: before.cursor, start: virtualStart + hour });
    expect(after.conversations.map(({ externalId, messages: [message] }) => [externalId, message?.externalId, message?.actor])).toEqual(
      before.conversations.map(({ externalId, messages: [message] }) => [externalId, message?.externalId, message?.actor]),
    );
    expect(after.conversations.map(({ messages: [message] }) => [message?.at, message?.text, message?.deletedAt, message?.author])).toEqual(
      [
        [at, '', virtualStart + hour, '10'],
        [at + minute, '', virtualStart + hour, null],
      ],
    );
  });
});

describe('a message', () => {
  it('shows where its links lead, and is an attachment, a reaction, or nothing where it has no words', async () => {
    const queue = openQueue();
    const mine = { chat: privateChat(10), from: user(10) };
    queue.say(at, {
      ...mine,
      text: '👋 See here now',
      entities: [{ type: 'text_link', offset: 7, length: 4, url: 'https://scam.example/x' }],
    });
    queue.say(at, { ...mine, text: undefined, photo: [{ file_id: 'x' }], caption: 'My screen' });
    queue.say(at, { ...mine, text: undefined, voice: { file_id: 'x' } });
    queue.say(at, { ...mine, text: undefined, sticker: { file_id: 'x' } });
    queue.say(at, { ...mine, text: undefined, pinned_message: {} });
    const { conversations } = await read(queue);
    expect(conversations.map(({ messages: [message] }) => [message?.kind, message?.text])).toEqual([
      ['message', '👋 See here (https://scam.example/x) now'],
      ['message', 'My screen'],
      ['attachment', ''],
      ['reaction', ''],
    ]);
  });

  it('shows the number of its chat or author in no id, nor where the last run stopped', async () => {
    const queue = openQueue();
    queue.say(at, { chat: privateChat(5550001234), from: user(5550001234) });
    queue.say(at, { chat: { id: -5550001234, type: 'group' }, from: user(5550001234) });
    const { conversations, cursor } = await read(queue);
    const ids = conversations.map(({ externalId, messages }) => `${externalId} ${messages[0]?.externalId}`).join();
    expect([ids.includes('5550001234'), cursor?.includes('5550001234'), conversations.length]).toEqual([false, false, 2]);
  });
});

describe('a test of the connection', () => {
  it('names the bot, and warns where it is told little in groups', async () => {
    const { access } = virtualHttp(upstreamOf(openQueue()));
    expect(await telegram.open(settings).probe(access)).toMatchObject({
      found: '@helper_bot',
      warnings: [{ en: expect.stringContaining('Privacy mode is on') }],
    });
  });
});

describe('what a bot is not told', () => {
  it('marks chats with the bot alone: in groups and business chats our answers are seen', async () => {
    const queue = openQueue();
    queue.say(at, { chat: privateChat(7), from: user(7) });
    queue.say(at + minute, { chat: { id: -5, type: 'supergroup' }, from: user(8) });
    const { conversations } = await read(queue);
    expect(conversations.map(({ tags }) => tags)).toEqual([['answers-not-visible'], []]);
  });
});
