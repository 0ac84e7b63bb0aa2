// Where between two bounds a channel lies, learnt from weeks that were, and how far off that was in the weeks after.
import type { Instant } from '#db/model/instant.ts';

/** Of `n` that count in a week, the shares in time by the worse and the better of two ways to work. */
export type Bounds = { readonly n: number; readonly low: number; readonly high: number };

/** A week as it was: `kept` of `n` in time, null without any; `answered` of `ended` were ever answered. */
export type LivedWeek = {
  readonly from: Instant;
  readonly to: Instant;
  readonly n: number;
  readonly kept: number | null;
  readonly answered: number;
  readonly ended: number;
};

/** `better`: the share of work that goes the better way, 0 to 1. `answered`: of all, the share that was ever answered. */
export type Learnt = { readonly better: number; readonly answered: number };

/** The week with what was predicted of it from the weeks before; null where nothing could be. */
export type GradedWeek = LivedWeek & { readonly predicted: number | null };

const untaught = 0.5;

/** The blend of the bounds that comes nearest to what was kept, by least squares over the customers of the weeks; one half where they are the same. */
export function learnBetween(weeks: readonly LivedWeek[], bounds: readonly Bounds[]): Learnt {
  const ended = weeks.reduce((sum, week) => sum + week.ended, 0);
  const answered = ended > 0 ? weeks.reduce((sum, week) => sum + week.answered, 0) / ended : 1;
  let [across, along] = [0, 0];
  weeks.forEach(({ kept, n }, place) => {
    const bound = bounds[place];
    if (kept === null || bound === undefined || bound.n <= 0) return;
    const width = answered * (bound.high - bound.low);
    across += n * width * (kept - answered * bound.low);
    along += n * width * width;
  });
  return { better: along > 1e-9 ? Math.min(1, Math.max(0, across / along)) : untaught, answered };
}

export function blended({ low, high }: Pick<Bounds, 'low' | 'high'>, { better, answered }: Learnt): number {
  return answered * (low + better * (high - low));
}

/** Each of the last weeks predicted with what the `taught` weeks before it teach; those before them are left out. */
export function gradeWeeks(weeks: readonly LivedWeek[], bounds: readonly Bounds[], taught: number): GradedWeek[] {
  return weeks.slice(taught).map((week, place) => {
    const bound = bounds[place + taught];
    const known = weeks.slice(place, place + taught);
    if (bound === undefined || bound.n <= 0 || known.every(({ kept }) => kept === null)) return { ...week, predicted: null };
    return { ...week, predicted: blended(bound, learnBetween(known, bounds.slice(place))) };
  });
}
