// Discourse: recorded topics as whole conversations, and what its lists do not tell.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { discourse } from '#ingest/connectors/discourse.ts';
import { cookedText } from '#ingest/connectors/discourse-topic.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { hasSharedAnswers, sharedJson } from '#test/support/shared-answers.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { answerOf, type Forum, openForum } from './vendors/discourse.ts';

const settings = { url: 'https://forum.example.com', user: 'reader', key: 'a-secret-key' };
const anna = { user_id: 3, username: 'anna', moderator: true, admin: false, staff: true };
const ben = { user_id: 9, username: 'ben', moderator: false, admin: false, staff: false };

/** The other side of a forum, at a day of its own. */
const over =
  (forum: Forum, later = 0): Upstream =>
  ({ url }) => ({ headers: { date: new Date(virtualStart + later).toUTCString() }, ...answerOf(forum, url.pathname, url.searchParams) });

const message = { visibility: 'public', kind: 'message', inReplyTo: null, deletedAt: null } as const;

/** Serves one recorded topic: in the list of posts, and by its id. */
const recorded =
  (topic: unknown, id: number, at: string): Upstream =>
  ({ url }) => {
    if (url.pathname === '/posts.json')
      return { body: { latest_posts: url.searchParams.has('before') ? [] : [{ id: 9000, topic_id: id, created_at: at }] } };
    if (url.pathname === '/latest.json') return { body: { topic_list: { topics: [] } } };
    return { body: topic };
  };

describe.skipIf(!hasSharedAnswers)('recorded topics', () => {
  it('are the conversation of their opener; other members are third parties', async () => {
    const at = '2016-05-23T17:03:59.465Z';
    const topic = sharedJson('fixtures/discourse/perceval.discourse_posts.json');
    const { conversations } = await readSource({ connector: discourse, settings }, recorded(topic, 1448, at), { since: 0 });
    const texts = conversations[0]?.messages.map(({ text }) => text) ?? [];
    expect(texts[0]).toMatch(/^Hi,\n\nI was wondering [\s\S]*OpenPOWER/);
    const expected: FetchedConversation = {
      coverage: 'whole',
      externalId: '1448',
      channel: 'forum',
      subject: 'IBM PowerVM support?',
      openedAt: Date.parse(at),
      status: 'open',
      statusChanges: [],
      customer: '533',
      languageHint: null,
      category: null,
      team: null,
      country: null,
      tags: [],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        { ...message, externalId: '4383', at: Date.parse(at), actor: 'customer', author: '533', authorName: null, text: texts[0] ?? '' },
        {
          ...message,
          externalId: '4387',
          at: Date.parse('2016-05-24T10:18:52.433Z'),
          actor: 'third_party',
          author: '269',
          authorName: null,
          text: 'have you tried oVirt/RHEV - full support of Power8?',
        },
        {
          ...message,
          externalId: '4393',
          at: Date.parse('2016-05-24T16:49:32.570Z'),
          actor: 'third_party',
          author: '105',
          authorName: null,
          text: texts[2] ?? '',
        },
        {
          ...message,
          externalId: '4396',
          at: Date.parse('2016-05-25T02:52:49.526Z'),
          actor: 'third_party',
          author: '631',
          authorName: null,
          text: 'yes,Ovirt/RHEV can support Power8 .',
          inReplyTo: '4387',
        },
      ],
      ratings: [],
    };
    expect(conversations).toEqual([expected]);
    expect(texts[2]).toMatch(/^@blomquisg can you review this question from @kincl and forward to/);
  });

  it('are no feedback where only staff speaks', async () => {
    const topic = sharedJson('fixtures/discourse/gem.topic.json');
    const run = await readSource({ connector: discourse, settings }, recorded(topic, 57, '2013-02-05T12:14:17.364-05:00'), { since: 0 });
    expect(run.conversations).toEqual([]);
  });

  it('go on with the posts that the first answer left out', async () => {
    const topic = sharedJson('fixtures/discourse/perceval.discourse_topic_1148.json');
    const run = await readSource({ connector: discourse, settings }, recorded(topic, 1148, '2016-05-25T02:52:49.526Z'), { since: 0 });
    expect(
      run.requests.filter((url) => url.includes('/t/1148/posts.json')).map((url) => new URL(url).searchParams.getAll('post_ids[]').length),
    ).toEqual([20, 2]);
    expect(run.conversations.map(({ externalId, customer }) => [externalId, customer])).toEqual([['1148', '2544']]);
    // The recording answers every question with the same posts; each is kept once.
    const ids = run.conversations[0]?.messages.map(({ externalId }) => externalId) ?? [];
    expect(ids).toHaveLength(new Set(ids).size);
    const quoting = run.conversations[0]?.messages.find(({ externalId }) => externalId === '19162');
    expect(quoting?.text).toMatch(/^> /);
    expect(quoting?.text).not.toContain('noisycitytoonoisy:');
  });

  it('are listed also where a topic says nothing of its last post', async () => {
    const list = sharedJson('fixtures/discourse/perceval.discourse_topics_last_posted_at_null.json');
    const topic = sharedJson('fixtures/discourse/perceval.discourse_posts.json');
    const upstream: Upstream = ({ url }) => {
      if (url.pathname === '/posts.json') return { body: { latest_posts: [] } };
      if (url.pathname === '/latest.json') return { body: url.searchParams.get('page') === '0' ? list : { topic_list: { topics: [] } } };
      return { body: topic };
    };
    const { requests, failure } = await readUntilFailure({ connector: discourse, settings }, upstream, { since: 0 });
    expect(failure).toBeNull();
    expect(requests.filter((url) => url.includes('/t/')).map((url) => new URL(url).pathname)).toEqual(['/t/1148.json', '/t/1149.json']);
  });
});

