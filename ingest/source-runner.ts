// Runs sources: opens their settings, takes the lease, reads them to the end, writes down how it went and when to come again.
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Keys } from '#db/keys.ts';
import type { Probe, Settings } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant, minute } from '#db/model/instant.ts';
import { closeBrokenRuns, noRunCounts, type RunCounts } from '#db/store/job-runs.ts';
import { changeConnection, dropLease, getConnection, type SourceConnection, takeLease } from '#db/store/source-connections.ts';
import { nextAfterRun } from '#db/store/source-hints.ts';
import type { Access, OpenedConnector } from './connectors/connector.ts';
import { getConnector } from './connectors/index.ts';
import { checkGone } from './gone.ts';
import { openAddressGuard } from './http/address-guard.ts';
import { type HostBreakers, openHostBreakers } from './http/breaker.ts';
import { openHttpClient } from './http/client.ts';
import { openRateBudget, type RateBudget } from './http/rate-budget.ts';
import { openTransport, type Transport } from './http/transport.ts';
import { openImap } from './mail/imap-mailbox.ts';
import type { MailConnect, MailServer } from './mail/mailbox.ts';
import { openPatientMailbox } from './mail/patient-mailbox.ts';
import type { Pipeline } from './pipeline.ts';
import { isOwnerGone, ownerName, type RunOwner } from './run-owner.ts';
import { openSecrets } from './source-secrets.ts';
import { leaseMs, movesCursor, type SyncJob, type SyncResult, syncSource } from './sync.ts';

export type RunnerParts = {
  readonly db: Db;
  readonly keys: Keys;
  /** Opened at the first run: its models are large. */
  readonly pipeline: () => Promise<Pipeline>;
  readonly clock: () => Instant;
  readonly random: () => number;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Hosts inside that the operator allows, as `name` or `name:port`. */
  readonly allowedHosts: readonly string[];
  readonly userAgent: string;
  /** Names this process among others over the same store. */
  readonly owner: RunOwner;
  /** Whether a process of this machine is there. */
  readonly isAlive: (pid: number) => boolean;
  /** Tests put their own other side here. */
  readonly send?: Transport;
  readonly connectMail?: MailConnect;
};

export type RunRequest = Pick<SyncJob, 'window' | 'items'> & {
  /** Somebody asked for it now: a host that is left alone after failures is asked once all the same. */
  readonly isAsked?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (counts: RunCounts, progress: number | null) => void;
};

export type Running = { readonly startedAt: Instant; readonly counts: RunCounts; readonly progress: number | null };

export type SourceRunner = {
  /** Reads a source to its end. `conflict` where another run has it. */
  readonly run: (sourceId: string, request: RunRequest) => Promise<SyncResult>;
  /** Tries settings without storing anything. */
  readonly probe: (connectorId: string, settings: Settings, signal: AbortSignal) => Promise<Probe>;
  /** What this process is reading now. */
  readonly running: () => ReadonlyMap<string, Running>;
  /** Requests that may be sent to a source at once, of how many a minute; null before its first run. */
  readonly budgetOf: (sourceId: string) => { readonly left: number; readonly perMinute: number } | null;
  /** The way out for what is no source: the same guard, with a budget and breakers of its own under this name. */
  readonly accessTo: (place: string, perMinute: number, signal: AbortSignal) => Access;
  readonly close: () => Promise<void>;
};

const gonePause = 24 * hour;
const longestRest = 6 * hour;

type Manners = { readonly breakers: HostBreakers; readonly budget: RateBudget; readonly perMinute: number };

