// PostgreSQL tables of what comes of issues outside of the loop: answers for a public FAQ, and tickets in a tracker of developers.
import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { FaqState, TicketState } from '../../model/issue-outcome.ts';
import { count, instant, words } from './columns.ts';
import { issue } from './issues.ts';

/** Where the answer of an issue stands; an issue without a row is a candidate that nobody has looked at. */
export const faqEntry = pgTable('faq_entry', {
  issueId: words()
    .primaryKey()
    .references(() => issue.id),
  state: words().$type<FaqState>().notNull(),
  link: words(),
  publishedAt: instant(),
  updatedAt: instant().notNull(),
  updatedBy: words().notNull(),
});

/** Question and answer as a person wrote them, by language. */
export const faqText = pgTable(
  'faq_text',
  {
    issueId: words()
      .notNull()
      .references(() => issue.id),
    language: words().notNull(),
    question: words().notNull(),
    answer: words().notNull(),
    updatedAt: instant().notNull(),
    updatedBy: words().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.language] })],
);

/** A ticket that was made for an issue; without a number it was asked for and nobody knows yet whether it came to be. */
export const issueTicket = pgTable('issue_ticket', {
  issueId: words()
    .primaryKey()
    .references(() => issue.id),
  repository: words().notNull(),
  /** Stands in the body of the ticket: by it the ticket is found again where the answer to its making was lost. */
  marker: words().notNull(),
  requestedAt: instant().notNull(),
  requestedBy: words().notNull(),
  number: count(),
  url: words(),
  state: words().$type<TicketState>(),
  stateReason: words(),
  closedAt: instant(),
  checkedAt: instant(),
});
