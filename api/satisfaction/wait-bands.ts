// Satisfaction by how long the first answer took.
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import type { WaitBand, WaitCurve } from '#db/model/satisfaction.ts';
import type { RatedCase } from './rated-cases.ts';

const edges = [0, minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, day, 3 * day] as const;

/** The band that a wait falls into, counted from 0; the last has no end. */
export function bandOf(ms: number): number {
  return edges.findLastIndex((edge) => ms >= edge);
}

/** `wait:FROM:TO` in milliseconds, or `wait:FROM` of the last: the band that has these edges, counted from 0; null where none has. */
export function bandNamed(part: string): number | null {
  const band = edges.findIndex((from, place) => part === ['wait', from, edges[place + 1]].filter((one) => one !== undefined).join(':'));
  return band < 0 ? null : band;
}

const mostChannels = 5;
const fewestRatings = 20;

/** Of all ratings whose first answer can be timed, then of the channels that hold most of them. */
export function waitCurves(cases: readonly RatedCase[]): WaitCurve[] {
  const timed = cases.filter(({ firstWaitMs }) => firstWaitMs !== null);
  const channels = new Map<string, RatedCase[]>();
  for (const one of timed) {
    const known = channels.get(one.channel);
    if (known === undefined) channels.set(one.channel, [one]);
    else known.push(one);
  }
  const largest = [...channels]
    .filter(([, own]) => own.length >= fewestRatings)
    .toSorted(([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1))
    .slice(0, mostChannels);
  return [
    { channel: null, n: timed.length, bands: waitBands(timed) },
    ...largest.map(([channel, own]) => ({ channel, n: own.length, bands: waitBands(own) })),
  ];
}

/** The bands between the first and the last that hold a rating; an empty one between them has no value. */
export function waitBands(cases: readonly RatedCase[]): WaitBand[] {
  const counts = edges.map(() => ({ n: 0, good: 0 }));
  for (const { firstWaitMs, isGood } of cases) {
    const band = firstWaitMs === null ? undefined : counts[bandOf(firstWaitMs)];
    if (band === undefined) continue;
    band.n += 1;
    band.good += Number(isGood);
  }
  const bands = counts.map(({ n, good }, place) => ({
    fromMs: edges[place] ?? 0,
    toMs: edges[place + 1] ?? null,
    n,
    value: n === 0 ? null : good / n,
    interval: wilsonInterval(good, n),
  }));
  const first = bands.findIndex(({ n }) => n > 0);
  return first < 0 ? [] : bands.slice(first, bands.findLastIndex(({ n }) => n > 0) + 1);
}
