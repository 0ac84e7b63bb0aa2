// A thread for tests: it counts what it was asked since it began, waits, fails and falls over as it is told.
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#db/model/errors.ts';
import { serveThread } from '#ingest/thread/serve-thread.ts';

export type Told = 'count' | 'wait and count' | 'refuse' | 'choke' | 'fall over';

serveThread<{ from: number }, Told, number>(async ({ from }) => {
  if (from < 0) throw new AppError('invalid', 'cannot count from there');
  let count = from;
  return async (told) => {
    count += 1;
    const own = count;
    if (told === 'refuse') throw new AppError('conflict', 'not now');
    if (told === 'choke') throw new Error('a text that nobody may read');
    if (told === 'fall over') process.exit(3);
    if (told === 'wait and count') await sleep(50);
    return own;
  };
});
