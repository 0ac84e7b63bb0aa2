// The desk of learning: one model at a time is taught in the background, can be stopped, and says how far it is and how it ended.
import type { Db } from '#db/dialect/db.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { TaughtField } from '#db/model/learning.ts';
import type { LastLearning, LearningDesk, LearningEnd, LearningRun } from '#db/model/learning-desk.ts';
import { putInForce, retrain } from './retrain.ts';
import { leastHeldOut, leastTaught } from './teach.ts';
import type { Teacher } from './teacher.ts';

export type LearningParts = {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly teacher: Teacher;
  /** Stops what was begun here. */
  readonly signal: AbortSignal;
  readonly onFailure?: ((reason: string) => void) | undefined;
};

export type OpenLearning = LearningDesk & {
  /** Resolves when nothing runs any more. */
  readonly settled: () => Promise<void>;
};

type Running = { run: LearningRun; readonly stopping: AbortController; readonly work: Promise<void> };

export function openLearningDesk({ db, clock, teacher, signal, onFailure }: LearningParts): OpenLearning {
  let running: Running | null = null;
  const ends = new Map<TaughtField, LastLearning>();
  const begin: LearningDesk['begin'] = ({ field, goLive, by }) => {
    if (running !== null) throw new AppError('conflict', 'a model is being taught already; wait for the end, or stop it');
    const stopping = new AbortController();
    const run: LearningRun = { field, startedAt: clock(), stage: 'reading', done: 0, total: 0 };
    const work = async (): Promise<LearningEnd> => {
      const parts = {
        db,
        clock,
        teacher,
        signal: AbortSignal.any([signal, stopping.signal]),
        onProgress: (progress: Pick<LearningRun, 'stage' | 'done' | 'total'>) => {
          if (running !== null) running.run = { ...running.run, ...progress };
        },
      };
      const result = await retrain(parts, { field, goLive, by });
      if (result.outcome === 'too-few') return { kind: 'too-few', taught: result.taught, heldOut: result.heldOut };
      return { kind: 'taught', version: result.version ?? 0, isLive: result.isLive };
    };
    const told = (error: unknown): LearningEnd => {
      if (stopping.signal.aborted || signal.aborted) return { kind: 'stopped' };
      const reason = failureReason(error);
      onFailure?.(reason);
      return { kind: 'failed', reason };
    };
    const whole = work()
      .catch(told)
      .then((end) => {
        ends.set(field, { ...end, field, at: clock() });
        running = null;
      });
    running = { run, stopping, work: whole };
  };
  return {
    needs: { taught: leastTaught, heldOut: leastHeldOut },
    running: () => running?.run ?? null,
    last: (field) => ends.get(field) ?? null,
    begin,
    stop: () => running?.stopping.abort(new AppError('unavailable', 'stopped')),
    choose: ({ field, version, by }) => putInForce({ db, clock }, { field, version, by, reason: 'by-hand' }),
    settled: async () => {
      await running?.work;
    },
  };
}
