// PostgreSQL tables of what staffing was told by people instead of measured: how long work takes and how much of it goes at once.
import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { count, instant, real, words } from './columns.ts';

export const staffingSetting = pgTable(
  'staffing_setting',
  {
    channel: words().notNull(),
    version: count().notNull(),
    savedAt: instant().notNull(),
    savedBy: words().notNull(),
    handlingMs: instant(),
    concurrency: real(),
    shrinkage: real(),
    patienceMs: instant(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.version] })],
);
