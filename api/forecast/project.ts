// The forecast itself: today's level, carried on through the weeks ahead, with what is out of line now fading.
import { biweightMean } from '#api/stats/biweight-mean.ts';
import { type Baseline, fitBaseline, holidayOf } from './baseline.ts';
import { type CountSeries, perDay } from './count-series.ts';

/** How fast the model follows: half-life of the level in days, and of what is out of line now in buckets (0: forgotten at once). */
export type Pace = { readonly levelDays: number; readonly carryBuckets: number };

/** What is known at one instant: the baseline of all before it. */
export type Standing = { readonly upTo: number; readonly baseline: Baseline };

/** Days after which a day counts half as much for the profile of the week. */
const profileHalfLife = 60;
/** Days that the level may be read from. */
const levelReach = 56;
/** Days after which a shift of level is believed by half. */
const shiftHalfLife = 7;
/** Days before a shift that say what was usual, at least. */
const leastBefore = 14;
/** Arrivals' worth of "as usual" beside the last few hours, so that two messages at night are no wave. */
const carryPrior = 5;

export function standAt(series: CountSeries, upTo: number): Standing {
  return { upTo, baseline: fitBaseline(series, { upTo, halfLifeDays: profileHalfLife }) };
}

/** Expected counts of the `ahead` buckets from `upTo` on. */
export function project(series: CountSeries, { upTo, baseline }: Standing, { pace, ahead }: { pace: Pace; ahead: number }): number[] {
  const level = presentLevel(baseline, pace.levelDays);
  const usual = (bucket: number) =>
    level * (baseline.profile[series.season[bucket] ?? 0] ?? 0) * holidayOf(series, baseline.holidays, series.day[bucket] ?? 0);
  const excess = pace.carryBuckets === 0 ? 0 : presentExcess(series, upTo, usual);
  return Array.from({ length: ahead }, (_, step) => usual(upTo + step) * Math.exp(excess * 2 ** (-(step + 0.5) / pace.carryBuckets)));
}

/**
 * The recency-weighted mean of the days since the last shift of level, outliers cut; what was usual before it counts less and less. Believed
 * at once, a wave of two weeks that looks like a new level would be carried on after its end.
 */
function presentLevel({ plainDays, shifts }: Baseline, halfLife: number): number {
  const shift = shifts.at(-1)?.day ?? 0;
  const now = levelOf(plainDays.slice(Math.max(shift, plainDays.length - levelReach)), halfLife);
  const before = plainDays.slice(Math.max(0, shift - levelReach), shift);
  if (before.filter((value) => !Number.isNaN(value)).length < leastBefore) return now;
  const trust = 1 - 2 ** ((shift - plainDays.length) / shiftHalfLife);
  return trust * now + (1 - trust) * levelOf(before, halfLife);
}

/** The recency-weighted mean of days, outliers cut. */
function levelOf(recent: readonly number[], halfLife: number): number {
  const known = recent.filter((value) => !Number.isNaN(value));
  const middle = biweightMean(known, 1) ?? 0;
  const scale = Math.sqrt(
    known.reduce((sum, value) => sum + Math.min((value - middle) ** 2, 4 * middle ** 2), 0) / Math.max(1, known.length),
  );
  let sum = 0;
  let weights = 0;
  for (const [place, value] of recent.entries()) {
    if (Number.isNaN(value)) continue;
    const weight = 2 ** ((place - recent.length) / halfLife);
    sum += weight * Math.min(middle + 2 * scale, Math.max(middle - 2 * scale, value));
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** Log of how far the last quarter of a day (the last two days by day) is out of line. */
function presentExcess(series: CountSeries, upTo: number, usual: (bucket: number) => number): number {
  const back = series.bucket === 'hour' ? perDay(series) / 4 : 2;
  let seen = carryPrior;
  let due = carryPrior;
  for (let bucket = Math.max(0, upTo - back); bucket < upTo; bucket += 1) {
    seen += series.counts[bucket] ?? 0;
    due += usual(bucket);
  }
  return Math.log(seen / due);
}
