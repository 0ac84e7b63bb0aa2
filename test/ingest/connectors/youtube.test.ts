// YouTube: answers beyond the five that are shown, answers to answers, a quota until Pacific midnight, edits that no list tells.
import { describe, expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import { youtube } from '#ingest/connectors/youtube.ts';
import { quotaReturnsAt } from '#ingest/connectors/youtube-reader.ts';
import { goneAt, probeOf, readSource } from '#test/support/read-source.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { channelOf, openYoutube, youtubeSettings } from './vendors/youtube.ts';

const source = { connector: youtube, settings: youtubeSettings };

describe('a thread on YouTube', () => {
  it('is read whole, the channel itself and listed staff as agents', async () => {
    const { world, upstream } = openYoutube(1);
    const [root, answer] = world.posts;
    const owner = world.say({ by: 'brand', text: 'Thank you for waiting.' }, root);
    const { conversations, malformed } = await readSource(source, upstream);
    const said = { visibility: 'public', kind: 'message', deletedAt: null, inReplyTo: root?.id };
    expect(malformed).toEqual([]);
    expect(conversations).toEqual([
      {
        coverage: 'whole',
        externalId: root?.id,
        channel: 'youtube',
        subject: null,
        openedAt: root?.at,
        status: 'pending',
        statusChanges: [],
        customer: channelOf('customer-0'),
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
            externalId: root?.id,
            at: root?.at,
            actor: 'customer',
            author: channelOf('customer-0'),
            authorName: null,
            text: 'Where is withdrawal 0, @acme?',
            inReplyTo: null,
          },
          { ...said, externalId: answer?.id, at: answer?.at, actor: 'agent', author: 'UCanna', authorName: '@anna', text: answer?.text },
          { ...said, externalId: owner.id, at: owner.at, actor: 'agent', author: 'UCacme', authorName: '@acme', text: owner.text },
        ],
        ratings: [],
      },
    ]);
  });

  it('is read with all its answers, not only the five that are shown', async () => {
    const { world, upstream } = openYoutube(0);
    const root = world.say({ by: 'kim', text: 'Help' });
    for (let index = 0; index < 130; index += 1) world.say({ by: 'anna', text: `Word ${index}` }, root);
    const { conversations, asked } = await readSource(source, upstream);
    expect(conversations.map(({ messages }) => messages.length)).toEqual([131]);
    expect(asked.filter((path) => path.includes('parentId')).length).toBe(2);
  });

  it('keeps apart whom an answer names: the one who joined in gets the answer that is for them', async () => {
    const { world, upstream } = openYoutube(0);
    const root = world.say({ by: 'kim', text: 'Where is my money?' });
    const lee = world.say({ by: 'lee', text: '@acme same here' }, root);
    const toLee = world.say({ by: 'brand', text: '@lee please write to support' }, root);
    const max = world.say({ by: 'max', text: '@kim try again' }, root);
    const { conversations } = await readSource(source, upstream);
    expect(conversations.map(({ externalId, messages }) => [externalId, messages.map(({ inReplyTo }) => inReplyTo)])).toEqual([
      [root.id, [null, lee.id]],
      [`${root.id}>${lee.id}`, [root.id, lee.id]],
    ]);
    expect(conversations.flatMap(({ messages }) => messages.map(({ externalId }) => externalId))).not.toContain(max.id);
    expect(toLee.parent).toBe(root.id);
  });
});

describe('what no list tells', () => {
  it('edits and late answers are found for two weeks, fifty threads to a request', async () => {
    const { world, upstream } = openYoutube(120);
    const first = await readSource(source, upstream);
    const [root] = world.posts;
    world.say({ by: 'brand', text: 'Done.' }, root);
    const second = await readSource(source, upstream, { cursor: first.cursor });
    expect(second.conversations.find(({ externalId }) => externalId === root?.id)?.messages.length).toBe(3);
    expect(second.asked.filter((path) => /commentThreads\?.*&id=/.test(path)).length).toBeLessThanOrEqual(5);
  });

  it('a thread that is gone does not keep the others from being read', async () => {
    const { world, upstream } = openYoutube(4);
    const old = world.posts.map((post) => ({ ...post }));
    const first = await readSource(source, upstream);
    const gone = world.posts.find(({ parent }) => parent === null);
    if (gone !== undefined) gone.isGone = true;
    const place = JSON.parse(first.cursor ?? '');
    const cursor = JSON.stringify({ ...place, at: virtualStart });
    const { conversations } = await readSource(source, upstream, { cursor });
    expect(conversations.length).toBe(3);
    expect(
      await goneAt(
        source,
        upstream,
        old.filter(({ parent }) => parent === null).map(({ id }) => id),
      ),
    ).toEqual([gone?.id]);
  });
});

describe('the quota', () => {
  it.each([
    ['2026-11-28T08:30:00Z', '2026-11-29T08:00:00.000Z'],
    ['2026-11-28T07:30:00Z', '2026-11-28T08:00:00.000Z'],
    // The day on which the clocks go forward has 23 hours.
    ['2026-03-08T09:00:00Z', '2026-03-09T07:00:00.000Z'],
  ])('used up at %s returns at %s', (now, expected) => {
    expect(new Date(quotaReturnsAt(Date.parse(now))).toISOString()).toBe(expected);
  });

  it('that is used up ends the run with the time at which it returns, and reading goes on after it', async () => {
    const server = openYoutube(230);
    server.quota = 2;
    await expect(readSource(source, server.upstream)).rejects.toThrow('the quota of the day is used up until 2026-11-03T08:00:00.000Z');
    expect(server.asked).toBe(3);
    server.quota = null;
    expect((await readSource(source, server.upstream)).conversations.length).toBe(230);
  });
});

describe('what is refused', () => {
  it('comments that are switched off are none; an unknown channel is a wrong setting', async () => {
    const server = openYoutube(1);
    server.isDisabled = true;
    expect((await readSource(source, server.upstream)).conversations).toEqual([]);
    expect((await probeOf(source, server.upstream)).warnings.length).toBe(1);
    const unknown = { connector: youtube, settings: { ...youtubeSettings, channelId: 'UCnobody' } };
    await expect(readSource(unknown, server.upstream)).rejects.toThrow('YouTube knows no channel with this id');
  });

  it('an answer that is no list ends the run, and does not pass for a channel without comments', async () => {
    const { upstream } = openYoutube(3);
    const spoilt: Upstream = (request, now) =>
      request.url.pathname.endsWith('/commentThreads') ? { body: { unexpected: true } } : upstream(request, now);
    await expect(readSource(source, spoilt)).rejects.toThrow('is no list of YouTube');
    const empty: Upstream = (request, now) =>
      request.url.pathname.endsWith('/commentThreads') ? { body: { kind: 'youtube#commentThreadListResponse' } } : upstream(request, now);
    expect((await readSource(source, empty)).conversations).toEqual([]);
  });

  it('the place of a stopped run that is not known any more is begun again', async () => {
    const { upstream } = openYoutube(3);
    const cursor = JSON.stringify({ version: 1, at: virtualStart - 2 * day, page: 'lost', newest: virtualStart - hour, watched: [] });
    expect((await readSource(source, upstream, { cursor })).conversations.length).toBe(3);
  });
});
