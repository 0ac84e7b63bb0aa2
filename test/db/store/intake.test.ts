// What is kept of what is sent to us, on both databases: keys, answers, deliveries, hints and the hours of pushes.
import { expect, it } from 'vitest';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError } from '#db/model/errors.ts';
import { day, hour, minute, second } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveDelivery } from '#db/store/hook-deliveries.ts';
import { countPush, findJobRuns } from '#db/store/job-runs.ts';
import { answerLifeMs, findPushAnswer, savePushAnswer } from '#db/store/push-answers.ts';
import { addConnection, changeConnection, getConnection } from '#db/store/source-connections.ts';
import { hintSource, nextAfterRun } from '#db/store/source-hints.ts';
import { addSourceKey, findOpenKeys, findSourceKeys, revokeSourceKey, saveKeyUse } from '#db/store/source-keys.ts';
import { removeSource, saveSource } from '#db/store/sources.ts';
import { monday } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const answer = { fetched: 1, inserted: 1, updated: 0, unchanged: 0, rejected: 0, rejects: [] };
const key = { sourceId: 'app', keyHash: 'k', bodyHash: 'b' };
const newKey = {
  sourceId: 'app',
  use: 'push' as const,
  label: 'A',
  hint: '…abcd',
  hash: 'h',
  sealed: null,
  createdAt: monday,
  createdBy: 'me',
};

async function withSource(db: Db): Promise<Db> {
  await saveSource(db, { id: 'app', label: 'App', kind: 'push' });
  return db;
}

async function withConnection(db: Db): Promise<Db> {
  await withSource(db);
  const connection = { sourceId: 'app', connector: 'zendesk', settings: {}, secrets: null, intervalMs: hour, readFrom: 0, addedAt: monday };
  await addConnection(db, { ...connection, nextRunAt: monday + hour });
  return db;
}

await describeStores('intake', ({ openStore }) => {
  it('keeps keys until they are revoked, and then nothing that could open anything', async () => {
    const db = await withSource(await openStore());
    const id = await addSourceKey(db, newKey);
    await saveKeyUse(db, id, monday + 5);
    const { hash, sealed, ...shown } = newKey;
    expect(await findOpenKeys(db, 'app')).toEqual([{ ...newKey, id, lastUsedAt: monday + 5, revokedAt: null }]);
    await revokeSourceKey(db, id, monday + 9);
    expect(await findOpenKeys(db, 'app')).toEqual([]);
    expect(await findSourceKeys(db, 'app')).toEqual([{ ...shown, id, lastUsedAt: monday + 5, revokedAt: monday + 9 }]);
    expect((await db.query.select().from(db.tables.sourceKey)).map((row) => [row.hash, row.sealed])).toEqual([[null, null]]);
    await expect(revokeSourceKey(db, id, monday)).rejects.toMatchObject({ code: 'not_found' });
    expect([hash, sealed]).toEqual(['h', null]);
  });

  it('keeps one answer for each key and undoes whoever comes second', async () => {
    const db = await withSource(await openStore());
    expect(await findPushAnswer(db, key)).toBeNull();
    const second = new AppError('conflict', 'second');
    const turn = (inserted: number) =>
      inTransaction(db, async (tx) => {
        await saveSource(tx, { id: `made by ${inserted}`, label: 'x', kind: 'push' });
        if (!(await savePushAnswer(tx, key, { ...answer, inserted }, monday))) throw second;
      });
    const ends = await Promise.allSettled([turn(1), turn(2)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = await findPushAnswer(db, key);
    expect((await db.query.select().from(db.tables.source)).map(({ id }) => id).toSorted()).toEqual(['app', `made by ${kept?.inserted}`]);
    await expect(findPushAnswer(db, { ...key, bodyHash: 'other' })).rejects.toMatchObject({ code: 'conflict' });
    await savePushAnswer(db, { ...key, keyHash: 'later' }, answer, monday + answerLifeMs + 1);
    expect(await findPushAnswer(db, key)).toBeNull();
    expect(answerLifeMs).toBeGreaterThanOrEqual(day);
  });

  it('knows a delivery again for thirty days, by source', async () => {
    const db = await withSource(await openStore());
    await saveSource(db, { id: 'other', label: 'Other', kind: 'push' });
    const taken = async (sourceId: string, at: number) => await saveDelivery(db, { sourceId, deliveryHash: 'd' }, at);
    expect([await taken('app', monday), await taken('app', monday + 30 * day), await taken('other', monday + 30 * day)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await taken('app', monday + 30 * day + 1)).toBe(true);
  });

  it('brings the next run forward for a hint, and again for one that came while the source was read', async () => {
    const db = await withConnection(await openStore());
    expect(await hintSource(db, 'app', monday)).toBe(monday + 10 * second);
    expect(await hintSource(db, 'app', monday + 4 * second)).toBe(monday + 10 * second);
    const ended = { sourceId: 'app', now: monday + 20 * second, planned: monday + hour };
    expect(await nextAfterRun(db, { ...ended, startedAt: monday + 10 * second })).toBe(monday + hour);
    await hintSource(db, 'app', monday + 15 * second);
    expect(await nextAfterRun(db, { ...ended, startedAt: monday + 10 * second })).toBe(monday + 20 * second + minute);
    expect(await hintSource(db, 'not there', monday)).toBeNull();
    await changeConnection(db, 'app', { failures: 1, nextRunAt: monday + hour });
    expect([await hintSource(db, 'app', monday), (await getConnection(db, 'app')).hintedAt]).toEqual([monday + hour, monday]);
  });

  it('counts pushes by the hour and removes everything with the source', async () => {
    const db = await withConnection(await openStore());
    const start = Math.ceil(monday / hour) * hour;
    for (const at of [start, start + 59 * minute, start + hour]) await countPush(db, 'app', answer, at);
    expect((await findJobRuns(db)).map(({ kind, fetched, inserted, state }) => [kind, fetched, inserted, state])).toEqual([
      ['push', 1, 1, 'done'],
      ['push', 2, 2, 'done'],
    ]);
    await addSourceKey(db, newKey);
    await savePushAnswer(db, key, answer, monday);
    await saveDelivery(db, { sourceId: 'app', deliveryHash: 'd' }, monday);
    await removeSource(db, 'app');
    const left = [db.tables.sourceKey, db.tables.pushAnswer, db.tables.hookDelivery].map((table) => db.query.select().from(table));
    expect(await Promise.all(left)).toEqual([[], [], []]);
  });
});
