// Learning beside the server: one job at a time in a thread of its own, given up where it takes too long.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import { type LearnAnswer, type Learned, type LearnJob, learn } from './learn.ts';

/** `conflict` while another job runs, `unavailable` where it took longer than a minute and a half. */
export type Learning = (job: LearnJob) => Promise<Learned>;

const deadlineMs = 90_000;

/** `inProcess` works in the calling thread (tests). */
export function openLearning({ inProcess = false }: { readonly inProcess?: boolean } = {}): Learning {
  let isBusy = false;
  return async (job) => {
    if (isBusy) throw new AppError('conflict', 'a taxonomy is being learned already; wait for the end');
    isBusy = true;
    try {
      return inProcess ? await learn(job) : await learnInThread(job);
    } finally {
      isBusy = false;
    }
  };
}

async function learnInThread(job: LearnJob): Promise<Learned> {
  const worker = new Worker(new URL('./worker-start.js', import.meta.url), { execArgv: [] });
  // A thread that still learns keeps no process alive that is told to stop.
  worker.unref();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new AppError('unavailable', 'learning took too long and was given up')), deadlineMs);
      worker.on('message', (answer: LearnAnswer) => {
        if ('learned' in answer) resolve(answer.learned);
        else reject(new AppError('internal', `learning failed: ${answer.failure}`));
      });
      worker.on('error', (error) => reject(new AppError('unavailable', 'learning stopped: its thread failed', error)));
      worker.on('exit', () => reject(new AppError('unavailable', 'learning stopped: its thread ended')));
      worker.postMessage(job);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
