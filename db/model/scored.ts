// Scored conversations: the words for what the scorers say of a whole conversation.
import type { IncomingConversation, IncomingMessage } from './conversation.ts';
import type { Highlight, MessageScores, RiskSignal, SentimentLabel, UrgencyLevel } from './score.ts';

export type ScoredMessage = IncomingMessage & {
  /** Null where no scorer looks at the message, or none of those that do could. */
  readonly scores: MessageScores | null;
};

/** A conversation that went through the scorers; `scorer` names all of their versions. */
export type ScoredConversation = Omit<IncomingConversation, 'messages'> & {
  readonly scorer: string;
  readonly messages: readonly ScoredMessage[];
};

/**
 * The sentiment of a conversation, or why it has none: `abstained` (too unsure), `unsupported` (a language that is not scored),
 * `no_text` (the customer wrote no words). Null beside these: not scored yet, or the scorer failed.
 */
export const sentimentStates = ['neg', 'neu', 'pos', 'abstained', 'unsupported', 'no_text'] as const;
export type SentimentState = (typeof sentimentStates)[number];

/** What is kept of the scores of a conversation as a whole. Everything is null where nothing was scored. */
export type ScoreSummary = {
  readonly sentiment: SentimentState | null;
  /** -1 to 1, with a label only. */
  readonly sentimentScore: number | null;
  /** Of the first and of the last customer message that has a score of its own. */
  readonly sentimentOpening: number | null;
  readonly sentimentClosing: number | null;
  readonly scoredCategory: string | null;
  readonly scoredCategoryConfidence: number | null;
  readonly harm: UrgencyLevel | null;
  readonly harmReasons: readonly string[] | null;
  /** The gravest risk flag, and all of them, gravest first. */
  readonly risk: string | null;
  readonly risks: readonly string[] | null;
  readonly scorer: string | null;
};

/** Where in the text each score comes from. */
export type ScoreEvidence = {
  readonly sentiment: readonly Highlight[];
  readonly category: readonly Highlight[];
  readonly harm: readonly Highlight[];
};

/** The scores of a message as they are stored. What no scorer looked at is null, as is what the scorer could not say. */
export type StoredScore = {
  readonly externalId: string;
  readonly scorer: string;
  readonly sentiment: SentimentLabel | null;
  readonly sentimentScore: number | null;
  readonly neg: number | null;
  readonly neu: number | null;
  readonly pos: number | null;
  readonly isMixed: boolean;
  readonly isAbstained: boolean;
  readonly category: string | null;
  readonly categoryConfidence: number | null;
  readonly harm: UrgencyLevel | null;
  readonly harmReasons: readonly string[];
  readonly risks: readonly RiskSignal[];
  readonly evidence: ScoreEvidence;
};
