// One piece of work in a thread of its own, so that nobody who asks the server anything waits for it.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { ThreadMessage } from './answer-in-thread.ts';

export type ThreadWork<Progress> = {
  /** What it is called in errors, such as `teaching`. */
  readonly name: string;
  /** The module that does it, by `answerInThread`. */
  readonly module: URL;
  readonly order: unknown;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the thread, whatever it is at. */
  readonly signal?: AbortSignal;
  /** Given up after so long. */
  readonly deadlineMs?: number;
};

/** Rejects with `internal` where the work fails, with `unavailable` where its thread does, ends early or takes too long; where it is stopped, with the reason of that. */
export async function runInThread<Done, Progress = never>(work: ThreadWork<Progress>): Promise<Done> {
  const { name, module, order, onProgress, signal, deadlineMs } = work;
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./start.js', import.meta.url), { workerData: { module: module.href, order }, execArgv: [] });
  // A thread that still works keeps no process alive that is told to stop.
  worker.unref();
  const settling = new AbortController();
  try {
    return await new Promise<Done>((resolve, reject) => {
      const unavailable = (what: string, cause?: unknown) => reject(new AppError('unavailable', `${name} ${what}`, cause));
      const stop = () => (signal?.reason instanceof AppError ? reject(signal.reason) : unavailable('was stopped', signal?.reason));
      signal?.addEventListener('abort', stop, { signal: settling.signal });
      if (deadlineMs !== undefined) {
        const timer = setTimeout(() => unavailable('took too long and was given up'), deadlineMs);
        settling.signal.addEventListener('abort', () => clearTimeout(timer));
      }
      worker.on('message', (message: ThreadMessage<Done, Progress>) => {
        if ('progress' in message) onProgress?.(message.progress);
        else if ('done' in message) resolve(message.done);
        else reject(new AppError('internal', `${name} failed: ${message.failure}`));
      });
      worker.on('error', (cause) => unavailable('stopped: its thread failed', cause));
      worker.on('exit', () => unavailable('stopped before its end'));
    });
  } finally {
    settling.abort();
    await worker.terminate();
  }
}
