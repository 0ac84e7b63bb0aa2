// SQLite tables of our own surveys: each offer that was made of a solved episode, and what came of it.
import { index, sqliteTable, unique } from 'drizzle-orm/sqlite-core';
import type { RatingKind } from '../../model/conversation.ts';
import { count, instant, json, real, words } from './columns.ts';
import { conversation } from './feedback.ts';

export const surveyOffer = sqliteTable(
  'survey_offer',
  {
    /** Of the token in the link; the token itself is kept nowhere. */
    tokenHash: words().primaryKey(),
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    episode: count().notNull(),
    kind: words().$type<RatingKind>().notNull(),
    channel: words().notNull(),
    language: words().notNull(),
    offeredAt: instant().notNull(),
    expiresAt: instant().notNull(),
    reminders: count().notNull(),
    remindedAt: instant(),
    answeredAt: instant(),
    changedAt: instant(),
    value: real(),
    scaleMin: real().notNull(),
    scaleMax: real().notNull(),
    /** Redacted, as everything that customers write. */
    comment: words(),
    commentRedactions: json().$type<readonly string[]>().notNull(),
  },
  (table) => [unique('survey_offer_episode').on(table.conversationId, table.episode), index('survey_offer_offered').on(table.offeredAt)],
);
