// Conversations as they are read from the store: what a list shows, and one in full.
import type { ConversationExclusion, IncomingMessage, IncomingRating, Status, StatusChange } from '../model/conversation.ts';
import type { Episode, ReplyReason, Wait } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import type { MentionSeen } from '../model/mention.ts';
import type { Dimension, InstantRange } from '../model/metric.ts';
import type { ScoreSummary, StoredScore } from '../model/scored.ts';

export type ConversationQuery = {
  readonly search?: string | null;
  /** Several values of a dimension are alternatives; `none` stands for "not set". */
  readonly filters?: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** By arrival. */
  readonly range?: InstantRange | null;
  /** The instant at which `urgency` is judged; it has to be there where that is filtered. */
  readonly asOf?: Instant;
  readonly ids?: readonly number[] | null;
  /** Key of a mention: only conversations in which the same is mentioned. */
  readonly mention?: string | null;
  /** Default 50. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null;
};

/** What a list shows of a conversation. */
export type ConversationHead = {
  readonly id: number;
  readonly externalId: string;
  readonly sourceId: string;
  readonly channel: string;
  readonly subject: string | null;
  readonly openedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly lastMessageAt: Instant | null;
  readonly status: Status;
  readonly customerKey: string | null;
  readonly language: string;
  /** The source's own category; where it gives none, the scored one. */
  readonly category: string | null;
  readonly team: string | null;
  readonly country: string | null;
  readonly exclusion: ConversationExclusion | null;
  readonly isComplaint: boolean;
  readonly messageCount: number;
  readonly revision: number;
  readonly sentiment: ScoreSummary['sentiment'];
  readonly sentimentScore: number | null;
  readonly harm: ScoreSummary['harm'];
  readonly harmReasons: readonly string[];
  /** Gravest first. */
  readonly risks: readonly string[];
  /** Staff name of the first substantive reply. */
  readonly agent: string | null;
};

export type ConversationItem = ConversationHead & {
  /** Beginning of the first customer message (at most 200 characters), else of the first message; empty where there is none. */
  readonly snippet: string;
  /** The latest wait that was not excluded; null where the customer never waited. */
  readonly latestWait: Pick<Wait, 'state' | 'fromAt' | 'untilAt' | 'dueAt' | 'nudges'> | null;
  /** Calendar milliseconds of the wait with ordinal 1, where it was answered. */
  readonly firstReplyMs: number | null;
};

export type ConversationPage = {
  readonly n: number;
  readonly conversations: readonly ConversationItem[];
  readonly nextCursor: string | null;
};

export type MessageRecord = Omit<IncomingMessage, 'body' | 'mentions'> & {
  /** Redacted when it came in; empty where the message was deleted. */
  readonly body: string;
  readonly countsAsReply: boolean;
  readonly replyReason: ReplyReason;
  /** Null where no scorer had anything to say of it. */
  readonly score: StoredScore | null;
};

export type ConversationDetail = ConversationHead & {
  readonly tags: readonly string[];
  /** Each thing once, the most shared first. */
  readonly mentions: readonly MentionSeen[];
  /** External id of the survivor. */
  readonly mergedInto: string | null;
  readonly sentimentOpening: number | null;
  readonly sentimentClosing: number | null;
  /** What the source itself says, and what the scorer does. */
  readonly sourceCategory: string | null;
  readonly scoredCategory: string | null;
  readonly scoredCategoryConfidence: number | null;
  /** The versions that scored it; null where none did. */
  readonly scorer: string | null;
  /** Oldest first. `agentName` is the staff name as it is now. */
  readonly messages: readonly MessageRecord[];
  /** `agent` is the staff name of the one who answered. */
  readonly waits: readonly (Wait & { readonly agent: string | null })[];
  readonly episodes: readonly (Episode & { readonly agent: string | null })[];
  /** `comment`: what the customer wrote to our own survey, redacted. */
  readonly ratings: readonly (Omit<IncomingRating, 'comment' | 'commentRedactions'> & { readonly comment: string | null })[];
  readonly statusChanges: readonly StatusChange[];
};
