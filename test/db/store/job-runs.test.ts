// Runs in the store with their counts, their end and their place, and how far each source was read.
import { expect, it } from 'vitest';
import { findCursor, saveCursor } from '#db/store/cursors.ts';
import {
  closeJobRun,
  findFailureReasons,
  findJobRuns,
  noRunCounts,
  openJobRun,
  saveJobRunCounts,
  saveJobRunPlace,
} from '#db/store/job-runs.ts';
import { saveSource } from '#db/store/sources.ts';
import { describeStores } from '#test/support/stores.ts';

await describeStores('runs and cursors', ({ openStore }) => {
  it('tell why each source failed last, however many other runs there are', async () => {
    const db = await openStore();
    for (const id of ['mail', 'chat', 'forum']) await saveSource(db, { id, label: id, kind: 'file' });
    const ended = async (sourceId: string, now: number, reason: string | null) =>
      await closeJobRun(db, await openJobRun(db, { kind: 'sync', sourceId, now }), noRunCounts, { now, reason });
    await ended('mail', 1, 'the password is wrong');
    await ended('chat', 2, 'an older reason');
    await ended('chat', 3, 'no answer');
    for (let now = 4; now < 600; now++) await ended('forum', now, null);
    expect(Object.fromEntries(await findFailureReasons(db))).toEqual({ mail: 'the password is wrong', chat: 'no answer' });
  });

  it('are written down with their counts and their end', async () => {
    const db = await openStore();
    const nothing = { fetched: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
    const counts = { fetched: 10, inserted: 4, updated: 3, unchanged: 2, rejected: 1 };
    const first = await openJobRun(db, { kind: 'import', sourceId: 'mail', now: 1 });
    const second = await openJobRun(db, { kind: 'sync', sourceId: null, now: 2 });
    await saveJobRunCounts(db, first, counts);
    await closeJobRun(db, second, nothing, { now: 5, reason: 'the server did not answer' });
    expect(await findJobRuns(db)).toEqual([
      {
        id: second,
        kind: 'sync',
        sourceId: null,
        startedAt: 2,
        finishedAt: 5,
        state: 'failed',
        reason: 'the server did not answer',
        place: null,
        ...nothing,
      },
      {
        id: first,
        kind: 'import',
        sourceId: 'mail',
        startedAt: 1,
        finishedAt: null,
        state: 'running',
        reason: null,
        place: null,
        ...counts,
      },
    ]);
    await closeJobRun(db, first, counts, { now: 6, reason: null });
    expect((await findJobRuns(db, { sourceId: 'mail' })).map(({ state, finishedAt }) => [state, finishedAt])).toEqual([['done', 6]]);
    await saveJobRunPlace(db, second, counts, 5_000_000_000);
    const [failed] = await findJobRuns(db, { kind: 'sync' });
    expect([failed?.place, failed?.fetched, failed?.state]).toEqual([5_000_000_000, 10, 'failed']);
    await expect(saveJobRunCounts(db, 99, counts)).rejects.toMatchObject({ code: 'not_found' });
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await saveCursor(db, 'mail', 'a', 1);
    await saveCursor(db, 'mail', 'b', 2);
    const kept = await findCursor(db, 'mail');
    await saveCursor(db, 'mail', null, 3);
    expect([kept, await findCursor(db, 'mail')]).toEqual(['b', null]);
  });
});
