// Reddit: listings that end, places that are lost, threads that only count their rest, deleted words, and recorded answers.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, hour, minute } from '#db/model/instant.ts';
import { reddit } from '#ingest/connectors/reddit.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { recordedExchanges } from '#test/support/shared-answers.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { fullNameOf, openReddit, redditSettings } from './vendors/reddit.ts';

const source = { connector: reddit, settings: redditSettings };
const elsewhere = { connector: reddit, settings: { ...redditSettings, subreddits: '', terms: 'acme wallet' } };
const brief = (conversations: Awaited<ReturnType<typeof readSource>>['conversations']) =>
  conversations.map(({ externalId, coverage, messages }) => [externalId, coverage, messages.length]);

describe('a thread on Reddit', () => {
  it('is read whole: title as subject, words as text, our answer by the account id', async () => {
    const { world, upstream } = openReddit(1);
    const [root, answer] = world.posts;
    const { conversations, malformed } = await readSource(source, upstream);
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: root?.id,
        channel: 'reddit',
        subject: `Post ${root?.id}`,
        openedAt: root?.at,
        status: 'pending',
        statusChanges: [],
        customer: fullNameOf('customer-0'),
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
            externalId: root?.id,
            at: root?.at,
            actor: 'customer',
            author: fullNameOf('customer-0'),
            authorName: null,
            visibility: 'public',
            kind: 'message',
            text: 'Where is withdrawal 0, @acme?',
            inReplyTo: null,
            deletedAt: null,
          },
          {
            externalId: answer?.id,
            at: answer?.at,
            actor: 'agent',
            author: 't2_anna',
            authorName: 'anna',
            visibility: 'public',
            kind: 'message',
            text: 'We are looking into number 0.',
            inReplyTo: root?.id,
            deletedAt: null,
          },
        ],
        ratings: [],
      },
    ]);
  });

  it('is read to its end where a listing only counts the rest, wide or deep', async () => {
    const server = openReddit(0);
    const root = server.world.say({ by: 'kim', text: 'Help' });
    for (let index = 0; index < 230; index += 1) server.world.say({ by: 'anna', text: `Word ${index}` }, root);
    let last = server.world.say({ by: 'kim', text: 'And?' }, root);
    for (let level = 0; level < 12; level += 1)
      last = server.world.say({ by: level % 2 === 0 ? 'anna' : 'kim', text: `Deep ${level}` }, last);
    server.mostShown = 10;
    server.mostDepth = 5;
    const { conversations } = await readSource(source, server.upstream);
    expect(brief(conversations)).toEqual([[root.id, 'whole', 244]]);
  });

  it('holds no deleted words, and what hangs under them stays', async () => {
    const { world, upstream } = openReddit(0);
    const root = world.say({ by: 'kim', text: 'Help' });
    const gone = world.say({ by: 'kim', text: 'my seed phrase is ...' }, root);
    world.say({ by: 'anna', text: 'Never post that.' }, gone);
    gone.isGone = true;
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ messages }) => messages.map(({ text }) => text))).toEqual([['Help', 'Never post that.']]);
  });

  it('is found by terms all over Reddit, where other posts are none of ours', async () => {
    const { world, upstream } = openReddit(0);
    const hit = world.say({ by: 'kim', text: 'My Acme Wallet is empty' });
    world.say({ by: 'lee', text: 'u/acme_wallet look' }, hit);
    world.say({ by: 'max', text: 'not u/acme_wallet_fan' }, hit);
    world.say({ by: 'lee', text: 'Something else' });
    const { conversations } = await readSource(elsewhere, upstream);
    expect(conversations.map(({ customer }) => customer)).toEqual([fullNameOf('kim'), fullNameOf('lee')]);
  });
});

describe('listings', () => {
  it('that hold a thousand things leave a gap where more came between two runs', async () => {
    const server = openReddit(0);
    server.mostListed = 1000;
    for (let index = 0; index < 1100; index += 1)
      server.world.say({ by: `k${index}`, text: `Help ${index}`, at: virtualStart - (1100 - index) * minute });
    const { gaps, conversations } = await readSource(source, server.upstream, { since: virtualStart - 2 * day });
    expect(conversations.length).toBe(1000);
    expect(gaps).toEqual([
      {
        from: virtualStart - 2 * day,
        to: virtualStart - 1000 * minute,
        reason: 'Reddit lists about a thousand things and no more; older ones of r/acmewallet/new were not read',
      },
    ]);
  });

  it('go on after the last thing was deleted: no run ever hangs on one', async () => {
    const { world, upstream } = openReddit(3);
    const first = await readSource(source, upstream);
    const [, , last] = world.posts.filter(({ parent }) => parent === null);
    if (last !== undefined) last.isGone = true;
    const added = world.say({ by: 'kim', text: 'New' });
    const { conversations } = await readSource(source, upstream, { cursor: first.cursor });
    expect(conversations.map(({ externalId }) => externalId)).toContain(added.id);
  });

  it('begin from the top where the place of a stopped run is lost', async () => {
    const { upstream } = openReddit(5);
    const lists = { 'r/acmewallet/new': { at: virtualStart - 2 * day, after: 't3_lost', newest: virtualStart - 5 * hour } };
    const cursor = JSON.stringify({ version: 1, lists, watched: [] });
    const { conversations } = await readSource(source, upstream, { cursor });
    expect(conversations.length).toBe(5);
  });
});

