// PostgreSQL tables of what the scorers say of each message, of how much each of their versions has judged, and of the taxonomies they judge by. An annotation by a person is another record, and is never written here.
import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { RiskSignal, SentimentLabel, UrgencyLevel } from '../../model/score.ts';
import type { ScoreEvidence } from '../../model/scored.ts';
import { count, flag, instant, json, real, words } from './columns.ts';
import { conversation, source } from './feedback.ts';

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

/** Kept with every page, because counting a million conversations anew takes a tenth of a second each time. */
export const sourceTally = pgTable(
  'source_tally',
  {
    sourceId: words()
      .notNull()
      .references(() => source.id),
    /** Empty: scored by nobody. */
    scorer: words().notNull(),
    conversations: count().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.scorer] })],
);

export const taxonomyVersion = pgTable('taxonomy_version', {
  version: count().primaryKey(),
  /** Null: the shipped taxonomy, taken up again. */
  document: json().$type<unknown>(),
  /** What was learned from the document, packed. */
  model: words(),
  appliedAt: instant().notNull(),
  appliedBy: words().notNull(),
});
