// The words of reply quality: criteria, marks, weights, rounds of review, and what a review comes to.
import type { CampaignPopulation } from './annotation.ts';
import type { Instant } from './instant.ts';

export const qualityCriteria = ['speed', 'language', 'attitude', 'expertise', 'initiative', 'safety', 'solved'] as const;
export type QualityCriterion = (typeof qualityCriteria)[number];

/** One value for each criterion, asked for in their order. */
export function byCriterion<Value>(of: (criterion: QualityCriterion) => Value): Record<QualityCriterion, Value> {
  return {
    speed: of('speed'),
    language: of('language'),
    attitude: of('attitude'),
    expertise: of('expertise'),
    initiative: of('initiative'),
    safety: of('safety'),
    solved: of('solved'),
  };
}

/** 2: yes, 1: partly, 0: no; null: does not apply to this reply. */
export const qualityMarks = [0, 1, 2] as const;
export type QualityMark = (typeof qualityMarks)[number] | null;

export type QualityMarks = { readonly [Criterion in QualityCriterion]: QualityMark };

/** `critical`: a failure of safety, whatever else was good. */
export const qualityOutcomes = ['passed', 'below', 'critical'] as const;
export type QualityOutcome = (typeof qualityOutcomes)[number];

/** 0 to 100, one at least above 0; only their proportions matter. */
export type QualityWeights = { readonly [Criterion in QualityCriterion]: number };

/** What reviews are scored by. Versions are only ever added; a review keeps the one that it was scored under. */
export type QualityTerms = {
  readonly version: number;
  readonly weights: QualityWeights;
  /** The least score, 0 to 1, with which a reply passes. */
  readonly passMark: number;
};
export type QualitySetting = QualityTerms & { readonly savedAt: Instant; readonly savedBy: string };

/** What holds until somebody sets something else: version 1. */
export const shippedQualityTerms: QualityTerms = {
  version: 1,
  weights: { speed: 15, language: 10, attitude: 15, expertise: 25, initiative: 10, safety: 10, solved: 15 },
  passMark: 0.75,
};

/** `review`: each reply goes to one reviewer. `calibration`: each goes to several, who do not know of each other. */
export const qualityRoundKinds = ['review', 'calibration'] as const;
export type QualityRoundKind = (typeof qualityRoundKinds)[number];

export const qualityRoundStates = ['open', 'closed'] as const;
export type QualityRoundState = (typeof qualityRoundStates)[number];

/** What a sample of replies may be spread over. */
export const qualityStrata = ['channel', 'team', 'language', 'agent'] as const;
export type QualityStratum = (typeof qualityStrata)[number];

export type QualitySampling = { readonly size: number; readonly strata: readonly QualityStratum[]; readonly seed: string };
export type QualityPopulation = CampaignPopulation;

/** Why a pre-score gives no mark. */
export const notMeasurableReasons = [
  'no_promise',
  'language_unknown',
  'language_not_covered',
  'not_scored',
  'too_early',
  'still_open',
  'nothing_named',
  'needs_a_person',
] as const;
export type NotMeasurableReason = (typeof notMeasurableReasons)[number];

/** What a pre-score rests on: `fact` names it, `quote` is a stretch of the redacted reply, `ms` a length of time. */
export type QualityEvidence = {
  readonly fact: string;
  readonly quote?: string | undefined;
  readonly ms?: number | undefined;
};

/** The automatic mark of one criterion: measured, with what it rests on, or not measurable, with the reason. */
export type AutoMark =
  | { readonly mark: 0 | 1 | 2; readonly evidence: readonly QualityEvidence[] }
  | { readonly mark: null; readonly reason: NotMeasurableReason; readonly evidence: readonly QualityEvidence[] };
export type AutoMarks = Readonly<Record<QualityCriterion, AutoMark>>;

/** How a counted reply came under review; `disputed`: several reviewed it and have not settled on one result yet. */
export const reviewBases = ['sample', 'hand', 'disputed'] as const;
export type ReviewBasis = (typeof reviewBases)[number];

/** Figures about fewer reviews, or about the replies of fewer people, are hidden. */
export const fewestReviews = 5;
export const fewestReviewed = 3;
