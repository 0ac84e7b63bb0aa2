// The words of a question and of its answer: what every tile, list, export, API call and command shares.
import type { ClaimVerdict } from './complaint.ts';
import type { Instant } from './instant.ts';
import type { BehindState } from './source-state.ts';

export const metricIds = [
  'arrivals',
  'answered-within-promise',
  'first-response-time',
  'next-response-time',
  'answered-by',
  'nudged-waits',
  'resolution-time',
  'reopen-rate',
  'backlog',
  'overdue',
  'never-answered',
  'language-match',
  'csat',
  'nps',
  'ces',
  'survey-response-rate',
  'sentiment',
  'negative-share',
  'category-share',
  'urgent-share',
  'unscored-share',
  'notice-coverage',
  'told-share',
  'complaints',
  'complaint-acknowledged',
  'complaint-decided',
  'complaint-overdue',
  'complaint-climbs',
  'no-reply-claims',
  'quality-score',
  'quality-pass-rate',
  'critical-error-rate',
] as const;
export type MetricId = (typeof metricIds)[number];

/**
 * `category` is the source's own, else the scored one. `sentiment` is that of the conversation, or why it has none (`none`: not scored).
 * `risk` is the gravest flag. `urgency` is that at the instant of the report. `complaint` is the rung of the ladder: `ticket` for every
 * private request, `public`, `formal`, `regulator`, `none` for public posts that complain of nothing.
 */
export const dimensions = [
  'channel',
  'category',
  'language',
  'team',
  'source',
  'agent',
  'country',
  'sentiment',
  'urgency',
  'risk',
  'issue',
  'complaint',
] as const;
export type Dimension = (typeof dimensions)[number];

export const timeBuckets = ['hour', 'day', 'week', 'month'] as const;
export type TimeBucket = (typeof timeBuckets)[number];

/** `hour-of-week` keys run from `0-00` (Monday, midnight) to `6-23` in the zone of the question. */
export const groupings = [...timeBuckets, 'hour-of-week', ...dimensions] as const;
export type Grouping = (typeof groupings)[number];

export const clocks = ['calendar', 'working'] as const;
export type Clock = (typeof clocks)[number];

export const populations = ['arrival', 'event'] as const;
export type Population = (typeof populations)[number];

