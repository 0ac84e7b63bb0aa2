// SQLite tables of what is sent to us: keys that senders show, answers they were given, and deliveries that came before.
import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { KeyUse, PushAnswer } from '../../model/push.ts';
import { instant, json, rowNumber, words } from './columns.ts';
import { source } from './feedback.ts';

export const sourceKey = sqliteTable(
  'source_key',
  {
    id: rowNumber(),
    sourceId: words()
      .notNull()
      .references(() => source.id),
    use: words().$type<KeyUse>().notNull(),
    label: words().notNull(),
    hint: words().notNull(),
    hash: words(),
    sealed: words(),
    createdAt: instant().notNull(),
    createdBy: words().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [index('source_key_source').on(table.sourceId, table.id)],
);

export const pushAnswer = sqliteTable(
  'push_answer',
  {
    sourceId: words()
      .notNull()
      .references(() => source.id),
    keyHash: words().notNull(),
    bodyHash: words().notNull(),
    answer: json().$type<PushAnswer>().notNull(),
    savedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.keyHash] }), index('push_answer_saved').on(table.savedAt)],
);

export const hookDelivery = sqliteTable(
  'hook_delivery',
  {
    sourceId: words()
      .notNull()
      .references(() => source.id),
    deliveryHash: words().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.deliveryHash] }), index('hook_delivery_received').on(table.receivedAt)],
);
