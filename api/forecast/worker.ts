// The modeller's thread: fits and back-tests, so that neither the server's own thread nor the engine's waits for them.
import { parentPort } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { DoneMessage, JobMessage } from './protocol.ts';
import { work } from './work.ts';

const port = parentPort;
if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');

port.on('message', ({ id, job }: JobMessage) => {
  try {
    port.postMessage({ id, done: work(job) } satisfies DoneMessage);
  } catch (error) {
    port.postMessage({ id, failure: error instanceof Error ? error.message : 'the model failed' } satisfies DoneMessage);
  }
});
