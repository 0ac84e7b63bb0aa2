// Google Play: signed claims, clocks that are off, edits around an answer, and the window of seven days.
import { describe, expect, it } from 'vitest';
import { day, minute } from '#db/model/instant.ts';
import { googlePlay } from '#ingest/connectors/google-play.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { readSource, readUntilFailure } from '#test/support/read-source.ts';
import { type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';
import { reviewOf, googlePlaySettings as settings, upstreamOf } from './vendors/google-play.ts';

const at = virtualStart - day;

describe('a review', () => {
  it('is a conversation with its stars and our answer', async () => {
    const review = reviewOf('gp:1', at, { text: 'Stuck\tWhere is my\tmoney?', reply: { at: at + minute, text: 'We look into it.' } });
    const { conversations } = await readSource({ connector: googlePlay, settings }, upstreamOf([review]));
    const message = { visibility: 'public', kind: 'message', authorName: null, inReplyTo: null, deletedAt: null } as const;
    const expected: FetchedConversation = {
      coverage: 'part',
      externalId: 'gp:1',
      channel: 'google-play',
      subject: 'Stuck',
      openedAt: at,
      status: 'closed',
      statusChanges: [],
      customer: 'gp:1',
      languageHint: 'de',
      category: null,
      team: null,
      country: null,
      tags: ['version 3.5.0'],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        { ...message, externalId: `gp:1:${at}`, at, actor: 'customer', author: 'gp:1', text: 'Stuck\nWhere is my money?' },
        {
          ...message,
          externalId: `gp:1:reply:${at + minute}`,
          at: at + minute,
          actor: 'agent',
          author: 'developer',
          text: 'We look into it.',
        },
      ],
      ratings: [{ externalId: 'gp:1', kind: 'csat', value: 2, scaleMin: 1, scaleMax: 5, at }],
    };
    expect(conversations).toEqual([expected]);
  });

  it('that is edited after our answer speaks again behind it; what we answered stays where it was', async () => {
    const review = reviewOf('gp:1', at, { text: 'Stuck.', reply: { at: at + minute, text: 'Fixed.' } });
    const first = await readSource({ connector: googlePlay, settings }, upstreamOf([review]));
    Object.assign(review, { at: at + 2 * minute, text: 'Still stuck.' });
    const second = await readSource({ connector: googlePlay, settings }, upstreamOf([review]), { cursor: first.cursor });
    const told = (run: typeof first) =>
      run.conversations.flatMap(({ messages, status }) => [status, ...messages.map((one) => `${one.externalId} ${one.text}`)]);
    expect(told(first)).toEqual(['closed', `gp:1:${at} Stuck.`, `gp:1:reply:${at + minute} Fixed.`]);
    expect(told(second)).toEqual(['open', `gp:1:reply:${at + minute} Fixed.`, `gp:1:${at + 2 * minute} Still stuck.`]);
  });
});

describe('the key of the service account', () => {
  it.each([
    [10 * minute, 1],
    [120 * minute, 2],
    [-10 * minute, 2],
  ])('is taken although Google is %i ms ahead of our clock, at the %i. try', async (ahead, tries) => {
    const { conversations, requests } = await readSource({ connector: googlePlay, settings }, upstreamOf([reviewOf('gp:1', at)], ahead));
    expect(conversations).toHaveLength(1);
    expect(requests.filter((url) => url.includes('oauth2'))).toHaveLength(tries);
  });

  it('goes to Google alone, whatever the file says', async () => {
    const { requests } = await readSource({ connector: googlePlay, settings }, upstreamOf([]));
    expect([...new Set(requests.map((url) => new URL(url).host))]).toEqual(['oauth2.googleapis.com', 'androidpublisher.googleapis.com']);
  });

  it('is refused where Google does not know it, with the reason and nothing of the key', async () => {
    const upstream: Upstream = () => ({ status: 400, body: { error: 'invalid_grant' } });
    const { failure } = await readUntilFailure({ connector: googlePlay, settings }, upstream);
    expect(failure).toBe('Google does not take the key of the service account (invalid_grant)');
  });

  it.each([['not json'], [JSON.stringify({ type: 'authorized_user', refresh_token: 'x' })]])('is no key: %s', (key) => {
    expect(() => googlePlay.open({ ...settings, key })).toThrow('key: not the JSON key of a service account');
  });

  it('that is damaged is told as such', async () => {
    const key = JSON.stringify({
      ...JSON.parse(settings.key),
      private_key: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
    });
    const { failure } = await readUntilFailure({ connector: googlePlay, settings: { ...settings, key } }, upstreamOf([]));
    expect(failure).toBe('the private key of the service account cannot be used');
  });
});

describe('the window of seven days', () => {
  const reason = 'Google Play gives the reviews of the last seven days only; older ones are in its monthly files';
  const gapsOf = (run: { readonly pages: readonly { readonly gaps?: readonly unknown[] }[] }) =>
    run.pages.flatMap(({ gaps }) => gaps ?? []);

  it('is a gap in front of the first run, none after a day, and one after nine days without a run', async () => {
    const reviews = [reviewOf('gp:1', at)];
    const since = virtualStart - 30 * day;
    const first = await readSource({ connector: googlePlay, settings }, upstreamOf(reviews), { since });
    expect(gapsOf(first)).toEqual([{ from: since, to: virtualStart - 7 * day, reason }]);
    const next = await readSource({ connector: googlePlay, settings }, upstreamOf(reviews), {
      cursor: first.cursor,
      start: virtualStart + day,
    });
    expect(gapsOf(next)).toEqual([]);
    const late = await readSource({ connector: googlePlay, settings }, upstreamOf(reviews), {
      cursor: first.cursor,
      start: virtualStart + 9 * day,
    });
    expect(gapsOf(late)).toEqual([{ from: virtualStart, to: virtualStart + 2 * day, reason }]);
    // What is not listed any more was not deleted.
    expect([late.conversations, googlePlay.seesDeletions]).toEqual([[], false]);
  });

  it('goes on at a stopped page, and begins again where that page is no longer known', async () => {
    const reviews = Array.from({ length: 150 }, (_, n) => reviewOf(`gp:${n}`, at + n));
    const stopped = await readSource({ connector: googlePlay, settings }, upstreamOf(reviews), { stopAfter: 1 });
    const rest = await readSource({ connector: googlePlay, settings }, upstreamOf(reviews), { cursor: stopped.cursor });
    expect([stopped.conversations.length, rest.conversations.length]).toEqual([100, 50]);
    const cursor = String(stopped.cursor).replace('page-100', 'gone');
    const again = await readSource({ connector: googlePlay, settings }, upstreamOf(reviews), { cursor });
    expect(again.conversations).toHaveLength(150);
  });
});

it('an answer that is no list of reviews is not taken for an empty one', async () => {
  const list = upstreamOf([]);
  const other: Upstream = async (request, now) => {
    const reply = await list(request, now);
    return reply instanceof Error || request.url.host === 'oauth2.googleapis.com' ? reply : { ...reply, body: { unexpected: true } };
  };
  expect((await readUntilFailure({ connector: googlePlay, settings }, other)).failure).not.toBeNull();
  expect((await readUntilFailure({ connector: googlePlay, settings }, list)).failure).toBeNull();
});

describe('a test of the connection', () => {
  it('tells how many reviews there are, and that there are none', async () => {
    const { access } = virtualHttp(upstreamOf([]));
    expect(await googlePlay.open(settings).probe(access)).toMatchObject({
      found: 'com.example.wallet: 0 reviews on the first page',
      warnings: [{}],
    });
  });
});
