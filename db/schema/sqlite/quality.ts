// SQLite tables of reply quality: weights in versions, rounds with the replies drawn for them, leases, reviews, and who may see their own.
import { index, primaryKey, sqliteTable, unique } from 'drizzle-orm/sqlite-core';
import type {
  AutoMarks,
  QualityMarks,
  QualityOutcome,
  QualityPopulation,
  QualityRoundKind,
  QualityRoundState,
  QualitySampling,
  QualityWeights,
} from '../../model/quality.ts';
import { count, flag, instant, json, real, rowNumber, words } from './columns.ts';
import { conversation } from './feedback.ts';
import { user } from './people.ts';

export const qualitySetting = sqliteTable('quality_setting', {
  version: count().primaryKey(),
  savedAt: instant().notNull(),
  savedBy: words().notNull(),
  weights: json().$type<QualityWeights>().notNull(),
  passMark: real().notNull(),
});

export const qualityRound = sqliteTable('quality_round', {
  id: rowNumber(),
  name: words().notNull(),
  kind: words().$type<QualityRoundKind>().notNull(),
  population: json().$type<QualityPopulation>().notNull(),
  sampling: json().$type<QualitySampling>().notNull(),
  /** How many replies it was drawn from. */
  populationSize: count().notNull(),
  /** How many people review each reply. */
  reviewers: count().notNull(),
  state: words().$type<QualityRoundState>().notNull(),
  isDemo: flag().notNull(),
  createdAt: instant().notNull(),
  createdBy: words().notNull(),
  closedAt: instant(),
});

/** A reply under review, and what its review came to: its own for one reviewer, the agreed one for several. */
export const qualityTask = sqliteTable(
  'quality_task',
  {
    id: rowNumber(),
    /** Null: chosen by hand. */
    roundId: instant().references(() => qualityRound.id, { onDelete: 'cascade' }),
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    /** External id of the reply. */
    message: words().notNull(),
    replyAt: instant().notNull(),
    agentKey: words(),
    /** Its turn; drawn by lot, so that what is done so far is a sample of the whole. */
    place: count().notNull(),
    stratum: words().notNull(),
    /** The probability with which it came into the sample; null where it was chosen by hand. */
    inclusion: real(),
    wanted: count().notNull(),
    answers: count().notNull(),
    /** When it was first reviewed; null: not yet, so no figure knows of it. */
    reviewedAt: instant(),
    /** When one result stood; null where several have yet to settle on one. */
    decidedAt: instant(),
    decidedBy: words(),
    weightsVersion: count(),
    marks: json().$type<QualityMarks>(),
    /** 0 to 1; null also where no criterion applied. */
    score: real(),
    outcome: words().$type<QualityOutcome>(),
  },
  (table) => [
    unique('quality_task_once').on(table.roundId, table.conversationId, table.message),
    index('quality_task_place').on(table.roundId, table.place),
    index('quality_task_conversation').on(table.conversationId),
    index('quality_task_reviewed').on(table.reviewedAt),
  ],
);

export const qualityLease = sqliteTable(
  'quality_lease',
  {
    taskId: instant()
      .notNull()
      .references(() => qualityTask.id, { onDelete: 'cascade' }),
    reviewer: words().notNull(),
    until: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskId, table.reviewer] }), index('quality_lease_reviewer').on(table.reviewer)],
);

export const qualityReview = sqliteTable(
  'quality_review',
  {
    id: rowNumber(),
    taskId: instant()
      .notNull()
      .references(() => qualityTask.id, { onDelete: 'cascade' }),
    reviewer: words().notNull(),
    at: instant().notNull(),
    /** When its author last changed it. */
    revisedAt: instant(),
    weightsVersion: count().notNull(),
    marks: json().$type<QualityMarks>().notNull(),
    /** What the pre-score said at that time. */
    auto: json().$type<AutoMarks>().notNull(),
    score: real(),
    outcome: words().$type<QualityOutcome>(),
    /** Redacted, as everything that is kept. */
    note: words(),
    tookMs: instant(),
    /** Given by the sender: what is sent twice is kept once. */
    clientKey: words().notNull().unique('quality_review_client_key'),
  },
  (table) => [
    unique('quality_review_once').on(table.taskId, table.reviewer),
    index('quality_review_reviewer').on(table.reviewer, table.id),
  ],
);

/** Whose replies a user wrote: they may see the reviews of these. */
export const qualityOwn = sqliteTable('quality_own', {
  userId: words()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  agent: words().notNull(),
});
