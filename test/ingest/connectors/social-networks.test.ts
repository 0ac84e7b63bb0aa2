// What holds for every social network alike: back-fills, clocks that are wrong, pages that go in circles.
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { bluesky } from '#ingest/connectors/bluesky.ts';
import type { AnyConnector } from '#ingest/connectors/connector.ts';
import { mastodon } from '#ingest/connectors/mastodon.ts';
import { reddit } from '#ingest/connectors/reddit.ts';
import { weibo } from '#ingest/connectors/weibo.ts';
import { x } from '#ingest/connectors/x.ts';
import { youtube } from '#ingest/connectors/youtube.ts';
import { readSource } from '#test/support/read-source.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { blueskySettings, openBluesky } from './vendors/bluesky.ts';
import { mastodonSettings, openMastodon } from './vendors/mastodon.ts';
import { openReddit, redditSettings } from './vendors/reddit.ts';
import type { World } from './vendors/social-world.ts';
import { openWeibo, weiboSettings } from './vendors/weibo.ts';
import { openX, xSettings } from './vendors/x.ts';
import { openYoutube, youtubeSettings } from './vendors/youtube.ts';

type Network = {
  readonly connector: AnyConnector;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly open: (count: number) => { readonly world: World; readonly upstream: Upstream };
};

const networks: readonly Network[] = [
  { connector: mastodon, settings: { ...mastodonSettings, hashtags: 'acme', terms: 'acme' }, open: openMastodon },
  { connector: bluesky, settings: { ...blueskySettings, terms: 'acme' }, open: openBluesky },
  { connector: x, settings: xSettings, open: openX },
  { connector: reddit, settings: { ...redditSettings, terms: 'acme' }, open: openReddit },
  { connector: youtube, settings: youtubeSettings, open: openYoutube },
  { connector: weibo, settings: weiboSettings, open: openWeibo },
];

describe.each(networks.map((one) => [one.connector.card.id, one] as const))('%s', (_id, one) => {
  it('reads a chosen window alone, and not what was said before and after it', async () => {
    const { world, upstream } = one.open(0);
    const posts = [6.5, 5, 3].map((days) =>
      world.say({ by: `k${days * 10}`, text: '@acme #acme', callsUs: true, at: virtualStart - days * day }),
    );
    const window = { from: virtualStart - 6 * day, to: virtualStart - 4 * day };
    const { conversations, malformed } = await readSource(one, upstream, { window });
    expect(malformed).toEqual([]);
    expect([...new Set(conversations.map(({ externalId }) => externalId))]).toEqual([posts[1]?.id]);
  });

  it.each([-10 * minute, 10 * minute])('tells the same where our own clock is %i ms off', async (skew) => {
    const { upstream } = one.open(12);
    const since = virtualStart - 3 * day;
    const right = await readSource(one, upstream, { since });
    const wrong = await readSource(one, upstream, { since, start: virtualStart + skew });
    expect(wrong.conversations).toEqual(right.conversations);
    expect(JSON.parse(wrong.cursor ?? '')).toEqual(JSON.parse(right.cursor ?? ''));
    expect(right.conversations.length).toBeGreaterThanOrEqual(12);
  });

  it('takes an answer that is cut off for no answer: it is asked again, or the run ends, and no post is written down as unreadable', async () => {
    const since = virtualStart - 3 * day;
    const whole = await readSource(one, one.open(6).upstream, { since });
    for (let place = 2; place <= 9; place += 1) {
      const { upstream } = one.open(6);
      let answered = 0;
      const cutting: Upstream = async (request, now) => {
        const reply = await upstream(request, now);
        answered += 1;
        if (reply instanceof Error || answered !== place) return reply;
        const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
        return { ...reply, body: text.slice(0, Math.floor(text.length / 2)) };
      };
      const read = await readSource(one, cutting, { since }).catch((error: unknown) => (error instanceof AppError ? error : null));
      if (read instanceof AppError) expect([read.code, read.message]).toEqual(['unavailable', expect.stringContaining('cut off')]);
      else expect([read?.conversations, read?.malformed]).toEqual([whole.conversations, []]);
    }
  });

  it('closes nothing by our own clock', async () => {
    const { world, upstream } = one.open(0);
    world.say({ by: 'kim', text: '@acme #acme', callsUs: true, at: virtualStart - hour });
    const first = await readSource(one, upstream, { since: virtualStart - day });
    const second = await readSource(one, upstream, { since: virtualStart - day, cursor: first.cursor, start: virtualStart + 30 * day });
    expect(first.conversations.map(({ status }) => status)).toEqual(['open']);
    expect(second.conversations.every(({ status }) => status === 'open')).toBe(true);
  });
});

describe('pages that go in circles', () => {
  it('end the run with a reason, also where they take turns', async () => {
    const { upstream, world } = openX(0);
    world.say({ by: 'kim', text: '@acme', callsUs: true });
    let asked = 0;
    const circling: Upstream = async (request, now) => {
      const reply = await upstream(request, now);
      if (reply instanceof Error || !request.url.pathname.endsWith('/search/recent')) return reply;
      if (request.url.searchParams.get('query')?.startsWith('conversation_id') === true) return reply;
      asked += 1;
      return { ...reply, body: { data: [], meta: { next_token: asked % 2 === 0 ? 'a' : 'b' } } };
    };
    await expect(readSource({ connector: x, settings: xSettings }, circling, { since: virtualStart - day })).rejects.toThrow(
      'again and again',
    );
    expect(asked).toBeLessThan(250);
  });
});
