// A store with one source, each run of which names its own other side, with a clock that moves when somebody waits.
import { openKeys } from '#db/keys.ts';
import type { Settings } from '#db/model/connector.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { type Db, openDb } from '#db/open.ts';
import { findConversations } from '#db/store/conversations.ts';
import type { Transport } from '#ingest/http/transport.ts';
import { openPipeline } from '#ingest/pipeline.ts';
import type { RunOwner } from '#ingest/run-owner.ts';
import type { SourceRunner } from '#ingest/source-runner.ts';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import type { SyncResult } from '#ingest/sync.ts';
import { placeFreshStore } from './fresh-store.ts';
import { temporaryFolder } from './import-files.ts';
import { standInScorers } from './stand-in-scorers.ts';
import { openTestSources, type TestSources } from './test-sources.ts';
import { type Upstream, virtualStart } from './virtual-http.ts';

export const sourceId = 'desk';

/** Whom the runs go to: a scripted other side, or a way to send in earnest. */
export type OtherSide = {
  readonly upstream?: Upstream;
  readonly send?: Transport;
  readonly owner?: RunOwner;
  readonly isAlive?: (pid: number) => boolean;
};

export type RunHouse = {
  readonly db: Db;
  readonly folder: string;
  readonly over: (side: OtherSide) => TestSources;
  readonly run: (side: OtherSide, request?: Partial<Parameters<SourceRunner['run']>[1]>) => Promise<SyncResult>;
  /** External ids, sorted; a double would stand twice. */
  readonly stored: () => Promise<readonly string[]>;
  readonly now: () => Instant;
  readonly later: (ms: number) => void;
};

const detector = openLanguageDetector();
const silent: Upstream = () => new Error('not asked');

export async function openRunHouse(
  { connector, settings }: { readonly connector: string; readonly settings: Settings },
  opened: (db: Db) => void,
): Promise<RunHouse> {
  const folder = temporaryFolder();
  await placeFreshStore(`${folder}/huiyin.db`);
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  opened(db);
  const keys = await openKeys(folder);
  let now: Instant = virtualStart;
  const clock = () => now;
  const pipeline = openPipeline({ db, keys, detector: await detector, scorers: standInScorers, clock });
  const onPause = (ms: number) => {
    now += ms;
  };
  const over = ({ upstream = silent, ...side }: OtherSide) => openTestSources({ db, keys, clock, upstream, pipeline, onPause, ...side });
  const readFrom = virtualStart - 90 * day;
  await over({}).desk.add({ id: sourceId, label: 'Desk', connector, settings, intervalMs: 600_000, readFrom });
  return {
    db,
    folder,
    over,
    run: (side, request = {}) => over(side).runner.run(sourceId, { signal: new AbortController().signal, ...request }),
    stored: () => findStored(db),
    now: clock,
    later: (ms) => {
      now += ms;
    },
  };
}

async function findStored(db: Db): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof findConversations>> = await findConversations(db, { limit: 1000, cursor });
    found.push(...page.conversations.map(({ externalId }) => externalId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found.sort();
}

/** What went wrong, null where nothing did. */
export const failureOf = async (work: Promise<unknown>): Promise<string | null> =>
  await work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'failed'),
  );
