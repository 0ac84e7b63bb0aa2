// Bluesky: times that authors make up, sessions that run out, search that ends too soon, threads with holes, and the vendor's own snapshots.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import { bluesky } from '#ingest/connectors/bluesky.ts';
import { postViewShape, toBlueskyPost } from '#ingest/connectors/bluesky-post.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { sharedFile } from '#test/support/shared-answers.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { blueskySettings, didOf, openBluesky } from './vendors/bluesky.ts';

const source = { connector: bluesky, settings: blueskySettings };
const withTerms = { connector: bluesky, settings: { ...blueskySettings, terms: 'acme wallet' } };
const idsOf = (conversations: readonly { readonly externalId: string }[]) => conversations.map(({ externalId }) => externalId);

describe('a thread on Bluesky', () => {
  it('is read whole under the uri of its root', async () => {
    const { world, upstream } = openBluesky(1);
    const [root, answer] = world.posts;
    const { conversations, malformed } = await readSource(source, upstream);
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: root?.id,
        channel: 'bluesky',
        subject: null,
        openedAt: root?.at,
        status: 'pending',
        statusChanges: [],
        customer: didOf('customer-0'),
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
            author: didOf('customer-0'),
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
            author: didOf('anna'),
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
  });

  it('goes on under a root that is gone, as a part', async () => {
    const { world, upstream } = openBluesky(0);
    const root = world.say({ by: 'kim', text: 'My wallet is empty' });
    const call = world.say({ by: 'lee', text: 'Mine too @acme', callsUs: true }, root);
    world.say({ by: 'anna', text: 'We look into it' }, call);
    root.isGone = true;
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ externalId, coverage, tags, messages }) => [externalId, coverage, tags, messages.length])).toEqual([
      [`${root.id}>${call.id}`, 'part', ['inferred-status', 'partial-thread'], 2],
    ]);
  });

  it('is read further where its answers hang deeper than one view shows', async () => {
    const server = openBluesky(0);
    let last = server.world.say({ by: 'kim', text: '@acme help', callsUs: true });
    for (let level = 0; level < 20; level += 1)
      last = server.world.say({ by: level % 2 === 0 ? 'anna' : 'kim', text: `Word ${level}` }, last);
    server.mostDepth = 8;
    const { conversations } = await readSource(source, server.upstream);
    expect(conversations.map(({ coverage, messages }) => [coverage, messages.length])).toEqual([['whole', 21]]);
  });

  it('takes the name of our handle on another server for an impostor', async () => {
    const { world, upstream } = openBluesky(0);
    world.say({ by: 'acme.evil.example', text: '@acme here is support', callsUs: true });
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ tags }) => tags)).toEqual([['inferred-status', 'possible-impersonation']]);
  });
});

describe('sessions', () => {
  it('that run out are renewed in the middle of a run, and nothing is read twice or left out', async () => {
    const server = openBluesky(20);
    server.tokenLasts = 7;
    const { conversations } = await readSource(source, server.upstream);
    expect(new Set(idsOf(conversations)).size).toBe(20);
    expect(server.sessions.slice(0, 3)).toEqual(['created', 'refreshed', 'refreshed']);
  });

  it('are refused with wrong credentials', async () => {
    const wrong = { connector: bluesky, settings: { ...blueskySettings, password: 'another' } };
    await expect(readSource(wrong, openBluesky(1).upstream)).rejects.toThrow('the credentials are wrong or have expired');
    expect(await probeOf(source, openBluesky(1).upstream)).toEqual({ found: '@acme.bsky.example', warnings: [] });
  });
});

