// Opens everything that reads sources and scores over one store: the runner with its way out, the desks, and on request the schedule.
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cron } from 'croner';
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { SourceDesk } from '#db/model/connector.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { PushDesk } from '#db/model/push-desk.ts';
import type { TicketDesk } from '#db/model/ticket-desk.ts';
import { openAnswerSight } from './answer-sight.ts';
import { type OpenIssues, openIssueDesk } from './issues/issue-desk.ts';
import { openShippedSpace } from './issues/message-space.ts';
import { regroupInThread } from './issues/regroup-thread.ts';
import type { RegroupRun } from './issues/regrouping.ts';
import { type OpenLearning, openLearningDesk } from './learning/learning-desk.ts';
import { teachInThread } from './learning/teacher.ts';
import type { Pipeline } from './pipeline.ts';
import { openPushDesk, warmUp } from './push-desk.ts';
import { isProcessAlive } from './run-owner.ts';
import { openSchedule } from './schedule.ts';
import { currentOf, currentScorers, openStagesOf } from './scores/current-scorers.ts';
import type { Scorers } from './scores/index.ts';
import { type OpenScoring, openScoringDesk } from './scoring-desk.ts';
import { openSourceDesk } from './source-desk.ts';
import { openSourceRunner, type SourceRunner } from './source-runner.ts';
import type { Stages } from './stages/run-stages.ts';
import { openTicketDesk } from './tickets/ticket-desk.ts';

export type SourcesParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  readonly allowedHosts: readonly string[];
  readonly version: string;
  readonly onFailure: (sourceId: string, reason: string) => void;
  readonly onRescoreFailure?: (reason: string) => void;
  /** Where the store is, with its password: long computing is done in threads, some of which open it once more; left out: it computes here. */
  readonly location?: string;
  readonly onIssueFailure?: (reason: string) => void;
  readonly onTicketFailure?: (reason: string) => void;
  readonly onLearningFailure?: (reason: string) => void;
  /** The same store for long work in the background, where somebody else wants to be served between its steps. */
  readonly backgroundDb?: Db;
};

export type OpenSources = {
  readonly desk: SourceDesk;
  readonly push: PushDesk;
  readonly scoring: OpenScoring;
  readonly issues: OpenIssues;
  readonly tickets: TicketDesk;
  readonly learning: OpenLearning;
  readonly runner: SourceRunner;
  /** Reads every source at its time from now on. */
  readonly startSchedule: () => void;
  readonly close: () => Promise<void>;
};

/** New conversations are placed a quarter of a minute after they came, apart from the transaction that stored them. */
const placeEvery = '*/15 * * * * *';
/** Whether tickets were closed is read every ten minutes. */
const checkTicketsEvery = '7 */10 * * * *';

/** A number from 0 to 1 out of a random token: enough to spread pauses. */
function chance(token: string): number {
  return Buffer.from(token).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7) / 65_521;
}

/** Rules and models are read when the first source is, and not before; a pipeline is made anew where the scorers are others. */
function openPipelines({ db, keys, clock, location }: SourcesParts, scorers: () => Promise<Scorers>) {
  const here = async (): Promise<Stages> => {
    // Imported late: whoever only asks the server should not wait for tables of languages and rules of redaction.
    const [{ openStages }, { openLanguageDetector }] = await Promise.all([
      import('./stages/run-stages.ts'),
      import('./stages/language.ts'),
    ]);
    return openStages({ keys, detector: await openLanguageDetector(), scorers: await scorers() });
  };
  const open = async () => {
    const [{ openPipelineOver }, stages] = await Promise.all([
      import('./pipeline.ts'),
      location === undefined ? here() : openStagesOf(db, keys),
    ]);
    return { pipeline: openPipelineOver({ db, keys, clock, stages }), stages };
  };
  let last: Stages | null = null;
  const current = currentOf(db, open, ({ stages }) => stages.retire());
  return {
    pipeline: async (): Promise<Pipeline> => {
      const { pipeline, stages } = await current();
      last = stages;
      return pipeline;
    },
    close: async () => await last?.close(),
  };
}

function awayFrom({ location, clock }: SourcesParts, signal: AbortSignal): RegroupRun | undefined {
  if (location === undefined) return undefined;
  return ({ isPreview }, onProgress) => regroupInThread({ location, now: clock(), isPreview }, onProgress, signal);
}

export function openSources(parts: SourcesParts): OpenSources {
  const { db, keys, clock, randomToken, allowedHosts, version, onFailure } = parts;
  const stopping = new AbortController();
  const scorers = currentScorers(db);
  const { pipeline, close: closeStages } = openPipelines(parts, scorers);
  const runner = openSourceRunner({
    db,
    keys,
    clock,
    pipeline,
    random: () => chance(randomToken()),
    pause: (ms, signal) => sleep(ms, undefined, { signal }),
    allowedHosts,
    userAgent: `Huiyin/${version} (customer feedback reader)`,
    owner: { host: hostname(), pid: process.pid, token: randomToken() },
    isAlive: isProcessAlive,
  });
  const sight = openAnswerSight({ db: parts.backgroundDb ?? db, keys, clock, signal: stopping.signal, onFailure });
  const desk = openSourceDesk({ db, keys, runner, clock, signal: stopping.signal, onFailure, sight });
  const push = openPushDesk({ db, keys, clock, randomToken, pipeline });
  const scoring = openScoringDesk({
    db: parts.backgroundDb ?? db,
    keys,
    scorers,
    clock,
    signal: stopping.signal,
    onFailure: parts.onRescoreFailure,
  });
  const issues = openIssueDesk({
    db: parts.backgroundDb ?? db,
    space: openShippedSpace,
    clock,
    signal: stopping.signal,
    onFailure: parts.onIssueFailure,
    regroupAway: awayFrom(parts, stopping.signal),
  });
  const tickets = openTicketDesk({ db, keys, clock, runner, randomToken, signal: stopping.signal, onFailure: parts.onTicketFailure });
  const learning = openLearningDesk({
    db: parts.backgroundDb ?? db,
    clock,
    teacher: teachInThread,
    signal: stopping.signal,
    onFailure: parts.onLearningFailure,
  });
  let placing: Cron | null = null;
  let checking: Cron | null = null;
  let schedule: ReturnType<typeof openSchedule> | null = null;
  return {
    desk,
    push,
    scoring,
    issues,
    tickets,
    learning,
    runner,
    startSchedule: () => {
      schedule ??= openSchedule({ db, runner, clock, onFailure });
      placing ??= new Cron(placeEvery, { protect: true }, () => issues.placeNew());
      checking ??= new Cron(checkTicketsEvery, { protect: true }, async () => {
        await tickets.check(null).catch((error: unknown) => parts.onTicketFailure?.(failureReason(error)));
      });
      void sight.align();
      warmUp({ db, pipeline }).catch((error: unknown) => onFailure('all', failureReason(error)));
    },
    close: async () => {
      stopping.abort(new AppError('unavailable', 'stopped'));
      placing?.stop();
      checking?.stop();
      await sight.settled();
      await scoring.settled();
      await issues.settled();
      await learning.settled();
      await schedule?.stop();
      await runner.close();
      await closeStages();
    },
  };
}
