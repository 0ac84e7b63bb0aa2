// Scores: what the scorers say of one customer message, with the stretches of text that carried it.
import type { ComplaintScore } from './complaint.ts';

/** A stretch of the redacted body that pulled a score one way. `weight` is signed where the score is (sentiment), else the size of its part. */
export type Highlight = { readonly start: number; readonly end: number; readonly weight: number };

export const sentimentLabels = ['neg', 'neu', 'pos'] as const;
export type SentimentLabel = (typeof sentimentLabels)[number];

export type SentimentScore = {
  /** The likeliest label, given also where the scorer abstains; null where the language is not supported or nothing is said. */
  readonly label: SentimentLabel | null;
  /** -1 to 1: probability of `pos` minus probability of `neg`; null with the label. */
  readonly score: number | null;
  /** Calibrated, they add up to 1; null with the label. */
  readonly probabilities: Readonly<Record<SentimentLabel, number>> | null;
  /** Says something good and something bad. */
  readonly isMixed: boolean;
  /** Cannot say: too unsure, or no label at all. Abstained messages are counted apart and never as neutral. */
  readonly isAbstained: boolean;
  readonly evidence: readonly Highlight[];
};

export type CategoryScore = {
  /** A leaf of the taxonomy, such as `deposit.late`; null where the scorer cannot say. */
  readonly id: string | null;
  /** Calibrated probability that the id is right, 0 to 1; 0 with a null id. */
  readonly confidence: number;
  readonly evidence: readonly Highlight[];
};

export const urgencyLevels = ['low', 'normal', 'high', 'critical'] as const;
export type UrgencyLevel = (typeof urgencyLevels)[number];

/** What harm a message tells of; with the promise and the nudges it becomes the urgency of the conversation, which moves with time. */
export type HarmScore = { readonly level: UrgencyLevel; readonly reasons: readonly string[]; readonly evidence: readonly Highlight[] };

/** Who a risk signal speaks of: whoever tries to steal, whoever was stolen from, whoever asks about it, or our own agent. */
export const riskRoles = ['scammer', 'victim', 'reporter', 'agent'] as const;
export type RiskRole = (typeof riskRoles)[number];

/** `id` is a word of the closed list of the risk scorer, such as `asks-for-secret` or `secret-exposed`. */
export type RiskSignal = {
  readonly id: string;
  readonly role: RiskRole;
  readonly weight: 'medium' | 'high';
  readonly evidence: readonly Highlight[];
};

/** All scores of one message. Agents' messages have risks only. */
export type MessageScores = {
  readonly sentiment: SentimentScore | null;
  readonly category: CategoryScore | null;
  readonly harm: HarmScore | null;
  readonly risks: readonly RiskSignal[];
  /** Absent where the message complains of nothing. */
  readonly complaint?: ComplaintScore;
};
