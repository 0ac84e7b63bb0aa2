// Which conversation belongs to which issue: what is still to be placed, and placing it so that every reader learns of it.
import { and, asc, count, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { insertRows } from '../dialect/write-rows.ts';
import type { Instant } from '../model/instant.ts';
import type { IssueMember, Placer } from '../model/issue.ts';
import { takeNumbers } from './change-state.ts';
import { categoryOf } from './conversation-head.ts';
import type { MessageRow } from './derived-rows.ts';
import { findMessages } from './stored-conversations.ts';

export type PlacingPosition = { readonly afterChange: number; readonly afterId: number };

/** A conversation whose message has to be compared with the issues. */
export type ToPlace = {
  readonly id: number;
  readonly change: number;
  readonly revision: number;
  readonly sourceId: string;
  readonly channel: string;
  readonly customerKey: string | null;
  readonly category: string | null;
  readonly exclusion: string | null;
  readonly arrivedAt: Instant | null;
  readonly messages: readonly MessageRow[];
  /** Set where a person placed it: it stays there. */
  readonly kept: Pick<IssueMember, 'issueId' | 'apart' | 'placedAt' | 'toldAt'> | null;
};

export type PlacingBatch = { readonly toPlace: readonly ToPlace[]; readonly position: PlacingPosition; readonly isEnd: boolean };

/** The next conversations after a position, in the order of their changes; only those that were never placed, or changed since. */
export async function findToPlace(db: Db, { afterChange, afterId }: PlacingPosition, limit: number): Promise<PlacingBatch> {
  const { conversation: c, issueMember: m } = db.tables;
  const { id, change, revision, sourceId, channel, customerKey, exclusion, arrivedAt } = c;
  const rows = await db.query
    .select({
      ...{ id, change, revision, sourceId, channel, customerKey, exclusion, arrivedAt, category: categoryOf(db) },
      ...{ read: m.revision, placedBy: m.placedBy, issueId: m.issueId, apart: m.apart, placedAt: m.placedAt, toldAt: m.toldAt },
    })
    .from(c)
    .leftJoin(m, eq(m.conversationId, id))
    .where(sql`(${change}, ${id}) > (${afterChange}, ${afterId})`)
    .orderBy(asc(change), asc(id))
    .limit(limit);
  const open = rows.filter((row) => row.read !== row.revision);
  const messages = await findMessages(
    db,
    open.map((row) => row.id),
  );
  const last = rows.at(-1);
  return {
    toPlace: open.map(({ read: _, placedBy, issueId, apart, placedAt, toldAt, ...row }) => ({
      ...row,
      messages: messages.get(row.id) ?? [],
      kept: placedBy === 'person' && placedAt !== null ? { issueId, apart, placedAt, toldAt } : null,
    })),
    position: last === undefined ? { afterChange, afterId } : { afterChange: last.change, afterId: last.id },
    isEnd: rows.length < limit,
  };
}

/** Writes placements over older ones, and gives conversations whose issue is another one now a new change number. */
export async function savePlacements(tx: Db, members: readonly IssueMember[]): Promise<void> {
  if (members.length === 0) return;
  const { issueMember } = tx.tables;
  const ids = members.map(({ conversationId }) => conversationId);
  const before = await findPlacements(tx, ids);
  await tx.query.delete(issueMember).where(inList(tx, issueMember.conversationId, ids));
  await insertRows(tx, issueMember, members);
  await touchConversations(
    tx,
    members.filter(({ conversationId, issueId }) => (before.get(conversationId) ?? null) !== issueId).map((one) => one.conversationId),
  );
}

/** Puts conversations where somebody wants them; gives those that were there. */
export async function moveMembers(
  tx: Db,
  ids: readonly number[],
  to: { readonly issueId: string | null; readonly placedBy: Placer; readonly now: Instant },
): Promise<void> {
  const { issueMember } = tx.tables;
  const apart = to.issueId === null ? ('taken-out' as const) : null;
  await tx.query
    .update(issueMember)
    .set({ issueId: to.issueId, placedBy: to.placedBy, placedAt: to.now, apart })
    .where(inList(tx, issueMember.conversationId, ids));
  await touchConversations(tx, ids);
}

/** Everything of one issue becomes part of another, placed by whoever had placed it. */
export async function moveAllMembers(tx: Db, from: string, to: string): Promise<number> {
  const { issueMember } = tx.tables;
  const rows = await tx.query.select({ id: issueMember.conversationId }).from(issueMember).where(eq(issueMember.issueId, from));
  await tx.query.update(issueMember).set({ issueId: to }).where(eq(issueMember.issueId, from));
  await touchConversations(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** Readers follow change numbers: a conversation that moved has to get a new one. */
export async function touchConversations(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { conversation } = tx.tables;
  const { change } = await takeNumbers(tx, 0);
  await tx.query
    .update(conversation)
    .set({ change })
    .where(inList(tx, conversation.id, ids));
}

/** The issue of each of these conversations, as far as they were ever placed. */
export async function findPlacements(tx: Db, ids: readonly number[]): Promise<Map<number, string | null>> {
  const { issueMember } = tx.tables;
  const rows = await tx.query
    .select({ id: issueMember.conversationId, issueId: issueMember.issueId })
    .from(issueMember)
    .where(inList(tx, issueMember.conversationId, ids));
  return new Map(rows.map(({ id, issueId }) => [id, issueId]));
}

export type StoredText = {
  readonly conversationId: number;
  readonly message: string;
  readonly body: string;
  readonly language: string;
  readonly at: Instant | null;
};

/** The texts that stand for conversations; conversations whose message lost its text are left out. */
export async function findPlacedTexts(db: Db, ids: readonly number[]): Promise<Map<number, StoredText>> {
  const { issueMember: m, message } = db.tables;
  if (ids.length === 0) return new Map();
  const rows = await db.query
    .select({
      conversationId: m.conversationId,
      message: message.externalId,
      body: message.body,
      language: message.language,
      at: message.at,
    })
    .from(m)
    .innerJoin(message, and(eq(message.conversationId, m.conversationId), eq(message.externalId, m.message)))
    .where(and(inList(db, m.conversationId, ids), ne(message.body, ''), isNull(message.deletedAt)));
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** All members of an issue, or those that are like no other; newest first. */
export async function findMembers(db: Db, issueId: string | null, limit = 100_000): Promise<IssueMember[]> {
  const { issueMember } = db.tables;
  return await db.query
    .select()
    .from(issueMember)
    .where(issueId === null ? and(isNull(issueMember.issueId), eq(issueMember.apart, 'alone')) : eq(issueMember.issueId, issueId))
    .orderBy(sql`${issueMember.arrivedAt} desc`, sql`${issueMember.conversationId} desc`)
    .limit(limit);
}

/** What the machine placed with an issue and arrived after `since`, newest first. */
export async function findPlacedSince(db: Db, since: Instant, limit: number): Promise<IssueMember[]> {
  const { issueMember: m } = db.tables;
  return await db.query
    .select()
    .from(m)
    .where(and(isNotNull(m.issueId), eq(m.placedBy, 'machine'), gt(m.arrivedAt, since)))
    .orderBy(sql`${m.arrivedAt} desc`, sql`${m.conversationId} desc`)
    .limit(limit);
}

/** Everything that was read, for grouping anew: what holds a text and is no aside. */
export async function findGroupable(db: Db): Promise<IssueMember[]> {
  const { issueMember } = db.tables;
  const isRead = or(isNotNull(issueMember.issueId), eq(issueMember.apart, 'alone'), eq(issueMember.apart, 'taken-out'));
  return await db.query.select().from(issueMember).where(isRead).orderBy(asc(issueMember.conversationId));
}

export type FirstPosting = Pick<IssueMember, 'conversationId' | 'voice' | 'arrivedAt'> & { readonly channel: string };

/** The first posting of each of these texts, by hash. */
export async function findFirstPostings(db: Db, hashes: readonly string[]): Promise<Map<string, FirstPosting>> {
  const { issueMember: m, conversation } = db.tables;
  if (hashes.length === 0) return new Map();
  const rows = await db.query
    .select({
      textHash: m.textHash,
      conversationId: m.conversationId,
      voice: m.voice,
      arrivedAt: m.arrivedAt,
      channel: conversation.channel,
    })
    .from(m)
    .innerJoin(conversation, eq(conversation.id, m.conversationId))
    .where(and(inList(db, m.textHash, hashes), isNull(m.copyOf)))
    .orderBy(sql`${m.conversationId} desc`);
  return new Map(rows.flatMap(({ textHash, ...row }) => (textHash === null ? [] : [[textHash, row]])));
}

export type MemberLine = Pick<IssueMember, 'conversationId' | 'score' | 'placedBy' | 'copyOf' | 'version' | 'arrivedAt'> & {
  readonly channel: string;
  readonly language: string;
};

/** A page of the conversations of an issue, newest first, and how many there are; excluded ones are not shown. */
export async function findMemberLines(
  db: Db,
  issueId: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly n: number; readonly members: readonly MemberLine[] }> {
  const { issueMember: m, conversation: c } = db.tables;
  const where = and(eq(m.issueId, issueId), isNull(c.exclusion));
  const [counted] = await db.query.select({ n: count() }).from(m).innerJoin(c, eq(c.id, m.conversationId)).where(where);
  const { conversationId, score, placedBy, copyOf, version, arrivedAt } = m;
  const members = await db.query
    .select({ conversationId, score, placedBy, copyOf, version, arrivedAt, channel: c.channel, language: c.language })
    .from(m)
    .innerJoin(c, eq(c.id, conversationId))
    .where(where)
    .orderBy(sql`${arrivedAt} desc`, sql`${conversationId} desc`)
    .offset(page.offset)
    .limit(page.limit);
  return { n: counted?.n ?? 0, members };
}

/** How often the complaint of each of these conversations was posted, itself included. */
export async function countPostings(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { issueMember: m } = db.tables;
  const rows = await db.query
    .select({ first: m.copyOf, n: count() })
    .from(m)
    .where(inList(db, m.copyOf, ids))
    .groupBy(m.copyOf);
  const copies = new Map(rows.map(({ first, n }) => [first, n]));
  return new Map(ids.map((id) => [id, 1 + (copies.get(id) ?? 0)]));
}
