// Feeds: what changes on the way (marks, moves, ends), what falls off, and what belongs together.
import { describe, expect, it } from 'vitest';
import { minute } from '#db/model/instant.ts';
import { feed } from '#ingest/connectors/feed.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { hasSharedAnswers, sharedBytes } from '#test/support/shared-answers.ts';
import { type Reply, type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';

const url = 'https://news.example.com/feed';
const settings = { feeds: url };

type Item = {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly at?: number | string;
  readonly more?: string;
};
const item = ({ id, title = 'Stuck', link, at, more = '' }: Item) =>
  `<item>${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}<title>${title}</title>${link === undefined ? '' : `<link>${link}</link>`}${
    at === undefined ? '' : `<pubDate>${typeof at === 'string' ? at : new Date(at).toUTCString()}</pubDate>`
  }${more}</item>`;
const rss = (...items: readonly Item[]): Reply => ({
  body: `<rss version="2.0" xmlns:thr="http://purl.org/syndication/thread/1.0"><channel><title>Q</title>${items.map(item).join('')}</channel></rss>`,
});
const at = (minutes: number) => virtualStart - 1000 * minute + minutes * minute;
const ids = (run: { readonly conversations: readonly FetchedConversation[] }) => run.conversations.map(({ externalId }) => externalId);

describe.skipIf(!hasSharedAnswers)('a recorded feed', () => {
  it('gives a whole conversation for each entry', async () => {
    const upstream: Upstream = () => ({
      body: sharedBytes('fixtures/rss/rss_entries.xml'),
      headers: { 'content-type': 'application/rss+xml' },
    });
    const { conversations } = await readSource({ connector: feed, settings }, upstream, { since: 0 });
    expect(conversations).toHaveLength(30);
    const [first] = conversations;
    const text = first?.messages[0]?.text ?? '';
    const time = Date.UTC(2016, 11, 6, 17, 17);
    const id = 'http://blog.couchbase.com/2016/november/connect-2016-developer-workshop';
    expect(text).toMatch(/^For the first day of Couchbase Connect 2016, I created a full-day developer’s workshop/);
    expect(text).not.toMatch(/<\w/);
    const expected: FetchedConversation = {
      coverage: 'part',
      externalId: id,
      channel: 'feed',
      subject: 'Connect 2016 Developer Workshop',
      openedAt: time,
      status: 'open',
      statusChanges: [],
      customer: 'Matthew Groves',
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
          externalId: id,
          at: time,
          actor: 'customer',
          author: 'Matthew Groves',
          authorName: null,
          visibility: 'public',
          kind: 'message',
          text,
          inReplyTo: null,
          deletedAt: null,
        },
      ],
      ratings: [],
    };
    expect(first).toEqual(expected);
  });
});

