// Restatements: old figures move only when somebody asks, and it is written down.
import { expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { type FactSettings, findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { findRestatements, rederiveFacts } from '#db/store/restate.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const strict: FactSettings = {
  ...plainSettings,
  promises: plainSettings.promises.map((promise) => ({
    ...promise,
    versions: promise.versions.map((version) => ({ ...version, durationMs: 5 * minute })),
  })),
};

await describeStores('restatements', ({ openStore }) => {
  const openWith = async () => {
    const db = await openStore();
    for (const id of ['mail', 'chat']) await saveSource(db, { id, label: id, kind: 'file' });
    const conversations = Array.from({ length: 7 }, (_, index) => incoming(`c${index}`, { channel: index < 4 ? 'email' : 'review' }));
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
    const merged = [incoming('s', { messages: [incomingMessage('s-1', { at: monday + minute })] }), incoming('m', { mergedInto: 's' })];
    await saveConversations(db, { sourceId: 'chat', conversations: merged, now: monday, settings: plainSettings });
    return db;
  };
  const restate = async (db: Db, settings: FactSettings, batchSize = 3) => {
    const progress: [number, number][] = [];
    const times = [monday, monday + 5 * minute];
    const record = await rederiveFacts(db, {
      requestedBy: 'user 1',
      reason: 'new promise',
      clock: () => times.shift() ?? 0,
      settings,
      batchSize,
      onProgress: (done, total) => progress.push([done, total]),
    });
    return { record, progress };
  };
  const dueOf = async (db: Db, id: number) => (await getConversation(db, id)).waits.map(({ dueAt }) => dueAt);

  it('change nothing where nothing comes out different, and are written down all the same', async () => {
    const db = await openWith();
    const before = [await readChangeState(db), await findConversations(db, {})];
    const { record, progress } = await restate(db, plainSettings);
    expect(record).toEqual({
      id: 1,
      requestedBy: 'user 1',
      reason: 'new promise',
      startedAt: monday,
      finishedAt: monday + 5 * minute,
      conversations: 9,
      changed: 0,
    });
    expect([progress, await findRestatements(db), [await readChangeState(db), await findConversations(db, {})]]).toEqual([
      [
        [3, 9],
        [6, 9],
        [9, 9],
      ],
      [record],
      before,
    ]);
  });

  it('move the facts of those that come out different, and tell the engine of them alone', async () => {
    const db = await openWith();
    const { record } = await restate(db, strict);
    expect([record.changed, await dueOf(db, 1), await dueOf(db, 7)]).toEqual([6, [monday + 5 * minute], [null]]);
    // Three mails, one more, and the two of the other source: a number for each batch that moved anything.
    expect(await readChangeState(db)).toEqual({ change: 5, epoch: 1 });
    expect((await readFacts(db, { afterChange: 2, afterId: 9, limit: 20 })).map(({ externalId }) => externalId)).toEqual([
      'c0',
      'c1',
      'c2',
      'c3',
      's',
      'm',
    ]);
    expect((await restate(db, strict)).record.changed).toBe(0);
    expect((await findRestatements(db)).map(({ id, changed }) => [id, changed])).toEqual([
      [2, 0],
      [1, 6],
    ]);
  });

  it('keep the arrival that a survivor has from its merged record', async () => {
    const db = await openWith();
    await restate(db, strict, 1);
    expect([(await getConversation(db, 8)).arrivedAt, await dueOf(db, 8)]).toEqual([monday, [monday + 5 * minute]]);
  });

  it('leave a record without an end where they are stopped', async () => {
    const db = await openWith();
    const stop = new AbortController();
    const stopped = rederiveFacts(db, {
      requestedBy: 'user 1',
      reason: 'stopped',
      clock: () => monday,
      settings: strict,
      batchSize: 2,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect((await findRestatements(db)).map(({ finishedAt, conversations, changed }) => [finishedAt, conversations, changed])).toEqual([
      [null, 2, 2],
    ]);
  });
});
