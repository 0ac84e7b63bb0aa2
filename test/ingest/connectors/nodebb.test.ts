// NodeBB: ids of two kinds, groups as staff, topics of several pages, and what moves no list.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { nodebb } from '#ingest/connectors/nodebb.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource } from '#test/support/read-source.ts';
import { type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';
import { anna, type Forum, openForum, nodebbSettings as settings, upstreamOf } from './vendors/nodebb.ts';

const read = (forum: Forum, options = {}, more = {}) =>
  readSource({ connector: nodebb, settings: { ...settings, ...more } }, upstreamOf(forum), options);
const told = (run: { readonly conversations: readonly FetchedConversation[] }) =>
  run.conversations.map(({ externalId, messages }) => [externalId, messages.map(({ actor, text }) => `${actor}: ${text}`)]);

describe('a topic', () => {
  it('is the conversation of its opener, whole', async () => {
    const forum = openForum();
    const topic = forum.open(100);
    const reply = forum.say(
      topic,
      anna,
      '<p><a class="plugin-mentions-user plugin-mentions-a mention" href="/uid/100">@jo</a> we look.</p>',
      { to: 1 },
    );
    topic.isLocked = true;
    const message = { visibility: 'public', kind: 'message', deletedAt: null } as const;
    const expected: FetchedConversation = {
      coverage: 'whole',
      externalId: '1',
      channel: 'forum',
      subject: 'Withdrawal & 1',
      openedAt: topic.at,
      status: 'closed',
      statusChanges: [],
      customer: '100',
      languageHint: null,
      category: null,
      team: null,
      country: null,
      tags: ['wallet'],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        {
          ...message,
          externalId: '1',
          at: topic.at,
          actor: 'customer',
          author: '100',
          authorName: null,
          text: 'Where is withdrawal 1?',
          inReplyTo: null,
        },
        {
          ...message,
          externalId: '2',
          at: reply.at,
          actor: 'agent',
          author: '7',
          authorName: 'anna',
          text: '@jo we look.',
          inReplyTo: '1',
        },
      ],
      ratings: [],
    };
    expect((await read(forum)).conversations).toEqual([expected]);
  });

  it('may hold posts and people of other servers, whose ids are addresses', async () => {
    const forum = openForum();
    const topic = forum.open(100);
    const ours = forum.say(topic, anna, '<p>Which wallet?</p>', { to: 1 });
    forum.say(topic, 'https://social.example/users/carl', '<p>Mine too.</p>', { pid: 'https://social.example/notes/9', to: ours.pid });
    forum.say(topic, anna, '<p>Carl, open a ticket.</p>', { to: 'https://social.example/notes/9' });
    expect(told(await read(forum))).toEqual([
      ['1', ['customer: Where is withdrawal 1?', 'agent: Which wallet?']],
      ['1/https://social.example/notes/9', ['customer: Mine too.', 'agent: Carl, open a ticket.']],
    ]);
  });

  it('of several pages is read whole and in its order, whatever order the account has chosen', async () => {
    const forum = openForum();
    const topic = forum.open(100);
    for (let n = 0; n < 50; n += 1) forum.say(topic, 100, `<p>${n}</p>`);
    const { conversations } = await read(forum);
    const [{ messages } = { messages: [] }] = conversations;
    expect(messages.map(({ text }) => text).slice(1)).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
  });

  it('keeps the time of a deleted post and not its text; all guests are nobody', async () => {
    const forum = openForum();
    const topic = forum.open(0);
    forum.say(topic, 100, '<p>secret</p>', { isDeleted: true, edited: 5 });
    const { conversations } = await read(forum);
    expect(
      conversations.map(({ customer, messages }) => [customer, messages.map(({ text, deletedAt, author }) => [text, deletedAt, author])]),
    ).toEqual([
      [
        null,
        [
          ['Where is withdrawal 1?', null, null],
          ['', 5, '100'],
        ],
      ],
    ]);
  });
});