describe('asking again', () => {
  it('tells the marks of the last answer, and takes "not modified" for nothing new', async () => {
    const heads: (string | undefined)[][] = [];
    const upstream: Upstream = ({ headers }) => {
      heads.push([headers['if-none-match'], headers['if-modified-since']]);
      if (headers['if-none-match'] !== undefined) return { status: 304 };
      return { ...rss({ id: 'a', at: at(1) }), headers: { etag: '"1"', 'last-modified': 'Mon, 02 Nov 2026 07:00:00 GMT' } };
    };
    const first = await readSource({ connector: feed, settings }, upstream);
    const second = await readSource({ connector: feed, settings }, upstream, { cursor: first.cursor });
    expect([ids(first).length, ids(second)]).toEqual([1, []]);
    expect(heads).toEqual([
      [undefined, undefined],
      ['"1"', 'Mon, 02 Nov 2026 07:00:00 GMT'],
    ]);
  });

  it.each([
    [301, true],
    [308, true],
    [302, false],
    [307, false],
  ])('after a %i the new address is kept: %s', async (status, isKept) => {
    const moved = 'https://other.example.org/atom';
    const upstream: Upstream = ({ url: asked }) =>
      asked.href === url ? { status, headers: { location: moved } } : rss({ id: 'a', at: at(1) });
    const first = await readSource({ connector: feed, settings }, upstream);
    const second = await readSource({ connector: feed, settings }, upstream, { cursor: first.cursor });
    expect(first.requests).toEqual([url, moved]);
    expect(second.requests).toEqual(isKept ? [moved] : [url, moved]);
    expect(ids(first)).toEqual(ids(second));
  });

  it('does not go in circles', async () => {
    const { failure, requests } = await readUntilFailure({ connector: feed, settings }, () => ({
      status: 302,
      headers: { location: url },
    }));
    expect([failure, requests.length]).toEqual(['the feed: redirected more than 5 times', 6]);
  });

  it('stops for good after a 410, says so once, and goes on with the other feeds', async () => {
    const two = { feeds: `${url}\nhttps://b.example.com/` };
    const upstream: Upstream = ({ url: asked }) => (asked.href === url ? { status: 410 } : rss({ id: 'b:1', at: at(1) }));
    const first = await readSource({ connector: feed, settings: two }, upstream);
    const second = await readSource({ connector: feed, settings: two }, upstream, { cursor: first.cursor });
    const reason = 'news.example.com says that the feed is gone for good; it is no longer read';
    expect([ids(first), first.gaps]).toEqual([['b:1'], [{ from: null, to: null, reason }]]);
    expect(second.requests).toEqual(['https://b.example.com/']);
    const alone = await readUntilFailure({ connector: feed, settings }, upstream);
    expect(alone.failure).toBe('every feed of this source is gone for good');
  });

  it('reads the other feeds where one is sick, and fails at the end', async () => {
    const two = { feeds: `${url} https://b.example.com/` };
    const upstream: Upstream = ({ url: asked }) => (asked.href === url ? { body: '<html></html>' } : rss({ id: 'b:1', at: at(1) }));
    const run = await readUntilFailure({ connector: feed, settings: two }, upstream);
    expect([ids(run), run.failure]).toEqual([['b:1'], 'this is no feed; is the address right?']);
  });
});

