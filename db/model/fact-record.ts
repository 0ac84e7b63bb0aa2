// Fact records: one conversation as the engine reads it, everything that a metric can ask about and no text.
import type { ComplaintRecord } from './complaint.ts';
import type { RatingKind } from './conversation.ts';
import type { Episode, Wait } from './facts.ts';
import type { Instant } from './instant.ts';
import type { ToldState } from './issue.ts';
import type { QualityOutcome, ReviewBasis } from './quality.ts';
import type { UrgencyLevel } from './score.ts';
import type { SentimentState } from './scored.ts';

/** A wait without its message ids; `agent` is the staff name of the one who answered, null where nobody did or the name is unknown. */
export type WaitRecord = Omit<Wait, 'fromMessage' | 'untilMessage' | 'tone'> & {
  /** Absent where it is not known. */
  readonly tone?: Wait['tone'];
  readonly agent: string | null;
  /** The wait-time notice that stood when it began; only first waits have one, and only where one was shown. */
  readonly told?: Told;
};

/** A range of waits as a notice gave it. */
export type Told = { readonly minMs: number; readonly maxMs: number };

/** An episode; `agent` is the staff name of the last substantive replier before it was solved (or so far), null without one. */
export type EpisodeRecord = Episode & { readonly agent: string | null };

export type RatingRecord = {
  readonly kind: RatingKind;
  readonly value: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly at: Instant | null;
};

/** A customer was asked for a rating: by a message of the source, or by a link of our own. */
export type OfferRecord = {
  /** Null where the source does not say what was asked. */
  readonly kind: RatingKind | null;
  readonly at: Instant;
  /** When the rating came that answers it; null while none has. */
  readonly answeredAt: Instant | null;
  /** Whether that rating lies at or above three quarters of its scale; null without one, or where it is no satisfaction. */
  readonly isGood: boolean | null;
};

/** A reply under review. `weight`: one over the chance of its draw, 1 where it was chosen by hand. */
export type ReviewRecord = {
  readonly basis: ReviewBasis;
  readonly replyAt: Instant;
  /** When the result that stands was given; of one that is disputed, when it was first reviewed. */
  readonly reviewedAt: Instant;
  readonly weight: number;
  /** 0 to 1; null where no criterion applied, or no result stands. */
  readonly score: number | null;
  readonly outcome: QualityOutcome | null;
  /** Staff name of whoever wrote the reply. */
  readonly agent: string | null;
};

/** One conversation with its facts. `change` grows with every committed page that touched it. */
export type FactRecord = {
  readonly id: number;
  readonly change: number;
  readonly externalId: string;
  readonly sourceId: string;
  readonly channel: string;
  /** The source's own, else the scored one. */
  readonly category: string | null;
  readonly language: string;
  readonly team: string | null;
  readonly country: string | null;
  /** Staff name of the first substantive reply. */
  readonly agent: string | null;
  /** First customer message that has a time (of this record or of one merged into it). */
  readonly arrivedAt: Instant | null;
  readonly exclusion: string | null;
  readonly isComplaint: boolean;
  /** True where any message is by a customer. */
  readonly hasCustomer: boolean;
  readonly lastMessageAt: Instant | null;
  /** Null where nobody scored it. */
  readonly sentiment: SentimentState | null;
  /** -1 to 1; null without a label. */
  readonly sentimentScore: number | null;
  /** Mood of the customer's first and last scored messages, -1 to 1; null or absent where the conversation does not have both. */
  readonly sentimentOpening?: number | null;
  readonly sentimentClosing?: number | null;
  readonly harm: UrgencyLevel | null;
  /** The gravest risk flag. */
  readonly risk: string | null;
  /** The recurring issue that it belongs to. */
  readonly issue: string | null;
  /** Whether the customer of an issue that was fixed after this arrived knows of it; null where nothing was fixed. */
  readonly told: ToldState | null;
  readonly waits: readonly WaitRecord[];
  readonly episodes: readonly EpisodeRecord[];
  readonly ratings: readonly RatingRecord[];
  /** Absent: nobody was asked. */
  readonly offers?: readonly OfferRecord[];
  /** Absent: no louder than its channel. */
  readonly complaint?: ComplaintRecord;
  /** Absent: no reply was reviewed. */
  readonly reviews?: readonly ReviewRecord[];
};