describe('tokens', () => {
  it('that run out are fetched again in the middle of a run', async () => {
    const server = openReddit(20);
    server.tokenLasts = 9;
    const { conversations } = await readSource(source, server.upstream);
    expect(new Set(conversations.map(({ externalId }) => externalId)).size).toBe(20);
    expect(server.tokens.length).toBeGreaterThan(2);
  });

  it('are not asked for without end where the other side refuses every one', async () => {
    const server = openReddit(1);
    server.tokenLasts = 0;
    await expect(readSource(source, server.upstream)).rejects.toThrow('the credentials are wrong or have expired');
    expect(server.tokens.length).toBe(2);
  });
});

describe('what is gone', () => {
  it('is told by name; what nobody tells of is not taken for gone', async () => {
    const { world, upstream } = openReddit(3);
    const [first] = world.posts;
    if (first !== undefined) first.isGone = true;
    const ids = [...new Set(world.posts.map(({ root }) => root))];
    expect(await goneAt(source, upstream, [...ids, 't3_unknown'])).toEqual([ids[0]]);
    expect(await probeOf(source, upstream)).toEqual({ found: 'u/acme_wallet', warnings: [] });
    const idle = { connector: reddit, settings: { ...redditSettings, subreddits: '' } };
    expect((await probeOf(idle, upstream)).warnings.length).toBe(1);
  });
});

const recorded = recordedExchanges('reddit/TestSubmission.test_comments.json');
const stream = recordedExchanges('reddit/TestSubredditStreams.test_comments__with_pause.json');

describe.skipIf(recorded.length === 0)('recorded answers of Reddit (needs ../shared)', () => {
  const childShape = z.object({ data: z.object({ title: z.string(), author: z.string(), subreddit: z.string() }) });
  const listingsShape = z.tuple([z.object({ data: z.object({ children: z.array(childShape) }) })], z.unknown());
  const submission = listingsShape.safeParse(recorded[1]?.response.body).data?.[0].data.children[0]?.data;
  const owner = submission?.author ?? '';
  const settings = { ...redditSettings, username: owner, subreddits: submission?.subreddit ?? '', staff: '' };

  it('a thread is the conversation of who asks in it', async () => {
    const answers: Upstream = ({ url }) => {
      if (url.host === 'www.reddit.com') return { body: recorded[0]?.response.body };
      if (url.pathname.startsWith('/user/')) return { body: { kind: 't2', data: { id: 'owner', name: owner } } };
      if (url.pathname.startsWith('/comments/')) return { body: recorded[1]?.response.body };
      const isNew = url.pathname.endsWith('/new');
      return { body: { data: { after: null, children: isNew ? [{ data: { name: 't3_2gmzqe', created_utc: 1410935671.0 } }] : [] } } };
    };
    const { conversations, malformed } = await readSource({ connector: reddit, settings }, answers, { since: 0 });
    expect(malformed).toEqual([]);
    expect(
      conversations.map(({ externalId, subject, customer, openedAt, status }) => [externalId, subject, customer, openedAt, status]),
    ).toEqual([['t3_2gmzqe', submission?.title, `u/${owner}`, 1410935671000, 'closed']]);
    expect(conversations[0]?.messages.map(({ externalId, at, inReplyTo }) => [externalId, at, inReplyTo])).toEqual([
      ['t3_2gmzqe', 1410935671000, null],
      ['t1_cklhv0f', 1411010034000, 't1_cklfmye'],
    ]);
  });

  it('the place before a deleted comment yields nothing for ever, and costs us nothing', async () => {
    const lost = stream.find(({ request }) => request.url.includes('before='));
    expect(JSON.stringify(lost?.response.body)).toContain('"children":[]');
    const first = stream.find(({ request }) => request.url.includes('limit=100') && !request.url.includes('before='));
    const later = stream.find(({ request }) => request.url.includes('limit=99'));
    const answersOf =
      (body: unknown): Upstream =>
      ({ url }) => {
        if (url.host === 'www.reddit.com') return { body: recorded[0]?.response.body };
        if (url.pathname.startsWith('/user/')) return { body: { kind: 't2', data: { id: 'owner', name: owner } } };
        if (url.pathname.endsWith('/comments')) return { body };
        return url.pathname.startsWith('/comments/') ? { status: 404 } : { body: { data: { after: null, children: [] } } };
      };
    const kakapo = { connector: reddit, settings: { ...settings, subreddits: 'kakapo' } };
    const read = await readSource(kakapo, answersOf(first?.response.body), { since: 0, start: Date.UTC(2017, 3, 17, 8) });
    const { asked } = await readSource(kakapo, answersOf(later?.response.body), {
      since: 0,
      start: Date.UTC(2017, 3, 17, 8),
      cursor: read.cursor,
    });
    expect(asked.filter((path) => path.startsWith('/comments/')).map((path) => path.split('?')[0])).toEqual([
      '/comments/62gzev',
      '/comments/654eqk',
    ]);
    expect(asked.filter((path) => path.includes('before='))).toEqual([]);
  });
});
