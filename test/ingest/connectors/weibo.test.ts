// Weibo: ids too large for numbers, times in its own writing, deleted and cut posts, errors with codes, and recorded answers.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { weibo } from '#ingest/connectors/weibo.ts';
import { commentId, commentShape, statusShape, toWeiboComment, toWeiboStatus, weiboTime } from '#ingest/connectors/weibo-post.ts';
import { parseWithLargeIds } from '#ingest/connectors/weibo-reader.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { sharedFile } from '#test/support/shared-answers.ts';
import { openWeibo, uidOf, weiboSettings } from './vendors/weibo.ts';

const source = { connector: weibo, settings: weiboSettings };
const self = { uid: '1500000001', name: 'acme' };

describe('a post on Weibo', () => {
  it('is read with its comments, its ids exact where numbers would be rounded', async () => {
    const { world, upstream } = openWeibo(1);
    const [root, answer] = world.posts;
    const { conversations, malformed } = await readSource(source, upstream);
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: '9100000000000001',
        channel: 'weibo',
        subject: null,
        openedAt: root?.at,
        status: 'pending',
        statusChanges: [],
        customer: uidOf('customer-0'),
        languageHint: null,
        category: null,
        team: null,
        country: null,
        tags: ['inferred-status'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          {
            externalId: '9100000000000001',
            at: root?.at,
            actor: 'customer',
            author: uidOf('customer-0'),
            authorName: null,
            visibility: 'public',
            kind: 'message',
            text: 'Where is withdrawal 0, @acme?',
            inReplyTo: null,
            deletedAt: null,
          },
          {
            externalId: 'c9100000000000002',
            at: answer?.at,
            actor: 'agent',
            author: '1500000002',
            authorName: 'anna',
            visibility: 'public',
            kind: 'message',
            text: 'We are looking into number 0.',
            inReplyTo: '9100000000000001',
            deletedAt: null,
          },
        ],
        ratings: [],
      },
    ]);
  });

  it('is read to the last comment, whatever the size of a page', async () => {
    const server = openWeibo(0);
    const root = server.world.say({ by: 'kim', text: '@acme help', callsUs: true });
    for (let index = 0; index < 120; index += 1) server.world.say({ by: 'anna', text: `Word ${index}` }, root);
    server.mostComments = 50;
    const { conversations } = await readSource(source, server.upstream);
    expect(conversations.map(({ messages, coverage }) => [messages.length, coverage])).toEqual([[121, 'whole']]);
  });

  it('is found from a comment under a post of ours, and parted by whom we answer', async () => {
    const { world, upstream } = openWeibo(0);
    const news = world.say({ by: 'brand', text: 'Maintenance tonight' });
    const kim = world.say({ by: 'kim', text: 'Until when?' }, news);
    const lee = world.say({ by: 'lee', text: 'Again?' }, news);
    world.say({ by: 'brand', text: 'Until six.' }, kim);
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ externalId, messages }) => [externalId, messages.map(({ text }) => text)])).toEqual([
      [`${news.id}>${kim.id}`, ['Maintenance tonight', 'Until when?', 'Until six.']],
      [`${news.id}>${lee.id}`, ['Maintenance tonight', 'Again?']],
    ]);
  });

  it('that is longer than lists show is read whole, or says that it was cut', async () => {
    const server = openWeibo(0);
    const root = server.world.say({ by: 'kim', text: '@acme this is a long story about a wallet', callsUs: true });
    server.longTexts.add(root.id);
    const whole = await readSource(source, server.upstream);
    expect(whole.conversations.map(({ messages, tags }) => [messages[0]?.text, tags])).toEqual([[root.text, ['inferred-status']]]);
    server.givesLongTexts = false;
    const cut = await readSource(source, server.upstream);
    expect(cut.conversations.map(({ messages, tags }) => [messages[0]?.text, tags])).toEqual([
      ['@acme this', ['inferred-status', 'truncated']],
    ]);
  });

  it('that was deleted stays without its words, and is gone', async () => {
    const { world, upstream } = openWeibo(2);
    const [root] = world.posts;
    if (root !== undefined) root.isGone = true;
    const lost = world.say({ by: 'kim', text: 'x' }, world.posts[2]);
    lost.isGone = true;
    const ids = world.posts.filter(({ parent }) => parent === null).map(({ id }) => id);
    expect(await goneAt(source, upstream, [...ids, `${ids[1]}>${lost.id}`])).toEqual([ids[0], `${ids[1]}>${lost.id}`]);
  });
});

