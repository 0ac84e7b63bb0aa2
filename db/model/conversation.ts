// Conversations and messages: the words for what customers and we say to each other.
import type { Instant } from './instant.ts';
import type { Mention } from './mention.ts';
import type { RedactedText } from './redacted-text.ts';

export const actors = ['customer', 'agent', 'bot', 'system', 'campaign', 'third_party'] as const;
export type Actor = (typeof actors)[number];

export const visibilities = ['public', 'private'] as const;
export type Visibility = (typeof visibilities)[number];

/** `auto_reply`: a template acknowledgement; `reaction`: emoji or thumbs only; `survey`: a satisfaction request; `status`: a public status note. */
export const messageKinds = ['message', 'auto_reply', 'reaction', 'survey', 'status', 'attachment'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const statuses = ['open', 'pending', 'solved', 'closed'] as const;
export type Status = (typeof statuses)[number];

export const closers = ['agent', 'customer', 'system'] as const;
export type Closer = (typeof closers)[number];

/** Why a whole conversation is left out of every KPI; it stays in the arrivals waterfall. */
export const conversationExclusions = ['spam', 'merged_into', 'deleted', 'test'] as const;
export type ConversationExclusion = (typeof conversationExclusions)[number];

/** A change of status as the source reported it; episodes are derived from these. */
export type StatusChange = { readonly at: Instant; readonly status: Status; readonly by: Closer };

/**
 * A message on its way into the store. `at` is null where the source gave no time (such messages never enter time metrics).
 * `authorKey` is a keyed hash for customers; for agents it is `agent:` and a keyed hash, and the name goes to `staff`.
 */
export type IncomingMessage = {
  readonly externalId: string;
  readonly at: Instant | null;
  readonly actor: Actor;
  readonly authorKey: string | null;
  /** Display name, agents only: our own staff are not customers. */
  readonly agentName: string | null;
  readonly visibility: Visibility;
  readonly kind: MessageKind;
  readonly body: RedactedText;
  /** BCP 47 with script where it matters (`zh-Hans`, `zh-Hant`), `und` where it cannot be told. */
  readonly language: string;
  readonly languageConfidence: number;
  /** Customer messages only: false for "thanks" and the like, with the rule that said so. */
  readonly needsAnswer: boolean;
  readonly needsAnswerReason: string | null;
  readonly inReplyTo: string | null;
  readonly deletedAt: Instant | null;
  /** Classes of secrets that redaction took out, such as `SEED_PHRASE`; never the secrets. */
  readonly redactions: readonly string[];
  /** What was taken out and may be linked with other messages that held the same; left out: nothing. */
  readonly mentions?: readonly Mention[];
};

/** Marks a conversation of which its source does not show what we answer, though it may show it of others. */
export const hiddenAnswersTag = 'answers-not-visible';

export const ratingKinds = ['csat', 'nps', 'ces'] as const;
export type RatingKind = (typeof ratingKinds)[number];

/** `value` on the source's own scale; `scaleMax` 5 for 1-5 stars, 1 for good/bad, 10 for NPS. `at` null where unknown. */
export type IncomingRating = {
  readonly externalId: string;
  readonly kind: RatingKind;
  readonly value: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly at: Instant | null;
  /** What the customer wrote with it; left out: nothing. */
  readonly comment?: RedactedText | null;
  /** Classes of secrets that redaction took out of the comment. */
  readonly commentRedactions?: readonly string[] | null;
};

/** A conversation that is ready to be stored: redacted, its languages known. */
export type IncomingConversation = {
  readonly externalId: string;
  readonly channel: string;
  readonly subject: RedactedText | null;
  readonly openedAt: Instant | null;
  readonly status: Status;
  readonly statusChanges: readonly StatusChange[];
  readonly customerKey: string | null;
  readonly language: string;
  readonly category: string | null;
  readonly team: string | null;
  readonly country: string | null;
  readonly tags: readonly string[];
  readonly exclusion: ConversationExclusion | null;
  /** External id of the survivor, where this record was merged into another of the same source. */
  readonly mergedInto: string | null;
  readonly isComplaint: boolean;
  /** What was taken out of the subject and may be linked; left out: nothing. */
  readonly mentions?: readonly Mention[];
  readonly messages: readonly IncomingMessage[];
  readonly ratings: readonly IncomingRating[];
};
