// SQLite tables of annotation: campaigns, their tasks with inclusion probabilities, leases, what people said, and who settled a dispute.
import { index, primaryKey, sqliteTable, unique } from 'drizzle-orm/sqlite-core';
import type {
  AnnotationField,
  AnnotationKind,
  CampaignPopulation,
  CampaignSampling,
  CampaignState,
  Guideline,
} from '../../model/annotation.ts';
import { count, flag, instant, json, real, rowNumber, words } from './columns.ts';
import { conversation } from './feedback.ts';

export const annotationCampaign = sqliteTable('annotation_campaign', {
  id: rowNumber(),
  name: words().notNull(),
  field: words().$type<AnnotationField>().notNull(),
  guideline: json().$type<Guideline>().notNull(),
  population: json().$type<CampaignPopulation>().notNull(),
  sampling: json().$type<CampaignSampling>().notNull(),
  /** How many conversations it was drawn from. */
  populationSize: count().notNull(),
  state: words().$type<CampaignState>().notNull(),
  isDemo: flag().notNull(),
  createdAt: instant().notNull(),
  createdBy: words().notNull(),
});

export const annotationTask = sqliteTable(
  'annotation_task',
  {
    id: rowNumber(),
    campaignId: instant()
      .notNull()
      .references(() => annotationCampaign.id, { onDelete: 'cascade' }),
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    /** Its turn in the queue; drawn by lot, so that what is done so far is a sample of the whole. */
    place: count().notNull(),
    stratum: words().notNull(),
    /** The probability with which it came into the sample; null for gold, which was not drawn. */
    inclusion: real(),
    /** How many people label it. */
    wanted: count().notNull(),
    /** How many have. */
    answers: count().notNull(),
    gold: words(),
  },
  (table) => [
    unique('annotation_task_once').on(table.campaignId, table.conversationId),
    index('annotation_task_place').on(table.campaignId, table.place),
    index('annotation_task_conversation').on(table.conversationId),
  ],
);

export const annotationLease = sqliteTable(
  'annotation_lease',
  {
    taskId: instant()
      .notNull()
      .references(() => annotationTask.id, { onDelete: 'cascade' }),
    annotator: words().notNull(),
    until: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.annotator] }), index('annotation_lease_annotator').on(table.annotator)],
);

export const annotation = sqliteTable(
  'annotation',
  {
    id: rowNumber(),
    /** Null for an edit outside the queues. */
    taskId: instant().references(() => annotationTask.id, { onDelete: 'cascade' }),
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    field: words().$type<AnnotationField>().notNull(),
    kind: words().$type<AnnotationKind>().notNull(),
    /** Null where it was skipped, or where an edit was taken back. */
    label: words(),
    isFlagged: flag().notNull(),
    comment: words(),
    annotator: words().notNull(),
    at: instant().notNull(),
    tookMs: instant(),
    /** Given by the sender: what is sent twice is kept once. */
    clientKey: words().notNull().unique('annotation_client_key'),
    undoneAt: instant(),
  },
  (table) => [
    index('annotation_task_answers').on(table.taskId),
    index('annotation_conversation').on(table.conversationId, table.id),
    index('annotation_annotator').on(table.annotator, table.id),
  ],
);

export const adjudication = sqliteTable('adjudication', {
  taskId: instant()
    .primaryKey()
    .references(() => annotationTask.id, { onDelete: 'cascade' }),
  label: words().notNull(),
  by: words().notNull(),
  at: instant().notNull(),
});
