// SQLite tables of changing taxonomies: the one draft, where each version sends what it took away, and what that makes of former categories now.
import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, instant, json, words } from './columns.ts';

export const taxonomyDraft = sqliteTable('taxonomy_draft', {
  /** Always 1: there is one draft at a time. */
  id: count().primaryKey(),
  /** Null: the shipped taxonomy. */
  document: json().$type<unknown>(),
  /** The version that it is to bring back; null for one that was written. */
  ofVersion: count(),
  savedAt: instant().notNull(),
  savedBy: words().notNull(),
});

export const taxonomyMove = sqliteTable(
  'taxonomy_move',
  {
    /** The version that took `was` away. */
    version: count().notNull(),
    was: words().notNull(),
    becomes: words().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.was] })],
);

/** Worked out from all moves whenever a version comes into force, so that reading a category costs one look-up. */
export const categoryAlias = sqliteTable('category_alias', { was: words().primaryKey(), becomes: words().notNull() });
