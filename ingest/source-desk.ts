// The desk of sources: adds, changes, tests and reads them, for the command line and the screen alike.
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Keys } from '#db/keys.ts';
import type { NewSource, Settings, SourceChange, SourceDesk, SourceProgress } from '#db/model/connector.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import { day, type Instant, minute } from '#db/model/instant.ts';
import { saveCursor } from '#db/store/cursors.ts';
import { getDeadLetter } from '#db/store/dead-letters.ts';
import { addConnection, changeConnection, getConnection } from '#db/store/source-connections.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import type { AnswerSight } from './answer-sight.ts';
import { connectors, eventConnectors, getConnector } from './connectors/index.ts';
import { partSecrets, toForm, withoutBlanks } from './connectors/settings-form.ts';
import { toSourceId } from './source-id.ts';
import type { RunRequest, SourceRunner } from './source-runner.ts';
import { openSecrets, sealSecrets } from './source-secrets.ts';

export type DeskParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly runner: SourceRunner;
  readonly clock: () => Instant;
  /** Stops everything that was begun here. */
  readonly signal: AbortSignal;
  /** Told of a run that failed after it had begun; the run itself is written down anyway. */
  readonly onFailure: (sourceId: string, reason: string) => void;
  /** Told after settings were changed. */
  readonly sight: AnswerSight;
};

export const intervals = { least: minute, most: 30 * day } as const;

export function openSourceDesk(parts: DeskParts): SourceDesk {
  const { db, runner, signal } = parts;
  return {
    connectors: () => [...connectors, ...eventConnectors].map(toForm),
    add: (source) => addSource(parts, source),
    change: (sourceId, change) => changeSource(parts, sourceId, change),
    test: async (connectorId, settings, sourceId) => {
      const stored = sourceId === null ? {} : await storedSettings(parts, sourceId);
      return await runner.probe(connectorId, { ...stored, ...withoutBlanks(settings) }, signal);
    },
    begin: (sourceId, window) => begin(parts, sourceId, { window }),
    retry: async (letterId) => {
      const { sourceId, extent } = await findRetry(parts, letterId);
      await begin(parts, sourceId, extent);
      return 'items' in extent ? 'item' : 'window';
    },
    reset: async (sourceId) => {
      await getConnection(db, sourceId);
      if (runner.running().has(sourceId)) throw new AppError('conflict', `"${sourceId}" is being read; wait or pause it first`);
      await saveCursor(db, sourceId, null, parts.clock());
    },
    running: () => new Map([...runner.running()].map(([id, run]) => [id, toProgress(run)])),
    budgetOf: runner.budgetOf,
  };
}

type Extent = Pick<RunRequest, 'window'> | Required<Pick<RunRequest, 'items'>>;

async function begin({ db, runner, signal, onFailure }: DeskParts, sourceId: string, extent: Extent): Promise<void> {
  await getConnection(db, sourceId);
  if (runner.running().has(sourceId)) throw new AppError('conflict', `"${sourceId}" is being read already`);
  runner.run(sourceId, { ...extent, signal, isAsked: true }).catch((error: unknown) => {
    onFailure(sourceId, failureReason(error));
  });
}

/** What is to be read so that the item of a dead letter is asked for once more. */
export async function findRetry({ db, clock }: Pick<DeskParts, 'db' | 'clock'>, letterId: number) {
  const { sourceId, item, firstAt } = await getDeadLetter(db, letterId);
  const { connector } = await getConnection(db, sourceId);
  const extent: Extent =
    getConnector(connector).readsItems && isItemId(item) ? { items: [item] } : { window: { from: firstAt - day, to: clock() } };
  return { sourceId, extent };
}

/** An item that had no id, or whose id was redacted, is named in words, or with its key behind it. */
function isItemId(item: string): boolean {
  return !/\s/.test(item);
}

function toProgress({
  startedAt,
  counts,
  progress,
}: {
  startedAt: Instant;
  counts: Omit<SourceProgress, 'startedAt' | 'progress'>;
  progress: number | null;
}) {
  return { startedAt, ...counts, progress };
}

async function storedSettings({ db, keys }: DeskParts, sourceId: string): Promise<Settings> {
  const { settings, secrets } = await getConnection(db, sourceId);
  return { ...settings, ...openSecrets(keys, sourceId, secrets) };
}

async function addSource({ db, keys, clock }: DeskParts, source: NewSource): Promise<void> {
  const id = toSourceId(source.id);
  checkInterval(source.intervalMs);
  const connector = getConnector(source.connector);
  const { seesAnswers } = connector.open(withoutBlanks(source.settings));
  const { plain, secret } = partSecrets(connector, source.settings);
  await inTransaction(db, async (tx) => {
    const known = (await findSources(tx)).find((candidate) => candidate.id === id);
    if (known !== undefined) throw new AppError('conflict', `there is a source "${id}" already; choose another name`);
    await saveSource(tx, { id, label: source.label.trim() || id, kind: connector.card.id });
    await addConnection(tx, {
      sourceId: id,
      connector: connector.card.id,
      settings: plain,
      secrets: sealSecrets(keys, id, secret),
      intervalMs: source.intervalMs,
      readFrom: source.readFrom,
      addedAt: clock(),
      nextRunAt: clock(),
      answersHidden: !seesAnswers,
    });
  });
}

async function changeSource(parts: DeskParts, sourceId: string, change: SourceChange): Promise<void> {
  const { db, keys, clock } = parts;
  const { label, settings, intervalMs, isPaused } = change;
  if (intervalMs !== undefined) checkInterval(intervalMs);
  const connection = await getConnection(db, sourceId);
  const connector = getConnector(connection.connector);
  const next = settings === undefined ? null : { ...openSecrets(keys, sourceId, connection.secrets), ...withoutBlanks(settings) };
  if (next !== null) connector.open(next);
  const parted = next === null ? null : partSecrets(connector, next);
  await inTransaction(db, async (tx) => {
    if (label !== undefined) await saveSource(tx, { id: sourceId, label: label.trim() || sourceId, kind: connector.card.id });
    await changeConnection(tx, sourceId, {
      ...(parted === null ? {} : { settings: parted.plain, secrets: sealSecrets(keys, sourceId, parted.secret), failures: 0 }),
      ...(intervalMs === undefined ? {} : { intervalMs }),
      ...(isPaused === undefined ? {} : { isPaused }),
      // What was changed is tried soon, not after the old interval.
      nextRunAt: clock(),
    });
  });
  // In the background: a source may hold a million conversations.
  if (next !== null) void parts.sight.align();
}

function checkInterval(intervalMs: number): void {
  if (intervalMs >= intervals.least && intervalMs <= intervals.most) return;
  throw new AppError('invalid', 'interval: from 1 minute to 30 days');
}
