// What a chart shows, apart from how it is drawn: series over buckets, or curves over a log time axis.
import type { Bucket, BucketSize } from './bucket.ts';

export type ChartUnit = 'count' | 'share' | 'ms' | 'score' | 'points' | 'grade';

export type BucketSeries = {
  readonly key: string;
  readonly label: string;
  /** Place in the palette, 1 to 6; 0 for "others" and for what is only there to compare with. */
  readonly colour: number;
  readonly shape: 'line' | 'bar';
  readonly isDashed?: boolean;
  readonly values: readonly (number | null)[];
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  readonly n?: readonly (number | null)[];
};

export type BucketChart = {
  readonly unit: ChartUnit;
  readonly size: BucketSize;
  readonly buckets: readonly Bucket[];
  readonly series: readonly BucketSeries[];
  /** Buckets whose figures will still move; drawn hatched. */
  readonly immature: readonly boolean[];
  readonly isStacked?: boolean;
  readonly events?: readonly ChartEvent[];
};

/** A business event over the buckets that it touches, as places in `buckets`; `isPeak`: a peak that was found, drawn in a colour of its own. */
export type ChartEvent = { readonly first: number; readonly last: number; readonly label: string; readonly isPeak?: boolean };

export type CurvePoint = { readonly ms: number; readonly share: number; readonly low: number; readonly high: number };

export type CurveSeries = {
  readonly key: string;
  readonly label: string;
  readonly colour: number;
  readonly n: number;
  readonly points: readonly CurvePoint[];
  readonly promiseMs: number | null;
  /** Share of the promises that were kept, as the headline counts them; null without a promise. */
  readonly withinPromise: number | null;
  /** What the curve does not reach at its right end. */
  readonly notAnswered: number | null;
};

export type CurveChart = { readonly series: readonly CurveSeries[]; readonly fromMs: number; readonly toMs: number };

/** A chart as a table: what is shown, the bare value for the file, and the list that a row opens, where it has one. */
export type ChartTable = {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly href?: string;
    readonly cells: readonly { readonly shown: string; readonly bare: string }[];
  }[];
};