export function openSourceRunner(parts: RunnerParts): SourceRunner {
  const { db, clock } = parts;
  const owner = ownerName(parts.owner);
  const guard = openAddressGuard(parts.allowedHosts);
  const own = parts.send === undefined ? openTransport(guard) : null;
  const connect = parts.connectMail ?? openImap(guard);
  const send = parts.send ?? own?.send;
  if (send === undefined) throw new AppError('internal', 'no way out');
  const manners = new Map<string, Manners>();
  const running = new Map<string, Running>();

  const accessFor = (place: string, { perMinute }: Pick<OpenedConnector, 'perMinute'>, signal: AbortSignal): Access => {
    const known = manners.get(place);
    const kept =
      known?.perMinute === perMinute ? known : { breakers: openHostBreakers(clock), budget: openRateBudget(perMinute, clock), perMinute };
    manners.set(place, kept);
    const { pause, random, userAgent } = parts;
    const { breakers, budget } = kept;
    const http = openHttpClient({ send, clock, pause, random, breakers, budget, signal, userAgent });
    const mail = (server: MailServer) =>
      openPatientMailbox({ connect, pause, random, breaker: breakers.of(server.host), budget, signal }, server);
    return { http, mail, signal, clock };
  };

  const readSource = async (connection: SourceConnection, request: RunRequest): Promise<SyncResult> => {
    const { sourceId } = connection;
    const connector = getConnector(connection.connector).open(settingsOf(parts.keys, connection));
    const access = accessFor(sourceId, connector, request.signal);
    if (request.isAsked) manners.get(sourceId)?.breakers.letOne();
    const startedAt = clock();
    const onProgress = (counts: RunCounts, progress: number | null) => {
      running.set(sourceId, { startedAt, counts, progress });
      request.onProgress?.(counts, progress);
    };
    const result = await syncSource(
      { db, clock, pipeline: await parts.pipeline() },
      { sourceId, connector, access, since: connection.readFrom, window: request.window, items: request.items, owner, onProgress },
    );
    if ((connection.checkedGoneAt ?? connection.addedAt) + gonePause <= clock()) await checkGone(parts, { sourceId, connector, access });
    return result;
  };

  return {
    run: async (sourceId, request) => {
      const connection = await getConnection(db, sourceId);
      const now = clock();
      const { leaseOwner } = connection;
      const gone = leaseOwner !== null && isOwnerGone(leaseOwner, parts.owner, parts.isAlive) ? leaseOwner : null;
      const isTaken = running.has(sourceId) || !(await takeLease(db, { sourceId, owner, now, until: now + leaseMs }, gone));
      if (isTaken) throw new AppError('conflict', `"${sourceId}" is being read already`);
      running.set(sourceId, { startedAt: now, counts: noRunCounts, progress: null });
      try {
        await closeBrokenRuns(db, sourceId, now);
        const result = await readSource(connection, request);
        await closeRun(parts, { connection, startedAt: now, isUsual: movesCursor(request) });
        return result;
      } catch (error) {
        const failures = request.signal.aborted ? connection.failures : connection.failures + 1;
        await changeConnection(db, sourceId, { failures, nextRunAt: nextRun(parts, connection, failures) });
        throw error;
      } finally {
        running.delete(sourceId);
        await dropLease(db, { sourceId, owner });
      }
    },
    probe: async (connectorId, settings, signal) => {
      const connector = getConnector(connectorId).open(settings);
      return await connector.probe(accessFor(`probe of ${connectorId}`, connector, signal));
    },
    running: () => running,
    accessTo: (place, perMinute, signal) => accessFor(`for ${place}`, { perMinute }, signal),
    budgetOf: (sourceId) => {
      const kept = manners.get(sourceId);
      return kept === undefined ? null : { left: kept.budget.left(), perMinute: kept.perMinute };
    },
    close: async () => {
      await own?.close();
    },
  };
}

type Ended = { readonly connection: SourceConnection; readonly startedAt: Instant; readonly isUsual: boolean };

/** Only a run that goes on from the last says that the source was read up to now, and moves the time of the next. */
async function closeRun(parts: RunnerParts, { connection, startedAt, isUsual }: Ended): Promise<void> {
  const { db, clock } = parts;
  const { sourceId } = connection;
  if (!isUsual) return await changeConnection(db, sourceId, { failures: 0 });
  const planned = nextRun(parts, connection, 0);
  await inTransaction(db, async (tx) => {
    const nextRunAt = await nextAfterRun(tx, { sourceId, startedAt, now: clock(), planned });
    await changeConnection(tx, sourceId, { failures: 0, lastDoneAt: clock(), nextRunAt });
  });
}

/** Settings and secrets together, as the connector wants them. */
function settingsOf(keys: Keys, { sourceId, settings, secrets }: SourceConnection): Settings {
  return { ...settings, ...openSecrets(keys, sourceId, secrets) };
}

/** A tenth earlier or later, so that sources do not all run at once; after failures later and later. */
function nextRun({ clock, random }: RunnerParts, { intervalMs }: SourceConnection, failures: number): Instant {
  const rest = Math.max(intervalMs, Math.min(longestRest, intervalMs * 2 ** Math.min(failures, 10)));
  return clock() + Math.max(minute, Math.round(rest * (0.9 + 0.2 * random())));
}
