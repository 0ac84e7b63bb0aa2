// What `huiyin sources` and `huiyin sync` print.
import type { Db } from '#db/dialect/db.ts';
import type { ConnectorForm, SettingField } from '#db/model/connector.ts';
import type { Instant } from '#db/model/instant.ts';
import type { KeyRecord } from '#db/model/push.ts';
import { type SourceState, sourceStateAt } from '#db/model/source-state.ts';
import { countDeadLetters, type DeadLetter } from '#db/store/dead-letters.ts';
import { findJobRuns, type RunCounts } from '#db/store/job-runs.ts';
import { findConnections } from '#db/store/source-connections.ts';
import { findGaps } from '#db/store/source-gaps.ts';

export type SourceRow = {
  readonly source: string;
  readonly connector: string;
  readonly state: SourceState;
  readonly lastDoneAt: string | null;
  readonly nextRunAt: string | null;
  readonly failures: number;
  /** Why the last run failed. */
  readonly reason: string | null;
  readonly gaps: number;
  readonly deadLetters: number;
};

const toIso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Every source that is read by a connector, with its state. */
export async function sourceJson(db: Db, now: Instant): Promise<SourceRow[]> {
  const [connections, gaps, runs, letters] = await Promise.all([
    findConnections(db),
    findGaps(db),
    findJobRuns(db, { limit: 500 }),
    countDeadLetters(db),
  ]);
  return connections.map((connection) => {
    const { sourceId, connector, failures, lastDoneAt, nextRunAt } = connection;
    return {
      source: sourceId,
      connector,
      state: sourceStateAt(connection, false, now),
      lastDoneAt: toIso(lastDoneAt),
      nextRunAt: toIso(nextRunAt),
      failures,
      reason: failures === 0 ? null : (runs.find((run) => run.sourceId === sourceId && run.state === 'failed')?.reason ?? null),
      gaps: gaps.filter((gap) => gap.sourceId === sourceId).length,
      deadLetters: letters.get(sourceId) ?? 0,
    };
  });
}

export function sourceLines(rows: readonly SourceRow[]): string {
  if (rows.length === 0) return 'no source is read by a connector yet; see: huiyin sources connectors\n';
  return rows
    .map(({ source, connector, state, lastDoneAt, gaps, deadLetters, reason }) => {
      const troubles = [gaps > 0 ? `${gaps} gaps` : '', deadLetters > 0 ? `${deadLetters} dead letters` : '', reason ?? ''].filter(
        (one) => one !== '',
      );
      return `${source} (${connector}): ${state}, read to the end ${lastDoneAt ?? 'never'}${troubles.length > 0 ? `; ${troubles.join('; ')}` : ''}\n`;
    })
    .join('');
}

export function connectorLines(forms: readonly ConnectorForm[]): string {
  return forms
    .map(({ id, label, reads, rights, provenBy, fields, resumable }) =>
      [
        `${id}: ${label}`,
        `  reads: ${reads.en}`,
        `  needs: ${rights.en}`,
        `  after a stop: ${resumable ? 'goes on from its last page' : 'reads again from the beginning'}`,
        `  proven by: ${provenBy.join(', ')}`,
        ...fields.map((field) => `  --set ${field.name}=${field.kind === 'secret' ? '-' : '...'}  ${field.label.en}${needOf(field)}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function needOf({ isRequired, neededWith }: SettingField): string {
  if (neededWith !== null) return ` (needed with ${neededWith.name}=${neededWith.value})`;
  return isRequired ? '' : ' (optional)';
}

/** `desk: fetched 3 = inserted 1 + updated 0 + unchanged 1 + rejected 1`. */
export function syncLine(source: string, { fetched, inserted, updated, unchanged, rejected }: RunCounts, failure: string | null): string {
  const counts = `fetched ${fetched} = inserted ${inserted} + updated ${updated} + unchanged ${unchanged} + rejected ${rejected}`;
  return `${source}: ${counts}${failure === null ? '' : `; stopped: ${failure}`}\n`;
}

export function letterLines(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return 'no dead letters\n';
  return letters
    .map(({ id, item, stage, reason, attempts, lastAt }) => {
      const times = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
      return `${id}: ${item} (${stage}): ${reason}; ${times}, last ${toIso(lastAt)}\n`;
    })
    .join('');
}

export function keyLines(keys: readonly KeyRecord[]): string {
  if (keys.length === 0) return 'no keys\n';
  return keys
    .map(({ id, use, label, hint, lastUsedAt, revokedAt }) => {
      const state = revokedAt === null ? `last used ${toIso(lastUsedAt) ?? 'never'}` : `revoked ${toIso(revokedAt)}`;
      return `${id}: ${use} ${hint} (${label}), ${state}\n`;
    })
    .join('');
}
