// PostgreSQL tables of complaints: what messages say, what follows for their conversations, the two clocks, and what people say of it.
import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type {
  ClaimVerdict,
  ComplaintLevel,
  ComplaintReason,
  ComplaintRung,
  ComplaintSign,
  ComplaintStage,
  GivenRung,
  ReviewKind,
} from '../../model/complaint.ts';
import type { WaitExclusion, WaitState } from '../../model/facts.ts';
import { count, flag, instant, json, rowNumber, words } from './columns.ts';
import { conversation } from './feedback.ts';

/** Only messages that say something of the kind have a row. */
export const complaintSign = pgTable(
  'complaint_sign',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    externalId: words().notNull(),
    level: words().$type<ComplaintLevel>(),
    claimsNoReply: flag().notNull(),
    signs: json().$type<readonly ComplaintSign[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.externalId] })],
);

/** Derived; only conversations that complain in public or formally, or of which a person said something, have a row. */
export const complaint = pgTable(
  'complaint',
  {
    conversationId: instant()
      .primaryKey()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    rung: words().$type<GivenRung>().notNull(),
    /** The verdict of the machine stays beside that of a person. */
    machineRung: words().$type<GivenRung>().notNull(),
    isByHand: flag().notNull(),
    reasons: json().$type<readonly ComplaintReason[]>().notNull(),
    at: instant().notNull(),
    customerKey: words(),
    claimAt: instant(),
    machineVerdict: words().$type<ClaimVerdict>(),
    verdict: words().$type<ClaimVerdict>(),
    isConfirmed: flag().notNull(),
    fromConversationId: instant(),
    fromRung: words().$type<ComplaintRung>(),
    fromAt: instant(),
  },
  (table) => [index('complaint_customer').on(table.customerKey)],
);

export const complaintClock = pgTable(
  'complaint_clock',
  {
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    stage: words().$type<ComplaintStage>().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant(),
    state: words().$type<WaitState>().notNull(),
    exclusion: words().$type<WaitExclusion>(),
    dueAt: instant(),
    workingMs: instant(),
    calendarId: words(),
    promiseId: words(),
    promiseVersion: count(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.stage] })],
);

/** What people said, each once and for good; the latest of a kind stands. A null value takes it back. */
export const complaintReview = pgTable(
  'complaint_review',
  {
    id: rowNumber(),
    conversationId: instant()
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    kind: words().$type<ReviewKind>().notNull(),
    value: words(),
    /** What the machine said at that moment. */
    machine: words(),
    note: words(),
    by: words().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('complaint_review_conversation').on(table.conversationId, table.id)],
);
