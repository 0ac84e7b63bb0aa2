// PostgreSQL tables of recurring issues: which there are, which conversation belongs to which, what was done to them, and the alerts they gave.
import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { AlertVerdict, ApartReason, Exemplar, IssueAction, IssueState, Placer } from '../../model/issue.ts';
import { count, flag, instant, json, real, rowNumber, words } from './columns.ts';
import { conversation } from './feedback.ts';

export const issue = pgTable('issue', {
  id: words().primaryKey(),
  label: words().notNull(),
  labelBy: words().$type<Placer>().notNull(),
  summary: words().notNull(),
  exemplars: json().$type<readonly Exemplar[]>().notNull(),
  centres: json().$type<readonly string[]>().notNull(),
  repelled: json().$type<readonly string[]>().notNull(),
  isIgnored: flag().notNull(),
  mergedInto: words(),
  state: words().$type<IssueState>().notNull(),
  stateAt: instant().notNull(),
  owner: words(),
  targetDay: words(),
  link: words(),
  fixedIn: words(),
  fixedAt: instant(),
  bornAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

export const issueMember = pgTable(
  'issue_member',
  {
    conversationId: instant()
      .primaryKey()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    issueId: words().references(() => issue.id),
    score: real(),
    placedBy: words().$type<Placer>().notNull(),
    placedAt: instant().notNull(),
    revision: count().notNull(),
    apart: words().$type<ApartReason>(),
    copyOf: instant(),
    voice: words().notNull(),
    message: words(),
    /** Of the text that was read: finds the same complaint in another place without looking at texts. */
    textHash: words(),
    arrivedAt: instant(),
    version: words(),
    replies: count().notNull(),
    toldAt: instant(),
  },
  (table) => [index('issue_member_issue').on(table.issueId, table.arrivedAt), index('issue_member_text').on(table.textHash)],
);

export const issueEdit = pgTable(
  'issue_edit',
  {
    id: rowNumber(),
    issueId: words()
      .notNull()
      .references(() => issue.id),
    at: instant().notNull(),
    /** User id, or `machine`. */
    actor: words().notNull(),
    action: words().$type<IssueAction>().notNull(),
    details: json().$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [index('issue_edit_issue').on(table.issueId, table.at)],
);

export const issueAlert = pgTable(
  'issue_alert',
  {
    id: rowNumber(),
    issueId: words()
      .notNull()
      .references(() => issue.id),
    raisedAt: instant().notNull(),
    lastAt: instant().notNull(),
    windowMs: instant().notNull(),
    customers: count().notNull(),
    expected: real().notNull(),
    p: real().notNull(),
    verdict: words().$type<AlertVerdict>(),
    verdictBy: words(),
    verdictAt: instant(),
  },
  (table) => [index('issue_alert_issue').on(table.issueId, table.raisedAt)],
);

/** What to write to customers of an issue, by language; an empty issue id: for all that have none of their own. */
export const issueTemplate = pgTable(
  'issue_template',
  {
    issueId: words().notNull(),
    language: words().notNull(),
    body: words().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.language] })],
);