describe('what falls off', () => {
  const run = async (before: readonly Item[], after: readonly Item[]) => {
    const first = await readSource({ connector: feed, settings }, () => rss(...before));
    return await readSource({ connector: feed, settings }, () => rss(...after), { cursor: first.cursor });
  };
  const [a, b, c, d] = [1, 2, 3, 4].map((n) => ({ id: `x:${n}`, at: at(n * 10) }));

  it('is no deletion: what is not there is not spoken of', async () => {
    expect(feed.seesDeletions).toBe(false);
    const { conversations } = await run([a ?? {}, b ?? {}], [b ?? {}]);
    expect(conversations.map(({ coverage, externalId }) => [coverage, externalId])).toEqual([['part', 'x:2']]);
  });

  it('is a gap where nothing that was known comes again and the oldest is newer', async () => {
    const reason = 'news.example.com: entries came and went between two runs; read it more often';
    const gone = await run([a ?? {}, b ?? {}], [d ?? {}, c ?? {}]);
    expect(gone.pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([{ from: at(20), to: at(30), reason }]);
    const overlapping = await run([a ?? {}, b ?? {}], [c ?? {}, b ?? {}]);
    expect(overlapping.pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([]);
    const empty = await run([a ?? {}], []);
    expect(empty.pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([]);
  });

  it('is looked for on older pages of the feed, and the place moves only behind the last of them', async () => {
    const pages: Readonly<Record<string, readonly Item[]>> = { '1': [d ?? {}], '2': [c ?? {}], '3': [b ?? {}], '4': [a ?? {}] };
    const upstream: Upstream = ({ url: asked }) => {
      const page = Number(asked.searchParams.get('page') ?? 1);
      const next = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="/feed?page=${page + 1}"/>`;
      return { body: String(rss(...(pages[page] ?? [])).body).replace('<title>Q', `${page < 4 ? next : ''}<title>Q`) };
    };
    const known = await readSource({ connector: feed, settings }, () => rss(b ?? {}));
    const all = await readSource({ connector: feed, settings }, upstream, { cursor: known.cursor });
    expect(ids(all)).toEqual(['x:4', 'x:3', 'x:2']);
    expect(all.pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([]);
    const stopped = await readSource({ connector: feed, settings }, upstream, { cursor: known.cursor, stopAfter: 1 });
    const again = await readSource({ connector: feed, settings }, upstream, { cursor: stopped.cursor });
    expect(ids(again)).toEqual(['x:4', 'x:3', 'x:2']);
    expect(feed.resumable).toBe(false);
  });
});

describe('what an entry is', () => {
  it('has the id that it says, else its link, else one made of title and time', async () => {
    const upstream: Upstream = () =>
      rss({ id: '17', at: at(1) }, { link: 'https://news.example.com/p/2', at: at(2) }, { title: 'No id', at: at(3) });
    const [first, second] = [
      await readSource({ connector: feed, settings }, upstream),
      await readSource({ connector: feed, settings }, upstream),
    ];
    expect(ids(first)).toEqual([
      expect.stringMatching(/^[\w-]{22}:17$/),
      'https://news.example.com/p/2',
      expect.stringMatching(/^[\w-]{22}:[\w-]{22}$/),
    ]);
    expect(ids(second)).toEqual(ids(first));
  });

  it('stays itself where another one has the same id, also after that one fell off', async () => {
    const [one, two] = [
      { id: 'x:1', title: 'Stuck', at: at(1) },
      { id: 'x:1', title: 'Lost', at: at(2) },
    ];
    const first = await readSource({ connector: feed, settings }, () => rss(two, one));
    const second = await readSource({ connector: feed, settings }, () => rss(one), { cursor: first.cursor });
    expect(new Set(ids(first)).size).toBe(2);
    expect(ids(second)).toEqual(ids(first).slice(1));
  });

  it('belongs to what it answers; a comment to its post; ours is told by address alone', async () => {
    const reply = '<thr:in-reply-to ref="x:1"/><author>anna@example.com (Anna)</author>';
    const own = '<author>anna@example.com (Anna)</author>';
    const upstream: Upstream = () =>
      rss(
        { id: 'x:1', at: at(1) },
        { id: 'x:2', title: 'We look', at: at(2), more: reply },
        { id: 'x:3', title: 'Me too', at: at(3), link: 'https://blog.example.com/fees#comment-7' },
        { id: 'x:4', title: 'News of ours', at: at(4), more: own },
      );
    const { conversations } = await readSource({ connector: feed, settings: { ...settings, staff: 'anna@example.com' } }, upstream);
    expect(
      conversations.map(({ externalId, messages: [message] }) => [externalId, message?.externalId, message?.actor, message?.inReplyTo]),
    ).toEqual([
      ['x:1', 'x:1', 'customer', null],
      ['x:1', 'x:2', 'agent', 'x:1'],
      ['https://blog.example.com/fees', 'x:3', 'customer', null],
    ]);
  });

  it('without a time that can be right has none; one without a zone is in UTC', async () => {
    const { conversations } = await readSource({ connector: feed, settings }, () =>
      rss({ id: 'x:1' }, { id: 'x:2', at: '2026-11-01 10:00:00' }, { id: 'x:3', at: '2031-01-01' }),
    );
    expect(conversations.map(({ openedAt }) => openedAt)).toEqual([null, Date.UTC(2026, 10, 1, 10), null]);
  });

  it('that says nothing is written down', async () => {
    const { pages } = await readSource({ connector: feed, settings }, () =>
      rss({ id: 'x:1', title: '', at: at(1) }, { id: 'x:2', at: at(2) }),
    );
    expect(pages.map(({ malformed }) => malformed)).toEqual([[{ item: 'x:1', reason: 'an entry without title and text' }]]);
  });

  it('of a window alone is read where a window is asked for', async () => {
    const window = { from: at(2), to: at(3) };
    const run = await readSource(
      { connector: feed, settings },
      () => rss({ id: 'x:4', at: at(4) }, { id: 'x:3', at: at(3) }, { id: 'x:1', at: at(1) }),
      {
        window,
      },
    );
    expect(ids(run)).toEqual(['x:3']);
  });
});

describe('a test of the connection', () => {
  it('tells the feed and its entries, and warns where they tell no time', async () => {
    const { access } = virtualHttp(() => rss({ id: 'x:1' }));
    expect(await feed.open(settings).probe(access)).toMatchObject({
      found: 'Q (1)',
      warnings: [{ en: expect.stringContaining('no time') }],
    });
  });
});
