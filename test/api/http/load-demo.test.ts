// Loading the demo: once, into an empty store only, and anew where a start was cut off half-way.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDemoIfEmpty } from '#api/http/load-demo.ts';
import { findJobRuns, openJobRun } from '#db/store/job-runs.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';
import { saveSamples } from '#test/support/sample-conversations.ts';

let house: TestApp;
beforeEach(async () => {
  house = await openTestApp();
});
afterEach(() => house.close());

async function load(fails = false): Promise<{ hasSeeded: boolean; lines: string[]; said: string[] }> {
  const lines: string[] = [];
  const said: string[] = [];
  const hasSeeded = await loadDemoIfEmpty({
    db: house.db,
    clock: house.deps.clock,
    seed: async (onProgress) => {
      if (fails) throw new Error('out of paper');
      await saveSamples(house.db, 0, 'demo');
      for (let done = 0; done <= 200; done += 1) onProgress(done, 200);
      return { conversations: 200, refused: 3 };
    },
    say: (words) => said.push(words),
    stderr: (text) => lines.push(text),
    isTerminal: false,
  });
  return { hasSeeded, lines, said };
}

describe('the demo company', () => {
  it('is loaded into an empty store, with progress, and once', async () => {
    const { hasSeeded, lines, said } = await load();
    expect([hasSeeded, lines.length, lines[3], said.at(-1)]).toEqual([
      true,
      11,
      'loading the demo company: 30 % of 200 conversations\n',
      'Huiyin is loading the demo company: 100 %. This happens once and takes a minute or two.',
    ]);
    expect((await load()).hasSeeded).toBe(false);
    expect(await findJobRuns(house.db)).toMatchObject([{ kind: 'seed', state: 'done', fetched: 200, inserted: 197, rejected: 3 }]);
  });

  it('is not loaded where anything real is in the store', async () => {
    await saveSamples(house.db, 0);
    expect((await load()).hasSeeded).toBe(false);
    await saveSamples(house.db, 0, 'demo');
    await openJobRun(house.db, { kind: 'seed', sourceId: null, now: 0 });
    expect((await load()).hasSeeded).toBe(false);
    expect((await findSources(house.db)).map((source) => source.id)).toEqual(['demo', 'mail']);
  });

  it('is loaded anew where its loading was cut off', async () => {
    await saveSource(house.db, { id: 'half', label: 'Half', kind: 'demo' });
    await openJobRun(house.db, { kind: 'seed', sourceId: null, now: 0 });
    expect((await load()).hasSeeded).toBe(true);
    expect((await findSources(house.db)).map((source) => source.id)).toEqual(['demo']);
  });

  it('that could not be loaded is tried again at the next start', async () => {
    await expect(load(true)).rejects.toThrow('out of paper');
    expect(await findJobRuns(house.db)).toMatchObject([{ state: 'failed', reason: 'the demo company could not be loaded' }]);
    expect((await load()).hasSeeded).toBe(true);
  });

  it('that was put there by hand stays as it is', async () => {
    await saveSamples(house.db, 0, 'demo');
    expect((await load()).hasSeeded).toBe(false);
  });
});
