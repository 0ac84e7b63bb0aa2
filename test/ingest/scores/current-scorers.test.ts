// What reads and scores now: opened once, opened anew when others come into force, and with what was taught here also in its thread.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { type Db, openDb } from '#db/open.ts';
import { currentOf, openScorersOf, openStagesOf } from '#ingest/scores/current-scorers.ts';
import { fetched, fetchedMessage } from '#test/support/fetched.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { monday } from '#test/support/incoming.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';
import { plantedStore } from '#test/support/planted-store.ts';

let db: Db;
beforeEach(async () => {
  db = await openDb(`${temporaryFolder()}/huiyin.db`, { migrate: true });
});
afterEach(() => db.close());

it('is opened once, and again when another taxonomy is in force, and the old one is left then', async () => {
  let opened = 0;
  const left: number[] = [];
  const now = currentOf(
    db,
    async () => {
      opened += 1;
      return opened;
    },
    (old) => void left.push(old),
  );
  expect([await now(), await now(), left]).toEqual([1, 1, []]);
  await db.query
    .insert(db.tables.taxonomyVersion)
    .values({ version: 1, document: null, model: null, appliedAt: monday, appliedBy: 'test' });
  expect([await now(), await now(), left]).toEqual([2, 2, [1]]);
});

it('is tried again where it could not be opened', async () => {
  let tries = 0;
  const now = currentOf(db, async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  await expect(now()).rejects.toThrow('not yet');
  expect(await now()).toBe(2);
});

it('has in its thread what was taught here', { timeout: 180_000 }, async () => {
  const desk = openCommandRoom(temporaryFolder());
  const store = await desk.open();
  await plantedStore(store, { count: 260, labelled: 240 });
  await desk.run(['retrain', '--field', 'category']);
  const stages = await openStagesOf(store, await openKeys(temporaryFolder()));
  try {
    const { ready } = await stages.run({
      sourceId: 'desk',
      fetched: [fetched('c1', { openedAt: monday, customer: 'jo', messages: [fetchedMessage('m1', 'hello, my glimbark did not zorple')] })],
      stored: new Map(),
      known: new Map(),
    });
    const { version } = await openScorersOf(store);
    expect(version).toMatch(/category@\S+\+r1/);
    expect(ready).toMatchObject([{ scorer: version, messages: [{ scores: { category: { id: 'trade.staking' } } }] }]);
  } finally {
    await stages.close();
    await store.close();
  }
});
