// What the derivation of facts reads and what it returns.
import type { Calendar } from '../model/calendar.ts';
import type { Actor, ConversationExclusion, MessageKind, Status, StatusChange, Visibility } from '../model/conversation.ts';
import type { Episode, ReplyVerdict, Wait } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import type { ServicePromise } from '../model/promise.ts';

/** The parts of a message that facts depend on. `body` is read for emptiness and emoji, and of the reply that ends a wait for its tone. */
export type FactMessage = {
  readonly externalId: string;
  /** Null where the source gave no time: such a message is judged, but enters no wait and no episode. */
  readonly at: Instant | null;
  readonly actor: Actor;
  readonly authorKey: string | null;
  readonly visibility: Visibility;
  readonly kind: MessageKind;
  readonly body: string;
  /** `und` where it cannot be told. */
  readonly language: string;
  /** Read for customer messages only. */
  readonly needsAnswer: boolean;
  /** Kept as a tombstone: the time of a deleted message still counts, so that removing a text moves no number. */
  readonly deletedAt: Instant | null;
  /** External id of the message that this one answers; the only evidence that a reply with an earlier time came later. */
  readonly inReplyTo?: string | null;
};

export type FactsInput = {
  readonly conversation: {
    readonly channel: string;
    readonly status: Status;
    readonly statusChanges: readonly StatusChange[];
    readonly exclusion: ConversationExclusion | null;
    readonly mergedInto: string | null;
    readonly openedAt: Instant | null;
    readonly isComplaint: boolean;
    readonly language: string;
    /** Where the source does not show what we answer, nothing that is unanswered here may be called so, and nothing answered either. */
    readonly answersHidden: boolean;
  };
  readonly messages: readonly FactMessage[];
  /** Earliest customer message of the records that were merged into this one; null where there are none. */
  readonly mergedFirstAt: Instant | null;
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  /** A customer message later than this after a solve opens the next episode. */
  readonly reopenWindowMs: number;
};

export type Facts = {
  /** First customer message that has a time, or `mergedFirstAt` where that is earlier; null where neither exists. */
  readonly arrivedAt: Instant | null;
  /** Oldest first; excluded waits are among them, with ordinal 0. */
  readonly waits: readonly Wait[];
  readonly episodes: readonly Episode[];
  /** One verdict per message, by external id. */
  readonly verdicts: ReadonlyMap<string, ReplyVerdict>;
};
