// What a source lists and does not find when it is asked for it: nothing is lost, and nobody asks for ever.
import { describe, expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import { findCursor } from '#db/store/cursors.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { getConnection } from '#db/store/source-connections.ts';
import type { Outgoing } from '#ingest/http/transport.ts';
import { findRetry } from '#ingest/source-desk.ts';
import { readUntilFailure } from '#test/support/read-source.ts';
import { openSourceHouse, type SourceHouse, houseSource as sourceId } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { contentOf, fill } from '../faults/trial.ts';
import { cases } from './cases.ts';
import type { ConnectorCase, Vendor } from './vendor.ts';

/** Their lists hold their items whole, so that none can be missing from where it was listed. */
const listWhole = ['imap', 'feed', 'app-store', 'google-play', 'telegram', 'x', 'youtube'];
const size = 4;
/** Behind everything that the stand-ins tell of. */
const start = virtualStart + hour;
const notFound = { status: 404, body: { error: 'not found' } };
const addressOf = ({ url }: Outgoing) => url.pathname + url.search;

type Missing = { readonly open: () => Vendor; readonly address: string; readonly item: string };

/** A stand-in, and the last request to it by which one item is read: an answer of 404 leaves the item missing and the run whole. */
async function findItemRequest(one: ConnectorCase): Promise<Missing | null> {
  for (const open of [() => fill(one, size), one.open]) {
    const addresses: string[] = [];
    const { upstream } = open();
    await readUntilFailure(
      one,
      (outgoing, now) => {
        addresses.push(addressOf(outgoing));
        return upstream(outgoing, now);
      },
      { start },
    );
    for (const address of [...new Set(addresses)].reverse()) {
      const { missing, failure } = await readUntilFailure(one, hiding(open().upstream, address), { start });
      const [item] = missing;
      if (failure === null && item !== undefined) return { open, address, item };
    }
  }
  return null;
}

const looked = new Map<ConnectorCase, Promise<Missing | null>>();
const lookFor = (one: ConnectorCase): Promise<Missing | null> => {
  const found = looked.get(one) ?? findItemRequest(one);
  looked.set(one, found);
  return found;
};

async function getItemRequest(one: ConnectorCase): Promise<Missing> {
  const found = await lookFor(one);
  if (found === null) throw new Error('no request reads an item');
  return found;
}

const hiding =
  (upstream: Upstream, address: string): Upstream =>
  (outgoing, now) =>
    addressOf(outgoing) === address ? notFound : upstream(outgoing, now);

async function lettersOf(house: SourceHouse) {
  return (await findDeadLetters(house.db, { sourceId })).map(({ item, stage, body }) => [item, stage, body]);
}

async function standOf({ db }: SourceHouse) {
  const { lastDoneAt, nextRunAt } = await getConnection(db, sourceId);
  return { cursor: await findCursor(db, sourceId), lastDoneAt, nextRunAt };
}

async function unevenRuns(house: SourceHouse) {
  return (await findJobRuns(house.db, { sourceId, limit: 100 })).filter(
    ({ fetched, inserted, updated, unchanged, rejected }) => fetched !== inserted + updated + unchanged + rejected,
  );
}

describe('what a source lists and does not find', () => {
  it('can be missing at every source but those whose lists hold their items whole', async () => {
    const whole: string[] = [];
    for (const one of cases) if ((await lookFor(one)) === null) whole.push(one.connector.card.id);
    expect(whole.sort()).toEqual([...listWhole].sort());
  });

  const listing = cases.filter(({ connector }) => !listWhole.includes(connector.card.id));
  it.each(listing.map((one) => [one.connector.card.id, one] as const))('%s: is read when it is there again', async (_id, one) => {
    const { open, address, item } = await getItemRequest(one);
    const quiet = await openSourceHouse({ ...one, start });
    await quiet.run({ upstream: open().upstream });
    const truth = await contentOf(quiet);
    const house = await openSourceHouse({ ...one, start });
    const { upstream } = open();
    expect((await house.run({ upstream: hiding(upstream, address) })).rejected).toBeGreaterThan(0);
    expect(await lettersOf(house)).toEqual([[item, 'missing', null]]);
    expect((await contentOf(house)).size).toBeLessThan(truth.size);
    house.later(10 * 60_000);
    await house.run({ upstream });
    expect(await contentOf(house)).toEqual(truth);
    expect(await lettersOf(house)).toEqual([]);
    expect(await unevenRuns(house)).toEqual([]);
  });

  it.each(listing.map((one) => [one.connector.card.id, one] as const))(
    '%s: is read when somebody asks for its letter',
    async (_id, one) => {
      const { open, address, item } = await getItemRequest(one);
      const { upstream, ids } = open();
      const house = await openSourceHouse({ ...one, start });
      await house.run({ upstream: hiding(upstream, address) });
      expect((await house.storedIds()).length).toBeLessThan(ids().length);
      const [letter] = await findDeadLetters(house.db, { sourceId });
      const before = await standOf(house);
      house.later(10 * 60_000);
      const { extent } = await findRetry({ db: house.db, clock: house.now }, letter?.id ?? 0);
      expect(extent).toEqual(
        one.connector.readsItems ? { items: [item] } : { window: { from: (letter?.firstAt ?? 0) - day, to: house.now() } },
      );
      await house.run({ upstream }, extent);
      expect([await house.letters(), await house.storedIds()]).toEqual([[], [...ids()].sort()]);
      expect(await unevenRuns(house)).toEqual([]);
      // Where the usual runs stand is theirs alone: an item that is read by itself says nothing of what came since.
      expect(await standOf(house)).toEqual(before);
    },
  );

  it.each(listing.map((one) => [one.connector.card.id, one] as const))('%s: is given up by rule, and told of', async (_id, one) => {
    const { open, address, item } = await getItemRequest(one);
    const house = await openSourceHouse({ ...one, start });
    const { upstream, ids } = open();
    const asked: number[] = [];
    const hides: Upstream = (outgoing, now) => {
      if (addressOf(outgoing) === address) asked.push(now);
      return hiding(upstream, address)(outgoing, now);
    };
    const runs = async (count: number) => {
      for (let run = 0; run < count; run += 1) {
        await house.run({ upstream: hides });
        house.later(17 * hour);
      }
      return asked.length;
    };
    const before = await runs(9);
    expect(before).toBeGreaterThanOrEqual(7);
    expect(await house.letters()).toEqual([[item, expect.stringMatching(/not found \d+ times since .* not asked for any more/)]]);
    // A list with an overlap may name it again, once or twice a run; nothing else asks.
    expect((await runs(3)) - before).toBeLessThanOrEqual(6);
    await house.run({ upstream }, { window: { from: virtualStart - 90 * day, to: house.now() } });
    expect([await house.letters(), await house.storedIds()]).toEqual([[], [...ids()].sort()]);
    expect(await unevenRuns(house)).toEqual([]);
  });
});
