// Runner and desk of sources over a scripted other side: nothing leaves this machine, and nobody really waits.
import { createHash } from 'node:crypto';
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { SourceDesk } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { PushDesk } from '#db/model/push-desk.ts';
import { type AnswerSight, openAnswerSight } from '#ingest/answer-sight.ts';
import type { Transport } from '#ingest/http/transport.ts';
import type { MailConnect } from '#ingest/mail/mailbox.ts';
import { openPipeline, type Pipeline } from '#ingest/pipeline.ts';
import { openPushDesk } from '#ingest/push-desk.ts';
import type { RunOwner } from '#ingest/run-owner.ts';
import { openSourceDesk } from '#ingest/source-desk.ts';
import { openSourceRunner, type SourceRunner } from '#ingest/source-runner.ts';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';
import { toExchange, type Upstream } from './virtual-http.ts';
import { virtualMail } from './virtual-mail.ts';

export type TestSources = {
  readonly runner: SourceRunner;
  readonly desk: SourceDesk;
  readonly push: PushDesk;
  readonly sight: AnswerSight;
  /** Runs that failed after they had begun. */
  readonly failures: readonly string[];
};

export type TestSourcesParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly upstream: Upstream;
  /** Told of every pause instead of keeping it. */
  readonly onPause?: (ms: number) => void;
  readonly owner?: RunOwner;
  readonly isAlive?: (pid: number) => boolean;
  /** Sends in earnest instead of to `upstream`. */
  readonly send?: Transport;
  readonly pipeline?: Pipeline;
  /** The real way to mail servers, for tests that run one. */
  readonly connectMail?: MailConnect;
};

/** The other side that nobody has scripted. */
export const nobody: Upstream = () => new AppError('unavailable', 'the connection failed (ECONNREFUSED)');

const testOwner: RunOwner = { host: 'test', pid: 1, token: 'a' };

export function openTestSources(parts: TestSourcesParts): TestSources {
  const { db, keys, clock, upstream, onPause, owner = testOwner, isAlive = () => true, pipeline } = parts;
  const failures: string[] = [];
  const scripted: Transport = async (outgoing, signal) => {
    signal.throwIfAborted();
    const reply = await upstream(outgoing, clock());
    if (reply instanceof Error) throw reply;
    return toExchange(reply);
  };
  let opened: Promise<Pipeline> | null = pipeline === undefined ? null : Promise.resolve(pipeline);
  const pipelineOf = () => {
    opened ??= openLanguageDetector().then((detector) => openPipeline({ db, keys, detector, scorers: standInScorers, clock }));
    return opened;
  };
  const runner = openSourceRunner({
    db,
    keys,
    clock,
    send: parts.send ?? scripted,
    connectMail: parts.connectMail ?? virtualMail(upstream, clock),
    owner,
    isAlive,
    pipeline: pipelineOf,
    random: () => 0.5,
    pause: async (ms, signal) => {
      signal.throwIfAborted();
      onPause?.(ms);
    },
    allowedHosts: [],
    userAgent: 'Huiyin test',
  });
  const onFailure = (_source: string, reason: string) => {
    failures.push(reason);
  };
  const { signal } = new AbortController();
  const sight = openAnswerSight({ db, keys, clock, signal, onFailure });
  const desk = openSourceDesk({ db, keys, runner, clock, signal, onFailure, sight });
  let tokens = 0;
  const randomToken = () => createHash('sha256').update(`token ${++tokens}`).digest('base64url').slice(0, 32);
  const push = openPushDesk({ db, keys, clock, randomToken, pipeline: pipelineOf });
  return { runner, desk, push, sight, failures };
}
