// The words of learning: models taught with a company's own labels, what they were measured at, and which one is in force.
import type { Instant } from './instant.ts';

/** What can be taught. Harm is told by rules, which people write. */
export const taughtFields = ['category', 'sentiment'] as const;
export type TaughtField = (typeof taughtFields)[number];

/** An estimate with its 95 % interval; null where nothing could be counted. */
export type Estimate = { readonly value: number; readonly interval: readonly [low: number, high: number] };

export type ModelMeasure = {
  /** Share of all in which the label is right; keeping silent counts as wrong. */
  readonly right: Estimate | null;
  /** Share of those that got a label in which it is right. */
  readonly rightOfLabelled: Estimate | null;
  /** Mean of the F1 of the labels that people gave, each counting the same. */
  readonly macroF1: Estimate | null;
  /** Share that got a label at all. */
  readonly coverage: Estimate | null;
};

/** Two models on the same held-out conversations. */
export type ModelComparison = {
  readonly n: number;
  readonly old: ModelMeasure;
  readonly new: ModelMeasure;
  /** New less old of `right`, over the same conversations. */
  readonly gain: Estimate | null;
  /** New less old of `rightOfLabelled`. */
  readonly labelledGain: Estimate | null;
  /**
   * `right` of the new one less what always saying the most frequent label would be right in. Null where people gave one label only;
   * not there in versions that were taught before it was measured.
   */
  readonly overConstant?: Estimate | null;
};

export type LanguageComparison = ModelComparison & { readonly language: string };

/** Why a model did not go live by itself. */
export type GateFinding =
  | { readonly kind: 'no-clear-gain' }
  | { readonly kind: 'no-better-than-constant' }
  | { readonly kind: 'less-right-where-it-labels' }
  | { readonly kind: 'worse-in-language'; readonly language: string };

/** One held-out conversation: what people said of it, and what either model says; null: nothing. */
export type HeldOutTrial = {
  readonly conversationId: number;
  readonly language: string;
  readonly truth: readonly (readonly [label: string, share: number])[];
  readonly old: string | null;
  readonly new: string | null;
};

export type ModelFigures = {
  /** The version it was held against: the one in force when it was taught; 0: the shipped one. */
  readonly against: number;
  /** Conversations that it learned from, and how many customers wrote them. */
  readonly taught: number;
  readonly customers: number;
  /** Conversations held out, of customers that it learned nothing from. */
  readonly heldOut: number;
  /** Labelled conversations that were left out: their label is none of the categories in force, or no text is left. */
  readonly leftOut: number;
  /** How many of the conversations that it learned from have each label, most frequent first. */
  readonly labels: readonly { readonly label: string; readonly n: number }[];
  readonly overall: ModelComparison;
  readonly languages: readonly LanguageComparison[];
  readonly isBetter: boolean;
  readonly findings: readonly GateFinding[];
  /** What it was measured on, by number of the conversation; not there in versions that were taught before it was kept. */
  readonly trials?: readonly HeldOutTrial[];
};

export type LearnedModel = {
  readonly field: TaughtField;
  /** Counts from 1 in each field. */
  readonly version: number;
  /** The model below it, as scores name it. It says nothing on top of any other. */
  readonly baseVersion: string;
  readonly taxonomyVersion: number;
  readonly trainedAt: Instant;
  /** User id or command. */
  readonly trainedBy: string;
  /** All its labels are of the demo company. */
  readonly isDemo: boolean;
  readonly figures: ModelFigures;
  /** Packed, in base 64. */
  readonly weights: string;
};

/** `better`: by itself, as the rule allows; `by-hand`: somebody chose it. */
export const choiceReasons = ['better', 'by-hand'] as const;
export type ChoiceReason = (typeof choiceReasons)[number];

/** One entry of what was in force from when on; version 0 is the shipped model. */
export type ModelChoice = {
  readonly field: TaughtField;
  readonly version: number;
  readonly reason: ChoiceReason;
  readonly at: Instant;
  readonly by: string;
};

/** What a version is called in the versions that scores carry: `wallet-1-2026a+r3`. */
export const taughtVersion = (baseVersion: string, version: number): string => `${baseVersion}+r${version}`;

/** The number of the taught version that judged a field, out of the versions a conversation carries; 0 for a shipped one. */
export function taughtVersionOf(scorer: string | null, field: TaughtField): number {
  const own = scorer?.split(' ').find((one) => one.startsWith(`${field}@`));
  return Number(/\+r(\d+)$/.exec(own ?? '')?.[1] ?? 0);
}
