// A backup holds the models that were taught: a restored store scores as it did, by the version that was in force.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { findLearnedModels, getLiveVersion } from '#db/store/learned-models.ts';
import { putInForce, retrain } from '#ingest/learning/retrain.ts';
import { teach } from '#ingest/learning/teach.ts';
import { openScorersOf } from '#ingest/scores/current-scorers.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { monday } from '#test/support/incoming.ts';
import { plantedStore } from '#test/support/planted-store.ts';

let line: CommandLine;
beforeEach(() => {
  line = openCommandLine();
});
afterEach(() => line.close());

const by = { actor: 'lead' };
const clock = () => monday + 10 * 86_400_000;
const texts = ['hello, my glimbark did not zorple', 'the app crashes when I open it', 'where is my withdrawal'];

/** Everything that the scorers in force say, and what is in force. */
async function judged(db: Db) {
  const scorers = await openScorersOf(db);
  const input = { language: 'en', channel: null, actor: 'customer', redactions: [] } as const;
  return {
    version: scorers.version,
    live: await getLiveVersion(db, 'category'),
    models: (await findLearnedModels(db, 'category')).map(({ version, trainedAt }) => [version, trainedAt]),
    scores: texts.map((text) => scorers.score({ text, ...input }).scores),
  };
}

it('scores as before after a restore, though another model came into force meanwhile', async () => {
  const db = await line.openStore();
  await plantedStore(db, { count: 260, labelled: 240 });
  const parts = {
    db,
    clock,
    teacher: ({ order }: { order: Parameters<typeof teach>[0] }) => teach(order),
    signal: new AbortController().signal,
  };
  await retrain(parts, { field: 'category', by, goLive: 'better' });
  const before = await judged(db);
  await db.close();
  expect([before.live, before.scores[0]?.category?.id]).toEqual([1, 'trade.staking']);
  const { file } = JSON.parse((await line.run('backup', '--json')).stdout);
  const changed = await line.openStore();
  await putInForce({ db: changed, clock }, { field: 'category', version: 0, by, reason: 'by-hand' });
  const meanwhile = await judged(changed);
  await changed.close();
  expect([meanwhile.live, JSON.stringify(meanwhile.scores) === JSON.stringify(before.scores)]).toEqual([0, false]);
  expect((await line.run('restore', file)).code).toBe(0);
  const restored = await line.openStore();
  expect(await judged(restored)).toEqual(before);
  await restored.close();
});
