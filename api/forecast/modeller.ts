// The modeller: finds peaks and makes forecasts in a thread of its own, and remembers what it made.
import { Worker } from 'node:worker_threads';
import { openKept } from '#api/engine/kept.ts';
import { AppError } from '#db/model/errors.ts';
import type { CountSeries } from './count-series.ts';
import type { Found } from './find-peaks.ts';
import type { PlannedEvent } from './planned-lifts.ts';
import type { Done, DoneMessage, Forecast, Job, JobMessage } from './protocol.ts';
import { work } from './work.ts';

export type Modeller = {
  /** `key` says all that the series depends on: the change number of the store, the instant, zone and filters. */
  peaks(key: string, series: CountSeries): Promise<Found>;
  forecast(key: string, series: CountSeries, planned: readonly PlannedEvent[]): Promise<Forecast>;
  close(): Promise<void>;
};

/** Answers that are kept; a forecast of two weeks by the hour with its history takes a few hundred kilobytes at most. */
const mostKept = 60;
/** A job that takes this long is given up, thread and all. */
const deadlineMs = 60_000;

type Crew = { run(job: Job): Promise<Done>; close(): Promise<void> };

/** Opens the modeller. Its thread starts with the first job. `inProcess` works in the calling thread (tests, command line). */
export function openModeller({ inProcess = false }: { readonly inProcess?: boolean } = {}): Modeller {
  const crew = inProcess ? here() : openCrew();
  const kept = openKept<Promise<Done>>(mostKept);
  const once = (key: string, job: Job): Promise<Done> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = crew.run(job);
    kept.set(key, made);
    // What failed is tried again.
    made.catch(() => kept.delete(key));
    return made;
  };
  return {
    peaks: async (key, series) => {
      const done = await once(`peaks ${key}`, { want: 'peaks', series });
      if ('found' in done) return done.found;
      throw mismatch();
    },
    forecast: async (key, series, planned) => {
      const done = await once(`forecast ${key}`, { want: 'forecast', series, planned });
      if ('forecast' in done) return done;
      throw mismatch();
    },
    close: () => crew.close(),
  };
}

function mismatch(): AppError {
  return new AppError('internal', 'the modeller answered something else than it was asked');
}

function here(): Crew {
  return { run: async (job) => work(job), close: async () => undefined };
}

type Pending = { readonly resolve: (done: Done) => void; readonly reject: (error: AppError) => void; readonly timer: NodeJS.Timeout };

function openCrew(): Crew {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let worker: Worker | null = null;
  const settle = (id: number): Pending | undefined => {
    const found = pending.get(id);
    clearTimeout(found?.timer);
    pending.delete(id);
    return found;
  };
  const give = (reason: string) => {
    const given = worker;
    worker = null;
    for (const id of [...pending.keys()]) settle(id)?.reject(new AppError('unavailable', reason));
    return given?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker-start.js', import.meta.url), { execArgv: [] });
    // An idle thread keeps no process alive.
    started.unref();
    started.on('message', (message: DoneMessage) => {
      const waiting = settle(message.id);
      if ('done' in message) waiting?.resolve(message.done);
      else waiting?.reject(new AppError('internal', `the model failed: ${message.failure}`));
    });
    started.on('error', () => void give('the modeller stopped: its thread failed'));
    return started;
  };
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = nextId;
        nextId += 1;
        const timer = setTimeout(() => void give('the model took longer than a minute'), deadlineMs);
        pending.set(id, { resolve, reject, timer });
        worker.postMessage({ id, job } satisfies JobMessage);
      }),
    close: async () => {
      await give('the modeller is closed');
    },
  };
}
