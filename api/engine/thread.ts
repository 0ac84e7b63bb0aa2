// The worker thread as seen from outside: requests go in, promises come back.
import { Worker } from 'node:worker_threads';
import { AppError } from '#db/model/errors.ts';
import type { Ready, Reply, Request, Result, Said, Wanted, WorkerStart } from './protocol.ts';
import type { SayOfFile } from './saved/shelf.ts';

/** Requests that may be under way at once; more wait for a slot in vain and are refused. */
const slotCount = 4096;

export type Call = { readonly result: Promise<Result>; stop(): void };

export type Thread = {
  call(wanted: Wanted): Call;
  close(): Promise<void>;
};

type Pending = { readonly slot: number; readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void };

/** The store, the file that keeps its columns from one start to the next (null: none), and who takes news of that file. */
export type ThreadStart = { readonly location: string; readonly keepFile: string | null; readonly say: SayOfFile };

/** Starts the thread and waits until its columns are loaded. */
export async function openThread({ location, keepFile, say }: ThreadStart): Promise<Thread> {
  const stops = new Int32Array(new SharedArrayBuffer(slotCount * Int32Array.BYTES_PER_ELEMENT));
  const start: WorkerStart = { location, keepFile, stops };
  // No arguments of the parent: `--import tsx` does nothing in a thread, and test runners pass flags that a thread refuses.
  const worker = new Worker(new URL('./worker-start.js', import.meta.url), { workerData: start, execArgv: [] });
  const pending = new Map<number, Pending>();
  const free = Array.from({ length: slotCount }, (_, slot) => slot);
  let nextId = 1;
  let failure: AppError | null = null;

  const failAll = (error: AppError) => {
    failure ??= error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  const call = (wanted: Wanted): Call => {
    if (failure !== null) return { result: Promise.reject(failure), stop: () => undefined };
    const slot = free.pop();
    if (slot === undefined)
      return { result: Promise.reject(new AppError('unavailable', 'too many questions at once')), stop: () => undefined };
    Atomics.store(stops, slot, 0);
    const id = nextId;
    nextId += 1;
    const result = new Promise<Result>((resolve, reject) => {
      pending.set(id, { slot, resolve, reject });
      worker.postMessage({ ...wanted, id, slot } satisfies Request);
    });
    // Only a request that is still under way owns its slot.
    return { result, stop: () => void (pending.has(id) && Atomics.store(stops, slot, 1)) };
  };

  const takeReply = (reply: Reply) => {
    const waiting = pending.get(reply.id);
    if (waiting === undefined) return;
    pending.delete(reply.id);
    free.push(waiting.slot);
    if ('error' in reply) waiting.reject(new AppError(reply.error.code, reply.error.message));
    else waiting.resolve(reply.result);
  };

  await new Promise<void>((resolve, reject) => {
    worker.on('error', (cause) => {
      const error = new AppError('unavailable', 'the engine stopped: its worker thread failed', cause);
      failAll(error);
      reject(error);
    });
    worker.on('exit', () => {
      const error = new AppError('unavailable', 'the engine is closed');
      failAll(error);
      reject(error);
    });
    worker.on('message', (message: Ready | Reply | Said) => {
      if ('said' in message) say(message.said, message.isFailure);
      else if (!('ready' in message)) takeReply(message);
      else if (message.ready) resolve();
      else {
        const error = new AppError(message.error.code, message.error.message);
        failAll(error);
        worker.terminate().then(() => reject(error), reject);
      }
    });
  });

  return {
    call,
    async close() {
      if (failure !== null) return;
      await call({ want: 'close' }).result.catch(() => undefined);
      failure = new AppError('unavailable', 'the engine is closed');
      await worker.terminate();
    },
  };
}