describe('reposts', () => {
  const status = (text: string, of: string | null) =>
    toWeiboStatus(
      statusShape.parse({
        idstr: '5',
        created_at: 'Wed Jun 01 00:50:25 +0800 2011',
        text,
        user: { idstr: '7', screen_name: 'kim' },
        ...(of === null ? {} : { retweeted_status: { idstr: '4', user: { idstr: of } } }),
      }),
      self,
    );

  it.each([
    ['转发微博', '8', [true, false]],
    ['//@lee: 转发微博', '8', [true, false]],
    ['看看这个 //@lee: @acme 骗子', '8', [false, true]],
    ['你们怎么还不退款', self.uid, [false, true]],
    ['你们怎么还不退款', '8', [false, false]],
  ])('%s, of %s', (text, of, expected) => {
    const { isRepost, addressesUs, quotes } = status(text, of);
    expect([isRepost, addressesUs]).toEqual(expected);
    expect(quotes).toBe('4');
  });

  it('hold the own words alone', () => {
    expect(status('看看这个 //@lee: @acme 骗子', '8').text).toBe('看看这个');
  });
});

describe('times and numbers', () => {
  it.each([
    ['Wed Jun 01 00:50:25 +0800 2011', '2011-05-31T16:50:25.000Z'],
    ['Thu Feb 29 23:59:59 -0330 2024', '2024-03-01T03:29:59.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(weiboTime(text) ?? 0).toISOString()).toBe(expected);
  });

  it.each(['', 'yesterday', 'Wed Foo 01 00:50:25 +0800 2011', '2011-06-01T00:50:25Z'])('%j is no time', (text) => {
    expect(weiboTime(text)).toBeNull();
  });

  it('keep every digit of an id, and touch neither texts nor small numbers', () => {
    const text =
      '{"id":9100000000000001,"n":42,"x":1.5e3,"f":0.1234567890123456789,"text":"pay 9100000000000001 \\"now\\"","list":[-9100000000000001]}';
    expect(parseWithLargeIds(text)).toEqual({
      id: '9100000000000001',
      n: 42,
      x: 1500,
      f: 0.12345678901234568,
      text: 'pay 9100000000000001 "now"',
      list: ['-9100000000000001'],
    });
    expect(JSON.parse(text).list).toEqual([-9100000000000000]);
  });
});

describe('errors', () => {
  it.each([
    [10023, "Weibo's limit of requests is reached (10023)"],
    [21327, 'the credentials are wrong or have expired (21327)'],
    [10014, 'the application lacks the right to read this (10014); Weibo grants it on approval'],
    [10001, 'Weibo refuses it (10001)'],
  ])('%i is said in our words', async (code, words) => {
    const server = openWeibo(1);
    server.refuses = code;
    await expect(readSource(source, server.upstream)).rejects.toThrow(words);
  });

  it('are none where the account may read', async () => {
    expect(await probeOf(source, openWeibo(1).upstream)).toEqual({ found: '@acme (1500000001)', warnings: [] });
  });
});

const comments = sharedFile('fixtures/weibo/comments.json');
const timeline = sharedFile('fixtures/weibo/timeline.json');

describe.skipIf(comments === null)('recorded answers of Weibo (needs ../shared)', () => {
  it('are comments with their times and authors', () => {
    const read = z.array(commentShape).parse(parseWithLargeIds(comments ?? ''));
    const posts = read.map((comment) => toWeiboComment(comment, '11488058246', self));
    expect(posts.map(({ id, parent, at, author, text }) => [id, parent, at, author.id, text])).toEqual([
      ['c12438492184', '11488058246', Date.parse('2011-05-31T16:50:25Z'), '1404376560', '我喜欢你做的'],
      ['c12438492183', '11488058246', Date.parse('2011-05-31T16:00:25Z'), '1404376569', 'not bad'],
    ]);
    expect(read.map(commentId)).toEqual(['c12438492184', 'c12438492183']);
  });

  it('are posts with their words', () => {
    const { statuses } = z.object({ statuses: z.array(statusShape) }).parse(parseWithLargeIds(timeline ?? ''));
    expect(statuses.map((status) => toWeiboStatus(status, self)).map(({ id, text, author }) => [id, text, author.handles])).toEqual([
      ['11488058246', '你好', ['zaku']],
      ['11488058246', 'seeking attention.', ['zaku']],
    ]);
  });
});
