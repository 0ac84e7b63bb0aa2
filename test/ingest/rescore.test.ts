// Scoring stored messages anew: only what others have scored, written down, and taken up again where it was stopped.
import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readChangeState } from '#db/store/columns.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { findRescoring } from '#db/store/rescore.ts';
import { findScorerTally } from '#db/store/source-tally.ts';
import { rescore } from '#ingest/rescore.ts';
import { combineScorers } from '#ingest/scores/index.ts';
import { monday } from '#test/support/incoming.ts';
import { fillToRescore as fill, scoresOf } from '#test/support/rescoring.ts';
import { laterScorers } from '#test/support/rescoring-process.ts';
import { standInScorers, standInSet } from '#test/support/stand-in-scorers.ts';
import { describeStores } from '#test/support/stores.ts';

const order = { clock: () => monday, isAll: false, scorers: standInScorers };

await describeStores('scoring anew', ({ openStore }) => {
  it('fills in what was never scored, tells the engine, and is written down as a run', async () => {
    const db = await openStore();
    await fill(db, 3, 'unscored');
    const before = await readChangeState(db);
    const { runId, ...done } = await rescore({ ...order, db });
    expect(done).toEqual({
      scorer: standInScorers.version,
      isAll: false,
      startedAt: monday,
      afterId: done.afterId,
      total: 3,
      conversations: 3,
      messages: 6,
      changed: 3,
      failures: 0,
      resumedAt: 0,
    });
    const { conversations } = await findConversations(db, { filters: { sentiment: ['neg'], category: ['deposit.late'] } });
    expect(conversations.map(({ externalId }) => externalId).sort()).toEqual(['0', '1', '2']);
    const detail = await getConversation(db, conversations[0]?.id ?? 0);
    expect([detail.scorer, detail.risks, detail.messages.map(({ score }) => score?.harm ?? null)]).toEqual([
      standInScorers.version,
      ['asks-for-secret'],
      ['high', null, null],
    ]);
    expect(await readChangeState(db)).toEqual({ change: before.change + 1, epoch: before.epoch });
    expect(await findJobRuns(db, { kind: 'rescore' })).toEqual([
      {
        id: runId,
        kind: 'rescore',
        sourceId: null,
        startedAt: monday,
        finishedAt: monday,
        state: 'done',
        fetched: 3,
        inserted: 0,
        updated: 3,
        unchanged: 0,
        rejected: 0,
        reason: null,
        place: null,
      },
    ]);
    expect([await findRescoring(db), await findScorerTally(db)]).toEqual([null, [{ scorer: standInScorers.version, conversations: 3 }]]);
  });

  it('reads the tone of replies that were stored before tone was read, and tells the engine of these alone', async () => {
    const db = await openStore();
    await fill(db, 3, 'scored');
    const { wait } = db.tables;
    const tones = async () => (await db.query.select({ tone: wait.tone }).from(wait)).map(({ tone }) => tone);
    const told = await tones();
    expect(told.filter((tone) => tone !== null)).not.toEqual([]);
    const { conversations } = await findConversations(db, {});
    const [first] = conversations;
    await db.query
      .update(wait)
      .set({ tone: null })
      .where(eq(wait.conversationId, first?.id ?? 0));
    const { change } = await readChangeState(db);
    expect((await rescore({ ...order, db, scorers: laterScorers })).changed).toBe(1);
    expect(await tones()).toEqual(told);
    expect((await findConversations(db, {})).conversations.length).toBe(3);
    expect((await readChangeState(db)).change).toBe(change + 1);
  });

  it('leaves alone what these scorers have scored, unless all is asked for, and then moves nothing that comes out the same', async () => {
    const db = await openStore();
    await fill(db, 3, 'scored');
    const before = await readChangeState(db);
    const counts = ({ conversations, changed }: { conversations: number; changed: number }) => [conversations, changed];
    expect(counts(await rescore({ ...order, db }))).toEqual([0, 0]);
    expect(counts(await rescore({ ...order, db, isAll: true }))).toEqual([3, 0]);
    expect(await readChangeState(db)).toEqual(before);
    expect(counts(await rescore({ ...order, db, scorers: laterScorers }))).toEqual([3, 0]);
    expect([await readChangeState(db), await findScorerTally(db)]).toEqual([before, [{ scorer: laterScorers.version, conversations: 3 }]]);
  });

  it('moves what comes out different, and only that', async () => {
    const db = await openStore();
    await fill(db, 2, 'scored');
    const { conversation, message } = db.tables;
    const [first] = await db.query.select({ id: conversation.id }).from(conversation).where(eq(conversation.externalId, '0'));
    await db.query.update(message).set({ body: 'login, thanks' }).where(eq(message.externalId, '0-1'));
    const { changed } = await rescore({ ...order, db, scorers: laterScorers });
    const rows = await db.query
      .select({ id: conversation.externalId, category: conversation.scoredCategory, harm: conversation.harm, change: conversation.change })
      .from(conversation)
      .orderBy(asc(conversation.id));
    const { change } = await readChangeState(db);
    expect([changed, rows, first !== undefined]).toEqual([
      1,
      [
        { id: '0', category: 'account.login', harm: 'low', change },
        { id: '1', category: 'deposit.late', harm: 'high', change: change - 1 },
      ],
      true,
    ]);
  });

  it('counts messages that a scorer chokes on, and stores what the others say', async () => {
    const db = await openStore();
    await fill(db, 1, 'unscored');
    await db.query.update(db.tables.message).set({ body: 'choke on a stuck deposit' }).where(eq(db.tables.message.externalId, '0-1'));
    const { failures, messages } = await rescore({ ...order, db });
    expect([failures, messages, (await scoresOf(db)).map(({ harm }) => harm)]).toEqual([1, 2, ['high', null]]);
  });

  it('goes on where it was stopped, also with --all, and begins anew where other scorers ask', async () => {
    const db = await openStore();
    await fill(db, 20, 'scored');
    const stop = new AbortController();
    const stopped = rescore({
      ...order,
      db,
      isAll: true,
      batchSize: 5,
      signal: stop.signal,
      onProgress: ({ conversations }) => {
        if (conversations === 10) stop.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    const [left] = await findJobRuns(db, { kind: 'rescore' });
    expect([left?.state, left?.fetched, (await findRescoring(db))?.conversations]).toEqual(['failed', 10, 10]);
    const { conversations, resumedAt, runId } = await rescore({ ...order, db, isAll: true, batchSize: 5 });
    const runs = await findJobRuns(db, { kind: 'rescore' });
    expect([conversations, resumedAt, runId, runs.map(({ state }) => state)]).toEqual([20, 10, left?.id, ['done']]);

    const again = new AbortController();
    again.abort(new Error('at once'));
    await expect(rescore({ ...order, db, isAll: true, signal: again.signal })).rejects.toThrow('at once');
    const moved = combineScorers({ ...standInSet, risk: { ...standInSet.risk, version: '9' } });
    expect((await rescore({ ...order, db, scorers: moved })).conversations).toBe(20);
    expect((await findJobRuns(db, { kind: 'rescore' })).map(({ state, reason }) => [state, reason])).toEqual([
      ['done', null],
      ['failed', 'stopped, and another run took its place'],
      ['done', null],
    ]);
  });
});
