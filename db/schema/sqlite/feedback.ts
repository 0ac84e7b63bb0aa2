// SQLite tables of what customers and we said to each other, and of the facts derived from it.
import { isNotNull, sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Actor, Closer, ConversationExclusion, MessageKind, RatingKind, Status, Visibility } from '../../model/conversation.ts';
import type { ReplyReason, ReplyTone, WaitExclusion, WaitState } from '../../model/facts.ts';
import type { UrgencyLevel } from '../../model/score.ts';
import type { SentimentState } from '../../model/scored.ts';
import { count, flag, instant, json, real, words } from './columns.ts';

export const source = sqliteTable('source', {
  id: words().primaryKey(),
  label: words().notNull(),
  kind: words().notNull(),
  isDemo: flag().notNull(),
});

export const conversation = sqliteTable(
  'conversation',
  {
    id: instant().primaryKey(),
    sourceId: words()
      .notNull()
      .references(() => source.id),
    externalId: words().notNull(),
    channel: words().notNull(),
    subject: words(),
    openedAt: instant(),
    status: words().$type<Status>().notNull(),
    customerKey: words(),
    language: words().notNull(),
    category: words(),
    team: words(),
    country: words(),
    tags: json().$type<readonly string[]>().notNull(),
    exclusion: words().$type<ConversationExclusion>(),
    mergedInto: words(),
    isComplaint: flag().notNull(),
    contentHash: words().notNull(),
    revision: count().notNull(),
    change: instant().notNull(),
    savedAt: instant().notNull(),
    arrivedAt: instant(),
    lastMessageAt: instant(),
    hasCustomer: flag().notNull(),
    agentKey: words(),
    messageCount: count().notNull(),
    place: instant().notNull(),
    sentiment: words().$type<SentimentState>(),
    sentimentScore: real(),
    sentimentOpening: real(),
    sentimentClosing: real(),
    scoredCategory: words(),
    scoredCategoryConfidence: real(),
    harm: words().$type<UrgencyLevel>(),
    harmReasons: json().$type<readonly string[]>(),
    risk: words(),
    risks: json().$type<readonly string[]>(),
    scorer: words(),
  },
  (table) => [
    unique('conversation_identity').on(table.sourceId, table.externalId),
    uniqueIndex('conversation_place').on(table.place),
    index('conversation_change').on(table.change, table.id),
    index('conversation_last').on(table.sourceId, table.lastMessageAt),
    index('conversation_customer').on(table.customerKey).where(isNotNull(table.customerKey)),
    index('conversation_merged').on(table.sourceId, table.mergedInto).where(isNotNull(table.mergedInto)),
  ],
);

export const message = sqliteTable(
  'message',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    externalId: words().notNull(),
    position: count().notNull(),
    at: instant(),
    actor: words().$type<Actor>().notNull(),
    authorKey: words(),
    visibility: words().$type<Visibility>().notNull(),
    kind: words().$type<MessageKind>().notNull(),
    body: words().notNull(),
    language: words().notNull(),
    languageConfidence: real().notNull(),
    needsAnswer: flag().notNull(),
    needsAnswerReason: words(),
    inReplyTo: words(),
    deletedAt: instant(),
    redactions: json().$type<readonly string[]>().notNull(),
    countsAsReply: flag().notNull(),
    replyReason: words().$type<ReplyReason>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.externalId] }),
    index('message_survey').on(table.conversationId, table.at).where(sql`${table.kind} = 'survey'`),
  ],
);

export const statusChange = sqliteTable(
  'status_change',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    position: count().notNull(),
    at: instant().notNull(),
    status: words().$type<Status>().notNull(),
    by: words().$type<Closer>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.position] })],
);

export const wait = sqliteTable(
  'wait',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    position: count().notNull(),
    ordinal: count().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant(),
    state: words().$type<WaitState>().notNull(),
    exclusion: words().$type<WaitExclusion>(),
    nudges: count().notNull(),
    calendarMs: instant(),
    workingMs: instant(),
    dueAt: instant(),
    promiseId: words(),
    promiseVersion: count(),
    calendarId: words(),
    calendarVersion: count(),
    fromMessage: words().notNull(),
    untilMessage: words(),
    answeredBy: words(),
    firstAnyAt: instant(),
    languageMatch: flag(),
    tone: words().$type<ReplyTone>(),
    arrivedOutOfHours: flag().notNull(),
    repliedOutOfHours: flag().notNull(),
    clamped: flag().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.position] }),
    index('wait_open').on(table.conversationId).where(sql`${table.state} = 'open'`),
  ],
);

export const episode = sqliteTable(
  'episode',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    position: count().notNull(),
    ordinal: count().notNull(),
    openedAt: instant().notNull(),
    solvedAt: instant(),
    solvedBy: words().$type<Closer>(),
    calendarMs: instant(),
    workingMs: instant(),
    countsAsSolved: flag().notNull(),
    reopened: flag().notNull(),
    agentKey: words(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.position] })],
);

export const rating = sqliteTable(
  'rating',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    externalId: words().notNull(),
    kind: words().$type<RatingKind>().notNull(),
    value: real().notNull(),
    scaleMin: real().notNull(),
    scaleMax: real().notNull(),
    at: instant(),
    /** What the customer wrote with the rating, redacted; null where nothing was said. */
    comment: words(),
    commentRedactions: json().$type<readonly string[]>(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.externalId] })],
);

export const mention = sqliteTable(
  'mention',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    externalId: words().notNull(),
    kind: words().notNull(),
    key: words().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.externalId, table.key] }), index('mention_key').on(table.key)],
);

export const event = sqliteTable('event', {
  id: words().primaryKey(),
  sourceId: words().references(() => source.id),
  kind: words().$type<'release' | 'incident' | 'market' | 'campaign' | 'holiday'>().notNull(),
  label: words().notNull(),
  fromAt: instant().notNull(),
  toAt: instant().notNull(),
  magnitude: real(),
});
