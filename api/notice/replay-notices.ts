// What would have been told to each customer who came, worked out in the order of time by what was known by then.
import type { Instant } from '#db/model/instant.ts';
import { calibratedRange, cutsFrom, lookBack, neverRank, type Outcome, rankOf } from './calibrated-range.ts';
import { isPeakAt } from './peak.ts';
import { predictionRoom, predictWait } from './predict-wait.ts';
import { finestMs, type WaitRange } from './rounded-range.ts';
import { closedUnanswered, countUpTo, type WaitHistory, withdrawn } from './wait-history.ts';

/** Notices change at these marks only. */
export const markMs = finestMs;

export const markOf = (at: Instant): Instant => Math.floor(at / markMs) * markMs;

/** A notice that somebody met: the mark at which it was made, and the wait (row of the history) that began under it. */
export type MetNotice = WaitRange & { readonly row: number; readonly shownAt: Instant; readonly isPeak: boolean };

/** Predictions by their marks, which every later one is calibrated by; each is made once. */
export type MadePredictions = Map<Instant, Float64Array | null>;

/** So many are kept: what calibration looks back on, and as much again for marks at which nobody came. */
const mostKept = 4 * lookBack;

export type Replayer = {
  /** The range that is told at a mark; null where nothing can be told. */
  rangeAt(mark: Instant): WaitRange | null;
};

/** Follows a history, asked in the order of time: every answer uses only what had happened by its mark. */
export function openReplayer(history: WaitHistory, made: MadePredictions = new Map()): Replayer {
  const room = predictionRoom();
  const predict = (mark: Instant): Float64Array | null => {
    const known = made.get(mark);
    if (known !== undefined) return known;
    const quantiles = predictWait(history, mark, room)?.quantiles ?? null;
    made.set(mark, quantiles);
    const [eldest] = made.keys();
    if (made.size > mostKept && eldest !== undefined) made.delete(eldest);
    return quantiles;
  };
  const outcomesAt = (mark: Instant): Outcome[] => {
    const end = countUpTo(history.from, mark - 1);
    const outcomes: Outcome[] = [];
    for (let row = end - 1; row >= Math.max(0, end - lookBack); row -= 1) {
      const outcome = outcomeOf(history, row, mark, predict);
      if (outcome !== null) outcomes.push(outcome);
    }
    return outcomes;
  };
  return {
    rangeAt: (mark) => {
      const quantiles = predict(mark);
      return quantiles === null ? null : calibratedRange(quantiles, cutsFrom(outcomesAt(mark)));
    },
  };
}

function outcomeOf(
  { from, until, ending }: WaitHistory,
  row: number,
  now: Instant,
  predict: (mark: Instant) => Float64Array | null,
): Outcome | null {
  const fromAt = from[row] ?? 0;
  const untilAt = until[row] ?? Number.POSITIVE_INFINITY;
  const quantiles = predict(markOf(fromAt));
  if (quantiles === null) return null;
  if (untilAt > now) return { rank: rankOf(quantiles, now - fromAt), isOver: false };
  if (ending[row] === closedUnanswered) return { rank: neverRank, isOver: true };
  return { rank: rankOf(quantiles, untilAt - fromAt), isOver: ending[row] !== withdrawn };
}

/** The notice that each arrival in `[from, to)` would have met; arrivals for whom nothing could be told are left out. */
export function replayNotices(
  history: WaitHistory,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  made?: MadePredictions,
): MetNotice[] {
  const replayer = openReplayer(history, made);
  const met: MetNotice[] = [];
  for (let row = countUpTo(history.from, from - 1); row < history.size; row += 1) {
    const fromAt = history.from[row] ?? 0;
    if (fromAt >= to) break;
    const shownAt = markOf(fromAt);
    const last = met.at(-1);
    if (last?.shownAt === shownAt) {
      met.push({ ...last, row });
      continue;
    }
    const range = replayer.rangeAt(shownAt);
    if (range !== null) met.push({ ...range, row, shownAt, isPeak: isPeakAt(history, shownAt) });
  }
  return met;
}
