// Opens everything that reads sources over one store: the runner with its way out, the desk, and on request the schedule.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { SourceDesk } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Pipeline } from './pipeline.ts';
import { openSchedule } from './schedule.ts';
import { openSourceDesk } from './source-desk.ts';
import { openSourceRunner, type SourceRunner } from './source-runner.ts';

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
  readonly runner: SourceRunner;
  /** Reads every source at its time from now on. */
  readonly startSchedule: () => void;
  readonly close: () => Promise<void>;
};

/** A number from 0 to 1 out of a random token: enough to spread pauses. */
function chance(token: string): number {
  return Buffer.from(token).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7) / 65_521;
}

/** Rules and models are read when the first source is, and not before: the server should not wait for them at its start. */
async function openParts({ db, keys, clock }: Pick<SourcesParts, 'db' | 'keys' | 'clock'>): Promise<Pipeline> {
  const [{ openPipeline }, { openLanguageDetector }, { openScorers }] = await Promise.all([
    import('./pipeline.ts'),
    import('./stages/language.ts'),
    import('./scores/index.ts'),
  ]);
  return openPipeline({ db, keys, clock, detector: await openLanguageDetector(), scorers: await openScorers() });
}

export function openSources(parts: SourcesParts): OpenSources {
  const { db, keys, clock, randomToken, allowedHosts, version, onFailure } = parts;
  const stopping = new AbortController();
  let pipeline: Promise<Pipeline> | null = null;
  const runner = openSourceRunner({
    db,
    keys,
    clock,
    pipeline: () => {
      pipeline ??= openParts(parts);
      return pipeline;
    },
    random: () => chance(randomToken()),
    pause: (ms, signal) => sleep(ms, undefined, { signal }),
    allowedHosts,
    userAgent: `Huiyin/${version} (customer feedback reader)`,
    owner: randomToken(),
  });
  const desk = openSourceDesk({ db, keys, runner, clock, signal: stopping.signal, onFailure });
  let schedule: ReturnType<typeof openSchedule> | null = null;
  return {
    desk,
    runner,
    startSchedule: () => {
      schedule ??= openSchedule({ db, runner, clock, onFailure });
    },
    close: async () => {
      stopping.abort(new AppError('unavailable', 'stopped'));
      await schedule?.stop();
      await runner.close();
    },
  };
}
