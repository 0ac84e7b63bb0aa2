// What the back-test says of each horizon: error against the naive forecast, and how often intervals held.
import type { Trial } from './back-test.ts';
import { type Interval, intervalOf } from './calibrate.ts';
import { type Asked, type Replay, replay } from './replay.ts';

export type Verdict = {
  readonly id: string;
  /** Forecasts that were compared with what came. */
  readonly n: number;
  readonly origins: number;
  /** Mean absolute errors. */
  readonly modelError: number;
  readonly naiveError: number;
  /** Model error over the error of the seasonal naive forecast of the same buckets; null where the naive one made none. */
  readonly mase: number | null;
  /** Which forecast is used: the model only where it was better. */
  readonly uses: 'model' | 'naive';
  /** Share of what came that lay in the intervals as they would have been drawn at the time; null where none could be. */
  readonly coverage80: number | null;
  readonly coverage95: number | null;
};

/** Mean absolute errors of both forecasts, and the ratio: MASE with the seasonal naive forecast of the same buckets as its scale. */
export function errorsOf(trials: readonly Trial[]): Pick<Verdict, 'modelError' | 'naiveError' | 'mase'> {
  const mean = (error: (trial: Trial) => number) =>
    trials.length === 0 ? 0 : trials.reduce((sum, trial) => sum + error(trial), 0) / trials.length;
  const modelError = mean((trial) => Math.abs(trial.actual - trial.model));
  const naiveError = mean((trial) => Math.abs(trial.actual - trial.naive));
  return { modelError, naiveError, mase: naiveError === 0 ? null : modelError / naiveError };
}

/** A verdict, and the intervals that its horizon gets today around a forecast. */
export type Judged = {
  readonly verdict: Verdict;
  readonly intervals: (mean: number) => { readonly interval80: Interval | null; readonly interval95: Interval | null };
};

/**
 * Judges the trials of one horizon from the origin `asked.since` on. Intervals are drawn as they would have been at the time, from
 * errors that were known then, earlier trials included.
 */
export function judge(id: string, trials: readonly Trial[], asked: Asked): Judged {
  const judged = trials.filter((trial) => trial.origin >= asked.since);
  const errors = errorsOf(judged);
  const uses = errors.mase !== null && errors.mase < 1 ? 'model' : 'naive';
  const [at80, at95] = [0.8 as const, 0.95 as const].map((level) => replay(trials, uses, { ...asked, level }));
  const drawn = (replayed: Replay | undefined, mean: number) =>
    replayed === undefined || replayed.coverage === null
      ? null
      : intervalOf(replayed.sorted, { mean, dispersion: asked.dispersion, independent: replayed.independent }, replayed.miss);
  return {
    verdict: {
      id,
      n: judged.length,
      origins: new Set(judged.map((trial) => trial.origin)).size,
      ...errors,
      uses,
      coverage80: at80?.coverage ?? null,
      coverage95: at95?.coverage ?? null,
    },
    intervals: (mean) => ({ interval80: drawn(at80, mean), interval95: drawn(at95, mean) }),
  };
}