describe('search', () => {
  const filled = (count: number) => {
    const server = openBluesky(0);
    for (let index = 0; index < count; index += 1)
      server.world.say({ by: `k${index}`, text: `acme wallet ${index}`, at: virtualStart - index * minute });
    return server;
  };

  it('that ends after so many hits is asked on by time, and loses nothing', async () => {
    const server = filled(260);
    server.mostHits = 120;
    const { conversations, gaps } = await readSource(withTerms, server.upstream);
    expect(idsOf(conversations).toSorted()).toEqual(server.world.posts.map(({ id }) => id).toSorted());
    expect(gaps).toEqual([]);
  });

  it('goes on downwards from where a run was stopped', async () => {
    const server = filled(250);
    const place = { at: virtualStart - 2 * day, until: virtualStart - 100 * minute, newest: virtualStart };
    const cursor = JSON.stringify({
      version: 1,
      mentions: { at: null, token: null, newest: null },
      searches: { 'acme wallet': place },
      watched: [],
    });
    const { conversations, cursor: after } = await readSource(withTerms, server.upstream, { cursor });
    expect(conversations.length).toBe(149);
    expect(JSON.parse(after ?? '').searches).toEqual({ 'acme wallet': { at: virtualStart, until: null, newest: null } });
  });

  it('tells a gap where it gives ten thousand posts and cannot be asked for older ones', async () => {
    const server = openBluesky(0);
    const post = (index: number) => ({
      uri: `at://did:plc:kim/app.bsky.feed.post/${index}`,
      indexedAt: new Date(virtualStart - index * 1000).toISOString(),
      record: {
        createdAt: new Date(virtualStart - index * 1000).toISOString(),
        reply: { root: { uri: 'at://did:plc:kim/app.bsky.feed.post/root' } },
      },
    });
    const { gaps } = await readSource(
      withTerms,
      (request, now) => {
        if (!request.url.pathname.endsWith('searchPosts')) return server.upstream(request, now);
        const from = Number(request.url.searchParams.get('cursor') ?? 0);
        const posts = Array.from({ length: 100 }, (_, index) => post(from + index));
        return { body: { posts, ...(from + 100 < 10_000 ? { cursor: String(from + 100) } : {}) } };
      },
      { since: virtualStart - 30 * day },
    );
    expect(gaps.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [
        virtualStart - 30 * day,
        virtualStart - 9999 * 1000,
        'search gave some ten thousand posts and no more; older ones with these words were not read',
      ],
    ]);
  });

  it('goes through pages without posts that name a next one, but not for ever', async () => {
    const server = filled(3);
    let asked = 0;
    const { conversations } = await readSource(withTerms, (request, now) => {
      const { searchParams, pathname } = request.url;
      if (!pathname.endsWith('searchPosts') || searchParams.get('cursor') === 'real') {
        searchParams.delete('cursor');
        return server.upstream(request, now);
      }
      asked += 1;
      return { body: { posts: [], cursor: asked === 5 ? 'real' : `empty-${asked}` } };
    });
    expect(conversations.length).toBe(3);
    asked = 100;
    expect(
      (
        await readSource(withTerms, (request, now) => {
          if (!request.url.pathname.endsWith('searchPosts')) return server.upstream(request, now);
          asked += 1;
          return { body: { posts: [], cursor: `empty-${asked}` } };
        })
      ).conversations,
    ).toEqual([]);
    expect(asked).toBeLessThan(150);
  });
});

describe('what is gone', () => {
  it('is told by a direct answer; a thread whose root alone is gone is not gone for others', async () => {
    const { world, upstream } = openBluesky(0);
    const root = world.say({ by: 'kim', text: '@acme', callsUs: true, at: virtualStart - hour });
    const call = world.say({ by: 'lee', text: '@acme', callsUs: true }, root);
    root.isGone = true;
    expect(await goneAt(source, upstream, [root.id, `${root.id}>${call.id}`])).toEqual([root.id]);
  });
});

/** The JSON of a snapshot of the vendor's tests: it is written with commas before closing brackets. */
function snapshotOf(file: string, name: string): unknown {
  const body = file.split(`exports[\`${name}\`] = \``)[1]?.split('\n`;')[0] ?? '';
  return JSON.parse(body.replaceAll(/,(\s*[}\]])/g, '$1'));
}

const threads = sharedFile('fixtures/bluesky/thread.test.ts.snap');

describe.skipIf(threads === null)('the vendor’s own snapshots (needs ../shared)', () => {
  it('a deep thread is the conversation of who answers us in it', async () => {
    const thread = snapshotOf(threads ?? '', 'appview thread views > fetches deep post thread 1');
    const session = { accessJwt: 'a', refreshJwt: 'b', did: 'user(3)', handle: 'bob.test' };
    const hit = { uri: 'record(9)', indexedAt: '1970-01-01T00:00:00.000Z', record: { reply: { root: { uri: 'record(0)' } } } };
    const { conversations, malformed } = await readSource(
      source,
      ({ url }) => {
        const path = url.pathname.replace('/xrpc/', '');
        if (path === 'com.atproto.server.createSession') return { body: session };
        return { body: path === 'app.bsky.feed.getPostThread' ? { thread } : { notifications: [hit] } };
      },
      { since: 0 },
    );
    const said = { at: 0, visibility: 'public', kind: 'message', deletedAt: null } as const;
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: 'record(0)>record(9)',
        channel: 'bluesky',
        subject: null,
        openedAt: 0,
        status: 'closed',
        statusChanges: [{ at: 7 * day, status: 'closed', by: 'system' }],
        customer: 'user(0)',
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
            ...said,
            externalId: 'record(8)',
            actor: 'agent',
            author: 'user(3)',
            authorName: 'bobby',
            text: 'hear that label_me label_me_2',
            inReplyTo: 'record(0)',
          },
          {
            ...said,
            externalId: 'record(9)',
            actor: 'customer',
            author: 'user(0)',
            authorName: null,
            text: 'thanks bob',
            inReplyTo: 'record(8)',
          },
        ],
        ratings: [],
      },
    ]);
  });

  it('every post of the snapshots can be read', () => {
    const names = [...(threads ?? '').matchAll(/exports\[`([^`]+)`\]/g)].map(([, name = '']) => name);
    const posts: string[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('post' in node) posts.push(toBlueskyPost(postViewShape.parse(node.post), { did: 'user(0)', handle: 'alice.test' }, []).text);
      for (const part of Object.values(node)) if (!('uri' in node)) walk(part);
    };
    for (const name of names) walk(snapshotOf(threads ?? '', name));
    expect(names.length).toBe(15);
    expect(new Set(posts).size).toBeGreaterThanOrEqual(4);
    expect(posts).toContain('thanks bob');
  });
});