export const comparisons = ['previous', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

/** `points`: from -100 to 100. `grade`: from 1 to 7. */
export const units = ['count', 'share', 'ms', 'score', 'points', 'grade'] as const;
export type Unit = (typeof units)[number];

/** `[from, to)` in instants. */
export type InstantRange = { readonly from: Instant; readonly to: Instant };

/** Narrows a question to certain hours of its range. Levels cannot be narrowed: they are taken at an instant. */
export type TimeLimits = {
  /** Alternatives, `0-00` (Monday, midnight) to `6-23`, in the zone of the question. */
  readonly hoursOfWeek?: readonly string[] | undefined;
  /** Id of a calendar: only what falls into its opening hours, each version counting for its own time. */
  readonly openOn?: string | undefined;
};

/** A question, fully decided: no default is left to the engine. */
export type Plan = {
  readonly metric: MetricId;
  /** Null: everything there is. */
  readonly range: InstantRange | null;
  readonly zone: string;
  /** At most two. */
  readonly groupBy: readonly Grouping[];
  /** Several values of one dimension are alternatives; several dimensions all have to hold. The value `none` stands for "not set". */
  readonly filters: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** Left out: any hour. */
  readonly times?: TimeLimits | undefined;
  readonly clock: Clock;
  readonly population: Population;
  readonly compare: Comparison | null;
  /** The instant of the report: open waits are aged up to here. */
  readonly asOf: Instant;
};

export type Interval = readonly [low: number | null, high: number | null];
export type Quantiles = { readonly p50: number | null; readonly p90: number | null; readonly p95: number | null };
export type QuantileIntervals = { readonly p50: Interval; readonly p90: Interval; readonly p95: Interval };

/** A share corrected for the errors that people found in `labelled` of the scorer's labels, with the 95 % interval of both. */
export type CorrectedShare = { readonly value: number; readonly interval: readonly [number, number]; readonly labelled: number };

/** How waits ended, in counts: these three sum to `n` of a time metric. */
export type WaitCounts = { readonly answered: number; readonly waiting: number; readonly neverAnswered: number };

/**
 * One figure with all that is needed to trust it. Count, share and score metrics fill `value`; duration metrics fill `quantiles`.
 * Durations are milliseconds; `null` is "no data" or "not reached", never 0.
 */
export type Figure = {
  readonly n: number;
  readonly value?: number | null;
  readonly interval?: Interval | QuantileIntervals | null;
  readonly quantiles?: Quantiles;
  /** Duration metrics: the same quantiles and the mean over answered waits only, for comparison with other tools. Never a headline. */
  readonly answeredOnly?: Quantiles & { readonly mean: number | null };
  readonly waits?: WaitCounts;
  /** Promise and notice metrics: not answered and not yet due, so neither kept nor broken; requests for a rating that are still open. Not part of `n`. */
  readonly stillPossible?: number;
  /** Score and notice metrics: `n` by what the rows are, such as `neg`, `neu` and `pos`. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Share of the whole answer's `n`; only where the groups are parts of a whole (`arrivals`). */
  readonly share?: number | null;
  /** The 95 % interval of `share`; a count itself has none. */
  readonly shareInterval?: Interval | null;
  /** Beside `value`, which stays as it was counted; only where enough was labelled. */
  readonly corrected?: CorrectedShare;
  /** True where more than 5 % of the waits or requests are open and younger than their promise, so the figure will still move. */
  readonly immature?: boolean;
  /** True where a small group of named people is hidden (n < 5, grouping by agent), or reviews of few replies or of few people's. */
  readonly suppressed?: boolean;
};

export type FigureGroup = Figure & { readonly key: string; readonly keys: readonly string[] };

/** A step of the curve "answered by t". */
export type CurvePoint = { readonly ms: number; readonly share: number; readonly low: number; readonly high: number };
export type Curve = {
  readonly key: string;
  readonly n: number;
  readonly points: readonly CurvePoint[];
  readonly waits: WaitCounts;
  readonly promiseMs: number | null;
};

/** A source that was not read as it should have been, so that figures it feeds may be behind. */
export type SourceBehind = {
  readonly source: string;
  readonly label: string;
  readonly state: BehindState;
  /** When it was last read to its end; null: never. */
  readonly lastDoneAt: string | null;
};

export type Freshness = {
  /** The instant of the report. */
  readonly asOf: string;
  /** The latest message in the store; null for an empty store. */
  readonly lastMessageAt: string | null;
  /** Change number of the store that the columns had reached. */
  readonly change: number;
  /** Sources that feed the figure and are behind. The columns do not know; whoever answers adds it. */
  readonly behind?: readonly SourceBehind[];
};

export type ChangeFigure = {
  readonly range: { readonly from: string; readonly to: string };
  readonly figure: Figure;
  /** Now minus then: value, or P50 for duration metrics. Interval null where it cannot be computed. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** True only where the interval of the difference leaves out 0. */
  readonly clear: boolean;
};

export type Answer = Figure & {
  readonly metric: MetricId;
  readonly version: number;
  readonly unit: Unit;
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly zone: string;
  readonly clock: Clock;
  readonly population: Population;
  readonly groupBy: readonly Grouping[];
  readonly answered?: number;
  readonly waiting?: number;
  readonly neverAnswered?: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly freshness: Freshness;
  readonly groups: readonly FigureGroup[];
  readonly curves?: readonly Curve[];
  readonly comparison?: ChangeFigure;
};

/** One row behind a number. `conversationId` opens it; `at` is the instant that put it into the range. */
export type MetricRow = {
  readonly conversationId: string;
  readonly externalId: string;
  readonly source: string;
  readonly channel: string;
  readonly language: string;
  readonly category: string | null;
  readonly team: string | null;
  readonly country: string | null;
  readonly agent: string | null;
  readonly sentiment: string | null;
  readonly urgency: string | null;
  readonly risk: string | null;
  /** Id of the recurring issue that it belongs to. */
  readonly issue: string | null;
  /** The rung of the complaint; absent for what is no louder than its channel. */
  readonly complaint?: string;
  readonly ordinal: number;
  readonly at: string;
  readonly until: string | null;
  readonly state: string;
  readonly dueAt: string | null;
  readonly calendarMs: number | null;
  readonly workingMs: number | null;
  readonly nudges: number | null;
  /** Rows about a wait-time notice only: the range that the customer had been told. */
  readonly toldMinMs?: number;
  readonly toldMaxMs?: number;
  readonly value: number | null;
  /** Rows of the part `weighted` only: how many requests the answer stands for; its `value` is 1 for a good one, else 0. */
  readonly weight?: number;
  /** Rows of ratings only: what the customer wrote with it, redacted. The columns hold no texts; whoever lists the rows adds it. */
  readonly comment?: string;
};

/** Of a share: the rows that make it up (`hit`) or those that miss it. */
export const rowOutcomes = ['hit', 'miss'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Which of the rows behind a number are wanted; without `only`, `verdict` and `part` all of them. */
export type RowChoice = {
  readonly only?: RowOutcome | undefined;
  readonly verdict?: ClaimVerdict | undefined;
  /** The rows behind a finer figure, such as `untimed` of `csat`: see api/engine/row-parts.ts. */
  readonly part?: string | undefined;
};
export type RowPage = RowChoice & { readonly offset: number; readonly limit: number };

export type Rows = { readonly metric: MetricId; readonly n: number; readonly offset: number; readonly rows: readonly MetricRow[] };

export type MetricCard = {
  readonly id: MetricId;
  readonly version: number;
  readonly unit: Unit;
  readonly direction: 'higher' | 'lower' | 'neutral';
  readonly atom: 'conversation' | 'wait' | 'episode' | 'rating' | 'notice' | 'complaint' | 'review';
  readonly groupings: readonly Grouping[];
  readonly clocks: readonly Clock[];
  readonly populations: readonly Population[];
  /** English words; the dashboard carries the same card in every screen language by id. */
  readonly label: string;
  readonly formula: string;
  readonly exclusions: readonly string[];
};
