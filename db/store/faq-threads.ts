// Conversations of an issue as the FAQ reads them: public messages, the end, and ratings; and the questions nearest to its middle.
import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { isGoodRating } from '../facts/answered-offers.ts';
import type { Actor, Status } from '../model/conversation.ts';
import type { Instant } from '../model/instant.ts';
import { groupBy } from './group-by.ts';

export type FaqMessage = {
  readonly at: Instant | null;
  readonly actor: Actor;
  readonly body: string;
  readonly language: string;
  /** A substantive reply of ours. */
  readonly countsAsReply: boolean;
  /** False for thanks and the like. */
  readonly needsAnswer: boolean;
};

export type FaqThread = {
  readonly conversationId: number;
  readonly status: Status;
  readonly messages: readonly FaqMessage[];
  readonly ratings: readonly { readonly at: Instant | null; readonly isGood: boolean }[];
};

/** The newest conversations of an issue with what was said in public, oldest message first; another posting is read too. */
export async function findFaqThreads(db: Db, issueId: string, limit: number): Promise<FaqThread[]> {
  const { issueMember: m, conversation: c, message, rating } = db.tables;
  const heads = await db.query
    .select({ conversationId: c.id, status: c.status })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(and(eq(m.issueId, issueId), isNull(c.exclusion), isNotNull(m.arrivedAt)))
    .orderBy(desc(m.arrivedAt), desc(c.id))
    .limit(limit);
  const ids = heads.map(({ conversationId }) => conversationId);
  const { conversationId, at, actor, body, language, countsAsReply, needsAnswer, visibility, deletedAt, position } = message;
  const messages = await db.query
    .select({ conversationId, at, actor, body, language, countsAsReply, needsAnswer })
    .from(message)
    .where(and(inList(db, conversationId, ids), eq(visibility, 'public'), isNull(deletedAt)))
    .orderBy(asc(conversationId), asc(position));
  const ratings = await db.query
    .select()
    .from(rating)
    .where(and(inList(db, rating.conversationId, ids), eq(rating.kind, 'csat')));
  const byThread = groupBy(messages, (one) => one.conversationId);
  const rated = groupBy(ratings, (one) => one.conversationId);
  return heads.map((head) => ({
    ...head,
    messages: (byThread.get(head.conversationId) ?? []).map(({ conversationId: _, ...one }) => one),
    ratings: (rated.get(head.conversationId) ?? []).map((one) => ({ at: one.at, isGood: isGoodRating(one) })),
  }));
}

export type FaqQuestion = { readonly conversationId: number; readonly language: string; readonly body: string };

/** First postings of an issue as customers wrote them, nearest to its middle first; what a person placed has no distance and comes last. */
export async function findFaqQuestions(db: Db, issueId: string, limit: number): Promise<FaqQuestion[]> {
  const { issueMember: m, conversation: c, message } = db.tables;
  const rows = await db.query
    .select({ conversationId: m.conversationId, language: message.language, body: message.body, score: m.score })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .innerJoin(message, and(eq(message.conversationId, m.conversationId), eq(message.externalId, m.message)))
    .where(and(eq(m.issueId, issueId), isNull(c.exclusion), isNull(m.copyOf), isNull(message.deletedAt), ne(message.body, '')))
    .orderBy(desc(m.arrivedAt), desc(m.conversationId))
    .limit(limit);
  return rows.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || b.conversationId - a.conversationId).map(({ score: _, ...row }) => row);
}
