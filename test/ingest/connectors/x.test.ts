// X: seven days and no more, edits under new ids, deleted posts, names old and new, and recorded answers.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, hour, minute } from '#db/model/instant.ts';
import { x } from '#ingest/connectors/x.ts';
import { xQueries } from '#ingest/connectors/x-feeds.ts';
import { firstXIdAt, xIdTime } from '#ingest/connectors/x-post.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { recordedExchanges } from '#test/support/shared-answers.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { openX, userIdOf, xSettings } from './vendors/x.ts';

const source = { connector: x, settings: xSettings };
const since = virtualStart - 5 * day;
const brief = (conversations: Awaited<ReturnType<typeof readSource>>['conversations']) =>
  conversations.map(({ externalId, status, coverage, messages }) => [externalId, status, coverage, messages.map(({ text }) => text)]);

describe('a conversation on X', () => {
  it('is not taken for none where the answer is no page at all', async () => {
    const { upstream } = openX(1);
    const answering =
      (body: unknown): Upstream =>
      (request, now) =>
        request.url.pathname.endsWith('/search/recent') ? { body } : upstream(request, now);
    await expect(readSource(source, answering({ unexpected: true }), { since })).rejects.toThrow('holds no posts, and does not say why');
    expect((await readSource(source, answering({ meta: { result_count: 0 } }), { since })).conversations).toEqual([]);
  });

  it('is read whole, its ids as text, our answer by the user id', async () => {
    const { world, upstream } = openX(1);
    const [root, answer] = world.posts;
    const { conversations, malformed, gaps } = await readSource(source, upstream, { since });
    expect([malformed, gaps]).toEqual([[], []]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: root?.id,
        channel: 'x',
        subject: null,
        openedAt: root?.at,
        status: 'pending',
        statusChanges: [],
        customer: userIdOf('customer-0'),
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
            author: userIdOf('customer-0'),
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
            author: '78002',
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
    expect(BigInt(root?.id ?? 0) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  it('is read by the former names where the server knows only those', async () => {
    const server = openX(3);
    server.isPresent = false;
    const { conversations, asked } = await readSource(source, server.upstream, { since });
    expect(conversations.length).toBe(3);
    expect(asked.filter((path) => path.includes('post.fields')).length).toBe(1);
  });

  it('keeps the id of an edited post, and its answers stay with it', async () => {
    const server = openX(1);
    const [root, answer] = server.world.posts;
    const { cursor } = await readSource(source, server.upstream, { since });
    if (root !== undefined) server.world.edit(root, 'Where is it now, @acme?');
    server.now = virtualStart + hour;
    const { conversations } = await readSource(source, server.upstream, { since, cursor, start: server.now });
    expect(brief(conversations)).toEqual([[root?.id, 'pending', 'whole', ['Where is it now, @acme?', 'We are looking into number 0.']]]);
    expect(conversations[0]?.messages.map(({ externalId, at, inReplyTo }) => [externalId, at, inReplyTo])).toEqual([
      [root?.id, root?.at, null],
      [answer?.id, answer?.at, root?.id],
    ]);
  });

  it('lets our own talk elsewhere alone', async () => {
    const { world, upstream } = openX(0);
    world.say({ by: 'anna', text: 'Lovely weather' });
    world.say({ by: 'brand', text: 'We are hiring' });
    const { conversations, asked } = await readSource(source, upstream, { since });
    expect(conversations).toEqual([]);
    expect(asked.filter((path) => path.includes('conversation_id:'))).toEqual([]);
  });

  it('is read again only when somebody speaks, and once more when it closes', async () => {
    const server = openX(1);
    const first = await readSource(source, server.upstream, { since });
    const again = await readSource(source, server.upstream, { since, cursor: first.cursor });
    expect(again.asked.filter((path) => path.includes('conversation_id:'))).toEqual([]);
    server.world.say({ by: 'anna', text: 'Paid.', at: virtualStart - minute }, server.world.posts[0]);
    const answered = await readSource(source, server.upstream, { since, cursor: again.cursor });
    expect(brief(answered.conversations).map(([, status]) => status)).toEqual(['pending']);
    server.now = virtualStart + 6 * day;
    const closed = await readSource(source, server.upstream, { since, cursor: answered.cursor, start: server.now });
    expect(brief(closed.conversations).map(([, status]) => status)).toEqual(['closed']);
    const quiet = await readSource(source, server.upstream, { since, cursor: closed.cursor, start: server.now });
    expect(quiet.conversations).toEqual([]);
  });
});

describe('seven days', () => {
  it('are all that a first run finds; the time before is a gap, told once', async () => {
    const { world, upstream } = openX(0);
    world.say({ by: 'kim', text: '@acme old', at: virtualStart - 9 * day });
    const fresh = world.say({ by: 'lee', text: '@acme new', at: virtualStart - 6 * day, callsUs: true });
    const first = await readSource(source, upstream, { since: virtualStart - 30 * day });
    expect(first.conversations.map(({ externalId }) => externalId)).toEqual([fresh.id]);
    expect(first.gaps).toEqual([
      {
        from: virtualStart - 30 * day,
        to: virtualStart - 7 * day + minute,
        reason: 'X only finds posts of the last seven days; older ones were not read',
      },
    ]);
    expect((await readSource(source, upstream, { since: virtualStart - 30 * day, cursor: first.cursor })).gaps).toEqual([]);
  });

  it('missed by a longer stop are a gap, and reading goes on', async () => {
    const server = openX(1);
    const { cursor } = await readSource(source, server.upstream, { since });
    server.now = virtualStart + 10 * day;
    const late = server.world.say({ by: 'lee', text: '@acme late', at: server.now - hour, callsUs: true });
    const { conversations, gaps } = await readSource(source, server.upstream, { since, cursor, start: server.now });
    expect(conversations.map(({ externalId }) => externalId)).toContain(late.id);
    expect(gaps.length).toBe(1);
    expect(gaps[0]?.to).toBe(server.now - 7 * day + minute);
  });

  it('that the server counts otherwise are no reason to stop', async () => {
    const server = openX(1);
    const { cursor } = await readSource(source, server.upstream, { since });
    const strict: Upstream = (request, now) => {
      if (!request.url.searchParams.has('since_id')) return server.upstream(request, now);
      return {
        status: 400,
        body: { title: 'Invalid Request', errors: [{ message: 'since_id is too old', parameters: { since_id: ['1'] } }] },
      };
    };
    const { conversations, gaps } = await readSource(source, strict, { since, cursor });
    expect([conversations.length, gaps]).toEqual([1, []]);
  });

  it('that nobody used move the place on as well', async () => {
    const { cursor } = await readSource(source, openX(0).upstream, { since });
    const places = z.object({ queries: z.record(z.string(), z.object({ since: z.string() })) }).parse(JSON.parse(cursor ?? ''));
    expect(Object.values(places.queries).map((place) => xIdTime(place.since))).toEqual([virtualStart - hour]);
  });
});

describe('a run that was stopped', () => {
  it('goes on below the oldest post that it saw', async () => {
    const { world, upstream } = openX(0);
    const posts = Array.from({ length: 250 }, (_, index) =>
      world.say({ by: `k${index}`, text: `@acme ${index}`, callsUs: true, at: virtualStart - (300 - index) * minute }),
    );
    const [query = ''] = xQueries({ username: 'acme', terms: [], staff: ['78002'] });
    const [until, newest] = [posts[150]?.id ?? '', posts[249]?.id ?? ''];
    const cursor = JSON.stringify({ version: 1, queries: { [query]: { since: firstXIdAt(since), newest, until } }, watched: [] });
    const { conversations, cursor: after } = await readSource(source, upstream, { since, cursor });
    expect(conversations.length).toBe(150);
    expect(JSON.parse(after ?? '').queries[query]).toEqual({ since: newest, newest: null, until: null });
  });
});

describe('searches', () => {
  it('are few, and none is longer than allowed', () => {
    const staff = Array.from({ length: 40 }, (_, index) => String(10n ** 18n + BigInt(index)));
    const queries = xQueries({ username: 'acme', terms: ['acme "wallet"'], staff });
    expect(queries[0]?.startsWith('(@acme OR from:acme OR "acme wallet" OR from:1000000000000000000 OR ')).toBe(true);
    expect(queries.length).toBe(3);
    expect(queries.every((query) => query.length <= 512)).toBe(true);
    expect(queries.join(' ').match(/from:1\d+/g)?.length).toBe(40);
  });
});

describe('what is gone', () => {
  it('is told by a look-up of the first post', async () => {
    const { world, upstream } = openX(2);
    const [root] = world.posts;
    const call = world.say({ by: 'lee', text: '@acme me too', callsUs: true }, root);
    if (root !== undefined) root.isGone = true;
    expect(await goneAt(source, upstream, [root?.id ?? '', `${root?.id}>${call.id}`])).toEqual([root?.id]);
    expect(await probeOf(source, upstream)).toEqual({ found: '@acme (78001)', warnings: [] });
  });
});

const mentions = recordedExchanges('x/test_client_get_users_mentions.json');
const timeline = recordedExchanges('x/test_client_get_home_timeline.json');

describe.skipIf(mentions.length === 0)('recorded answers of X (needs ../shared)', () => {
  const idsOf = z.object({ data: z.array(z.object({ id: z.string() })) });

  it('have ids that tell when they were given', () => {
    const [{ response } = { response: { headers: {}, body: {} } }] = mentions;
    const { data } = idsOf.parse(response.body);
    const at = Date.parse(String(z.record(z.string(), z.string()).parse(response.headers).date));
    expect(data.length).toBeGreaterThan(5);
    for (const { id } of data) expect(Math.abs(at - xIdTime(id))).toBeLessThan(hour);
  });

  it('posts without the fields that were not asked for are written down, and none is lost', async () => {
    const body = timeline[0]?.response.body;
    const { data } = idsOf.parse(body);
    const server = openX(0);
    server.now = xIdTime(data[0]?.id ?? '0') + hour;
    const { malformed } = await readSource(
      source,
      (request, now) =>
        request.url.pathname.endsWith('/search/recent')
          ? { body, headers: { date: new Date(server.now).toUTCString() } }
          : server.upstream(request, now),
      { since: server.now - day, start: server.now },
    );
    expect(new Set(malformed.map(({ item }) => item))).toEqual(new Set(data.map(({ id }) => id)));
    expect(new Set(malformed.map(({ reason }) => reason))).toEqual(
      new Set(['author_id: Invalid input: expected string, received undefined']),
    );
  });
});
