// What a series usually is: level of the day x place in the week x holiday.
import { type CountSeries, perDay, seasonLength } from './count-series.ts';
import { dayLevels } from './day-levels.ts';
import { holidayFactors } from './holiday-factors.ts';
import { type LevelShift, levelShifts } from './level-shifts.ts';
import { weekProfile } from './week-profile.ts';

export type Baseline = {
  /** Arrivals of an average plain day, by local day. */
  readonly levels: readonly number[];
  /** Arrivals by place in the week, as a part of those of an average day. */
  readonly profile: readonly number[];
  /** How much of a plain day a holiday is, by its name. */
  readonly holidays: ReadonlyMap<string, number>;
  readonly shifts: readonly LevelShift[];
  /** Arrivals by day, free of week and holidays; NaN for holidays and days that are hardly known. */
  readonly plainDays: readonly number[];
};

export type BaselineOptions = {
  /** Reads the buckets before this one only. */
  readonly upTo: number;
  /** After how many days a day counts half as much for the profile of the week; Infinity: all days alike. */
  readonly halfLifeDays: number;
  /** Buckets that say nothing of the usual, such as those of known peaks: 1 by bucket. */
  readonly skip?: Uint8Array;
};

/** Level and profile need each other: the second round starts from a week that is right to a few percent already. */
const rounds = 2;

/** Fits the baseline to the known buckets before `upTo`. */
export function fitBaseline(series: CountSeries, { upTo, halfLifeDays, skip = new Uint8Array(upTo) }: BaselineOptions): Baseline {
  const days = (series.day[upTo - 1] ?? -1) + 1;
  let profile: readonly number[] = new Array<number>(seasonLength(series)).fill(1 / perDay(series));
  let holidays: ReadonlyMap<string, number> = new Map();
  let levels: readonly number[] = [];
  let shifts: readonly LevelShift[] = [];
  let plainDays: readonly number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const totals = dayTotals(series, profile, { days, skip });
    plainDays = totals.counts.map((count, day) => {
      const exposure = totals.exposures[day] ?? 0;
      return exposure < 0.5 || series.holidays[day] != null ? Number.NaN : count / exposure;
    });
    shifts = levelShifts(plainDays);
    levels = dayLevels(plainDays, shifts);
    holidays = holidayFactors(series.holidays, totals, levels);
    profile = weekProfile(series, { levels, holidays, profile, skip, halfLifeDays });
  }
  return { levels, profile, holidays, shifts, plainDays };
}

/** What the baseline expects in a bucket, on the level of its day. */
export function expectedIn(series: CountSeries, { levels, profile, holidays }: Baseline, bucket: number): number {
  const day = series.day[bucket] ?? 0;
  return (levels[day] ?? 0) * (profile[series.season[bucket] ?? 0] ?? 0) * holidayOf(series, holidays, day);
}

/** The factor of a local day: 1 for plain days, and for holidays of which nothing is known yet what holidays are on average. */
export function holidayOf(series: CountSeries, holidays: ReadonlyMap<string, number>, day: number): number {
  const name = series.holidays[day];
  return name == null ? 1 : (holidays.get(name) ?? holidays.get('') ?? 1);
}

function dayTotals(series: CountSeries, profile: readonly number[], { days, skip }: { days: number; skip: Uint8Array }) {
  const counts = new Array<number>(days).fill(0);
  const exposures = new Array<number>(days).fill(0);
  for (let bucket = 0; bucket < skip.length; bucket += 1) {
    if (skip[bucket] === 1) continue;
    const day = series.day[bucket] ?? 0;
    counts[day] = (counts[day] ?? 0) + (series.counts[bucket] ?? 0);
    exposures[day] = (exposures[day] ?? 0) + (profile[series.season[bucket] ?? 0] ?? 0);
  }
  // A day has 23, 24 or 25 hours; what it could have held is the sum of its own hours.
  return { counts, exposures };
}