describe('who is ours', () => {
  it('are members of our groups, and people of the list on their days; a group that is hidden has none', async () => {
    const forum = openForum();
    const topic = forum.open(100);
    for (const uid of [anna, 8, 9, 9]) forum.say(topic, uid, '<p>We look.</p>', { at: uid === 9 ? Date.UTC(2026, 10, 1) : topic.at + uid });
    forum.say(topic, 9, '<p>I left.</p>', { at: Date.UTC(2026, 10, 2, 7) });
    const { conversations } = await read(forum, {}, { groups: 'Support, hidden', staff: '9 2026-01-01 2026-11-01' });
    expect(conversations[0]?.messages.map(({ actor }) => actor)).toEqual(['customer', 'agent', 'agent', 'agent', 'agent', 'third_party']);
  });
});

describe('what moves no list', () => {
  const lately = (forum: Forum) => {
    for (const one of forum.topics) one.last = virtualStart - 2 * day + one.tid * 600_000;
  };

  it('is found within a day: an edit, a post that was deleted', async () => {
    const forum = openForum();
    forum.say(forum.open(100), 100, '<p>Hello?</p>');
    forum.open(101);
    lately(forum);
    const first = await read(forum);
    Object.assign(forum.posts[0] ?? {}, { text: '<p>Where is it, after a week?</p>', edited: virtualStart });
    Object.assign(forum.posts[1] ?? {}, { isDeleted: true });
    const soon = await readSource({ connector: nodebb, settings }, upstreamOf(forum, 3_600_000), { cursor: first.cursor });
    expect(told(soon).map(([id]) => id)).toEqual(['2']);
    const next = await readSource({ connector: nodebb, settings }, upstreamOf(forum, day), { cursor: soon.cursor });
    expect(told(next).find(([id]) => id === '1')?.[1]).toEqual(['customer: Where is it, after a week?', 'customer: ']);
  });

  it('is asked for directly where it may be gone', async () => {
    const forum = openForum();
    const [stays, gone, hidden] = [forum.open(100), forum.open(101), forum.open(102)];
    Object.assign(gone, { isGone: true });
    Object.assign(hidden, { isDeleted: true });
    const post = forum.say(stays, 103, '<p>x</p>', { pid: 'https://social.example/n/1', isDeleted: true });
    const { access } = virtualHttp(upstreamOf(forum));
    const ids = [stays.tid, gone.tid, hidden.tid, `${stays.tid}/1`, `${stays.tid}/${post.pid}`].map(String);
    expect(await nodebb.open(settings).findGone?.(access, ids)).toEqual(['2', '3', '1/https://social.example/n/1']);
  });
});

describe('the list', () => {
  it('is read down to what is known, and no further', async () => {
    const forum = openForum();
    for (let n = 0; n < 70; n += 1) forum.open();
    const first = await read(forum);
    forum.open();
    const second = await read(forum, { cursor: first.cursor });
    expect([first.conversations.length, second.requests.filter((url) => url.includes('/api/recent')).length]).toEqual([70, 2]);
    expect(second.conversations.map(({ externalId }) => externalId)).toContain('71');
    expect(second.conversations.length).toBeLessThanOrEqual(3);
  });

  it('is asked for in the name of a user where the token is a master token', async () => {
    const forum = openForum();
    forum.open();
    const { requests } = await read(forum, {}, { user: '12' });
    expect(requests.filter((url) => new URL(url).searchParams.get('_uid') !== '12')).toEqual([]);
  });

  it('does not hold a topic that went away since it was listed', async () => {
    const forum = openForum();
    forum.open();
    forum.open();
    const upstream: Upstream = (request, now) =>
      request.url.pathname.includes('/api/topic/2/') ? { status: 404 } : upstreamOf(forum)(request, now);
    const { conversations, pages } = await readSource({ connector: nodebb, settings }, upstream);
    expect([conversations.map(({ externalId }) => externalId), pages.flatMap(({ malformed }) => malformed)]).toEqual([['1'], []]);
  });
});

describe('a test of the connection', () => {
  it('warns where nothing and nobody of ours can be seen', async () => {
    const blind: Upstream = ({ url }) => (url.pathname === '/api/recent' ? { body: { topics: [] } } : { status: 403, body: {} });
    const { access } = virtualHttp(blind);
    const { found, warnings } = await nodebb.open(settings).probe(access);
    expect([found, warnings.length]).toEqual(['0 topics on the first page, 0 people of ours', 2]);
  });
});