describe('what a topic holds', () => {
  it('whispers are private, a closing is a change, a hidden post has no text, one of a listed group is ours', async () => {
    const forum = openForum();
    const topic = forum.open(ben);
    forum.say(topic, anna, '<p>Looks like the bridge.</p>', { type: 4 });
    forum.say(topic, { ...ben, user_id: 12, username: 'carl' }, '<p>buy gold</p>', { isHidden: true });
    const closing = forum.say(topic, anna, '', { type: 3 });
    const upstream = over(forum);
    const withGroup: Upstream = async (request, now) => {
      const reply = await upstream(request, now);
      const text = JSON.stringify(reply).replaceAll('"username":"carl",', '"username":"carl","primary_group_name":"Support",');
      return JSON.parse(
        text
          .replaceAll(`"id":${closing.id},`, `"id":${closing.id},"action_code":"closed.enabled",`)
          .replaceAll('"primary_group_name":null,', ''),
      );
    };
    const { conversations } = await readSource({ connector: discourse, settings: { ...settings, groups: 'sales, support' } }, withGroup);
    const [{ statusChanges, messages } = { statusChanges: [], messages: [] }] = conversations;
    expect(statusChanges).toEqual([{ at: closing.at, status: 'closed', by: 'agent' }]);
    expect(messages.map(({ actor, visibility, text, deletedAt }) => [actor, visibility, text, deletedAt !== null])).toEqual([
      ['customer', 'public', 'Where is withdrawal 11?', false],
      ['agent', 'private', 'Looks like the bridge.', false],
      ['agent', 'public', '', true],
    ]);
  });

  it('a second customer who answers us has a conversation of their own, with our answer in it', async () => {
    const forum = openForum();
    const topic = forum.open(ben);
    const ours = forum.say(topic, anna, '<p>Which network?</p>', { to: 1 });
    const carl = forum.say(topic, { ...ben, user_id: 12, username: 'carl' }, '<p>Mine is stuck too, on Tron.</p>', { to: ours.number });
    forum.say(topic, anna, '<p>Please open a ticket.</p>', { to: carl.number });
    forum.say(topic, { ...ben, user_id: 13, username: 'dora' }, '<p>Good luck.</p>');
    const { conversations } = await readSource({ connector: discourse, settings }, over(forum));
    expect(
      conversations.map(({ externalId, customer, openedAt, messages }) => [
        externalId,
        customer,
        openedAt,
        messages.map(({ actor, text }) => `${actor}: ${text}`),
      ]),
    ).toEqual([
      ['11', '9', topic.at, ['customer: Where is withdrawal 11?', 'agent: Which network?', 'third_party: Good luck.']],
      [`11/${carl.id}`, '12', carl.at, ['customer: Mine is stuck too, on Tron.', 'agent: Please open a ticket.']],
    ]);
  });

  it('an announcement of ours is context: whoever answers it begins a conversation', async () => {
    const forum = openForum();
    const topic = forum.open(anna);
    const first = forum.say(topic, ben, '<p>It broke my wallet.</p>');
    forum.say(topic, anna, '<p>Sorry, we look into it.</p>', { to: first.number });
    const { conversations } = await readSource({ connector: discourse, settings }, over(forum));
    expect(conversations.map(({ externalId, openedAt, messages }) => [externalId, openedAt, messages.map(({ actor }) => actor)])).toEqual([
      [`11/${first.id}`, first.at, ['customer', 'agent']],
    ]);
  });

  it.each([
    ['<p><a class="mention" href="/u/anna">@anna</a> thanks</p>', '@anna thanks'],
    [
      '<aside class="quote" data-post="3"><div class="title">\n<div class="quote-controls"></div>\n<img alt="" src="x">ben:</div>\n<blockquote><p>stuck</p></blockquote></aside>\n<p>Same.</p>',
      '> stuck\n\nSame.',
    ],
  ])('the text of %s', (cooked, text) => {
    expect(cookedText(cooked)).toBe(text);
  });
});

