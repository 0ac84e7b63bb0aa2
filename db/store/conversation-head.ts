// The columns of a conversation that every reading of it begins with.
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { ConversationHead } from './conversation-records.ts';
import type { ConversationRow } from './derived-rows.ts';

export type HeadRow = Omit<ConversationHead, 'agent'> & Pick<ConversationRow, 'agentKey' | 'place'>;

export function headColumns(db: Db) {
  const { conversation } = db.tables;
  return {
    id: conversation.id,
    externalId: conversation.externalId,
    sourceId: conversation.sourceId,
    channel: conversation.channel,
    subject: conversation.subject,
    openedAt: conversation.openedAt,
    arrivedAt: conversation.arrivedAt,
    lastMessageAt: conversation.lastMessageAt,
    status: conversation.status,
    customerKey: conversation.customerKey,
    language: conversation.language,
    category: conversation.category,
    team: conversation.team,
    country: conversation.country,
    exclusion: conversation.exclusion,
    isComplaint: conversation.isComplaint,
    messageCount: conversation.messageCount,
    revision: conversation.revision,
    agentKey: conversation.agentKey,
    place: conversation.place,
  };
}

export function toHead({ agentKey, place: _, ...head }: HeadRow, names: ReadonlyMap<string, string>): ConversationHead {
  return { ...head, agent: nameOf(agentKey, names) };
}

/** Null for nobody, and for an agent whose name is not known. */
export function nameOf(key: string | null, names: ReadonlyMap<string, string>): string | null {
  return key === null ? null : (names.get(key) ?? null);
}

/** Staff names by key, for the keys that occur. */
export async function agentNames(db: Db, keys: readonly (string | null)[]): Promise<Map<string, string>> {
  const { staff } = db.tables;
  const distinct = [...new Set(keys.flatMap((key) => key ?? []))];
  if (distinct.length === 0) return new Map();
  const rows = await db.query
    .select({ key: staff.key, name: staff.name })
    .from(staff)
    .where(inList(db, staff.key, distinct));
  return new Map(rows.map(({ key, name }) => [key, name]));
}
