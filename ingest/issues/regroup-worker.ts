// The thread of a grouping anew: comparing thousands of messages with each other must never hold the server's own thread.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import { openDb } from '#db/open.ts';
import { openShippedSpace } from './message-space.ts';
import { regroup } from './regroup.ts';
import type { RegroupReply, RegroupStart } from './regroup-thread.ts';

const { location, now, isPreview }: RegroupStart = workerData;

async function work(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');
  const send = (reply: RegroupReply) => port.postMessage(reply);
  const db = await openDb(location, { migrate: false });
  try {
    const parts = { db, space: openShippedSpace(), clock: () => now };
    const result = await regroup(parts, (step, done, total) => send({ step, done, total }), { isPreview });
    send({ result });
  } catch (error) {
    send({ error: error instanceof AppError ? error.message : 'the grouping failed' });
  } finally {
    await db.close();
  }
}

await work();
