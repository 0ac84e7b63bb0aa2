// Grouping anew in the background: in a thread over the same store, one at a time, with its progress, its end and its failure.
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findIssues } from '#db/store/issues.ts';
import { saveSource } from '#db/store/sources.ts';
import { regroupInThread } from '#ingest/issues/regroup-thread.ts';
import { openRegroupings } from '#ingest/issues/regrouping.ts';
import { incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { sqliteKind } from '#test/support/stores.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);

const result = { conversations: 1, issues: 1, moved: 0, born: [], splits: [], merges: [], faded: [], labels: {} };

describe('a grouping anew', () => {
  it('runs in a thread of its own over the same store, and can be stopped', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const bodies = ['watch does not sync', 'the watch will not sync', 'no sync of my watch', 'watch sync is broken', 'watch never syncs'];
    const conversations = bodies.map((body, at) =>
      incoming(`c${at}`, { customerKey: `c1_${at}`, messages: [incomingMessage('m', { body: `${body} with the phone` })] }),
    );
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
    const steps = new Set<string>();
    const start = { location: db.location, now: monday, isPreview: false };
    const done = await regroupInThread(start, (step) => steps.add(step), new AbortController().signal);
    expect(done).toMatchObject({ conversations: 5, issues: 1, born: ['issue-1'], moved: 5 });
    expect([...steps]).toEqual(['reading', 'grouping', 'writing']);
    expect((await findIssues(db)).map(({ id, bornAt }) => [id, bornAt])).toEqual([['issue-1', monday]]);
    const stopping = new AbortController();
    const stopped = regroupInThread(start, () => stopping.abort(), stopping.signal);
    await expect(stopped).rejects.toThrow('the grouping was stopped');
  });

  it('is one at a time, tells how far it is, and how it ended', async () => {
    const ends: { resolve: () => void; reject: (error: unknown) => void }[] = [];
    const failures: string[] = [];
    const runs = openRegroupings(
      ({ isPreview }, onProgress) => {
        onProgress('reading', 3, 9);
        return new Promise((resolve, reject) => {
          ends.push({ resolve: () => resolve({ ...result, moved: isPreview ? 1 : 2 }), reject });
        });
      },
      () => monday,
      (reason) => failures.push(reason),
    );
    expect(runs.state()).toBeNull();
    runs.begin({ isPreview: true });
    expect(() => runs.begin({ isPreview: false })).toThrow('being grouped already');
    expect(runs.state()).toMatchObject({ isPreview: true, step: 'reading', done: 3, total: 9, finishedAt: null, result: null });
    ends[0]?.resolve();
    await runs.settled();
    expect(runs.state()).toMatchObject({ isPreview: true, finishedAt: monday, result: { moved: 1 }, reason: null });
    runs.begin({ isPreview: false });
    ends[1]?.reject(new AppError('unavailable', 'the store is busy'));
    await runs.settled();
    expect(runs.state()).toMatchObject({ isPreview: false, finishedAt: monday, result: null, reason: 'the store is busy' });
    expect(failures).toEqual(['the store is busy']);
  });
});
