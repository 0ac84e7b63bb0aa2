// A grouping anew in a thread of its own, over a connection of its own.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Regrouped, RegroupStep } from '#db/model/issue-desk.ts';
import type { OnRegroup } from './regroup.ts';

export type RegroupStart = { readonly location: string; readonly now: Instant; readonly isPreview: boolean };
export type RegroupReply =
  | { readonly step: RegroupStep; readonly done: number; readonly total: number }
  | { readonly result: Regrouped }
  | { readonly error: string };

/** Rejects with `unavailable` where the thread fails or is stopped; what it had begun to write is taken back then. */
export async function regroupInThread(start: RegroupStart, onProgress: OnRegroup, signal: AbortSignal): Promise<Regrouped> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./regroup-start.js', import.meta.url), { workerData: start, execArgv: [] });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Regrouped>((resolve, reject) => {
      worker.on('message', (reply: RegroupReply) => {
        if ('step' in reply) onProgress(reply.step, reply.done, reply.total);
        else if ('result' in reply) resolve(reply.result);
        else reject(new AppError('unavailable', reply.error));
      });
      worker.on('error', (cause) => reject(new AppError('unavailable', 'the thread of the grouping failed', cause)));
      worker.on('exit', () => reject(new AppError('unavailable', 'the grouping was stopped')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
