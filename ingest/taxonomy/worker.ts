// The thread that learns a taxonomy: seconds of work that the server's own thread must not wait for.
import { parentPort } from 'node:worker_threads';
import { AppError, failureReason } from '#db/model/errors.ts';
import { type LearnAnswer, type LearnJob, learn } from './learn.ts';

const port = parentPort;
if (port === null) throw new AppError('internal', 'this file runs in a worker thread only');

port.once('message', async (job: LearnJob) => {
  try {
    port.postMessage({ learned: await learn(job) } satisfies LearnAnswer);
  } catch (error) {
    port.postMessage({ failure: failureReason(error) } satisfies LearnAnswer);
  }
});
