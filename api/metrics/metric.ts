// The contract of a metric: its card for people, and one pure judgement that drives the value, the rows and the export alike.
import { type ClaimVerdict, type ComplaintRung, complaintStages } from '#db/model/complaint.ts';
import type { ConversationExclusion, RatingKind } from '#db/model/conversation.ts';
import type { WaitExclusion, WaitStateAt } from '#db/model/facts.ts';
import type { ToldState } from '#db/model/issue.ts';
import type { MetricCard } from '#db/model/metric.ts';
import type { QualityOutcome, ReviewBasis } from '#db/model/quality.ts';
import type { UrgencyLevel } from '#db/model/score.ts';
import type { SentimentState } from '#db/model/scored.ts';

/** How an item ended: answered (or solved), still waiting (open), never answered (closed without an answer). */
export type Ending = 'answered' | 'waiting' | 'neverAnswered';

/**
 * What a metric makes of one row. `in`: part of `n`, and of the numerator where `isHit`; rows are also counted by `label`, where it has one. `apart`: shown beside it, such as "still possible".
 * `out`: left out and counted under `reason`. A judge that returns null says: not a row of this metric at all.
 */
export type Verdict =
  | { readonly part: 'in'; readonly isHit: boolean; readonly ending: Ending | null; readonly isYoung: boolean; readonly label?: string }
  | { readonly part: 'apart'; readonly isYoung: boolean }
  | { readonly part: 'out'; readonly reason: string };

/** What can be told of a conversation without its instants. */
export type ConversationTraits = {
  readonly exclusion: ConversationExclusion | 'other' | null;
  readonly hasTime: boolean;
  readonly hasCustomer: boolean;
  readonly sentiment: SentimentState | null;
  /** At the instant of the report where the metric is one about urgency, else what the harm alone gives. */
  readonly urgency: UrgencyLevel | null;
  /** Where the question of a metric about categories names some: one of these. Else: any. */
  readonly hasCategory: boolean;
  /** Of an issue that was fixed after it arrived: whether its customer knows. Null for all others. */
  readonly told: ToldState | null;
};

/** What can be told of a wait at the instant of the report. */
export type WaitTraits = {
  readonly state: WaitStateAt;
  readonly exclusion: WaitExclusion | 'other' | null;
  /** The first response of its conversation, or the only excluded wait of one that has none. */
  readonly isFirst: boolean;
  readonly hasPromise: boolean;
  /** Answered at its due instant or before. */
  readonly isKept: boolean;
  readonly isNudged: boolean;
  readonly languageMatch: boolean | null;
};

/** `closed_unsolved`: closed, by timer for one, without a substantive reply. */
export type EpisodeTraits = {
  readonly state: 'solved' | 'open' | 'closed_unsolved';
  readonly exclusion: ConversationExclusion | 'answers_not_visible' | 'other' | null;
  /** The customer wrote again within 7 days of the solution, and has done so by the instant of the report. */
  readonly isReopened: boolean;
  /** Solved less than 7 days before the instant of the report, so it may still be reopened. */
  readonly isYoung: boolean;
};

/**
 * Where a rating lies. Satisfaction and effort: `high` at or above three quarters of the scale (4-5 of 1-5, 6-7 of 1-7), `low` at or
 * below one quarter. Recommendation: `high` 9-10, `middle` 7-8, `low` 0-6. `foreign`: on a scale that the kind does not have.
 */
export const ratingGrades = ['low', 'middle', 'high', 'foreign'] as const;
export type RatingGrade = (typeof ratingGrades)[number];

/** A rating that was given, or a request for one: `grade` null. */
export type RatingTraits = {
  /** Null for a request that does not say what it asks for. */
  readonly kind: RatingKind | null;
  readonly exclusion: ConversationExclusion | 'other' | null;
  readonly grade: RatingGrade | null;
  /** Of a request: its time to be answered is not over at the instant of the report. */
  readonly isOpen: boolean;
  /** Of a request that is no longer open: a rating has come in answer. */
  readonly isAnswered: boolean;
};

/**
 * `count`: how many. `share`: good of all. `duration`: quantiles by Kaplan-Meier. `curve`: answered by t.
 * `level`: how many at the end of each bucket. `mean`: the mean of the values of the rows. `net`: 100 times the share of rows
 * labelled as the first of `poles` less that of the second. `weighted-mean` and `weighted-share`: the same of rows that were drawn
 * with unequal chances, each weighted with one over its own.
 */
export type Measure = 'count' | 'share' | 'duration' | 'curve' | 'level' | 'mean' | 'net' | 'weighted-mean' | 'weighted-share';

/** A first wait that began under a wait-time notice. `withdrawn` and `closed_unanswered` have an end without an answer. */
export type NoticeTraits = {
  readonly state: 'answered' | 'open' | 'closed_unanswered' | 'withdrawn' | 'excluded';
  readonly exclusion: WaitExclusion | 'other' | null;
  /** Where the end of the wait lies: before the promised range, in it (ends included), or after it. */
  readonly place: 'sooner' | 'within' | 'later';
  /** The promised maximum has passed at the instant of the report. */
  readonly isOver: boolean;
};

/** What a row about complaints is: the complaint itself, one of its two clocks, or its claim that nobody replies. */
export const complaintKinds = ['case', ...complaintStages, 'claim'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

export type ComplaintTraits = {
  readonly kind: ComplaintKind;
  /** Of a clock; a complaint and a claim are `answered`, or `excluded`. */
  readonly state: WaitStateAt;
  readonly exclusion: WaitExclusion | 'other' | null;
  readonly hasPromise: boolean;
  /** Acknowledged or decided at its due instant or before. */
  readonly isKept: boolean;
  /** Of a complaint: the quieter step that its customer took before. */
  readonly climbedFrom: ComplaintRung | null;
  /** Of a claim. */
  readonly verdict: ClaimVerdict | null;
  readonly isConfirmed: boolean;
};

/** A reply that was reviewed by the instant of the report. */
export type ReviewTraits = {
  readonly basis: ReviewBasis;
  /** Null where no criterion applied, or no result stands. */
  readonly outcome: QualityOutcome | null;
  readonly exclusion: ConversationExclusion | 'other' | null;
};

type Judged<Atom extends MetricCard['atom'], Traits> = {
  readonly atom: Atom;
  readonly card: MetricCard & { readonly atom: Atom };
  readonly measure: Measure;
  /** A figure about an instant rather than a period: its comparison moves the instant of the report back as well. */
  readonly isState: boolean;
  /** What of the traits depends on the question and not on the row alone. */
  readonly moves?: 'urgency' | 'category';
  /** Of a `net`: the labels that count for and against. */
  readonly poles?: readonly [pro: string, contra: string];
  readonly judge: (traits: Traits) => Verdict | null;
};

export type ConversationMetric = Judged<'conversation', ConversationTraits>;
export type WaitMetric = Judged<'wait', WaitTraits>;
export type EpisodeMetric = Judged<'episode', EpisodeTraits>;
export type RatingMetric = Judged<'rating', RatingTraits>;
export type NoticeMetric = Judged<'notice', NoticeTraits>;
export type ComplaintMetric = Judged<'complaint', ComplaintTraits>;
export type ReviewMetric = Judged<'review', ReviewTraits>;
export type Metric = ConversationMetric | WaitMetric | EpisodeMetric | RatingMetric | NoticeMetric | ComplaintMetric | ReviewMetric;
