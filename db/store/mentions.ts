// What messages mention, by keyed hash: read back with a conversation, and counted over all of them.
import { and, asc, countDistinct, eq, ne } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { Mention, MentionSeen } from '../model/mention.ts';
import { groupBy } from './group-by.ts';
import { findOwnAddresses } from './own-addresses.ts';

/** Under which a message finds its mentions in `findMentions`. */
export const mentionPlace = (message: { readonly conversationId: number; readonly externalId: string }): string =>
  `${message.conversationId} ${message.externalId}`;

/** Stands for a message where the subject mentions something: no message is called by nothing. */
export const subjectPlace = '';

/** The mentions of whole conversations, by `mentionPlace` of the message. */
export async function findMentions(db: Db, conversationIds: readonly number[]): Promise<Map<string, Mention[]>> {
  const { mention } = db.tables;
  if (conversationIds.length === 0) return new Map();
  const rows = await db.query
    .select()
    .from(mention)
    .where(inList(db, mention.conversationId, conversationIds))
    .orderBy(asc(mention.conversationId), asc(mention.externalId), asc(mention.key));
  const grouped = groupBy(rows, mentionPlace);
  return new Map([...grouped].map(([place, found]) => [place, found.map(({ kind, key }) => ({ kind, key }))]));
}

/** Each thing that a conversation mentions, once, with how many other conversations mention it; the most shared first and what is ours last. */
export async function findMentionsSeen(tx: Db, conversationId: number): Promise<MentionSeen[]> {
  const { mention } = tx.tables;
  const own = await tx.query
    .selectDistinct({ kind: mention.kind, key: mention.key })
    .from(mention)
    .where(eq(mention.conversationId, conversationId));
  if (own.length === 0) return [];
  const keys = own.map(({ key }) => key);
  const elsewhere = await tx.query
    .select({ key: mention.key, n: countDistinct(mention.conversationId) })
    .from(mention)
    .where(and(inList(tx, mention.key, keys), ne(mention.conversationId, conversationId)))
    .groupBy(mention.key);
  const others = new Map(elsewhere.map(({ key, n }) => [key, Number(n)]));
  const labels = new Map((await findOwnAddresses(tx)).map(({ key, label }) => [key, label]));
  const seen = own.map((one) => ({ ...one, others: others.get(one.key) ?? 0, ours: labels.get(one.key) ?? null }));
  return seen.sort(
    (a, b) =>
      Number(a.ours !== null) - Number(b.ours !== null) ||
      b.others - a.others ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
      (a.key < b.key ? -1 : 1),
  );
}
