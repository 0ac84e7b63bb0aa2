// App Store reviews: a recorded page, storefronts that are empty or broken, and how far the feed reaches back.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { appStore } from '#ingest/connectors/app-store.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { hasSharedAnswers, sharedBytes } from '#test/support/shared-answers.ts';
import { type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';
import { answerOf, appStoreSettings, reviewsOf, upstreamOf } from './vendors/app-store.ts';

const ids = (run: { readonly conversations: readonly FetchedConversation[] }) => run.conversations.map(({ externalId }) => externalId);

describe.skipIf(!hasSharedAnswers)('a recorded page', () => {
  const empty = '<feed xmlns="http://www.w3.org/2005/Atom"><title>iTunes Store</title></feed>';
  const upstream: Upstream = ({ url }) => ({
    body: url.pathname.includes('/page=1/') ? sharedBytes('fixtures/app-store/customerreviews.jp.page1.xml') : empty,
  });

  it('gives fifty reviews, the first of them as a whole conversation', async () => {
    const run = await readSource({ connector: appStore, settings: { app: '1404176564', storefronts: 'JP' } }, upstream, { since: 0 });
    const at = Date.parse('2020-08-12T11:06:20Z');
    const expected: FetchedConversation = {
      coverage: 'part',
      externalId: '6310006838',
      channel: 'app-store',
      subject: '髪型追加してもらいたい',
      openedAt: at,
      status: 'closed',
      statusChanges: [],
      customer: '413830721',
      languageHint: 'ja',
      category: null,
      team: null,
      country: 'JP',
      tags: ['version 3.5.0'],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        {
          externalId: '6310006838',
          at,
          actor: 'customer',
          author: '413830721',
          authorName: null,
          visibility: 'public',
          kind: 'message',
          text: '髪型追加してもらいたい\nいろんな髪型追加して欲しい\n    片方ツインテールとかさまざまな髪型追加してほしいです\n    ゲーム機能ついているのはいいと思う',
          inReplyTo: null,
          deletedAt: null,
        },
      ],
      ratings: [{ externalId: '6310006838', kind: 'csat', value: 5, scaleMin: 1, scaleMax: 5, at }],
    };
    expect(run.conversations[0]).toEqual(expected);
    expect(run.conversations).toHaveLength(50);
    expect(new Set(ids(run)).size).toBe(50);
    expect(run.pages.flatMap(({ malformed }) => malformed)).toEqual([]);
    expect(run.conversations.every(({ messages, ratings }) => messages[0]?.text !== '' && ratings.length === 1)).toBe(true);
  });
});

