// A store with one source in it: each run may name its own other side, and the clock moves when somebody waits.
import { rmSync } from 'node:fs';
import { openKeys } from '#db/keys.ts';
import type { Settings } from '#db/model/connector.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { type Db, openDb } from '#db/open.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { openPipeline } from '#ingest/pipeline.ts';
import type { SourceRunner } from '#ingest/source-runner.ts';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import type { SyncResult } from '#ingest/sync.ts';
import { placeFreshStore } from './fresh-store.ts';
import { clearAfter } from './leavings.ts';
import { memoryFolder } from './memory-folder.ts';
import { standInScorers } from './stand-in-scorers.ts';
import { nobody, openTestSources, type TestSources, type TestSourcesParts } from './test-sources.ts';
import { virtualStart } from './virtual-http.ts';

/** Whom the runs go to: a scripted other side, or a way to send in earnest. */
export type OtherSide = Partial<Pick<TestSourcesParts, 'upstream' | 'send' | 'connectMail' | 'owner' | 'isAlive'>>;

export type HouseParts = OtherSide & {
  readonly connector: { readonly card: { readonly id: string } };
  readonly settings: Settings;
  readonly readFrom?: Instant;
  readonly start?: Instant;
};

export type SourceHouse = {
  readonly db: Db;
  /** The file of the store. */
  readonly location: string;
  readonly over: (side?: OtherSide) => TestSources;
  /** What `side` does not name is as it was when the house was opened. */
  readonly run: (side?: OtherSide, request?: Partial<Parameters<SourceRunner['run']>[1]>) => Promise<SyncResult>;
  /** External ids, sorted; a double would stand twice. */
  readonly storedIds: () => Promise<readonly string[]>;
  /** Every conversation, its messages as `actor: text`, by external id. */
  readonly stored: () => Promise<Readonly<Record<string, readonly string[]>>>;
  readonly letters: () => Promise<readonly (readonly [item: string, reason: string])[]>;
  /** Another password, another folder: what somebody changes on the form. */
  readonly change: (settings: Settings) => Promise<void>;
  readonly now: () => Instant;
  readonly later: (ms: number) => void;
};

export const houseSource = 'desk';

const detector = openLanguageDetector();
const stores: { readonly db: Db; readonly folder: string }[] = [];

/** After every test by itself; by hand where one test opens many. */
export async function closeHouses(): Promise<void> {
  for (const { db, folder } of stores.splice(0)) {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
clearAfter('test', closeHouses);

export async function openSourceHouse({ connector, settings, readFrom, start = virtualStart, ...usual }: HouseParts): Promise<SourceHouse> {
  const folder = memoryFolder();
  await placeFreshStore(`${folder}/huiyin.db`);
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  stores.push({ db, folder });
  const keys = await openKeys(folder);
  let now: Instant = start;
  const clock = () => now;
  const later = (ms: number) => {
    now += ms;
  };
  const pipeline = openPipeline({ db, keys, detector: await detector, scorers: standInScorers, clock });
  const over = (side: OtherSide = {}) =>
    openTestSources({ db, keys, clock, upstream: nobody, pipeline, onPause: later, ...usual, ...side });
  const from = readFrom ?? start - 90 * day;
  const { desk } = over();
  await desk.add({ id: houseSource, label: 'Desk', connector: connector.card.id, settings, intervalMs: 600_000, readFrom: from });
  return {
    db,
    location: `${folder}/huiyin.db`,
    over,
    run: (side, request = {}) => over(side).runner.run(houseSource, { signal: new AbortController().signal, ...request }),
    storedIds: async () => (await findHeads(db)).map(({ externalId }) => externalId).sort(),
    stored: () => findStored(db),
    letters: async () => (await findDeadLetters(db, { sourceId: houseSource })).map(({ item, reason }) => [item, reason] as const),
    change: (changed) => desk.change(houseSource, { settings: changed }),
    now: clock,
    later,
  };
}

type Heads = Awaited<ReturnType<typeof findConversations>>;

async function findHeads(db: Db): Promise<Heads['conversations']> {
  const found: Heads['conversations'][number][] = [];
  let cursor: string | null = null;
  do {
    const page: Heads = await findConversations(db, { limit: 1000, cursor });
    found.push(...page.conversations);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

async function findStored(db: Db): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { id, externalId } of await findHeads(db)) {
    const { messages } = await getConversation(db, id);
    found[externalId] = messages.map(({ actor, body }) => `${actor}: ${body}`);
  }
  return found;
}

/** What went wrong, null where nothing did. */
export const failureOf = async (work: Promise<unknown>): Promise<string | null> =>
  await work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'failed'),
  );
