// Facts of stored conversations written anew where they came out different.

import { and, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { changeSearch } from '../dialect/search.ts';
import { insertRows, updateRows } from '../dialect/write-rows.ts';
import type { DerivedRows } from './derived-rows.ts';
import { deriveDrafts } from './merged-records.ts';
import type { FactSettings } from './page.ts';
import { findRatingComments } from './rating-comments.ts';
import { toSearchEntry } from './search-entries.ts';
import { stableJson } from './stable-json.ts';
import { findMergedFirst, findRows, type StoredConversation, withMessages } from './stored-conversations.ts';

/** Overwrites waits, episodes, verdicts and derived columns. `after` are the rows that `before` gave, in the same order. */
export async function writeFacts(
  tx: Db,
  before: readonly StoredConversation[],
  after: readonly DerivedRows[],
  change: number,
): Promise<void> {
  const { conversation, episode, message, wait } = tx.tables;
  if (after.length === 0) return;
  const ids = after.map((rows) => rows.conversation.id);
  const places = new Map(before.map(({ row }) => [row.id, row.place]));
  const moved = after.filter((rows) => places.get(rows.conversation.id) !== rows.conversation.place);
  await updateRows(
    tx,
    conversation,
    after.map((rows) => ({ ...rows.conversation, change })),
  );
  for (const table of [wait, episode]) await tx.query.delete(table).where(inList(tx, table.conversationId, ids));
  await insertRows(
    tx,
    wait,
    after.flatMap((rows) => rows.waits),
  );
  await insertRows(
    tx,
    episode,
    after.flatMap((rows) => rows.episodes),
  );
  for (const { conversationId, externalId, countsAsReply, replyReason } of changedVerdicts(before, after)) {
    await tx.query
      .update(message)
      .set({ countsAsReply, replyReason })
      .where(and(eq(message.conversationId, conversationId), eq(message.externalId, externalId)));
  }
  const comments = await findRatingComments(
    tx,
    moved.map((rows) => rows.conversation.id),
  );
  await changeSearch(
    tx,
    moved.map((rows) => toSearchEntry(rows, comments.get(rows.conversation.id))),
    moved.flatMap((rows) => places.get(rows.conversation.id) ?? []),
  );
}

/** Derives stored conversations of one source anew, with the records that are merged into them. */
export async function deriveStored(
  tx: Db,
  sourceId: string,
  stored: readonly StoredConversation[],
  settings: FactSettings,
): Promise<DerivedRows[]> {
  const drafts = stored.map(({ row, messages, statusChanges }) => ({ conversation: row, messages, statusChanges }));
  const storedFirst = await findMergedFirst(tx, {
    sourceId,
    survivors: stored.map(({ row }) => row.externalId),
    except: stored.map(({ row }) => row.id),
  });
  return deriveDrafts(drafts, storedFirst, settings);
}

export type SurvivorQuery = {
  readonly sourceId: string;
  readonly externalIds: readonly string[];
  readonly change: number;
  readonly settings: FactSettings;
};

/** Longer chains of merges than this are left to the next restatement. */
const longestChain = 10;

/** Derives survivors anew after a record was merged into them, or taken out again, and on along the chain while arrivals move. */
export async function rederiveSurvivors(tx: Db, query: SurvivorQuery): Promise<void> {
  let names = query.externalIds;
  for (let step = 0; step < longestChain && names.length > 0; step += 1) {
    const rows = await findRows(tx, query.sourceId, names);
    const before = await withMessages(tx, [...rows.values()]);
    const after = await deriveStored(tx, query.sourceId, before, query.settings);
    await writeFacts(tx, before, after, query.change);
    const arrivals = new Map(before.map(({ row }) => [row.id, row.arrivedAt]));
    names = after.flatMap(({ conversation }) =>
      conversation.mergedInto !== null && arrivals.get(conversation.id) !== conversation.arrivedAt ? [conversation.mergedInto] : [],
    );
  }
}

/** True where the facts are the same; change numbers and the like are no facts. */
export function isSame(before: DerivedRows, after: DerivedRows): boolean {
  return stableJson(comparable(before)) === stableJson(comparable(after));
}

function comparable({ conversation, messages, waits, episodes }: DerivedRows): unknown {
  const { arrivedAt, lastMessageAt, hasCustomer, agentKey, messageCount, place } = conversation;
  const verdicts = messages.map(({ externalId, countsAsReply, replyReason }) => [externalId, countsAsReply, replyReason]);
  return { arrivedAt, lastMessageAt, hasCustomer, agentKey, messageCount, place, verdicts, waits, episodes };
}

function changedVerdicts(before: readonly StoredConversation[], after: readonly DerivedRows[]) {
  const known = new Map(
    before.flatMap(({ row, messages }) =>
      messages.map((message) => [`${row.id}:${message.externalId}`, `${message.countsAsReply}:${message.replyReason}`]),
    ),
  );
  return after.flatMap(({ messages }) =>
    messages.filter(
      ({ conversationId, externalId, countsAsReply, replyReason }) =>
        known.get(`${conversationId}:${externalId}`) !== `${countsAsReply}:${replyReason}`,
    ),
  );
}
