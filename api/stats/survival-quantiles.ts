// Quantiles of a Kaplan-Meier curve with their intervals, from raw durations, exactly and without sorting them all.
import type { SurvivalSample } from './kaplan-meier.ts';
import { RankedValues } from './ranked-values.ts';
import { bucketShift, ValueBuckets } from './value-buckets.ts';
import { z95 } from './z95.ts';

/** The first time at which at least a share `p` is answered, with its 95 % interval; null: not reached. */
export type SurvivalQuantile = { readonly value: number | null; readonly low: number | null; readonly high: number | null };

/**
 * The times at which 1 - S first reaches each of `shares` (ascending), where S is Kaplan and Meier's survival, and the
 * interval of each: the times at which the log-log band of S passes the same level (Brookmeyer and Crowley, Biometrics 38,
 * 1982). R: `quantile(survfit(Surv(time, status) ~ 1, conf.type = "log-log"), shares)`, but for a curve that stays
 * exactly at the level, where R answers with the middle of the step and this with its beginning.
 *
 * @example
 * survivalQuantiles({ events: Float64Array.of(5, 8, 10, 20, 40, 60), censored: Float64Array.of(30, 90, 120, 240), never: 0 }, [0.5, 0.9])
 * // the first is { value: 40, low: 5, high: null }, of the second only low is reached: 60
 */
export function survivalQuantiles(sample: SurvivalSample, shares: readonly number[]): SurvivalQuantile[] {
  const shift = bucketShift(sample.events.length);
  const buckets = { events: new ValueBuckets(), censored: new ValueBuckets() };
  buckets.events.fill(sample.events, null, 1, shift);
  buckets.censored.fill(sample.censored, null, 1, shift);
  const ranked = { events: new RankedValues(buckets.events).show(null), censored: new RankedValues(buckets.censored).show(null) };
  return rankedSurvivalQuantiles({ ...ranked, never: sample.never }, shares);
}

/** Durations whose ranks can be read; both lists were dealt out with the same shift. */
export type RankedSample = { readonly events: RankedValues; readonly censored: RankedValues; readonly never: number };

/**
 * The same from durations that lie in buckets already. Between two censorings the product of (1 - d / r) telescopes to
 * (r - k) / r and Greenwood's sum to 1/(r - k) - 1/r, so the step that passes a level is found by halving, and only its
 * value is read.
 */
export function rankedSurvivalQuantiles(sample: RankedSample, shares: readonly number[]): SurvivalQuantile[] {
  const { events, censored } = sample;
  const walk = new Walk(events, events.n + censored.n + sample.never, shares);
  for (let bucket = 0; bucket < censored.bucketCount && !walk.isDone(); bucket += 1) {
    const leaving = censored.sizeOf(bucket);
    if (leaving === 0) continue;
    walk.runTo(events.startOf(bucket));
    if (events.sizeOf(bucket) === 0) walk.leave(leaving);
    else walk.through(placesOf(events, bucket, censored.sorted(bucket)), events.startOf(bucket + 1));
  }
  walk.runTo(events.n);
  return shares.map((_, index) => walk.quantile(index));
}

/** How many events come before or with each of the leavers of a bucket, who are in order. */
function placesOf(events: RankedValues, bucket: number, leavers: Float64Array): number[] {
  const upTo = events.countsUpTo(bucket, leavers);
  let place = events.startOf(bucket);
  return Array.from(upTo, (count) => {
    place += count;
    return place;
  });
}

/** A level is passed when the curve is at most this much above it: a product of many factors misses 0.5 by a whisker. */
const whisker = 1e-9;

/** One walk down the curve: where we are, and which passings are still to come. */
class Walk {
  private survival = 1;
  private varianceSum = 0;
  private taken = 0;
  private readonly events: RankedValues;
  private readonly shares: readonly number[];
  private atRisk: number;
  private readonly found: { readonly lines: readonly number[][] } = { lines: [[], [], []] };

