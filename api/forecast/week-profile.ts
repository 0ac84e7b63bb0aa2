// How arrivals spread over the week.
import { type CountSeries, perDay, seasonLength } from './count-series.ts';

export type ProfileInput = {
  readonly levels: readonly number[];
  readonly holidays: ReadonlyMap<string, number>;
  /** The profile so far, by which outliers are told. */
  readonly profile: readonly number[];
  /** Buckets that are left out: 1 by bucket; as long as what is read. */
  readonly skip: Uint8Array;
  readonly halfLifeDays: number;
};

/** A bucket counts up to this many standard deviations over what it usually is; the rest is a peak and no habit. */
const clip = 3;
/** Scatter of single buckets beyond Poisson's, for clipping only. */
const roughDispersion = 0.1;
/** Arrivals' worth of "weekday x hour of the day" that each place in the week begins with. */
const prior = 10;

/**
 * Arrivals by place in the week as a part of those of an average day, so that a week sums to 7. Recent days count more.
 * Places with few arrivals lean on their weekday and their hour of the day.
 */
export function weekProfile(series: CountSeries, input: ProfileInput): number[] {
  const { counts, exposures } = sums(series, input);
  const shape = productShape(counts, exposures, perDay(series));
  const raw = counts.map((count, place) => {
    const usual = shape[place] ?? 0;
    if (usual <= 0) return 0;
    return (count + prior) / ((exposures[place] ?? 0) + prior / usual);
  });
  return toWeek(raw);
}

function sums(series: CountSeries, { levels, profile, skip, halfLifeDays }: ProfileInput) {
  const length = seasonLength(series);
  const counts = new Array<number>(length).fill(0);
  const exposures = new Array<number>(length).fill(0);
  const lastDay = series.day[skip.length - 1] ?? 0;
  for (let bucket = 0; bucket < skip.length; bucket += 1) {
    const day = series.day[bucket] ?? 0;
    const level = levels[day] ?? 0;
    if (skip[bucket] === 1 || series.holidays[day] != null || level <= 0) continue;
    const place = series.season[bucket] ?? 0;
    const weight = 2 ** ((day - lastDay) / halfLifeDays);
    const usual = level * (profile[place] ?? 0);
    const most = usual + clip * Math.sqrt(usual + roughDispersion * usual * usual) + 1;
    counts[place] = (counts[place] ?? 0) + weight * Math.min(series.counts[bucket] ?? 0, most);
    exposures[place] = (exposures[place] ?? 0) + weight * level;
  }
  return { counts, exposures };
}

/** Weekday x hour of the day: what each place would be if all days had the same shape. */
function productShape(counts: readonly number[], exposures: readonly number[], hours: number): number[] {
  const rate = (places: readonly number[]) => {
    const exposure = places.reduce((sum, place) => sum + (exposures[place] ?? 0), 0);
    return exposure === 0 ? 0 : places.reduce((sum, place) => sum + (counts[place] ?? 0), 0) / exposure;
  };
  const all = counts.map((_, place) => place);
  const overall = rate(all);
  const byDay = Array.from({ length: 7 }, (_, weekday) => rate(all.filter((place) => Math.floor(place / hours) === weekday)));
  const byHour = Array.from({ length: hours }, (_, hour) => rate(all.filter((place) => place % hours === hour)));
  return all.map((place) => (overall === 0 ? 0 : ((byDay[Math.floor(place / hours)] ?? 0) * (byHour[place % hours] ?? 0)) / overall));
}

function toWeek(raw: readonly number[]): number[] {
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => (total === 0 ? 0 : (value * 7) / total));
}
