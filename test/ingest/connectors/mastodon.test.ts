// Mastodon: pages from the oldest on, threads that arrive late, a search that is off, and recorded answers of a real server.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, hour } from '#db/model/instant.ts';
import { mastodon } from '#ingest/connectors/mastodon.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { recordedExchanges } from '#test/support/shared-answers.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { accountIdOf, mastodonSettings, openMastodon } from './vendors/mastodon.ts';

const source = { connector: mastodon, settings: mastodonSettings };
const withTags = { connector: mastodon, settings: { ...mastodonSettings, hashtags: 'AcmeHelp' } };
const withTerms = { connector: mastodon, settings: { ...mastodonSettings, terms: 'acme wallet' } };

describe('a thread on Mastodon', () => {
  it('is read whole: words without markup, our answer, ids as text', async () => {
    const { world, upstream } = openMastodon(1);
    const [root, answer] = world.posts;
    const { conversations } = await readSource(source, upstream);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: root?.id,
        channel: 'mastodon',
        subject: null,
        openedAt: root?.at,
        status: 'pending',
        statusChanges: [],
        customer: accountIdOf('customer-0'),
        languageHint: 'en',
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
            author: accountIdOf('customer-0'),
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
            author: '900',
            authorName: 'Anna of Acme',
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
    expect(Number(root?.id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  });

  it('is found from an answer deep in it, and belongs to each customer who calls us there', async () => {
    const { world, upstream } = openMastodon(0);
    const root = world.say({ by: 'kim', text: 'The wallet is empty' });
    const middle = world.say({ by: 'lee', text: 'Ask @acme', callsUs: true }, root);
    world.say({ by: 'brand', text: 'Hello Lee' }, middle);
    const call = world.say({ by: 'kim', text: '@acme please', callsUs: true }, middle);
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ externalId, messages }) => [externalId, messages.map(({ actor }) => actor)])).toEqual([
      [`${root.id}>${middle.id}`, ['customer', 'agent']],
      [`${root.id}>${call.id}`, ['customer']],
    ]);
  });

  it('is not read at all before the day from which the source is read', async () => {
    const { world, upstream } = openMastodon(0);
    world.say({ by: 'kim', text: '@acme old', callsUs: true, at: virtualStart - 3 * day });
    const fresh = world.say({ by: 'lee', text: '@acme new', callsUs: true, at: virtualStart - hour });
    const { conversations, asked } = await readSource(source, upstream, { since: virtualStart - day });
    expect(conversations.map(({ externalId }) => externalId)).toEqual([fresh.id]);
    expect(asked.filter((path) => path.includes('context')).length).toBe(1);
  });

  it('is read in a back-fill where it lies in the window, and the watch list is left alone', async () => {
    const { world, upstream } = openMastodon(0);
    const at = (days: number) => virtualStart - days * day;
    const [, second] = [9, 6, 3].map((days) => world.say({ by: `k${days}`, text: '@acme', callsUs: true, at: at(days) }));
    const { conversations } = await readSource(source, upstream, { window: { from: at(7), to: at(5) } });
    expect(conversations.map(({ externalId }) => externalId)).toEqual([second?.id]);
  });
});

describe('what no feed tells', () => {
  it('answers and edits are found by reading threads again; silent ones are closed and let go', async () => {
    const { world, upstream } = openMastodon(1);
    const first = await readSource(source, upstream);
    const [root] = world.posts;
    world.say({ by: 'anna', text: 'It has been paid out.' }, root);
    const second = await readSource(source, upstream, { cursor: first.cursor });
    expect(second.conversations.map(({ messages }) => messages.length)).toEqual([3]);
    const later: Upstream = async (request, now) => {
      const reply = await upstream(request, now);
      return reply instanceof Error
        ? reply
        : { ...reply, headers: { ...reply.headers, date: new Date(virtualStart + 8 * day).toUTCString() } };
    };
    const third = await readSource(source, later, { cursor: second.cursor });
    expect(third.conversations.map(({ status }) => status)).toEqual(['closed']);
    const fourth = await readSource(source, later, { cursor: third.cursor });
    expect(fourth.conversations).toEqual([]);
    expect(fourth.asked.filter((path) => path.includes('/statuses/'))).toEqual([]);
  });

  it('a thread whose middle this server does not know is a part', async () => {
    const { world, upstream } = openMastodon(0);
    const root = world.say({ by: 'kim', text: '@acme help', callsUs: true });
    const unseen = world.say({ by: 'lee', text: 'far away' }, root);
    const call = world.say({ by: 'kim', text: '@acme still', callsUs: true }, unseen);
    unseen.isGone = true;
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ externalId, coverage, tags }) => [externalId, coverage, tags])).toEqual([
      [call.id, 'part', ['inferred-status', 'partial-thread']],
      [root.id, 'whole', ['inferred-status']],
    ]);
  });
});

