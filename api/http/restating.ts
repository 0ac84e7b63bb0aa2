// Restatements as they run: one at a time, in the background, with their progress.
import type { z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { findRestatements, type Restatement, rederiveFacts } from '#db/store/restate.ts';
import type { AppDeps } from './app-env.ts';
import { breathingDb } from './breathing-db.ts';
import type { restatementShape } from './shapes/operations.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

type Json = z.infer<typeof restatementShape>;

export type Restating = {
  /** Begins one; `conflict` while another runs. `before` is awaited once it is certain that this one runs. */
  begin(requestedBy: string, reason: string): Promise<Json>;
  list(): Promise<Json[]>;
};

type Running = { readonly reason: string; readonly startedAt: Instant; done: number; total: number | null };

function toJson(one: Restatement, running: Running | null): Json {
  const isRunning = running !== null && one.finishedAt === null && one.reason === running.reason;
  return {
    id: String(one.id),
    // One that never finished and does not run was cut off, by a stop of the server for one.
    state: one.finishedAt !== null ? 'done' : isRunning ? 'running' : 'failed',
    reason: one.reason,
    startedAt: toIso(one.startedAt),
    finishedAt: toIsoOrNull(one.finishedAt),
    conversations: isRunning ? running.done : one.conversations,
    total: isRunning ? running.total : one.finishedAt === null ? null : one.conversations,
    changed: one.finishedAt === null ? null : one.changed,
    error: one.finishedAt === null && !isRunning ? 'it was stopped before its end; begin another one' : null,
  };
}

/** So few at a time that nobody waits for a page: about a twentieth of a second. */
const batchSize = 100;

export function openRestating({ db, engine, clock, log }: Pick<AppDeps, 'db' | 'engine' | 'clock' | 'log'>): Restating {
  let running: Running | null = null;
  const list = async () => (await findRestatements(db)).map((one, index) => toJson(one, index === 0 ? running : null));
  return {
    list,
    begin: async (requestedBy, reason) => {
      if (running !== null) throw new AppError('conflict', 'a restatement is running; wait for its end');
      const mine: Running = { reason, startedAt: clock(), done: 0, total: null };
      running = mine;
      const work = rederiveFacts(breathingDb(db), {
        batchSize,
        requestedBy,
        reason,
        clock,
        onProgress: (done, total) => {
          mine.done = done;
          mine.total = total;
        },
      })
        .then(() => engine.refresh())
        .catch((error: unknown) => log.error({ err: error }, 'restatement failed'))
        .finally(() => {
          running = null;
        });
      // The first line of the record is written in the first moments; what cannot be read by then is told as just begun.
      await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 50))]);
      const [latest] = await list();
      if (latest !== undefined && latest.reason === reason) return latest;
      return {
        id: 'next',
        state: 'running',
        reason,
        startedAt: toIso(mine.startedAt),
        finishedAt: null,
        conversations: mine.done,
        total: mine.total,
        changed: null,
        error: null,
      };
    },
  };
}
