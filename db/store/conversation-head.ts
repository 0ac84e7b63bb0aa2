// The columns of a conversation that every reading of it begins with.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { categoryNow } from './category-now.ts';
import type { ConversationHead } from './conversation-records.ts';
import type { ConversationRow } from './derived-rows.ts';

export type HeadRow = Omit<ConversationHead, 'agent' | 'harmReasons' | 'risks'> &
  Pick<ConversationRow, 'agentKey' | 'place' | 'harmReasons' | 'risks'>;

/** The one notion of a category: what the source says, else what the scorer does; a former category is what became of it. */
export function categoryOf(db: Db): SQL<string | null> {
  const { category, scoredCategory } = db.tables.conversation;
  return categoryNow(db, sql`coalesce(${category}, ${scoredCategory})`);
}

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
    category: categoryOf(db),
    team: conversation.team,
    country: conversation.country,
    exclusion: conversation.exclusion,
    isComplaint: conversation.isComplaint,
    messageCount: conversation.messageCount,
    revision: conversation.revision,
    sentiment: conversation.sentiment,
    sentimentScore: conversation.sentimentScore,
    harm: conversation.harm,
    harmReasons: conversation.harmReasons,
    risks: conversation.risks,
    agentKey: conversation.agentKey,
    place: conversation.place,
  };
}

export function toHead({ agentKey, place: _, harmReasons, risks, ...head }: HeadRow, names: ReadonlyMap<string, string>): ConversationHead {
  return { ...head, harmReasons: harmReasons ?? [], risks: risks ?? [], agent: nameOf(agentKey, names) };
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
