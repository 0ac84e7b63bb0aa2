// SQLite tables of what the house was told: calendars, promises and settings, and of what it did: runs, refusals, records.
import { index, primaryKey, sqliteTable, unique } from 'drizzle-orm/sqlite-core';
import type { CalendarException, OpenInterval } from '../../model/calendar.ts';
import type { Day } from '../../model/instant.ts';
import type { PromiseStage, PromiseType } from '../../model/promise.ts';
import { count, instant, json, rowNumber, words } from './columns.ts';
import { source } from './feedback.ts';

export const setting = sqliteTable('setting', { key: words().primaryKey(), value: json().notNull() });

export const calendar = sqliteTable('calendar', { id: words().primaryKey(), label: words().notNull() });

export const calendarVersion = sqliteTable(
  'calendar_version',
  {
    calendarId: words()
      .notNull()
      .references(() => calendar.id),
    version: count().notNull(),
    validFrom: words().$type<Day>(),
    zone: words().notNull(),
    week: json().$type<OpenInterval[][]>().notNull(),
    exceptions: json().$type<CalendarException[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.calendarId, table.version] })],
);

export const promise = sqliteTable('promise', {
  id: words().primaryKey(),
  label: words().notNull(),
  stage: words().$type<PromiseStage>().notNull(),
  channels: json().$type<string[]>().notNull(),
});

export const promiseVersion = sqliteTable(
  'promise_version',
  {
    promiseId: words()
      .notNull()
      .references(() => promise.id),
    version: count().notNull(),
    validFrom: words().$type<Day>(),
    type: words().$type<PromiseType>().notNull(),
    durationMs: instant(),
    workingDays: count(),
    calendarId: words()
      .notNull()
      .references(() => calendar.id),
  },
  (table) => [primaryKey({ columns: [table.promiseId, table.version] })],
);

export const cursor = sqliteTable('cursor', {
  sourceId: words()
    .primaryKey()
    .references(() => source.id),
  value: words().notNull(),
  savedAt: instant().notNull(),
});

export const deadLetter = sqliteTable(
  'dead_letter',
  {
    id: rowNumber(),
    sourceId: words()
      .notNull()
      .references(() => source.id),
    item: words().notNull(),
    stage: words().notNull(),
    reason: words().notNull(),
    body: words(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    attempts: count().notNull(),
    resolvedAt: instant(),
  },
  (table) => [unique('dead_letter_identity').on(table.sourceId, table.item, table.stage)],
);

export const jobRun = sqliteTable(
  'job_run',
  {
    id: rowNumber(),
    kind: words().notNull(),
    sourceId: words(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    state: words().$type<'running' | 'done' | 'failed'>().notNull(),
    fetched: count().notNull(),
    inserted: count().notNull(),
    updated: count().notNull(),
    unchanged: count().notNull(),
    rejected: count().notNull(),
    reason: words(),
    /** Id of the last conversation that a run has dealt with, for one that is gone on with; null where it has no place to keep. */
    place: instant(),
  },
  (table) => [index('job_run_started').on(table.startedAt)],
);

export const restatement = sqliteTable('restatement', {
  id: rowNumber(),
  requestedBy: words().notNull(),
  reason: words().notNull(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  conversations: count().notNull(),
  changed: count().notNull(),
});

export const audit = sqliteTable('audit', {
  id: instant().primaryKey(),
  at: instant().notNull(),
  actor: words().notNull(),
  role: words(),
  address: words(),
  action: words().notNull(),
  subject: words().notNull(),
  details: json().notNull(),
  previousHash: words().notNull(),
  hash: words().notNull(),
});

export const changeState = sqliteTable('change_state', {
  id: count().primaryKey(),
  change: instant().notNull(),
  epoch: instant().notNull(),
  nextConversationId: instant().notNull(),
});
