// A page of a source on its way into the store, and what came of it.
import type { Db } from '../dialect/db.ts';
import type { Calendar } from '../model/calendar.ts';
import type { IncomingConversation } from '../model/conversation.ts';
import { AppError } from '../model/errors.ts';
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
  /** Those without scores are stored as not scored, unless the page refuses them. */
  readonly conversations: readonly (IncomingConversation | ScoredConversation)[];
  /**
   * Whether those without scores were left unscored because the store held them as they are. Where one of them is not held so any more,
   * nothing is saved and `ChangedMeanwhile` is thrown: whoever gave the page scores it and saves again.
   */
  readonly refusesUnscored?: boolean;
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

/** A conversation that was left unscored as stored is stored otherwise by now, or not at all. */
export class ChangedMeanwhile extends AppError {
  constructor() {
    super('conflict', 'a conversation changed while it was being read again');
    this.name = 'ChangedMeanwhile';
  }
}

/** These sum to the number of distinct external ids in the page. */
export type SavedCounts = { readonly inserted: number; readonly updated: number; readonly unchanged: number };
