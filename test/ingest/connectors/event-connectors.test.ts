// The contract of connectors that tell events: nothing lost or doubled, changes followed, what is gone taken out where the source can tell.
import { describe, expect, it } from 'vitest';
import type { Settings } from '#db/model/connector.ts';
import { day } from '#db/model/instant.ts';
import { findCursor, saveCursor } from '#db/store/cursors.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findEvents } from '#db/store/events.ts';
import { eventConnectors } from '#ingest/connectors/index.ts';
import { settingsForm } from '#ingest/connectors/settings-form.ts';
import { houseSource, openSourceHouse } from '#test/support/source-house.ts';
import type { Reply, Upstream } from '#test/support/virtual-http.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const iso = (at: number) => new Date(at).toISOString();

/** What the other side shows at some time: labels of events with the days before now at which they begin, and what is spoilt. */
type State = { readonly events: readonly (readonly [id: string, label: string, daysAgo: number])[]; readonly spoilt?: boolean };

type Case = {
  readonly id: string;
  readonly settings: Settings;
  readonly path: string;
  readonly body: (state: State) => string;
  /** Whether an event that is not shown any more is gone. */
  readonly forgets: boolean;
  /** Whether an item can be spoilt by itself. */
  readonly canSpoil: boolean;
};

const atom = ({ events, spoilt }: State, content = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${events
    .map(
      ([id, label, ago]) => `<entry><id>${id}</id><title>${label}</title><published>${iso(now - ago * day)}</published>${content}</entry>`,
    )
    .join('')}${spoilt ? '<entry><id>spoilt</id><title>no date</title></entry>' : ''}</feed>`;

const cases: readonly Case[] = [
  { id: 'release-feed', settings: { url: 'https://a.example/feed.xml' }, path: '/feed.xml', body: atom, forgets: false, canSpoil: true },
  { id: 'status-page', settings: { url: 'https://a.example/' }, path: '/history.atom', body: atom, forgets: false, canSpoil: true },
  {
    id: 'github-releases',
    settings: { repository: 'acme/wallet', token: 'ghp_a-secret-token' },
    path: '/repos/acme/wallet/releases',
    body: ({ events, spoilt }) =>
      JSON.stringify([
        ...events.map(([id, label, ago]) => ({
          id: Number(id),
          tag_name: 'v0',
          name: label,
          draft: false,
          prerelease: false,
          published_at: iso(now - ago * day),
        })),
        { id: 98, tag_name: 'v9', name: 'draft', draft: true, prerelease: false, published_at: null },
        { id: 99, tag_name: 'v9', name: 'rc', draft: false, prerelease: true, published_at: iso(now) },
        ...(spoilt ? [{ id: 77, name: 'spoilt' }] : []),
      ]),
    forgets: false,
    canSpoil: true,
  },
  {
    id: 'calendar-file',
    settings: { url: 'https://a.example/c.ics', kind: 'holiday' },
    path: '/c.ics',
    body: ({ events, spoilt }) =>
      [
        'BEGIN:VCALENDAR',
        ...events.flatMap(([id, label, ago]) => [
          'BEGIN:VEVENT',
          `UID:${id}`,
          `DTSTART:${iso(now - ago * day).replaceAll(/[-:]|\.\d+/g, '')}`,
          `SUMMARY:${label}`,
          'END:VEVENT',
        ]),
        ...(spoilt ? ['BEGIN:VEVENT', 'UID:spoilt', 'SUMMARY:no time', 'END:VEVENT'] : []),
        'END:VCALENDAR',
      ].join('\r\n'),
    forgets: true,
    canSpoil: true,
  },
  {
    id: 'market-prices',
    settings: { url: 'https://a.example/p.csv', name: 'BTC', days: 10 },
    path: '/p.csv',
    // A quiet price that falls by so many percent, read from the label, on the days of the events.
    body: ({ events }) => {
      const falls = new Map(events.map(([, label, ago]) => [ago, Number(/(\d+)\.0 %/.exec(label)?.[1])]));
      let price = 1000;
      const rows = Array.from({ length: 60 }, (_, index) => {
        const ago = 59 - index;
        price *= (1 - (falls.get(ago) ?? 0) / 100) * (index % 2 === 0 ? 1.001 : 1 / 1.001);
        return `${iso(now - ago * day).slice(0, 10)},${price.toFixed(6)}`;
      });
      return ['date,close', ...rows].join('\n');
    },
    forgets: true,
    canSpoil: false,
  },
];

/** Labels as each source tells them: prices round their own falls. */
const first: State = {
  events: [
    ['1', 'BTC −20.0 %', 5],
    ['2', 'BTC −30.0 %', 20],
  ],
};

async function openHouse({ id, settings }: Case) {
  const shown: { reply: Reply; asked: Readonly<Record<string, string>>[]; paths: string[] } = { reply: {}, asked: [], paths: [] };
  const upstream: Upstream = (outgoing) => {
    shown.asked.push(outgoing.headers);
    shown.paths.push(outgoing.url.pathname);
    return shown.reply;
  };
  const house = await openSourceHouse({ connector: { card: { id } }, settings, upstream, start: now });
  const labels = async () => (await findEvents(house.db, null)).map(({ label }) => label);
  return { db: house.db, run: () => house.run(), desk: house.over().desk, shown, labels };
}

describe('connectors of events', () => {
  it('have a case each, words for people, and a mark that they give events', () => {
    expect(cases.map(({ id }) => id).toSorted()).toEqual(eventConnectors.map(({ card }) => card.id).toSorted());
    for (const connector of eventConnectors) {
      expect(settingsForm(connector).filter(({ label }) => label.en === '' || label.zh === '')).toEqual([]);
      expect([connector.card.gives, connector.card.provenBy.length > 0]).toEqual(['events', true]);
    }
  });
});

describe.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  it('reads every event once, and finds all unchanged the second time', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body(first) };
    expect(await house.run()).toMatchObject({ fetched: 2, inserted: 2, updated: 0, unchanged: 0, rejected: 0 });
    const events = await findEvents(house.db, null);
    expect(events.map(({ sourceId, label }) => [sourceId, label.slice(0, 5)])).toEqual([
      [houseSource, 'BTC −'],
      [houseSource, 'BTC −'],
    ]);
    expect(await house.run()).toMatchObject({ fetched: 2, inserted: 0, updated: 0, unchanged: 2 });
    expect(await findEvents(house.db, null)).toEqual(events);
    expect(new Set(house.shown.paths)).toEqual(new Set([one.path]));
  });

  it.skipIf(one.id === 'market-prices')('keeps no secret that stands in a label', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body({ events: [['1', 'BTC ask jo@example.org', 1]] }) };
    await house.run();
    expect(await house.labels()).toEqual(['BTC ask [EMAIL]']);
  });

  it('follows what is new and what changed, and takes out what is gone where the source can tell', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body(first) };
    await house.run();
    house.shown.reply = {
      body: one.body({
        events: [
          ['1', 'BTC −25.0 %', 5],
          ['3', 'BTC −40.0 %', 2],
        ],
      }),
    };
    expect(await house.run()).toMatchObject({ fetched: 2, inserted: 1, updated: 1 });
    const left = await house.labels();
    expect(left.filter((label) => label.startsWith('BTC')).length).toBe(one.forgets ? 2 : 3);
    expect(left.some((label) => /−(40\.[01]|39\.9) %/.test(label))).toBe(true);
  });

  it('keeps what it has where the other side fails, gives nonsense or has not changed', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body(first), headers: { etag: '"1"' } };
    await house.run();
    const events = await findEvents(house.db, null);
    if (one.settings.url !== undefined && one.id !== 'status-page' && one.id !== 'calendar-file') {
      house.shown.reply = { status: 304 };
      expect(await house.run()).toMatchObject({ fetched: 0 });
      expect(house.shown.asked.at(-1)?.['if-none-match']).toBe('"1"');
    }
    // The failing server last: it is left alone for a while after so many tries.
    for (const [reply, reason] of [
      [{ status: 404 }, 'answered 404'],
      [{ body: '<html>Sign in</html>' }, /is no RSS|no calendar|no column|instead of JSON/],
      [{ status: 500 }, /answered 500|failed too often/],
    ] as const) {
      house.shown.reply = reply;
      await expect(house.run()).rejects.toThrow(reason);
    }
    expect(await findEvents(house.db, null)).toEqual(events);
  });

  it.runIf(one.canSpoil)('writes an event that cannot be read among the dead letters, and reads the others', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body({ ...first, spoilt: true }) };
    expect(await house.run()).toMatchObject({ fetched: 3, inserted: 2, rejected: 1 });
    expect((await findDeadLetters(house.db)).map(({ item }) => item)).toEqual([one.id === 'github-releases' ? '77' : 'spoilt']);
  });

  it('tells in a probe what it found, and stores nothing', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body(first) };
    const { found } = await house.desk.test(one.id, one.settings, null);
    expect(found).toMatch(/2 entries|2 incidents|2 events|2 unusual moves|the newest is/);
    expect(await findEvents(house.db, null)).toEqual([]);
  });

  it('is not confused by a cursor from before its settings were changed', async () => {
    const house = await openHouse(one);
    house.shown.reply = { body: one.body(first), headers: { etag: '"1"' } };
    await house.run();
    const cursor = await findCursor(house.db, houseSource);
    await saveCursor(house.db, houseSource, cursor?.replace('settings":"', 'settings":"other ') ?? null, now);
    house.shown.asked.length = 0;
    await house.run();
    expect(house.shown.asked[0]?.['if-none-match']).toBeUndefined();
  });
});
