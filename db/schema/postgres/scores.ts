// PostgreSQL table of what the scorers say of each message. An annotation by a person is another record, and is never written here.
import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { RiskSignal, SentimentLabel, UrgencyLevel } from '../../model/score.ts';
import type { ScoreEvidence } from '../../model/scored.ts';
import { flag, instant, json, real, words } from './columns.ts';
import { conversation } from './feedback.ts';

export const score = pgTable(
  'score',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    externalId: words().notNull(),
    scorer: words().notNull(),
    sentiment: words().$type<SentimentLabel>(),
    sentimentScore: real(),
    neg: real(),
    neu: real(),
    pos: real(),
    isMixed: flag().notNull(),
    isAbstained: flag().notNull(),
    category: words(),
    categoryConfidence: real(),
    harm: words().$type<UrgencyLevel>(),
    harmReasons: json().$type<readonly string[]>().notNull(),
    risks: json().$type<readonly RiskSignal[]>().notNull(),
    evidence: json().$type<ScoreEvidence>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.externalId] })],
);
