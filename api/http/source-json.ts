// Sources as JSON: the connection, its state, and how far it is behind.
import type { SourceDesk } from '#db/model/connector.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import { readReason } from '#db/model/read-reason.ts';
import { sourceBehindAt, sourceStateAt } from '#db/model/source-state.ts';
import type { Db } from '#db/open.ts';
import { countDeadLetters } from '#db/store/dead-letters.ts';
import { countEvents } from '#db/store/events.ts';
import { findFailureReasons } from '#db/store/job-runs.ts';
import { findConnections, type SourceConnection } from '#db/store/source-connections.ts';
import { findGaps } from '#db/store/source-gaps.ts';
import { findSources, type SourceRecord } from '#db/store/sources.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

export type SourceParts = { readonly db: Db; readonly sources: SourceDesk; readonly clock: () => Instant };

type Told = {
  readonly now: Instant;
  readonly reason: string | null;
  readonly gaps: number;
  readonly desk: SourceDesk;
};

/** The code of a stored reason; null where there is none, or none that the list knows. */
export const whyOf = (reason: string | null) => (reason === null ? null : readReason(reason));

function toConnectionJson(connection: SourceConnection, { now, reason, gaps, desk }: Told) {
  const { sourceId, connector, intervalMs, isPaused, readFrom, nextRunAt, lastDoneAt, serverAt, failures, goneSeen, checkedGoneAt } =
    connection;
  const running = desk.running().get(sourceId) ?? null;
  return {
    connector,
    state: sourceStateAt(connection, running !== null, now),
    behind: sourceBehindAt(connection, now),
    intervalMinutes: intervalMs / minute,
    isPaused,
    readFrom: toIso(readFrom),
    nextRunAt: toIsoOrNull(nextRunAt),
    lastDoneAt: toIsoOrNull(lastDoneAt),
    lagMs: lastDoneAt === null ? null : Math.max(0, now - lastDoneAt),
    serverAt: toIsoOrNull(serverAt),
    failures,
    reason: failures === 0 ? null : reason,
    why: whyOf(failures === 0 ? null : reason),
    gaps,
    goneSeen,
    checkedGoneAt: toIsoOrNull(checkedGoneAt),
    budget: desk.budgetOf(sourceId),
    running: running === null ? null : { ...running, startedAt: toIso(running.startedAt) },
  };
}

/** All sources, those that connectors read and those that were imported. */
export async function toSourcesJson({ db, sources: desk, clock }: SourceParts) {
  const [sources, connections, letters, gaps, reasons, events] = await Promise.all([
    findSources(db),
    findConnections(db),
    countDeadLetters(db),
    findGaps(db),
    findFailureReasons(db),
    countEvents(db),
  ]);
  const now = clock();
  return sources.map((source: SourceRecord) => {
    const { id, label, kind, isDemo, conversations, lastMessageAt } = source;
    const connection = connections.find(({ sourceId }) => sourceId === id);
    const told = { now, reason: reasons.get(id) ?? null, gaps: gaps.filter((gap) => gap.sourceId === id).length, desk };
    return {
      id,
      label,
      kind,
      isDemo,
      conversations,
      events: events.get(id) ?? 0,
      lastMessageAt: toIsoOrNull(lastMessageAt),
      deadLetters: letters.get(id) ?? 0,
      connection: connection === undefined ? null : toConnectionJson(connection, told),
    };
  });
}
