// Restatements over HTTP: old figures move only when somebody asks, one at a time, with progress, on the record.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRestating } from '#api/http/restating.ts';
import { restatementShape, restatementsShape } from '#api/http/shapes/operations.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { sampleStart, saveSamples } from '#test/support/sample-conversations.ts';

let house: TestApp;
let cookie: string;
beforeEach(async () => {
  house = await openTestApp({ now: sampleStart + 30 * 86_400_000 });
  await saveSamples(house.db, house.deps.clock());
  cookie = await house.signInAs('support_manager');
});
afterEach(() => house.close());

const begin = (reason: string) => house.ask('/api/restatements', { method: 'POST', cookie, body: { reason } });
const list = async () => (await readAs(restatementsShape, await house.ask('/api/restatements', { cookie }))).restatements;
const untilDone = async () => {
  for (let tries = 0; tries < 400; tries += 1) {
    const [latest] = await list();
    if (latest !== undefined && latest.state !== 'running') return latest;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the restatement did not end');
};
const dueOfChats = async () =>
  (await house.db.query.select().from(house.db.tables.wait)).map((wait) => (wait.dueAt ?? 0) - wait.fromAt).sort((a, b) => a - b);

describe('a restatement', () => {
  it('moves old figures to the promises of now, and nothing else does', async () => {
    const minute = 60_000;
    const terms = { validFrom: '2026-01-01', type: 'working-time', durationMs: 10 * minute, workingDays: null, calendarId: 'always' };
    await house.ask('/api/promises/chat/versions', { method: 'POST', cookie, body: terms });
    expect((await dueOfChats()).slice(0, 3)).toEqual([5 * minute, 5 * minute, 5 * minute]);
    const begun = await begin('Promise of January entered late');
    const at = new Date(house.deps.clock()).toISOString();
    expect([begun.status, await readAs(restatementShape, begun)]).toMatchObject([
      202,
      { reason: 'Promise of January entered late', startedAt: at },
    ]);
    const done = await untilDone();
    expect(done).toEqual({
      id: '1',
      state: 'done',
      reason: 'Promise of January entered late',
      startedAt: at,
      finishedAt: at,
      conversations: 6,
      total: 6,
      changed: 3,
      error: null,
    });
    expect((await dueOfChats()).slice(0, 3)).toEqual([10 * minute, 10 * minute, 10 * minute]);
    expect((await findAudit(house.db))[0]).toMatchObject({
      action: 'restatement_begun',
      details: { reason: 'Promise of January entered late' },
    });
  });

  it('runs alone: a second one is a conflict while the first runs, and may begin after it', async () => {
    const release: (() => void)[] = [];
    const refresh = async () => {
      await new Promise<void>((resolve) => release.push(resolve));
      return await house.deps.engine.freshness();
    };
    const restating = openRestating({ ...house.deps, engine: { ...house.deps.engine, refresh } });
    await restating.begin('a', 'first');
    await expect(restating.begin('b', 'second')).rejects.toMatchObject({ code: 'conflict' });
    while (release.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    release[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await restating.begin('c', 'third')).toMatchObject({ reason: 'third' });
    while (release.length === 1) await new Promise((resolve) => setTimeout(resolve, 5));
    release[1]?.();
    expect((await list()).map((one) => one.reason)).toEqual(['third', 'first']);
  });

  it('that was cut off says so', async () => {
    const { restatement } = house.db.tables;
    await house.db.query
      .insert(restatement)
      .values({ requestedBy: 'x', reason: 'cut', startedAt: 0, finishedAt: null, conversations: 2, changed: 1 });
    expect(await list()).toEqual([
      {
        id: '1',
        state: 'failed',
        reason: 'cut',
        startedAt: '1970-01-01T00:00:00.000Z',
        finishedAt: null,
        conversations: 2,
        total: null,
        changed: null,
        error: 'it was stopped before its end; begin another one',
      },
    ]);
  });
});
