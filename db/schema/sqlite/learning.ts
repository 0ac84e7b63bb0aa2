// SQLite tables of learning: models taught with a company's own labels, and which of them was in force from when on.
import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { ChoiceReason, ModelFigures, TaughtField } from '../../model/learning.ts';
import { count, flag, instant, json, rowNumber, words } from './columns.ts';

export const learnedModel = sqliteTable(
  'learned_model',
  {
    field: words().$type<TaughtField>().notNull(),
    version: count().notNull(),
    baseVersion: words().notNull(),
    taxonomyVersion: count().notNull(),
    trainedAt: instant().notNull(),
    trainedBy: words().notNull(),
    isDemo: flag().notNull(),
    figures: json().$type<ModelFigures>().notNull(),
    weights: words().notNull(),
  },
  (table) => [primaryKey({ columns: [table.field, table.version] })],
);

/** Never changed: the latest row of a field is in force. Version 0 is the shipped model and has no row above. */
export const modelChoice = sqliteTable(
  'model_choice',
  {
    id: rowNumber(),
    field: words().$type<TaughtField>().notNull(),
    version: count().notNull(),
    reason: words().$type<ChoiceReason>().notNull(),
    at: instant().notNull(),
    by: words().notNull(),
  },
  (table) => [index('model_choice_field').on(table.field, table.id)],
);
