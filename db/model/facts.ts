// Facts: what is derived from messages and never typed in: waits, episodes, replies.
import type { Closer } from './conversation.ts';
import type { Instant } from './instant.ts';

/** Stored state of a wait. Whether an open wait is overdue depends on the instant of asking, so that is not stored. */
export const waitStates = ['answered', 'open', 'closed_unanswered', 'withdrawn', 'excluded'] as const;
export type WaitState = (typeof waitStates)[number];

/** A state at the instant T of a report. */
export const waitStatesAt = ['answered', 'open_not_due', 'open_overdue', 'closed_unanswered', 'withdrawn', 'excluded'] as const;
export type WaitStateAt = (typeof waitStatesAt)[number];

/** How a reply is worded, told from words alone; `plain` where no word tells either way. */
export const replyTones = ['cold', 'plain', 'warm'] as const;
export type ReplyTone = (typeof replyTones)[number];

/**
 * Why a wait is left out of time metrics; every one is counted by this name. `answers_not_visible`: the source does not show what we
 * answer, so nobody can say whether it was answered.
 */
export const waitExclusions = ['no_reply_needed', 'answers_not_visible', 'merged_into', 'spam', 'deleted', 'test', 'no_time'] as const;
export type WaitExclusion = (typeof waitExclusions)[number];

/** One customer wait `[fromAt, untilAt)`: first unanswered customer message to the next substantive agent reply. */
export type Wait = {
  /** 1 for the first response of the conversation, then 2, 3 ... Excluded waits keep an ordinal of 0. */
  readonly ordinal: number;
  readonly fromAt: Instant;
  /** The reply, or the close, or the withdrawal; null while open, and for a close that the source reports without a time. */
  readonly untilAt: Instant | null;
  readonly state: WaitState;
  readonly exclusion: WaitExclusion | null;
  /** Further customer messages inside the wait. */
  readonly nudges: number;
  /** Null while open: then the age depends on the instant of asking. */
  readonly calendarMs: number | null;
  /** Working time on the calendar of the promise; null while open or where the channel has no calendar. */
  readonly workingMs: number | null;
  /** Null where the channel has no promise. */
  readonly dueAt: Instant | null;
  readonly promiseId: string | null;
  readonly promiseVersion: number | null;
  readonly calendarId: string | null;
  readonly calendarVersion: number | null;
  /** External ids of the message that began and of the reply that ended the wait. */
  readonly fromMessage: string;
  readonly untilMessage: string | null;
  /** Author key of the reply. */
  readonly answeredBy: string | null;
  /**
   * First answer of any kind (bot included); equals `untilAt` where a person came first. It is before `fromAt` where a bot had answered and
   * the customer wrote again, as a person's clock starts only then: measure first answers of any kind from the conversation's `arrivedAt`.
   */
  readonly firstAnyAt: Instant | null;
  /** Null where either language is unknown or the wait was not answered. */
  readonly languageMatch: boolean | null;
  /** Of the reply that answered; null where the wait was not answered, its text is gone, or its language has no words for it. */
  readonly tone: ReplyTone | null;
  readonly arrivedOutOfHours: boolean;
  readonly repliedOutOfHours: boolean;
  /** True where source times ran backwards and the wait was clamped to 0. */
  readonly clamped: boolean;
};

/** One stretch from a customer's first message until solved. */
export type Episode = {
  readonly ordinal: number;
  readonly openedAt: Instant;
  readonly solvedAt: Instant | null;
  readonly solvedBy: Closer | null;
  readonly calendarMs: number | null;
  readonly workingMs: number | null;
  /** False for a close by timer without a substantive reply: closed, but nobody solved it. */
  readonly countsAsSolved: boolean;
  /** The customer asked again within 7 days after a solve; within the reopen window the episode went on, so `solvedAt` is the later solve. */
  readonly reopened: boolean;
};

export type ReplyReason =
  | 'substantive'
  | 'not_an_agent'
  | 'private_note'
  | 'auto_reply'
  | 'campaign'
  | 'reaction_only'
  | 'survey'
  | 'status_change'
  | 'attachment_only'
  | 'empty'
  | 'deleted'
  | 'bot';

export type ReplyVerdict = { readonly counts: boolean; readonly reason: ReplyReason };
