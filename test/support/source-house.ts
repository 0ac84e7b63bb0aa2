// A store with one source in it, run against any other side, for tests that look at what was stored.
import { afterAll } from 'vitest';
import { openKeys } from '#db/keys.ts';
import type { Settings } from '#db/model/connector.ts';
import type { Instant } from '#db/model/instant.ts';
import { day } from '#db/model/instant.ts';
import { type Db, openDb } from '#db/open.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import type { AnyConnector, FetchPlan } from '#ingest/connectors/connector.ts';
import type { MailConnect } from '#ingest/mail/mailbox.ts';
import type { SyncResult } from '#ingest/sync.ts';
import { placeFreshStore } from './fresh-store.ts';
import { temporaryFolder } from './import-files.ts';
import { openTestSources } from './test-sources.ts';
import { type Upstream, virtualStart } from './virtual-http.ts';

export type SourceHouse = {
  readonly db: Db;
  /** With a window: a back-fill of these days. */
  readonly run: (window?: FetchPlan['window']) => Promise<SyncResult>;
  /** Every conversation, its messages as `actor: text`, by external id. */
  readonly stored: () => Promise<Readonly<Record<string, readonly string[]>>>;
  readonly letters: () => Promise<readonly (readonly [item: string, reason: string])[]>;
  /** Another password, another folder: what somebody changes on the form. */
  readonly change: (settings: Settings) => Promise<void>;
  readonly later: (ms: number) => void;
};

export type HouseParts = {
  readonly connector: AnyConnector;
  readonly settings: Settings;
  readonly upstream: Upstream;
  readonly connectMail?: MailConnect;
  readonly readFrom?: Instant;
};

export const houseSource = 'desk';

const stores: Db[] = [];
afterAll(async () => {
  for (const store of stores.splice(0)) await store.close();
});

export async function openSourceHouse({ connector, settings, upstream, connectMail, readFrom }: HouseParts): Promise<SourceHouse> {
  const folder = temporaryFolder();
  await placeFreshStore(`${folder}/huiyin.db`);
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  stores.push(db);
  let now: Instant = virtualStart;
  const clock = () => now;
  const onPause = (ms: number) => {
    now += ms;
  };
  const { runner, desk } = openTestSources({ db, keys: await openKeys(folder), clock, upstream, onPause, connectMail });
  const from = readFrom ?? virtualStart - 90 * day;
  await desk.add({ id: houseSource, label: 'Desk', connector: connector.card.id, settings, intervalMs: 600_000, readFrom: from });
  return {
    db,
    run: (window = null) => runner.run(houseSource, { window, signal: new AbortController().signal }),
    stored: async () => {
      const found: Record<string, readonly string[]> = {};
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof findConversations>> = await findConversations(db, { limit: 1000, cursor });
        for (const { id, externalId } of page.conversations) {
          const { messages } = await getConversation(db, id);
          found[externalId] = messages.map(({ actor, body }) => `${actor}: ${body}`);
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      return found;
    },
    letters: async () => (await findDeadLetters(db, { sourceId: houseSource })).map(({ item, reason }) => [item, reason] as const),
    change: (changed) => desk.change(houseSource, { settings: changed }),
    later: (ms) => {
      now += ms;
    },
  };
}
