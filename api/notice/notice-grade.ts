// The grade of notices: how many waits lay in what was promised, on which side the others fell, and whether to trust it.
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { Figure, Interval } from '#db/model/metric.ts';

/**
 * `trusted`: about 80 % held. `vague`: clearly more than 85 %, so the range could be narrower; nobody is misled. `broken`: clearly fewer than
 * 75 %. `unsure`: too few waits to tell it apart from either. `ungraded`: fewer than 30.
 */
export const noticeVerdicts = ['trusted', 'vague', 'broken', 'unsure', 'ungraded'] as const;
export type NoticeVerdict = (typeof noticeVerdicts)[number];

/** Which way the misses lean: `later`: customers wait longer than they were told, clearly more often than shorter. */
export const noticeLeanings = ['later', 'sooner', 'none'] as const;
export type NoticeLeaning = (typeof noticeLeanings)[number];

export type NoticeGrade = {
  readonly n: number;
  readonly within: number;
  readonly sooner: number;
  readonly later: number;
  /** Shown and not over: neither a hit nor a miss yet. Not part of `n`. */
  readonly stillPossible: number;
  readonly coverage: number | null;
  readonly interval: Interval | null;
  /** Share answered later than promised, minus share answered sooner: 0 without bias, above 0 where too little was promised. */
  readonly bias: number | null;
  readonly biasInterval: Interval | null;
  readonly leaning: NoticeLeaning;
  readonly verdict: NoticeVerdict;
};

const leastGraded = 30;
const band = { low: 0.75, high: 0.85 } as const;
/** A lean of this much, clearly, is told; a range that begins at 0 can only be missed on one side, so 20 points are no bias there. */
const leaningShare = 0.2;

/**
 * Grades the answer of `notice-coverage`. The interval of the bias is that of a difference of two shares of one sample,
 * sqrt((l + s - (l - s)^2) / n) times 1.96.
 */
export function noticeGrade({ n, value = null, interval = null, parts = {}, stillPossible = 0 }: Figure): NoticeGrade {
  const { sooner = 0, later = 0, within = 0 } = parts;
  const bias = n === 0 ? null : (later - sooner) / n;
  const spread = bias === null ? 0 : 1.96 * Math.sqrt(Math.max(0, (later + sooner) / n - bias * bias) / n);
  const biasInterval: Interval | null = bias === null ? null : [Math.max(-1, bias - spread), Math.min(1, bias + spread)];
  return {
    n,
    within,
    sooner,
    later,
    stillPossible,
    coverage: value,
    interval: interval !== null && 'p50' in interval ? null : interval,
    bias,
    biasInterval,
    leaning: leaningOf(biasInterval, n),
    verdict: verdictOf(within, n),
  };
}

function leaningOf(interval: Interval | null, n: number): NoticeLeaning {
  if (interval === null || n < leastGraded) return 'none';
  const [low, high] = interval;
  if (low !== null && low > leaningShare) return 'later';
  return high !== null && high < -leaningShare ? 'sooner' : 'none';
}

function verdictOf(within: number, n: number): NoticeVerdict {
  if (n < leastGraded) return 'ungraded';
  const [low, high] = wilsonInterval(within, n) ?? [0, 1];
  const share = within / n;
  if (high < band.low) return 'broken';
  if (low > band.high) return 'vague';
  return share >= band.low && share <= band.high ? 'trusted' : 'unsure';
}
