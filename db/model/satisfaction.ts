// What the screen about satisfaction is told beside the metrics: weighting, waits, drivers, disagreements, shift of mood.
import type { Freshness, Interval, MetricRow } from './metric.ts';

/** A share of good ratings with how many there are. */
export type SharePart = { readonly n: number; readonly value: number | null; readonly interval: Interval | null };

export type WeightedSatisfaction = {
  /** Requests for satisfaction, or for a rating of a kind that the source does not name. */
  readonly asked: number;
  readonly answered: number;
  readonly raw: SharePart;
  /** Each stratum of channel, language and wait counted by how many were asked in it; thin strata are merged first. */
  readonly weighted: SharePart & { readonly effectiveN: number };
  readonly strata: number;
  /** Asked in groups of which nobody answered: the weighted figure says nothing of them. */
  readonly unheard: number;
};

/** Satisfaction of those whose first answer took `[fromMs, toMs)`; `toMs` null: without an end. */
export type WaitBand = SharePart & { readonly fromMs: number; readonly toMs: number | null };

/** The bands of all ratings (`channel` null), then of each channel that holds many: customers of a chat and of a letter expect different waits. */
export type WaitCurve = { readonly channel: string | null; readonly n: number; readonly bands: readonly WaitBand[] };

export const driverKinds = ['wait', 'nudges', 'reopened', 'language', 'tone', 'mood', 'category', 'channel'] as const;
export type DriverKind = (typeof driverKinds)[number];

/** What goes together with a driver, all others as they are: a difference of shares, and no cause. */
export type DriverEffect = {
  readonly kind: DriverKind;
  /** The category, channel or tone that is compared; null for the others. */
  readonly key: string | null;
  /** The one that it is compared with. */
  readonly against: string | null;
  /** Ratings that have it. */
  readonly n: number;
  readonly effect: number;
  readonly interval: readonly [low: number, high: number];
  /** False where the interval holds 0. */
  readonly isClear: boolean;
};

export type Drivers = {
  /** Ratings that the model was fitted to. */
  readonly n: number;
  readonly good: number;
  readonly excluded: Readonly<Record<string, number>>;
  /** Empty where there are too few ratings, or of one kind only. */
  readonly effects: readonly DriverEffect[];
};

export type MoodShift = {
  readonly n: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly opening: number | null;
  readonly closing: number | null;
  /** Closing less opening. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly brighter: number;
  readonly same: number;
  readonly darker: number;
};

/** `angry-good`: the last words are in a bad mood, the rating is good. `content-bad`: the reverse. */
export const disagreementSides = ['angry-good', 'content-bad'] as const;
export type DisagreementSide = (typeof disagreementSides)[number];

export type Disagreements = {
  /** Ratings of conversations whose last words have a mood. */
  readonly n: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly sides: Readonly<Record<DisagreementSide, number>>;
};

export type SatisfactionReport = {
  readonly weighting: WeightedSatisfaction;
  readonly waits: readonly WaitCurve[];
  /** Rated without a first answer that can be timed. */
  readonly unwaited: number;
  readonly drivers: Drivers;
  readonly shift: MoodShift;
  readonly disagreements: Disagreements;
  readonly freshness: Freshness;
};

/** `closing`: the mood of the customer's last words, from -1 to 1. */
export type DisagreementRow = MetricRow & { readonly closing: number };
export type DisagreementRows = {
  readonly side: DisagreementSide;
  readonly n: number;
  readonly offset: number;
  readonly rows: readonly DisagreementRow[];
};