describe('hashtags', () => {
  it('are followed from the oldest on: more than a page between two runs loses nothing', async () => {
    const { world, upstream } = openMastodon(0);
    const posts = Array.from({ length: 95 }, (_, index) => world.say({ by: `k${index}`, text: `#AcmeHelp number ${index}` }));
    const { conversations, asked } = await readSource(withTags, upstream);
    expect(conversations.map(({ externalId }) => externalId).toSorted()).toEqual(posts.map(({ id }) => id).toSorted());
    expect(asked.filter((path) => path.includes('since_id'))).toEqual([]);
  });

  it('take in a post that arrives late with an earlier id, and read no thread of the overlap twice for it', async () => {
    const { world, upstream } = openMastodon(0);
    world.say({ by: 'kim', text: '#acmehelp', at: virtualStart - hour });
    const first = await readSource(withTags, upstream);
    const late = world.say({ by: 'lee', text: '#acmehelp', at: virtualStart - 3 * hour });
    const second = await readSource(withTags, upstream, { cursor: first.cursor });
    expect(second.conversations.map(({ externalId }) => externalId)).toContain(late.id);
    expect(second.asked.filter((path) => path.endsWith(`${late.id}/context`)).length).toBe(1);
  });
});

describe('search', () => {
  it('finds posts with the words, and its place stays at the newest', async () => {
    const { world, upstream } = openMastodon(0);
    world.say({ by: 'brand', text: 'Welcome' });
    const posts = Array.from({ length: 50 }, (_, index) => world.say({ by: `k${index}`, text: `My Acme Wallet is slow, ${index}` }));
    const first = await readSource(withTerms, upstream);
    expect(first.conversations.length).toBe(50);
    expect(first.gaps).toEqual([]);
    const place = z.object({ searches: z.record(z.string(), z.string()) }).parse(JSON.parse(first.cursor ?? ''));
    expect(place.searches).toEqual({ 'acme wallet': posts.at(-1)?.id });
  });

  it('that is off is told as misconfigured, by the probe and by a gap, and the rest is read', async () => {
    const server = openMastodon(1);
    server.world.say({ by: 'brand', text: 'Welcome' });
    server.hasSearch = false;
    const { conversations, gaps } = await readSource(withTerms, server.upstream);
    expect(conversations.length).toBe(1);
    expect(gaps.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^misconfigured: this server has no full-text search/)]);
    expect((await probeOf(withTerms, server.upstream)).warnings.map(({ en }) => en)).toEqual([
      'This server has no full-text search: the search terms would find nothing.',
    ]);
    expect(await probeOf(source, server.upstream)).toEqual({ found: '@acme@social.example', warnings: [] });
  });
});

describe('impostors and deletions', () => {
  it('an account of our name on another server is a customer, and marked', async () => {
    const { world, upstream } = openMastodon(0);
    world.say({ by: 'acme@evil.example', text: '@acme send your phrase', callsUs: true });
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ tags, messages }) => [tags, messages[0]?.actor])).toEqual([
      [['inferred-status', 'possible-impersonation'], 'customer'],
    ]);
  });

  it('asks for the first post of a conversation, not for the thread in which it was said', async () => {
    const { world, upstream } = openMastodon(0);
    const root = world.say({ by: 'kim', text: 'hm' });
    const call = world.say({ by: 'lee', text: '@acme', callsUs: true }, root);
    root.isGone = true;
    expect(await goneAt(source, upstream, [root.id, `${root.id}>${call.id}`])).toEqual([root.id]);
  });
});