  constructor(events: RankedValues, atRisk: number, shares: readonly number[]) {
    this.events = events;
    this.atRisk = atRisk;
    this.shares = shares;
  }

  isDone(): boolean {
    return this.taken === this.events.n || this.found.lines.every((line) => line.length === this.shares.length);
  }

  leave(count: number): void {
    this.atRisk -= count;
  }

  /**
   * Takes the events up to rank `end`, one leaving at each of `places`. The curve and both edges of its band only fall, so a
   * look at the end tells whether any level is passed on the way; only then are the steps looked at one by one.
   */
  through(places: readonly number[], end: number): void {
    const { survival, varianceSum, taken, atRisk } = this;
    for (const place of places) {
      this.take(place);
      this.atRisk -= 1;
    }
    this.take(end);
    if (!this.passesAny()) return;
    Object.assign(this, { survival, varianceSum, taken, atRisk });
    for (const place of places) {
      this.runTo(place);
      this.atRisk -= 1;
    }
    this.runTo(end);
  }

  private passesAny(): boolean {
    // Nobody left: the band has jumped to [0, 1], so the steps before have to be looked at.
    if (this.survival <= 0) return true;
    return this.found.lines.some((line, index) => {
      const share = this.shares[line.length];
      return share !== undefined && this.isPassed(index, 0, 1 - share);
    });
  }

  private take(end: number): void {
    const steps = end - this.taken;
    if (steps <= 0) return;
    const left = this.atRisk - steps;
    this.survival *= left / this.atRisk;
    this.varianceSum += left === 0 ? Number.POSITIVE_INFINITY : 1 / left - 1 / this.atRisk;
    this.atRisk = left;
    this.taken = end;
  }

  /** Takes the events up to rank `end`, nobody leaving in between. */
  runTo(end: number): void {
    const steps = end - this.taken;
    if (steps <= 0) return;
    for (let line = 0; line < 3; line += 1) {
      const passed = this.found.lines[line] ?? [];
      // The upper edge jumps back to 1 with the last step of all, so the steps before it are asked on their own.
      const last = line === 2 && steps === this.atRisk ? this.stepsBeforeLastTime(end) : steps;
      // Levels are passed in the order of the shares, so the first that is not ends the search.
      for (let share = this.shares[passed.length]; share !== undefined; share = this.shares[passed.length]) {
        const level = 1 - share;
        if (last === 0 || !this.isPassed(line, last, level)) break;
        let low = 1;
        let high = last;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (this.isPassed(line, middle, level)) high = middle;
          else low = middle + 1;
        }
        passed.push(this.events.at(this.taken + low - 1));
      }
    }
    this.take(end);
  }

  /** How many of the events up to rank `end` come before the time of the last of them. */
  private stepsBeforeLastTime(end: number): number {
    const time = this.events.at(end - 1);
    let low = this.taken;
    let high = end - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events.at(middle) < time) low = middle + 1;
      else high = middle;
    }
    return low - this.taken;
  }

  quantile(index: number): SurvivalQuantile {
    const [low, value, high] = this.found.lines.map((line) => line[index] ?? null);
    return { value: value ?? null, low: low ?? null, high: high ?? null };
  }

  /** Whether the lower band (0), the curve (1) or the upper band (2) is at the level or below after `steps` more events. */
  private isPassed(line: number, steps: number, level: number): boolean {
    const left = this.atRisk - steps;
    const survival = steps === 0 ? this.survival : (this.survival * left) / this.atRisk;
    if (line === 1) return survival <= level + whisker;
    // With everybody answered the band is [0, 1]: its lower edge is below every level, its upper edge above.
    if (survival <= 0) return line === 0;
    if (survival >= 1) return false;
    const hazard = -Math.log(survival);
    const sigma = Math.sqrt(steps === 0 ? this.varianceSum : this.varianceSum + 1 / left - 1 / this.atRisk);
    const spread = Math.exp((z95 * sigma) / hazard);
    return Math.exp(-hazard * (line === 0 ? spread : 1 / spread)) <= level + whisker;
  }
}
