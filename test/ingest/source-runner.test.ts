// One source is read by one process at a time; a back-fill leaves the usual place alone; a run that was cut short is told as such.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { findCursor } from '#db/store/cursors.ts';
import { findJobRuns, openJobRun } from '#db/store/job-runs.ts';
import { changeConnection, getConnection, takeLease } from '#db/store/source-connections.ts';
import { ownerName } from '#ingest/run-owner.ts';
import { failureOf, openSourceHouse, houseSource as sourceId } from '#test/support/source-house.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { requestTrackerCase } from './connectors/vendors/request-tracker.ts';

const { connector, settings } = requestTrackerCase;
const openHouse = () => openSourceHouse({ connector, settings });
const other = { host: 'test', pid: 99, token: 'b' };

/** The lease as a process leaves it that is in the middle of a run, and the run that it wrote down. */
async function leaveHalfDone(db: Db) {
  await takeLease(db, { sourceId, owner: ownerName(other), now: virtualStart, until: virtualStart + day });
  await openJobRun(db, { kind: 'sync', sourceId, now: virtualStart });
}

describe('the lease of a source', () => {
  it('keeps a second process out while the first is alive', async () => {
    const house = await openHouse();
    const { upstream } = requestTrackerCase.open();
    await leaveHalfDone(house.db);
    expect(await failureOf(house.run({ upstream, isAlive: () => true }))).toBe('"desk" is being read already');
    expect((await findJobRuns(house.db, { sourceId })).map(({ state }) => state)).toEqual(['running']);
  });

  it('is taken over at once from a process that has ended, and its run is closed as cut short', async () => {
    const house = await openHouse();
    const vendor = requestTrackerCase.open();
    await leaveHalfDone(house.db);
    await house.run({ upstream: vendor.upstream, isAlive: (pid) => pid !== other.pid });
    expect(await house.storedIds()).toEqual([...vendor.ids()].sort());
    const runs = await findJobRuns(house.db, { sourceId });
    expect(runs.map(({ state, reason }) => [state, reason]).sort()).toEqual([
      ['done', null],
      ['failed', 'the process ended in the middle'],
    ]);
    expect((await getConnection(house.db, sourceId)).leaseOwner).toBeNull();
  });

  it('is taken over from another machine when it has run out, and not before', async () => {
    const house = await openHouse();
    const { upstream } = requestTrackerCase.open();
    const owner = { host: 'another machine', pid: 1, token: 'c' };
    await takeLease(house.db, { sourceId, owner: ownerName(owner), now: virtualStart, until: virtualStart + day });
    expect(await failureOf(house.run({ upstream, isAlive: () => false }))).toBe('"desk" is being read already');
    house.later(day);
    expect(await failureOf(house.run({ upstream }))).toBeNull();
  });

  it('stops a run that lost it: what is read after that is not stored', async () => {
    const house = await openHouse();
    const vendor = requestTrackerCase.open();
    const onProgress = () =>
      void takeLease(house.db, { sourceId, owner: ownerName(other), now: virtualStart + day, until: virtualStart + 2 * day });
    expect(await failureOf(house.run({ upstream: vendor.upstream }, { onProgress }))).toBe('another run reads "desk" now; this one stops');
    expect((await house.storedIds()).length).toBeLessThan(vendor.ids().length);
    expect((await getConnection(house.db, sourceId)).leaseOwner).toBe(ownerName(other));
  });
});

describe('a back-fill', () => {
  it('reads its window and leaves the usual place alone', async () => {
    const house = await openHouse();
    const vendor = requestTrackerCase.open();
    await house.run({ upstream: vendor.upstream });
    const place = await findCursor(house.db, sourceId);
    const window = { from: virtualStart - 2 * day, to: virtualStart };
    const again = await house.run({ upstream: vendor.upstream }, { window });
    expect(again).toMatchObject({ inserted: 0, updated: 0, rejected: 0 });
    expect(again.unchanged).toBeGreaterThan(0);
    expect(await findCursor(house.db, sourceId)).toBe(place);
  });
});

describe('failures', () => {
  it('move the next run further and further away, and a good run brings it back', async () => {
    const house = await openHouse();
    const vendor = requestTrackerCase.open();
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await failureOf(house.run({ upstream: () => ({ status: 403 }) }));
      const { nextRunAt } = await getConnection(house.db, sourceId);
      waits.push(Math.round(((nextRunAt ?? 0) - house.now()) / 60_000));
    }
    expect(waits).toEqual([20, 40, 80, 160, 320, 360, 360, 360, 360, 360, 360, 360]);
    await changeConnection(house.db, sourceId, { checkedGoneAt: house.now() });
    await house.run({ upstream: vendor.upstream });
    const { nextRunAt, failures } = await getConnection(house.db, sourceId);
    expect([failures, Math.round(((nextRunAt ?? 0) - house.now()) / 60_000)]).toEqual([0, 10]);
  });
});