const reply = recordedExchanges('mastodon/test_status_reply.json');
const mentions = recordedExchanges('mastodon/test_notifications_mentions_only.json');

describe.skipIf(reply.length === 0)('recorded answers of Mastodon 4.6 (needs ../shared)', () => {
  const [asked, , answered] = reply.map(({ response }) => response.body);
  const rootId = '117020583245459824';
  const replyId = '117020583258292382';
  const owner = { id: '117020566092212359', username: 'mastodonpy_test_2', acct: 'mastodonpy_test_2' };
  const recorded: Upstream = ({ url }) => {
    const path = url.pathname.replace('/api/v1/', '');
    if (path === 'accounts/verify_credentials') return { body: owner };
    if (path === 'notifications') {
      const isFirst = url.searchParams.get('min_id') === '0';
      return { body: isFirst ? [{ id: '21', type: 'mention', created_at: '2026-08-01T13:53:16Z', status: answered }] : [] };
    }
    if (path === `statuses/${replyId}/context`) return { body: { ancestors: [asked], descendants: [] } };
    if (path === `statuses/${rootId}/context`) return { body: { ancestors: [], descendants: [answered] } };
    return path === `statuses/${rootId}` ? { body: asked } : { status: 404 };
  };

  it('a reply to a post of ours is a conversation of who wrote it', async () => {
    const settings = { url: 'http://localhost:3000', token: 'x' };
    const { conversations, malformed } = await readSource({ connector: mastodon, settings }, recorded, {
      since: 0,
      start: Date.UTC(2026, 7, 2),
    });
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: `${rootId}>${replyId}`,
        channel: 'mastodon',
        subject: null,
        openedAt: Date.parse('2026-08-01T13:53:15.910Z'),
        status: 'open',
        statusChanges: [],
        customer: '117020565693913441',
        languageHint: 'en',
        category: null,
        team: null,
        country: null,
        tags: ['inferred-status'],
        exclusion: null,
        mergedInto: null,
        isComplaint: false,
        messages: [
          expect.objectContaining({ externalId: rootId, actor: 'agent', author: owner.id, at: Date.parse('2026-08-01T13:53:15.714Z') }),
          {
            externalId: replyId,
            at: Date.parse('2026-08-01T13:53:15.910Z'),
            actor: 'customer',
            author: '117020565693913441',
            authorName: null,
            visibility: 'public',
            kind: 'message',
            text: '@mastodonpy_test_2 same!',
            inReplyTo: rootId,
            deletedAt: null,
          },
        ],
        ratings: [],
      },
    ]);
  });

  it('reads the recorded page of mentions and its reset header', async () => {
    const page = mentions.find(({ request }) => request.url.includes('types%5B%5D=mention'));
    const [notification] = z.array(z.object({ id: z.string(), status: z.looseObject({ id: z.string() }) })).parse(page?.response.body);
    const upstream: Upstream = ({ url }) => {
      const headers = page?.response.headers ?? {};
      if (url.pathname.endsWith('verify_credentials')) return { headers, body: owner };
      if (url.pathname.endsWith('notifications'))
        return { headers, body: url.searchParams.get('min_id') === '0' ? page?.response.body : [] };
      return { headers, body: url.pathname.endsWith('context') ? { ancestors: [], descendants: [] } : notification?.status };
    };
    const { malformed, asked: paths } = await readSource(
      { connector: mastodon, settings: { url: 'http://localhost:3000', token: 'x' } },
      upstream,
      {
        since: 0,
      },
    );
    expect(malformed).toEqual([]);
    expect(paths).toContain(`/api/v1/statuses/${notification?.status.id}/context`);
    expect(Date.parse(page?.response.headers['x-ratelimit-reset'] ?? '')).toBeGreaterThan(0);
  });
});
