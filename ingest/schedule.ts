// The schedule: reads every source when its time has come, a few at once, so that a sick one does not hold up the others.
import { Cron } from 'croner';
import type { Db } from '#db/dialect/db.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { findConnections } from '#db/store/source-connections.ts';
import type { SourceRunner } from './source-runner.ts';

export type ScheduleParts = {
  readonly db: Db;
  readonly runner: SourceRunner;
  readonly clock: () => Instant;
  /** Told of every run that failed: the source and the reason, never a text. */
  readonly onFailure: (sourceId: string, reason: string) => void;
};

export type Schedule = {
  /** Begins all runs that are due; resolves when they have been begun, not when they are done. */
  readonly tick: () => Promise<void>;
  /** Stops planning, stops what runs, and waits for it: a page is never left half done. */
  readonly stop: () => Promise<void>;
};

const mostAtOnce = 4;

/** `every`: how often it looks, as a cron pattern; null where the caller ticks (tests). */
export function openSchedule(parts: ScheduleParts, every: string | null = '*/10 * * * * *'): Schedule {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();

  const begin = (sourceId: string): void => {
    const run = parts.runner
      .run(sourceId, { signal: stopping.signal })
      .then(() => undefined)
      .catch((error: unknown) => {
        const isElsewhere = error instanceof AppError && error.code === 'conflict';
        if (!stopping.signal.aborted && !isElsewhere) parts.onFailure(sourceId, failureReason(error));
      })
      .finally(() => running.delete(sourceId));
    running.set(sourceId, run);
  };

  const tick = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    const now = parts.clock();
    const due = (await findConnections(parts.db))
      .filter(({ sourceId, isPaused, nextRunAt }) => !isPaused && nextRunAt !== null && nextRunAt <= now && !running.has(sourceId))
      .sort((a, b) => (a.nextRunAt ?? 0) - (b.nextRunAt ?? 0));
    for (const { sourceId } of due) {
      if (running.size >= mostAtOnce) return;
      begin(sourceId);
    }
  };

  const job =
    every === null ? null : new Cron(every, { protect: true, catch: () => parts.onFailure('all', 'the schedule could not look') }, tick);
  return {
    tick,
    stop: async () => {
      job?.stop();
      stopping.abort(new AppError('unavailable', 'stopped'));
      await Promise.allSettled(running.values());
    },
  };
}
