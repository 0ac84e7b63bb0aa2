// PostgreSQL tables of sources that are read by connectors: how to reach them, when they are read, and what they could not give.
import { index, pgTable } from 'drizzle-orm/pg-core';
import { count, flag, instant, json, rowNumber, words } from './columns.ts';
import { source } from './feedback.ts';

export const sourceConnection = pgTable('source_connection', {
  sourceId: words()
    .primaryKey()
    .references(() => source.id),
  connector: words().notNull(),
  settings: json().$type<Readonly<Record<string, unknown>>>().notNull(),
  secrets: words(),
  intervalMs: instant().notNull(),
  isPaused: flag().notNull(),
  readFrom: instant().notNull(),
  addedAt: instant().notNull(),
  nextRunAt: instant(),
  hintedAt: instant(),
  failures: count().notNull(),
  lastDoneAt: instant(),
  serverAt: instant(),
  checkedGoneAt: instant(),
  goneSeen: count().notNull(),
  leaseOwner: words(),
  leaseUntil: instant(),
  /** Whether the connector, as it is set, cannot see what we answer; and what the stored facts were last derived under as a whole. */
  answersHidden: flag().notNull().default(false),
  factsHidden: flag().notNull().default(false),
});

export const sourceGap = pgTable(
  'source_gap',
  {
    id: rowNumber(),
    sourceId: words()
      .notNull()
      .references(() => source.id),
    fromAt: instant(),
    toAt: instant(),
    reason: words().notNull(),
    seenAt: instant().notNull(),
    closedAt: instant(),
  },
  (table) => [index('source_gap_source').on(table.sourceId, table.id)],
);
