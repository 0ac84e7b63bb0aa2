// Questions asked at the same time by several people, computed once; and recent answers, as long as nothing has changed.
import type { AppError } from '#db/model/errors.ts';
import { openKept } from './kept.ts';
import { pastDeadline, stopped } from './stopped.ts';

/** A computation under way, and the way to give it up. */
export type Computation<Result> = { readonly result: Promise<Result>; stop(): void };

type Shared<Result> = { readonly computation: Computation<Result>; readonly settled: Promise<Result>; callers: number };

/** Answers kept; beyond this the least recently used one goes. */
const mostKept = 256;

export type SharedQuestions<Result> = {
  /** The answer under this key: kept, under way already, or computed now. Each caller may leave; the last one to leave stops it. */
  get(key: string, compute: () => Computation<Result>, signal: AbortSignal | undefined): Promise<Result>;
  /** Forgets what is kept, and lets nobody join what was begun before: the facts have changed. */
  forget(): void;
};

export function openSharedQuestions<Result>(deadlineMs: number): SharedQuestions<Result> {
  const kept = openKept<Result>(mostKept);
  const underWay = new Map<string, Shared<Result>>();
  let generation = 0;

  const begin = (key: string, compute: () => Computation<Result>): Shared<Result> => {
    const begun = generation;
    const computation = compute();
    const settled = withDeadline(computation, deadlineMs).then((result) => {
      if (begun === generation) kept.set(key, result);
      return result;
    });
    const shared = { computation, settled, callers: 0 };
    underWay.set(key, shared);
    const leave = () => {
      if (underWay.get(key) === shared) underWay.delete(key);
    };
    settled.then(leave, leave);
    return shared;
  };

  return {
    async get(key, compute, signal) {
      if (signal?.aborted) throw stopped();
      const known = kept.get(key);
      if (known !== undefined) return known;
      const shared = underWay.get(key) ?? begin(key, compute);
      shared.callers += 1;
      return await orAborted(shared.settled, signal, () => {
        shared.callers -= 1;
        if (shared.callers > 0) return;
        // Nobody is waiting for it any more, and nobody may join what is being stopped.
        if (underWay.get(key) === shared) underWay.delete(key);
        shared.computation.stop();
      });
    },
    forget() {
      generation += 1;
      kept.clear();
      underWay.clear();
    },
  };
}

function withDeadline<Result>(computation: Computation<Result>, deadlineMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      computation.stop();
      reject(pastDeadline(deadlineMs));
    }, deadlineMs);
    computation.result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function orAborted<Result>(settled: Promise<Result>, signal: AbortSignal | undefined, leave: () => void): Promise<Result> {
  if (signal === undefined) return settled;
  return new Promise((resolve, reject) => {
    const abort = () => {
      leave();
      reject(stopped() satisfies AppError);
    };
    signal.addEventListener('abort', abort, { once: true });
    settled.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
