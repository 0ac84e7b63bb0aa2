// Stored conversations in the form in which they came in, for sources that only ever give us the newest part.
import { asc } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import type { IncomingConversation, IncomingMessage, IncomingRating } from '../model/conversation.ts';
import type { Mention } from '../model/mention.ts';
import { agentNames, nameOf } from './conversation-head.ts';
import type { ConversationRow, MessageRow, RatingRow } from './derived-rows.ts';
import { groupBy } from './group-by.ts';
import { findMentions, mentionPlace, subjectPlace } from './mentions.ts';
import { findRows, withMessages } from './stored-conversations.ts';

/** Texts are redacted already, but only the redactor may say so again. */
export type StoredMessage = Omit<IncomingMessage, 'body'> & { readonly body: string };
export type StoredRating = Omit<IncomingRating, 'comment'> & { readonly comment?: string };
export type StoredIncoming = Omit<IncomingConversation, 'subject' | 'messages' | 'ratings'> & {
  readonly subject: string | null;
  readonly messages: readonly StoredMessage[];
  readonly ratings: readonly StoredRating[];
};

/** The conversations of a source by external id, as far as they are stored. */
export async function findStoredIncoming(db: Db, sourceId: string, externalIds: readonly string[]): Promise<Map<string, StoredIncoming>> {
  const rows = [...(await findRows(db, sourceId, externalIds)).values()];
  const ids = rows.map(({ id }) => id);
  const [stored, ratings, mentions] = await Promise.all([withMessages(db, rows), findRatings(db, rows), findMentions(db, ids)]);
  const names = await agentNames(
    db,
    stored.flatMap(({ messages }) => messages.map(({ authorKey }) => authorKey)),
  );
  return new Map(
    stored.map(({ row, messages, statusChanges }) => [
      row.externalId,
      {
        ...toConversation(row),
        statusChanges: statusChanges.map(({ at, status, by }) => ({ at, status, by })),
        messages: messages.map((message) => toMessage(message, names, mentions.get(mentionPlace(message)) ?? [])),
        ratings: ratings.get(row.id) ?? [],
        ...withMentions(mentions.get(mentionPlace({ conversationId: row.id, externalId: subjectPlace }))),
      },
    ]),
  );
}

function toConversation(row: ConversationRow): Omit<StoredIncoming, 'mentions' | 'messages' | 'statusChanges' | 'ratings'> {
  const { externalId, channel, subject, openedAt, status, customerKey, language, category, team, country, tags } = row;
  const { exclusion, mergedInto, isComplaint } = row;
  return {
    externalId,
    channel,
    subject,
    openedAt,
    status,
    customerKey,
    language,
    category,
    team,
    country,
    tags,
    exclusion,
    mergedInto,
    isComplaint,
  };
}

function toMessage(row: MessageRow, names: ReadonlyMap<string, string>, mentions: readonly Mention[]): StoredMessage {
  const { conversationId: _id, position: _position, countsAsReply: _counts, replyReason: _reason, ...message } = row;
  const named = { ...message, agentName: row.actor === 'agent' ? nameOf(row.authorKey, names) : null };
  return { ...named, ...withMentions(mentions) };
}

/** Left out where there is none, as where they come in. */
function withMentions(mentions: readonly Mention[] = []): { readonly mentions?: readonly Mention[] } {
  return mentions.length === 0 ? {} : { mentions };
}

async function findRatings(db: Db, rows: readonly ConversationRow[]): Promise<Map<number, StoredRating[]>> {
  const { rating } = db.tables;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await db.query
    .select()
    .from(rating)
    .where(inList(db, rating.conversationId, ids))
    .orderBy(asc(rating.externalId));
  const grouped = groupBy(found, ({ conversationId }) => conversationId);
  return new Map([...grouped].map(([id, ratings]) => [id, ratings.map(toRating)]));
}

/** Without a comment where there is none, as where they come in. */
function toRating({ conversationId: _id, comment, commentRedactions, ...rating }: RatingRow): StoredRating {
  return comment === null ? rating : { ...rating, comment, commentRedactions: commentRedactions ?? [] };
}