describe('the feed', () => {
  it('that is empty for hours changes nothing, and is read on when it comes back', async () => {
    expect(appStore.seesDeletions).toBe(false);
    const reviews = reviewsOf('us', 60);
    const one = { ...appStoreSettings, storefronts: 'us' };
    const first = await readSource({ connector: appStore, settings: one }, upstreamOf(reviews));
    const empty = await readSource({ connector: appStore, settings: one }, upstreamOf([]), { cursor: first.cursor });
    expect([empty.conversations, empty.cursor]).toEqual([[], first.cursor]);
    const more = { ...reviewsOf('us', 1, 7000)[0], at: virtualStart } as (typeof reviews)[number];
    const back = await readSource({ connector: appStore, settings: one }, upstreamOf([...reviews, more]), { cursor: empty.cursor });
    expect(ids(back)).toContain('7000');
    expect(back.conversations.length).toBeLessThanOrEqual(2);
  });

  it.each([
    ['a 502', { status: 502 }],
    ['a page of HTML with status 200', { body: '<!doctype html><html><body><p>Oops</body></html>' }],
    ['nothing with status 200', { body: '' }],
  ])('that gives %s in one country is read in the other, and the failure is told', async (_what, trouble) => {
    const reviews = reviewsOf('jp', 3);
    const upstream: Upstream = ({ url }) => (url.pathname.startsWith('/us/') ? trouble : answerOf(reviews, url));
    const run = await readUntilFailure({ connector: appStore, settings: appStoreSettings }, upstream);
    expect(ids(run).sort()).toEqual(['1000', '1001', '1002']);
    expect(run.failure).toMatch(/us: itunes.apple.com answered 502|no feed of reviews/);
  });

  it('is never asked for an eleventh page; where it does not reach back to what is known, a gap is told', async () => {
    const one = { ...appStoreSettings, storefronts: 'us' };
    const first = await readSource({ connector: appStore, settings: one }, upstreamOf(reviewsOf('us', 1, 1)), { since: 0 });
    const known = virtualStart - 3_600_000;
    const flood = reviewsOf('us', 700, 1000).map((review, n) => ({ ...review, at: known + 1000 + n * 1000 }));
    const { pages, requests } = await readSource({ connector: appStore, settings: one }, upstreamOf(flood), { cursor: first.cursor });
    expect(requests).toHaveLength(10);
    expect(pages.flatMap(({ gaps }) => gaps ?? [])).toEqual([
      { from: known, to: known + 201_000, reason: 'App Store (us) gives the newest 500 reviews only; read it more often' },
    ]);
  });

  it('shows an edited review again at its new time, as the same one', async () => {
    const reviews = reviewsOf('us', 120);
    const one = { ...appStoreSettings, storefronts: 'us' };
    const first = await readSource({ connector: appStore, settings: one }, upstreamOf(reviews));
    const [old] = reviews;
    Object.assign(old ?? {}, { at: virtualStart + 1000, text: 'Three days.', stars: '1' });
    const second = await readSource({ connector: appStore, settings: one }, upstreamOf(reviews), { cursor: first.cursor });
    const edited = second.conversations.find(({ externalId }) => externalId === String(old?.id));
    expect(edited?.messages.map(({ externalId, text, at }) => [externalId, text, at])).toEqual([
      ['1000', 'Slow 1000\nThree days.', virtualStart + 1000],
    ]);
    expect(edited?.ratings.map(({ value }) => value)).toEqual([1]);
    expect(second.requests.length).toBeLessThan(first.requests.length);
  });

  it('without the entry of the app, with a single review, or with text in CDATA is the same to us', async () => {
    const entry =
      '<entry><updated>2026-11-01T00:00:00-07:00</updated><id>5</id><title>A &amp; B</title><content type="text"><![CDATA[x < y]]></content><im:rating>4</im:rating></entry>';
    const upstream: Upstream = ({ url }) => ({
      body: url.pathname.includes('/page=1/') ? `<feed xmlns:im="x">${entry}</feed>` : '<feed/>',
    });
    const { conversations } = await readSource({ connector: appStore, settings: { ...appStoreSettings, storefronts: 'ch' } }, upstream);
    expect(conversations.map(({ messages, languageHint, customer }) => [messages[0]?.text, languageHint, customer])).toEqual([
      ['A & B\nx < y', null, null],
    ]);
  });

  it('with entities of its own is refused', async () => {
    const body = '<!DOCTYPE feed [<!ENTITY a "b">]><feed><entry/></feed>';
    const { failure } = await readUntilFailure({ connector: appStore, settings: appStoreSettings }, () => ({ body }));
    expect(failure).toBe('the feed declares entities of its own, which is refused');
  });

  it('of a window alone is read where one is asked for', async () => {
    const reviews = reviewsOf('us', 100);
    const window = { from: virtualStart - 2 * day, to: virtualStart - day };
    const { conversations } = await readSource(
      { connector: appStore, settings: { ...appStoreSettings, storefronts: 'us' } },
      upstreamOf(reviews),
      { window },
    );
    expect(conversations).toHaveLength(25);
  });
});

describe('a test of the connection', () => {
  it('says which countries have no reviews now', async () => {
    const { access } = virtualHttp(upstreamOf(reviewsOf('jp', 3)));
    expect(await appStore.open(appStoreSettings).probe(access)).toMatchObject({
      found: 'reviews on the first page: us: 0, jp: 3',
      warnings: [{ en: expect.stringMatching(/^No reviews in us now/) }],
    });
  });

  it.each([
    [{ app: 'id123' }, 'app: the number of the app, as in id1234567890'],
    [{ app: '123', storefronts: 'usa' }, 'storefronts: two letters for each country'],
  ])('refuses %j', (settings, message) => {
    expect(() => appStore.open(settings)).toThrow(message);
  });
});
