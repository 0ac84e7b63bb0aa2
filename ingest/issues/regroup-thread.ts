// A grouping anew in a thread of its own, over a connection of its own.
import type { Instant } from '#db/model/instant.ts';
import type { Regrouped, RegroupStep } from '#db/model/issue-desk.ts';
import { runInThread } from '../thread/run-in-thread.ts';
import type { OnRegroup } from './regroup.ts';

export type RegroupStart = { readonly location: string; readonly now: Instant; readonly isPreview: boolean };
export type RegroupProgress = { readonly step: RegroupStep; readonly done: number; readonly total: number };

/** Where the thread fails or is stopped, what it had begun to write is taken back. */
export function regroupInThread(order: RegroupStart, onProgress: OnRegroup, signal: AbortSignal): Promise<Regrouped> {
  return runInThread<Regrouped, RegroupProgress>({
    name: 'the grouping',
    module: new URL('./regroup-worker.ts', import.meta.url),
    order,
    onProgress: ({ step, done, total }) => onProgress(step, done, total),
    signal,
  });
}
