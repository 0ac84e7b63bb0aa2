// The schedule: sources are read when they are due, and one that does not come to an end keeps no other waiting.
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { minute } from '#db/model/instant.ts';
import { openDb } from '#db/open.ts';
import { noRunCounts } from '#db/store/job-runs.ts';
import { addConnection, changeConnection } from '#db/store/source-connections.ts';
import { saveSource } from '#db/store/sources.ts';
import { openSchedule } from '#ingest/schedule.ts';
import type { SourceRunner } from '#ingest/source-runner.ts';
import { placeFreshStore } from '#test/support/fresh-store.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { virtualStart } from '#test/support/virtual-http.ts';

/** A store with sources that are due after so many minutes, and a runner that writes down whom it was asked for. */
async function openPlan(due: Readonly<Record<string, number | null>>, run: (id: string, signal: AbortSignal) => Promise<void>) {
  const folder = temporaryFolder();
  await placeFreshStore(`${folder}/huiyin.db`);
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  for (const [id, minutes] of Object.entries(due)) {
    await saveSource(db, { id, label: id, kind: 'zendesk' });
    const nextRunAt = minutes === null ? null : virtualStart + minutes * minute;
    const times = { intervalMs: 10 * minute, readFrom: virtualStart, addedAt: virtualStart, nextRunAt };
    await addConnection(db, { sourceId: id, connector: 'zendesk', settings: {}, secrets: null, ...times });
  }
  const asked: string[] = [];
  const failures: string[] = [];
  let now = virtualStart;
  const runner: SourceRunner = {
    run: async (id, { signal }) => {
      asked.push(id);
      await run(id, signal);
      await changeConnection(db, id, { nextRunAt: now + 10 * minute });
      return { ...noRunCounts, pages: 0, gaps: 0 };
    },
    probe: () => Promise.reject(new Error('not asked')),
    running: () => new Map(),
    accessTo: () => {
      throw new Error('the schedule reads sources and nothing else');
    },
    budgetOf: () => null,
    close: () => Promise.resolve(),
  };
  const onFailure = (id: string, reason: string) => failures.push(`${id}: ${reason}`);
  const schedule = openSchedule({ db, runner, clock: () => now, onFailure }, null);
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const tick = async (minutes: number) => {
    now += minutes * minute;
    await schedule.tick();
    await settle();
  };
  return { db, schedule, asked, failures, tick };
}

const never = (signal: AbortSignal) =>
  new Promise<void>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('the schedule', () => {
  it('reads what is due, longest overdue first, and nothing before its time', async () => {
    const plan = await openPlan({ a: 0, b: -5, later: 7, unplanned: null }, async () => undefined);
    await plan.tick(0);
    expect(plan.asked).toEqual(['b', 'a']);
    await plan.tick(7);
    expect(plan.asked).toEqual(['b', 'a', 'later']);
    await plan.schedule.stop();
    await plan.db.close();
  });

  it('lets no source wait for one that never comes to an end', async () => {
    const plan = await openPlan({ sick: -9, a: 0, b: 0, c: 0 }, (id, signal) => (id === 'sick' ? never(signal) : Promise.resolve()));
    for (let n = 0; n < 5; n += 1) await plan.tick(10);
    const count = (id: string) => plan.asked.filter((one) => one === id).length;
    expect(['sick', 'a', 'b', 'c'].map(count)).toEqual([1, 5, 5, 5]);
    await plan.schedule.stop();
    expect(plan.failures).toEqual([]);
    await plan.db.close();
  });

  it('tells of a failure with its source, and reads the others', async () => {
    const plan = await openPlan({ sick: 0, a: 0 }, (id) =>
      id === 'sick' ? Promise.reject(new AppError('unavailable', 'the page is broken')) : Promise.resolve(),
    );
    await plan.tick(0);
    expect([plan.asked, plan.failures]).toEqual([['a', 'sick'], ['sick: the page is broken']]);
    await plan.schedule.stop();
    await plan.db.close();
  });

  it('leaves a paused source alone', async () => {
    const plan = await openPlan({ a: 0 }, async () => undefined);
    await changeConnection(plan.db, 'a', { isPaused: true });
    await plan.tick(60);
    expect(plan.asked).toEqual([]);
    await plan.schedule.stop();
    await plan.db.close();
  });
});