describe('what its lists do not tell', () => {
  it('walks on through windows whose posts are all hidden', async () => {
    const forum = openForum();
    const old = forum.open(ben);
    const spam = forum.open(ben);
    for (let n = 0; n < 120; n += 1) forum.say(spam, ben, 'x', { isHidden: true });
    forum.open(ben);
    // Nothing but the windows tells of it.
    const upstream: Upstream = (request, now) =>
      request.url.pathname === '/latest.json' ? { body: { topic_list: { topics: [] } } } : over(forum)(request, now);
    const { requests, conversations } = await readSource({ connector: discourse, settings }, upstream);
    expect(requests.filter((url) => url.includes('/posts.json')).length).toBeGreaterThanOrEqual(3);
    expect(conversations.map(({ externalId }) => externalId)).toContain(String(old.id));
  });

  it('asks only for what is new the next time', async () => {
    const forum = openForum();
    for (let n = 0; n < 80; n += 1) forum.open({ ...ben, user_id: 100 + n });
    const first = await readSource({ connector: discourse, settings }, over(forum));
    const added = forum.open(ben);
    const second = await readSource({ connector: discourse, settings }, over(forum), { cursor: first.cursor });
    expect(first.conversations).toHaveLength(80);
    expect(second.conversations.map(({ externalId }) => externalId)).toContain(String(added.id));
    expect(second.requests.length).toBeLessThan(8);
  });

  it('finds an edit in the middle of a topic, which moves nothing, within a day', async () => {
    const forum = openForum();
    const topic = forum.open(ben);
    forum.say(topic, anna, '<p>We look.</p>', { to: 1 });
    forum.open(ben);
    // Recent enough for the daily look back.
    forum.topics.forEach((one, index) => {
      one.bumped = virtualStart - day + index * 600_000;
    });
    const first = await readSource({ connector: discourse, settings }, over(forum));
    const edited = forum.posts[0];
    if (edited !== undefined) edited.text = '<p>Where is it, after a week?</p>';
    const same = await readSource({ connector: discourse, settings }, over(forum, day / 2), { cursor: first.cursor });
    const texts = (run: typeof same) => run.conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(texts(same)).not.toContain('Where is it, after a week?');
    const next = await readSource({ connector: discourse, settings }, over(forum, day), { cursor: same.cursor });
    expect(texts(next)).toContain('Where is it, after a week?');
    const quiet = await readSource({ connector: discourse, settings }, over(forum, day + 1000), { cursor: next.cursor });
    expect(quiet.requests.length).toBeLessThanOrEqual(next.requests.length);
  });

  it('waits as long as the forum asks in its answer', async () => {
    const forum = openForum();
    forum.open(ben);
    let isFirst = true;
    const upstream: Upstream = (request, now) => {
      const limited = isFirst;
      isFirst = false;
      return limited
        ? { status: 429, body: { errors: ['slow down'], error_type: 'rate_limit', extras: { wait_seconds: 23 } } }
        : over(forum)(request, now);
    };
    const { pauses, conversations } = await readSource({ connector: discourse, settings }, upstream);
    expect(pauses).toEqual([23_000]);
    expect(conversations).toHaveLength(1);
  });

  it('reads a window again by activity, and leaves out what was opened behind it', async () => {
    const forum = openForum();
    const [inside, behind] = [forum.open(ben), forum.open(ben)];
    const window = { from: inside.at - 1000, to: behind.at - 1000 };
    const { conversations } = await readSource({ connector: discourse, settings }, over(forum), { window });
    expect(conversations.map(({ externalId }) => externalId)).toEqual([String(inside.id)]);
  });

  it('reads the private messages of one user where they are asked for', async () => {
    const forum = openForum();
    const topic = forum.open(ben);
    const inbox = '/topics/private-messages/support.json';
    const upstream: Upstream = (request) => {
      const { pathname } = request.url;
      if (pathname === '/posts.json') return { body: { latest_posts: [] } };
      if (pathname === '/latest.json') return { body: { topic_list: { topics: [] } } };
      const path = pathname === inbox ? '/latest.json' : pathname;
      const reply = answerOf(forum, path, request.url.searchParams);
      return { ...reply, body: JSON.parse(JSON.stringify(reply.body).replaceAll('"regular"', '"private_message"')) };
    };
    const { conversations } = await readSource({ connector: discourse, settings: { ...settings, inbox: 'support' } }, upstream);
    expect(conversations.map(({ externalId, channel }) => [externalId, channel])).toEqual([[String(topic.id), 'forum-message']]);
  });
});
