// Which sources show what we answer: asked of their connectors, and the stored facts derived by it where that has changed.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import { failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { findUnaligned, markAligned, tellHiddenAnswers, type Unaligned } from '#db/store/hidden-answers.ts';
import { rederiveFacts } from '#db/store/restate.ts';
import { findConnections, type SourceConnection } from '#db/store/source-connections.ts';
import { getConnector } from './connectors/index.ts';
import { openSecrets } from './source-secrets.ts';

export type SightParts = {
  /** For long work in the background. */
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly signal: AbortSignal;
  readonly onFailure: (sourceId: string, reason: string) => void;
};

export type AnswerSight = {
  /** Asks all connectors and derives what has to be; while it runs, a second call runs after it. Failures are told, not thrown. */
  readonly align: () => Promise<void>;
  /** Resolves when nothing runs. */
  readonly settled: () => Promise<void>;
};

/** Who is written down as the one that asked for the restatement. */
export const sightRequester = 'huiyin';

// So few at a time that nobody waits for a page.
const batchSize = 100;

/**
 * Kept true at the start of the server (a connector of this version may know better than the one that read the source) and after settings
 * were changed. What was said is stored first: a pass that is cut off is begun again by the next call.
 */
export function openAnswerSight(parts: SightParts): AnswerSight {
  let last: Promise<void> = Promise.resolve();
  return {
    align: () => {
      last = last.then(() => alignAll(parts));
      return last;
    },
    settled: () => last,
  };
}

async function alignAll(parts: SightParts): Promise<void> {
  try {
    for (const connection of await findConnections(parts.db)) await tell(parts, connection);
    for (const one of await findUnaligned(parts.db)) await derive(parts, one);
  } catch (error) {
    if (!parts.signal.aborted) parts.onFailure('all', failureReason(error));
  }
}

async function tell({ db, keys, onFailure }: SightParts, connection: SourceConnection): Promise<void> {
  const { sourceId, settings, secrets } = connection;
  try {
    const opened = getConnector(connection.connector).open({ ...settings, ...openSecrets(keys, sourceId, secrets) });
    await tellHiddenAnswers(db, sourceId, !opened.seesAnswers);
  } catch (error) {
    // Settings that cannot be used say nothing of answers; the run of the source tells the same failure where people look for it.
    onFailure(sourceId, failureReason(error));
  }
}

async function derive({ db, clock, signal }: SightParts, one: Unaligned): Promise<void> {
  const reason = `source ${one.sourceId}: ${one.answersHidden ? 'what we answer cannot be seen there' : 'what we answer is seen there now'}`;
  await rederiveFacts(db, { sourceId: one.sourceId, requestedBy: sightRequester, reason, clock, signal, batchSize });
  await markAligned(db, one);
}
