// A process that is killed while it scores a store anew: the next run ends what it began.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openDb } from '#db/open.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { findRescoring } from '#db/store/rescore.ts';
import { findScorerTally } from '#db/store/source-tally.ts';
import { rescore } from '#ingest/rescore.ts';
import { monday } from '#test/support/incoming.ts';
import { fillToRescore, scoresOf } from '#test/support/rescoring.ts';
import { laterScorers } from '#test/support/rescoring-process.ts';
import { root } from '#test/support/source-files.ts';
import { describeStores } from '#test/support/stores.ts';

const order = { clock: () => monday, scorers: laterScorers };

/** Runs the process until it has said so many batches, then kills it; gives what it had said last. */
async function runAndKill(location: string, args: readonly string[], killAfter: number): Promise<number> {
  const script = path.join(root, 'test/support/rescoring-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, location, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    if (said.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  await new Promise<void>((resolve) => child.on('close', () => resolve()));
  return Number(said.trim().split('\n').at(-1));
}

await describeStores('a killed process', ({ emptyPlace, name }) => {
  const ways = name === 'sqlite' ? [false, true] : [true];
  it.each(ways)(
    'leaves a run that the next one ends: every message scored once, none lost (all: %s)',
    { timeout: 60_000 },
    async (isAll) => {
      const n = 400;
      const { location } = await emptyPlace();
      const db = await openDb(location, { migrate: true });
      await fillToRescore(db, n, 'scored');
      const before = await scoresOf(db);
      const told = await runAndKill(location, isAll ? ['all'] : [], 4);
      const place = await findRescoring(db);
      const done = (await scoresOf(db)).filter(({ scorer }) => scorer === laterScorers.version).length;
      // The control: it was killed in the middle, and what it had said was stored.
      expect([place?.total, told > 0, (place?.conversations ?? 0) >= told, (place?.conversations ?? n) < n]).toEqual([n, true, true, true]);
      expect(done).toBe(2 * (place?.conversations ?? 0));
      const { conversations, messages, resumedAt } = await rescore({ ...order, db, isAll });
      expect([conversations, messages, resumedAt]).toEqual([n, 2 * n, place?.conversations]);
      expect(await scoresOf(db)).toEqual(before.map((row) => ({ ...row, scorer: laterScorers.version })));
      const runs = await findJobRuns(db, { kind: 'rescore' });
      expect(runs.map(({ state, fetched }) => [state, fetched])).toEqual([['done', n]]);
      expect([await findRescoring(db), await findScorerTally(db)]).toEqual([null, [{ scorer: laterScorers.version, conversations: n }]]);
      await db.close();
    },
  );
});
