// Opens everything that reads sources over one store: the runner with its way out, the desk, and on request the schedule.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { SourceDesk } from '#db/model/connector.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { PushDesk } from '#db/model/push-desk.ts';
import { openPipeline, type Pipeline } from './pipeline.ts';
import { openPushDesk, warmUp } from './push-desk.ts';
import { openSchedule } from './schedule.ts';
import { openScorers } from './scores/index.ts';
import { openSourceDesk } from './source-desk.ts';
import { openSourceRunner, type SourceRunner } from './source-runner.ts';
import { openLanguageDetector } from './stages/language.ts';

export type SourcesParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  readonly allowedHosts: readonly string[];
  readonly version: string;
  readonly onFailure: (sourceId: string, reason: string) => void;
};

export type OpenSources = {
  readonly desk: SourceDesk;
  readonly push: PushDesk;
  readonly runner: SourceRunner;
  /** Reads every source at its time from now on. */
  readonly startSchedule: () => void;
  readonly close: () => Promise<void>;
};

/** A number from 0 to 1 out of a random token: enough to spread pauses. */
function chance(token: string): number {
  return Buffer.from(token).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7) / 65_521;
}

/** Models are read when the first source is, and not before. */
async function openParts() {
  return { detector: await openLanguageDetector(), scorers: await openScorers() };
}

export function openSources(parts: SourcesParts): OpenSources {
  const { db, keys, clock, randomToken, allowedHosts, version, onFailure } = parts;
  const stopping = new AbortController();
  let opened: Promise<Pipeline> | null = null;
  const pipeline = () => {
    opened ??= openParts().then((models) => openPipeline({ db, keys, clock, ...models }));
    return opened;
  };
  const runner = openSourceRunner({
    db,
    keys,
    clock,
    pipeline,
    random: () => chance(randomToken()),
    pause: (ms, signal) => sleep(ms, undefined, { signal }),
    allowedHosts,
    userAgent: `Huiyin/${version} (customer feedback reader)`,
    owner: randomToken(),
  });
  const desk = openSourceDesk({ db, keys, runner, clock, signal: stopping.signal, onFailure });
  const push = openPushDesk({ db, keys, clock, randomToken, pipeline });
  let schedule: ReturnType<typeof openSchedule> | null = null;
  return {
    desk,
    push,
    runner,
    startSchedule: () => {
      schedule ??= openSchedule({ db, runner, clock, onFailure });
      warmUp({ db, pipeline }).catch((error: unknown) => onFailure('all', failureReason(error)));
    },
    close: async () => {
      stopping.abort(new AppError('unavailable', 'stopped'));
      await schedule?.stop();
      await runner.close();
    },
  };
}
