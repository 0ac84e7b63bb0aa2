// The intervals of the past drawn once more, one forecast after the other, each with what was known then.
import type { Trial } from './back-test.ts';
import { type Interval, intervalOf, type Level, scoreOf } from './calibrate.ts';

export type Replay = {
  /** Share of what came that lay inside, from `since` on; null where fewer than 20 forecasts had one. */
  readonly coverage: number | null;
  /** Share that the next interval should leave outside by its own reckoning, so that the stated share is what it leaves. */
  readonly miss: number;
  /** How many of them say something of their own. */
  readonly independent: number;
  /** Scores that are known now, ascending. */
  readonly sorted: Float64Array;
};

export type Asked = {
  readonly dispersion: number;
  readonly since: number;
  /** Buckets over which known forecasts have to spread: sums of two weeks, a day apart, are one observation and no fifteen. */
  readonly leastSpan: number;
  /** Buckets that one of the sums covers; 1 for single buckets. */
  readonly length: number;
};

/** Past forecasts of which the truth must be known before an interval is drawn. */
const leastOrigins = 15;
/** Origins whose intervals were held against the truth, at least: fewer are no rate. */
const leastJudged = 20;
/** How much one forecast that missed widens the next ones. */
const gain = 0.05;
const narrowest = 0.5;
const widest = 0.002;

/**
 * Draws intervals for the trials in order of their origin. Errors of the same weeks are alike, so that quantiles of the past
 * alone hold too little after quiet months and too much after wild ones; the share that is left outside is therefore moved
 * after every forecast, up where intervals held too much, down where they held too little.
 *
 * Source: Gibbs and Candès, Adaptive conformal inference under distribution shift, NeurIPS 34 (2021).
 */
export function replay(
  trials: readonly Trial[],
  uses: 'model' | 'naive',
  { dispersion, since, leastSpan, level, length }: Asked & { level: Level },
): Replay {
  const scored = trials.map((trial) => ({ knownAt: trial.knownAt, score: scoreOf(trial, uses, dispersion) }));
  scored.sort((a, b) => a.knownAt - b.knownAt);
  const results: { readonly knownAt: number; readonly missed: number }[] = [];
  const rounds = byOrigin(trials);
  let miss = 1 - level;
  let known = 0;
  let applied = 0;
  let held = 0;
  let drawn = 0;
  let judged = 0;
  for (const [nth, round] of rounds.entries()) {
    const origin = round[0]?.origin ?? 0;
    while (known < scored.length && (scored[known]?.knownAt ?? 0) <= origin) known += 1;
    for (; applied < results.length && (results[applied]?.knownAt ?? 0) <= origin; applied += 1) {
      miss = moved(miss, level, results[applied]?.missed ?? 0);
    }
    const seen = rounds.filter((one, place) => place < nth && (one.at(-1)?.knownAt ?? 0) <= origin);
    if (seen.length < leastOrigins || spanOf(seen) < leastSpan) continue;
    const sorted = sortedScores(scored, known);
    const inside = round.filter((trial) =>
      holds(trial, intervalOf(sorted, { mean: trial[uses], dispersion, independent: independentOf(seen, known, length) }, miss)),
    ).length;
    results.push({ knownAt: round.at(-1)?.knownAt ?? 0, missed: 1 - inside / round.length });
    if (origin < since) continue;
    held += inside;
    judged += 1;
    drawn += round.length;
  }
  for (; applied < results.length; applied += 1) miss = moved(miss, level, results[applied]?.missed ?? 0);
  return {
    coverage: judged < leastJudged ? null : held / drawn,
    miss,
    sorted: sortedScores(scored, scored.length),
    independent: independentOf(rounds, scored.length, length),
  };
}

/** Sums that overlap share what they are made of: only as many are independent as fit into the time side by side. */
function independentOf(rounds: readonly (readonly Trial[])[], n: number, length: number): number {
  return Math.min(n, 1 + spanOf(rounds) / length);
}

function spanOf(rounds: readonly (readonly Trial[])[]): number {
  return (rounds.at(-1)?.[0]?.origin ?? 0) - (rounds[0]?.[0]?.origin ?? 0);
}

function moved(miss: number, level: Level, missed: number): number {
  // Narrower levels move less: a twentieth outside leaves room for small steps only.
  return Math.min(narrowest, Math.max(widest, miss + gain * ((1 - level) / 0.2) * (1 - level - missed)));
}

function holds(trial: Trial, interval: Interval | null): boolean {
  return interval !== null && interval[0] <= trial.actual && trial.actual <= interval[1];
}

function byOrigin(trials: readonly Trial[]): Trial[][] {
  const rounds: Trial[][] = [];
  for (const trial of trials) {
    const last = rounds.at(-1);
    if (last?.[0]?.origin === trial.origin) last.push(trial);
    else rounds.push([trial]);
  }
  return rounds;
}

function sortedScores(scored: readonly { readonly score: number }[], count: number): Float64Array {
  const scores = new Float64Array(count);
  for (let place = 0; place < count; place += 1) scores[place] = scored[place]?.score ?? 0;
  return scores.sort();
}
