// The curve "answered by t" of each group, on one logarithmic axis of time.

import { kaplanMeier, type SurvivalSample } from '#api/stats/kaplan-meier.ts';
import { logLogInterval } from '#api/stats/log-log-interval.ts';
import type { Curve, CurvePoint, Interval } from '#db/model/metric.ts';
import type { ServicePromise } from '#db/model/promise.ts';
import { blockRows } from './blocks.ts';
import type { Groups } from './grouping.ts';
import type { Question } from './question.ts';
import { type StopCheck, scan } from './scan.ts';
import type { Tally } from './tally.ts';

/** Points of a curve: steps of a few per cent over six orders of magnitude, finer than a screen shows. */
const pointCount = 120;

/** From one second, or the shortest duration where that is longer, to the longest that anybody was watched for. */
export function timeGrid(sample: { readonly events: Float64Array; readonly censored: Float64Array }): number[] {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const value of sample.events) {
    if (value < shortest) shortest = value;
    if (value > longest) longest = value;
  }
  for (const value of sample.censored) if (value > longest) longest = value;
  if (longest <= 0) return [];
  const from = Math.min(longest, Math.max(1000, Math.min(shortest, longest)));
  if (from === longest) return [longest];
  const step = Math.log(longest / from) / (pointCount - 1);
  return Array.from({ length: pointCount }, (_, index) => (index === pointCount - 1 ? longest : Math.round(from * Math.exp(step * index))));
}

export function curveOf(
  key: string,
  group: { readonly tally: Tally; readonly sample: SurvivalSample; readonly promiseMs: number | null },
  grid: readonly number[],
): Curve {
  const { tally, sample, promiseMs } = group;
  // Past the longest watch nothing is known, unless nobody is waiting any more.
  const isKnown = promiseMs !== null && (promiseMs <= (grid.at(-1) ?? 0) || sample.censored.length === 0);
  const times = isKnown ? [...new Set([...grid, promiseMs])].toSorted((a, b) => a - b) : [...grid];
  const points = tally.n === 0 ? [] : kaplanMeier(sample, times).map(toPoint);
  return { key, n: tally.n, points, waits: tally.endings ?? { answered: 0, waiting: 0, neverAnswered: 0 }, promiseMs };
}

function toPoint({ at, survival, varianceSum }: { at: number; survival: number; varianceSum: number }): CurvePoint {
  const [low, high] = logLogInterval(survival, varianceSum);
  return { ms: at, share: 1 - survival, low: 1 - high, high: 1 - low };
}

/** The point of a curve at its promise: the share that was answered by then, and its interval. */
export function atPromise(curve: Curve): { readonly value: number | null; readonly interval: Interval | null } {
  const point = curve.promiseMs === null ? undefined : curve.points.find((candidate) => candidate.ms === curve.promiseMs);
  return point === undefined ? { value: null, interval: null } : { value: point.share, interval: [point.low, point.high] };
}

/**
 * How long each group's promise is on the clock of the question; null where its waits have none or several. On the calendar
 * it is what the due instants say; in working time it is what the promise itself says, if it is made in working time.
 */
export function promiseLengths(
  question: Question,
  groups: Groups,
  promises: readonly ServicePromise[],
  checkStop: StopCheck,
): (number | null)[] {
  const { table, plan, outcomes } = question;
  const { isIn } = outcomes;
  const isWorking = plan.clock === 'working';
  const byCode = question.columns.promises.names.map((name) => workingLength(name, promises));
  const lengths = new Float64Array(groups.size).fill(Number.NaN);
  const isMixed = new Uint8Array(groups.size);
  const numbers = new Int32Array(blockRows);
  scan(question, checkStop, ({ rows, verdicts, count }) => {
    groups.apply(rows, count, numbers);
    for (let index = 0; index < count; index += 1) {
      if (isIn[verdicts[index] ?? 0] !== 1) continue;
      const row = rows[index] ?? 0;
      const group = numbers[index] ?? 0;
      const length = isWorking ? (byCode[table.promise[row] ?? 0] ?? Number.NaN) : (table.due[row] ?? Number.NaN) - (table.from[row] ?? 0);
      if (Number.isNaN(lengths[group] ?? 0)) lengths[group] = length;
      if (lengths[group] !== length) isMixed[group] = 1;
    }
  });
  return Array.from(lengths, (length, group) => (isMixed[group] === 1 || Number.isNaN(length) ? null : length));
}

function workingLength(name: string, promises: readonly ServicePromise[]): number {
  const versions = promises.flatMap((promise) => promise.versions);
  const version = versions.find((candidate) => `${candidate.promiseId} ${candidate.version}` === name);
  return version?.type === 'working-time' ? (version.durationMs ?? Number.NaN) : Number.NaN;
}
