// A page of a source on its way into the store, and what came of it.
import type { Db } from '../dialect/db.ts';
import type { Calendar } from '../model/calendar.ts';
import type { IncomingConversation } from '../model/conversation.ts';
import type { Instant } from '../model/instant.ts';
import type { ServicePromise } from '../model/promise.ts';
import type { ScoredConversation } from '../model/scored.ts';
import type { DeadLetterInput } from './dead-letters.ts';

/** What facts depend on beside the messages. */
export type FactSettings = {
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  readonly reopenWindowMs: number;
  /** Ids of the sources that do not show what we answer, in their order. */
  readonly hiddenAnswers: readonly string[];
};

/** One page of a source: everything in it is saved together or not at all. */
export type Page = {
  readonly sourceId: string;
  /** Those without scores are stored as not scored. */
  readonly conversations: readonly (IncomingConversation | ScoredConversation)[];
  readonly deadLetters?: readonly DeadLetterInput[];
  /** Items of dead letters that this page settles, beside those that are external ids of its conversations. */
  readonly closes?: readonly string[];
  /** Where to go on after this page; null forgets it, undefined leaves it as it is. */
  readonly cursor?: string | null;
  readonly now: Instant;
  /** Read from the store where absent. */
  readonly settings?: FactSettings;
  /** What has to be written, or to hold, together with the page; where it throws nothing is saved. */
  readonly alongside?: (tx: Db, saved: SavedCounts) => Promise<void>;
};

/** These sum to the number of distinct external ids in the page. */
export type SavedCounts = { readonly inserted: number; readonly updated: number; readonly unchanged: number };
