// The teacher: teaches in a thread of its own, so that nobody who asks the server anything waits for it.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { Taught, TeachOrder, TeachProgress, TooFew } from './teach.ts';
import type { TeachMessage } from './teacher-protocol.ts';

export type TeachRun = { readonly order: TeachOrder; readonly onProgress: (progress: TeachProgress) => void; readonly signal: AbortSignal };
export type Teacher = (run: TeachRun) => Promise<Taught | TooFew>;

/** One thread a run; stopping the run ends the thread, whatever it is at. */
export const teachInThread: Teacher = ({ order, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./worker-start.js', import.meta.url), { execArgv: [], workerData: order });
    worker.unref();
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      void worker.terminate();
      settle();
    };
    const stop = () => end(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    worker.on('message', (message: TeachMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('done' in message) end(() => resolve(message.done));
      else end(() => reject(new AppError('internal', `teaching failed: ${message.failure}`)));
    });
    worker.on('error', (error) => end(() => reject(new AppError('internal', 'teaching stopped: its thread failed', error))));
    worker.on('exit', () => end(() => reject(new AppError('unavailable', 'teaching stopped before its end'))));
  });
