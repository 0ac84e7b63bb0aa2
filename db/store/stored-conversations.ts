// Conversations read back from the store in sets, for saving over them and for deriving their facts anew.
import { and, asc, eq, isNotNull, min, not } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Instant } from '../model/instant.ts';
import type { ConversationRow, MessageRow, StatusChangeRow } from './derived-rows.ts';
import { groupBy } from './group-by.ts';

export type StoredConversation = {
  readonly row: ConversationRow;
  readonly messages: readonly MessageRow[];
  readonly statusChanges: readonly StatusChangeRow[];
};

/** The rows of a source by external id, as far as they exist. */
export async function findRows(db: Db, sourceId: string, externalIds: readonly string[]): Promise<Map<string, ConversationRow>> {
  const { conversation } = db.tables;
  if (externalIds.length === 0) return new Map();
  const rows = await db.query
    .select()
    .from(conversation)
    .where(and(eq(conversation.sourceId, sourceId), inList(db, conversation.externalId, externalIds)));
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Messages by conversation id, in their order. */
export async function findMessages(db: Db, conversationIds: readonly number[]): Promise<Map<number, MessageRow[]>> {
  const { message } = db.tables;
  if (conversationIds.length === 0) return new Map();
  const rows = await db.query
    .select()
    .from(message)
    .where(inList(db, message.conversationId, conversationIds))
    .orderBy(asc(message.conversationId), asc(message.position));
  return groupBy(rows, (row) => row.conversationId);
}

/** Whole conversations to given rows, in the order of the rows. */
export async function withMessages(db: Db, rows: readonly ConversationRow[]): Promise<StoredConversation[]> {
  const { statusChange } = db.tables;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const messages = await findMessages(db, ids);
  const changes = await db.query
    .select()
    .from(statusChange)
    .where(inList(db, statusChange.conversationId, ids))
    .orderBy(asc(statusChange.conversationId), asc(statusChange.position));
  const byConversation = groupBy(changes, (change) => change.conversationId);
  return rows.map((row) => ({ row, messages: messages.get(row.id) ?? [], statusChanges: byConversation.get(row.id) ?? [] }));
}

export type MergedQuery = {
  readonly sourceId: string;
  /** External ids of the survivors. */
  readonly survivors: readonly string[];
  /** Ids of records that are being saved, whose stored rows are out of date. */
  readonly except: readonly number[];
};

/** The earliest arrival among the stored records that were merged into each survivor, by the survivor's external id. */
export async function findMergedFirst(db: Db, { sourceId, survivors, except }: MergedQuery): Promise<Map<string, Instant>> {
  const { conversation } = db.tables;
  if (survivors.length === 0) return new Map();
  const rows = await db.query
    .select({ mergedInto: conversation.mergedInto, firstAt: min(conversation.arrivedAt) })
    .from(conversation)
    .where(
      and(
        eq(conversation.sourceId, sourceId),
        isNotNull(conversation.mergedInto),
        inList(db, conversation.mergedInto, survivors),
        not(inList(db, conversation.id, except)),
      ),
    )
    .groupBy(conversation.mergedInto);
  return new Map(rows.flatMap(({ mergedInto, firstAt }) => (mergedInto === null || firstAt === null ? [] : [[mergedInto, firstAt]])));
}
