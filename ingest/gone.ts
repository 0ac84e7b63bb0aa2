// Deletions: what is stored of a source is held against the source now and then; what is gone there loses its text here.
import type { Db } from '#db/dialect/db.ts';
import type { Instant } from '#db/model/instant.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { changeConnection, getConnection } from '#db/store/source-connections.ts';
import { findNewestOf } from '#db/store/sources.ts';
import { findStoredIncoming } from '#db/store/stored-incoming.ts';
import { forgetSurveyComments } from '#db/store/surveys.ts';
import type { Access, OpenedConnector } from './connectors/connector.ts';

export type GoneParts = { readonly db: Db; readonly clock: () => Instant };
export type GoneJob = { readonly sourceId: string; readonly connector: OpenedConnector; readonly access: Access };

// A deletion is rarely older, and every question costs a request.
const mostChecked = 1000;
const batchSize = 100;

/** Marks conversations that the source says are gone as deleted: their times stay for the figures, their texts go. Gives how many. */
export async function checkGone({ db, clock }: GoneParts, { sourceId, connector, access }: GoneJob): Promise<number> {
  if (connector.findGone === null) return 0;
  const ids = await findNewestOf(db, sourceId, mostChecked);
  let gone = 0;
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    const missed = await connector.findGone(access, batch);
    // Asked twice: a source that is being restarted says "not found" as well.
    const confirmed = missed.length === 0 ? [] : await connector.findGone(access, missed);
    gone += (await markGone({ db, clock }, sourceId, confirmed)).length;
  }
  const { goneSeen } = await getConnection(db, sourceId);
  await changeConnection(db, sourceId, { checkedGoneAt: clock(), goneSeen: goneSeen + gone });
  return gone;
}

/** Takes the texts of conversations that are gone at their source; gives the ids of those that are stored. */
export async function markGone({ db, clock }: GoneParts, sourceId: string, externalIds: readonly string[]): Promise<readonly string[]> {
  if (externalIds.length === 0) return [];
  const stored = await findStoredIncoming(db, sourceId, externalIds);
  // Brings the rules of redaction along, which a server that starts should not wait for.
  const { asGone } = await import('./stages/as-gone.ts');
  await saveConversations(db, {
    sourceId,
    conversations: [...stored.values()].map(asGone),
    now: clock(),
    alongside: (tx) => forgetSurveyComments(tx, sourceId, [...stored.keys()]),
  });
  return [...stored.keys()];
}
