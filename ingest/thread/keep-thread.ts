// A thread that is kept: it opens something once, then answers whatever it is asked, several questions at a time.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { Question, Reply } from './serve-thread.ts';

export type KeptThread<Asked, Told> = {
  /** Rejects with the error of the work, and with `unavailable` where the thread fails; the next question begins it anew. */
  readonly ask: (asked: Asked) => Promise<Told>;
  /** Goes on answering whoever still asks, but ends the thread when nobody did for a while. */
  readonly retire: () => void;
  /** Ends the thread after what is under way. */
  readonly close: () => Promise<void>;
};

export type ThreadToKeep = {
  /** What it is called in errors, such as `reading`. */
  readonly name: string;
  /** The module that answers, by `serveThread`. */
  readonly module: URL;
  /** What it is opened with. */
  readonly order: unknown;
  /** How long a retired thread waits for another question. */
  readonly retiresAfterMs?: number;
};

const usualPatienceMs = 60_000;

type Waiting<Told> = { readonly resolve: (told: Told) => void; readonly reject: (error: unknown) => void };
type Running<Told> = { readonly worker: Worker; readonly waiting: Map<number, Waiting<Told>> };

/** Begins with the first question. A thread that is at rest keeps no process alive. */
export function keepThread<Asked, Told>({ name, module, order, retiresAfterMs = usualPatienceMs }: ThreadToKeep): KeptThread<Asked, Told> {
  let running: Running<Told> | null = null;
  let state: 'kept' | 'retired' | 'closed' = 'kept';
  let next = 1;
  let leaving: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    const last = running;
    running = null;
    await last?.worker.terminate();
  };
  const rest = (): void => {
    running?.worker.unref();
    if (state === 'retired') leaving = setTimeout(() => void end(), retiresAfterMs).unref();
  };

  const begin = (): Running<Told> => {
    const worker = new Worker(new URL('./start.js', import.meta.url), { workerData: { module: module.href, order }, execArgv: [] });
    const begun: Running<Told> = { worker, waiting: new Map() };
    const fail = (cause?: unknown) => {
      if (running === begun) running = null;
      const error = new AppError('unavailable', `${name} stopped: its thread failed`, cause);
      for (const { reject } of begun.waiting.values()) reject(error);
      begun.waiting.clear();
    };
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', () => fail());
    worker.on('message', ({ id, ...reply }: Reply<Told>) => {
      const one = begun.waiting.get(id);
      begun.waiting.delete(id);
      if (begun.waiting.size === 0) rest();
      if ('told' in reply) one?.resolve(reply.told);
      else one?.reject(new AppError(reply.code, reply.message));
    });
    return begun;
  };

  const ask = async (asked: Asked): Promise<Told> => {
    clearTimeout(leaving);
    running ??= begin();
    const { worker, waiting } = running;
    const id = next;
    next += 1;
    return await new Promise<Told>((resolve, reject) => {
      worker.postMessage({ id, asked } satisfies Question<Asked>);
      worker.ref();
      waiting.set(id, { resolve, reject });
    });
  };

  const underWay = new Set<Promise<unknown>>();
  return {
    ask: async (asked) => {
      if (state === 'closed') throw new AppError('unavailable', `${name} was stopped`);
      const answer = ask(asked);
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    retire: () => {
      if (state !== 'kept') return;
      state = 'retired';
      if (underWay.size === 0) rest();
    },
    close: async () => {
      state = 'closed';
      clearTimeout(leaving);
      await Promise.allSettled(underWay);
      await end();
    },
  };
}
