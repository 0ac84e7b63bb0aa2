// A thread that does one kind of job after the other, and is started anew where it failed.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { Failure } from './failure.ts';

export type CrewMessage<Job> = { readonly id: number; readonly job: Job };
export type CrewReply<Done> = { readonly id: number } & ({ readonly done: Done } | { readonly failure: Failure });

export type Crew<Job, Done> = { run(job: Job): Promise<Done>; close(): Promise<void> };

export type CrewPlan = {
  /** What it is called in errors, such as `modeller`. */
  readonly name: string;
  /** The script that its thread begins with. */
  readonly start: URL;
  /** A job that takes this long is given up, thread and all. */
  readonly deadlineMs: number;
  readonly workerData?: unknown;
};

type Pending<Done> = { readonly resolve: (done: Done) => void; readonly reject: (error: AppError) => void; readonly timer: NodeJS.Timeout };

/** Opens a crew. Its thread starts with the first job; jobs are refused with `unavailable` where it fails, is closed or takes too long. */
export function openCrew<Job, Done>({ name, start, deadlineMs, workerData }: CrewPlan): Crew<Job, Done> {
  const pending = new Map<number, Pending<Done>>();
  let nextId = 1;
  let worker: Worker | null = null;
  const settle = (id: number): Pending<Done> | undefined => {
    const found = pending.get(id);
    clearTimeout(found?.timer);
    pending.delete(id);
    return found;
  };
  const give = (reason: string) => {
    const given = worker;
    worker = null;
    for (const id of [...pending.keys()]) settle(id)?.reject(new AppError('unavailable', `the ${name} ${reason}`));
    return given?.terminate();
  };
  const begin = (): Worker => {
    const begun = new Worker(start, { execArgv: [], workerData });
    // An idle thread keeps no process alive.
    begun.unref();
    begun.on('message', (message: CrewReply<Done>) => {
      const waiting = settle(message.id);
      if ('done' in message) waiting?.resolve(message.done);
      else waiting?.reject(new AppError(message.failure.code, `the ${name} failed: ${message.failure.message}`));
    });
    // Only of the thread at work: one that was given up may still fail, or end, while its successor works.
    const end = (reason: string) => (worker === begun ? void give(reason) : undefined);
    begun.on('error', () => end('stopped: its thread failed'));
    begun.on('exit', () => end('stopped: its thread ended'));
    return begun;
  };
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        worker ??= begin();
        const id = nextId;
        nextId += 1;
        const timer = setTimeout(() => void give('took too long and was given up'), deadlineMs);
        pending.set(id, { resolve, reject, timer });
        worker.postMessage({ id, job } satisfies CrewMessage<Job>);
      }),
    close: async () => {
      await give('is closed');
    },
  };
}
