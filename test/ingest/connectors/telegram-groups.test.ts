// Telegram in groups: who is ours, whom an answer is for, topics, and groups that move.
import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '#db/model/instant.ts';
import { telegram } from '#ingest/connectors/telegram.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource } from '#test/support/read-source.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { anna, bot, group, idOf, openQueue, type Queue, telegramSettings as settings, upstreamOf, user } from './vendors/telegram.ts';

const at = virtualStart - hour;
const read = (queue: Queue) => readSource({ connector: telegram, settings }, upstreamOf(queue));
/** Conversation, actor and text of each message. */
const told = (run: { readonly conversations: readonly FetchedConversation[] }) =>
  run.conversations.map(({ externalId, messages: [message] }) => [externalId, message?.actor, message?.text]);

describe('a group', () => {
  const to = (message: { readonly message_id: number; readonly from?: unknown }) => ({
    reply_to_message: { message_id: message.message_id, from: message.from },
  });

  it('is a conversation for each person, with the answers that reply to them', async () => {
    const queue = openQueue();
    const ben = queue.say(at, { chat: group, from: user(10) });
    const carl = queue.say(at + second, { chat: group, from: user(11) });
    const first = queue.say(at + minute, { chat: group, from: anna, text: 'To ben.', ...to({ ...ben, from: user(10) }) });
    queue.say(at + 2 * minute, { chat: group, from: anna, text: 'More to ben.', ...to({ ...first, from: anna }) });
    queue.say(at + 3 * minute, { chat: group, from: anna, text: 'To whom?' });
    queue.say(at + 4 * minute, { chat: group, from: user(10), text: 'Thanks!', ...to({ ...first, from: anna }) });
    expect(told(await read(queue))).toEqual([
      [idOf(group.id, ben.message_id), 'customer', 'Where is withdrawal 1?'],
      [idOf(group.id, carl.message_id), 'customer', 'Where is withdrawal 2?'],
      [idOf(group.id, ben.message_id), 'agent', 'To ben.'],
      [idOf(group.id, ben.message_id), 'agent', 'More to ben.'],
      [idOf(group.id, carl.message_id), 'agent', 'To whom?'],
      [idOf(group.id, ben.message_id), 'customer', 'Thanks!'],
    ]);
  });

  it('knows administrators, listed staff and the group itself as ours; a post of ours to nobody is context', async () => {
    const queue = openQueue();
    queue.say(at - hour, { chat: group, from: anna, text: 'News.' });
    const ben = queue.say(at, { chat: group, from: user(10) });
    const answers = [
      { from: user(20) },
      { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: group },
      { from: bot },
    ];
    for (const from of answers) queue.say(at + minute, { chat: group, text: 'We look.', ...from, ...to({ ...ben, from: user(10) }) });
    queue.say(at + minute, {
      chat: group,
      from: user(30),
      sender_chat: { id: -55, type: 'channel' },
      is_automatic_forward: true,
      text: 'Post.',
    });
    const { conversations, requests } = await readSource(
      { connector: telegram, settings: { ...settings, staff: '20' } },
      upstreamOf(queue),
    );
    expect(conversations.map(({ messages: [message] }) => message?.actor)).toEqual(['customer', 'agent', 'agent', 'bot']);
    expect(requests.filter((url) => url.includes('getChatAdministrators'))).toHaveLength(1);
  });

  it('with topics has a conversation for each topic', async () => {
    const queue = openQueue();
    const topic = { chat: group, is_topic_message: true, message_thread_id: 77 };
    queue.say(at, { ...topic, from: user(10) });
    queue.say(at + minute, { ...topic, from: user(11), text: 'Mine too.' });
    queue.say(at + 2 * minute, { ...topic, from: anna, text: 'We look.' });
    expect(new Set(told(await read(queue)).map(([id]) => id))).toEqual(new Set([idOf(group.id, 1)]));
  });

  it('that becomes a supergroup takes its conversations along', async () => {
    const queue = openQueue();
    const small = { id: -5, type: 'group' };
    queue.say(at, { chat: small, from: user(10) });
    queue.say(at + minute, { chat: small, from: user(10), text: undefined, migrate_to_chat_id: group.id });
    queue.say(at + minute, { chat: group, from: user(10), text: undefined, migrate_from_chat_id: small.id });
    queue.say(at + 2 * minute, { chat: group, from: anna, text: 'We look.', ...to({ message_id: 1, from: user(10) }) });
    queue.say(at + 3 * minute, { chat: group, from: user(10), text: 'Thanks.' });
    expect(told(await read(queue))).toEqual([
      [idOf(small.id, 1), 'customer', 'Where is withdrawal 1?'],
      [idOf(small.id, 1), 'agent', 'We look.'],
      [idOf(small.id, 1), 'customer', 'Thanks.'],
    ]);
  });

  it('whose administrators are not told has none, and is read all the same', async () => {
    const queue = openQueue();
    queue.say(at, { chat: { id: -9, type: 'group' }, from: anna });
    expect(told(await read(queue))).toEqual([[idOf(-9, 1), 'customer', 'Where is withdrawal 1?']]);
  });
});
