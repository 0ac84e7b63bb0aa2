// The thread of a grouping anew: comparing thousands of messages with each other must never hold the server's own thread.
import { openDb } from '#db/open.ts';
import { answerInThread } from '../thread/answer-in-thread.ts';
import { openShippedSpace } from './message-space.ts';
import { regroup } from './regroup.ts';
import type { RegroupProgress, RegroupStart } from './regroup-thread.ts';

await answerInThread(async ({ location, now, isPreview }: RegroupStart, tell: (progress: RegroupProgress) => void) => {
  const db = await openDb(location, { migrate: false });
  try {
    const parts = { db, space: openShippedSpace(), clock: () => now };
    return await regroup(parts, (step, done, total) => tell({ step, done, total }), { isPreview });
  } finally {
    await db.close();
  }
});
