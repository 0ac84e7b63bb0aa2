// The contract that every connector keeps: nothing lost, nothing doubled, whatever the other side does.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findCursor, saveCursor } from '#db/store/cursors.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { changeConnection, getConnection } from '#db/store/source-connections.ts';
import { connectors } from '#ingest/connectors/index.ts';
import { settingsForm } from '#ingest/connectors/settings-form.ts';
import { failureOf, openSourceHouse, houseSource as sourceId } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { cases } from './cases.ts';
import type { ConnectorCase } from './vendor.ts';

const openHouse = ({ connector, settings }: ConnectorCase) => openSourceHouse({ connector, settings });

const sorted = (ids: readonly string[]) => [...ids].sort();

describe('the list of connectors', () => {
  it('has a case for every connector, a form with words for people, and a card that claims what was run', () => {
    expect(sorted(cases.map(({ connector }) => connector.card.id))).toEqual(sorted(connectors.map(({ card }) => card.id)));
    for (const connector of connectors) {
      expect(settingsForm(connector).filter(({ label }) => label.en === '' || label.zh === '')).toEqual([]);
      expect(connector.card.provenBy.length).toBeGreaterThan(0);
    }
  });
});

describe.each(cases.map((one) => [one.connector.card.id, one] as const))('%s', (_id, one) => {
  it('reads everything once, and the second time finds all unchanged', async () => {
    const house = await openHouse(one);
    const vendor = one.open();
    const first = await house.run({ upstream: vendor.upstream });
    expect(first.pages).toBeGreaterThanOrEqual(2);
    expect(first.rejected).toBe(0);
    expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
    await saveCursor(house.db, sourceId, null, virtualStart);
    const again = await house.run({ upstream: vendor.upstream });
    expect(again).toMatchObject({ inserted: 0, updated: 0, rejected: 0, fetched: again.unchanged });
    expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
  });

  it('goes on from any page after a stop, without loss and without doubles', async () => {
    const whole = await openHouse(one);
    const { pages } = await whole.run({ upstream: one.open().upstream });
    for (let stopAfter = 1; stopAfter < Math.min(pages, 5); stopAfter += 1) {
      const house = await openHouse(one);
      // A new one each time: what was taken from some sources is not given twice.
      const vendor = one.open();
      const stop = new AbortController();
      let seen = 0;
      const run = house.run(
        { upstream: vendor.upstream },
        {
          signal: stop.signal,
          onProgress: () => {
            seen += 1;
            if (seen === stopAfter) stop.abort(new Error('stopped here'));
          },
        },
      );
      expect(await failureOf(run)).not.toBeNull();
      const [halfway] = await findJobRuns(house.db, { sourceId });
      expect(halfway).toMatchObject({ state: 'failed', reason: 'stopped' });
      await house.run({ upstream: vendor.upstream });
      expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
    }
  });

  it('keeps its place where the other side refuses, and reads on when it answers again', async () => {
    const house = await openHouse(one);
    const vendor = one.open();
    let asked = 0;
    const limited: Upstream = (request, now) => {
      asked += 1;
      return asked > 3 ? { status: 429, headers: { 'retry-after': '7' } } : vendor.upstream(request, now);
    };
    expect(await failureOf(house.run({ upstream: limited }))).toMatch(/answered 429|left alone/);
    const { failures } = await getConnection(house.db, sourceId);
    expect(failures).toBe(1);
    const before = await findCursor(house.db, sourceId);
    expect(await failureOf(house.run({ upstream: limited }))).not.toBeNull();
    expect(await findCursor(house.db, sourceId)).toBe(before);
    await house.run({ upstream: vendor.upstream });
    expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
    expect((await getConnection(house.db, sourceId)).failures).toBe(0);
  });

  it('gets through an other side that fails now and then', async () => {
    const house = await openHouse(one);
    const vendor = one.open();
    let asked = 0;
    const flaky: Upstream = (request, now) => {
      asked += 1;
      if (asked % 5 === 2) return { status: 503 };
      if (asked % 7 === 3) return { status: 429, headers: { 'retry-after': new Date(now + 5000).toUTCString() } };
      return vendor.upstream(request, now);
    };
    await house.run({ upstream: flaky });
    expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
  });

  it('takes an empty source for what it is', async () => {
    const house = await openHouse(one);
    const result = await house.run({ upstream: one.openEmpty().upstream });
    expect(result).toMatchObject({ fetched: 0, inserted: 0, rejected: 0 });
    expect(await house.storedIds()).toEqual([]);
  });

  it('writes an unreadable item down and reads the others; mended, it comes in and its letter is closed', async () => {
    const house = await openHouse(one);
    const vendor = one.open();
    const item = vendor.spoil();
    const result = await house.run({ upstream: vendor.upstream });
    expect(result.rejected).toBeGreaterThanOrEqual(1);
    expect(result.fetched).toBe(result.inserted + result.updated + result.unchanged + result.rejected);
    expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
    const letters = await findDeadLetters(house.db, { sourceId });
    expect(letters.map((letter) => [letter.item, letter.stage, letter.body])).toEqual([[item, 'parse', null]]);
    vendor.mend();
    await house.run({ upstream: vendor.upstream });
    expect(await house.storedIds()).toEqual(sorted(vendor.ids()));
    expect(await findDeadLetters(house.db, { sourceId })).toEqual([]);
  });

  it('sees what is new and what was edited since', async () => {
    const house = await openHouse(one);
    const vendor = one.open();
    await house.run({ upstream: vendor.upstream });
    const added = vendor.add();
    const edited = vendor.edit?.() ?? null;
    const result = await house.run({ upstream: vendor.upstream });
    expect(result.inserted).toBe(1);
    expect(await house.storedIds()).toContain(added);
    if (edited === null) return;
    expect(result.updated).toBeGreaterThanOrEqual(1);
    const { conversations } = await findConversations(house.db, { limit: 1000 });
    const head = conversations.find(({ externalId }) => externalId === edited.externalId);
    const { messages, revision } = await getConversation(house.db, head?.id ?? 0);
    expect(revision).toBe(2);
    expect(messages.map(({ body }) => body)).toContain(edited.text);
  });

  it('marks what was deleted at the source, keeps its time and takes its text out', async () => {
    const house = await openHouse(one);
    const vendor = one.open();
    await house.run({ upstream: vendor.upstream });
    if (vendor.remove === null) {
      expect(one.connector.seesDeletions).toBe(false);
      return;
    }
    const gone = vendor.remove();
    house.later(2 * day);
    await changeConnection(house.db, sourceId, { checkedGoneAt: virtualStart });
    await house.run({ upstream: vendor.upstream });
    const { conversations } = await findConversations(house.db, { limit: 1000 });
    const head = conversations.find(({ externalId }) => externalId === gone);
    const { messages, exclusion } = await getConversation(house.db, head?.id ?? 0);
    expect(exclusion).toBe('deleted');
    expect(messages.every(({ body, deletedAt, at }) => body === '' && deletedAt !== null && at !== null)).toBe(true);
    expect((await getConnection(house.db, sourceId)).goneSeen).toBe(1);
  });

  it('is refused where the credentials are wrong, and tells no secret', async () => {
    const house = await openHouse(one);
    const message = await failureOf(house.run({ upstream: () => ({ status: 401 }) }));
    expect(message).toMatch(/credentials are wrong or have expired/);
    const secrets = settingsForm(one.connector).flatMap(({ name, kind }) => (kind === 'secret' ? String(one.settings[name]) : []));
    const { sourceConnection } = house.db.tables;
    const rows = JSON.stringify([await house.db.query.select().from(sourceConnection), await findJobRuns(house.db)]);
    expect(secrets.filter((secret) => rows.includes(secret) || (message ?? '').includes(secret))).toEqual([]);
  });
});
