// Conversations by their place in the store: pages of ids, for work that goes over all of them once.
import { asc, count, desc, gt } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';

export type ConversationPlace = { readonly id: number; readonly sourceId: string; readonly externalId: string };

/** The next conversations behind an id, in the order of their ids; none where it was the last. */
export async function findConversationPlaces(db: Db, afterId: number, limit: number): Promise<ConversationPlace[]> {
  const { conversation } = db.tables;
  return await db.query
    .select({ id: conversation.id, sourceId: conversation.sourceId, externalId: conversation.externalId })
    .from(conversation)
    .where(gt(conversation.id, afterId))
    .orderBy(asc(conversation.id))
    .limit(limit);
}

/** The languages of the newest conversations, of so many at most, each once. */
export async function findLateLanguages(db: Db, among: number): Promise<string[]> {
  const { conversation } = db.tables;
  const late = db.query.select({ language: conversation.language }).from(conversation).orderBy(desc(conversation.id)).limit(among);
  return [...new Set((await late).map(({ language }) => language))].sort();
}

/** How many conversations there are behind an id. */
export async function countConversations(db: Db, afterId: number): Promise<number> {
  const { conversation } = db.tables;
  const [row] = await db.query.select({ n: count() }).from(conversation).where(gt(conversation.id, afterId));
  return row?.n ?? 0;
}
