// A process that scores a store anew and says so after each batch, until it is killed. For tests of taking a run up again.
import { writeSync } from 'node:fs';
import { openDb } from '#db/open.ts';
import { rescore } from '#ingest/rescore.ts';
import { combineScorers } from '#ingest/scores/index.ts';
import { monday } from './incoming.ts';
import { standInSet } from './stand-in-scorers.ts';

/** The scorers of this process: one version later than those that the conversations came in by. */
export const laterScorers = combineScorers({ ...standInSet, harm: { ...standInSet.harm, version: '2' } });

const [location, all] = process.argv.slice(2);
if (location !== undefined && process.argv[1]?.endsWith('rescoring-process.ts')) {
  const db = await openDb(location);
  await rescore({
    db,
    scorers: laterScorers,
    clock: () => monday,
    isAll: all === 'all',
    batchSize: 5,
    // Written at once: what stands here was stored.
    onProgress: ({ conversations }) => writeSync(1, `${conversations}\n`),
  });
  await db.close();
}
