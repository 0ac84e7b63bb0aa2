// What an estimate of tone is adjusted for beside the drivers: kind words go to those who waited long and whose matter is bad.
import { minute } from '#db/model/instant.ts';
import { medianOf } from '../stats/median.ts';
import type { RatedCase } from './rated-cases.ts';

type Timed = RatedCase & { readonly firstWaitMs: number };

/** Rarer values stay together: a column for each of them would tell of single ratings. */
const fewestEach = 30;
const mostValues = 20;
/** Doublings of what is usual in the channel from which a wait counts as long. */
const longFrom = 2;

/**
 * Columns for the model of tone: the wait against what is usual in its channel, bent; the mood of the first message by degree; the harm that is
 * told; the whole category instead of its first part; and the language of the customer. Only columns that differ.
 */
export function toneControls(cases: readonly Timed[]): Float64Array[] {
  const usual = usualWaits(cases);
  const column = (of: (one: Timed) => number) => Float64Array.from(cases, of);
  const waited = column(({ channel, firstWaitMs }) => Math.log2(1 + firstWaitMs / (usual.get(channel) ?? minute)));
  const columns = [
    waited,
    waited.map((value) => value * value),
    waited.map((value) => Math.max(0, value - longFrom)),
    column(({ opening }) => (Number.isNaN(opening) ? 0 : opening)),
    column(({ opening }) => (Number.isNaN(opening) ? 0 : opening * opening)),
    column(({ opening }) => Number(Number.isNaN(opening))),
    ...listed(cases, ({ harm }) => String(harm)),
    ...listed(cases, ({ category }) => category),
    ...listed(cases, ({ language }) => language),
  ];
  return columns.filter((values) => values.some((value) => value !== values[0]));
}

/** The median first wait of each channel, at least a minute. */
function usualWaits(cases: readonly Timed[]): Map<string, number> {
  const waits = new Map<string, number[]>();
  for (const { channel, firstWaitMs } of cases) {
    const known = waits.get(channel);
    if (known === undefined) waits.set(channel, [firstWaitMs]);
    else known.push(firstWaitMs);
  }
  return new Map([...waits].map(([channel, found]) => [channel, Math.max(minute, medianOf(found) ?? 0)]));
}

/** One column for each of the most frequent values but the first, which the others are compared with. */
function listed(cases: readonly Timed[], valueOf: (one: Timed) => string): Float64Array[] {
  const counts = new Map<string, number>();
  for (const one of cases) counts.set(valueOf(one), (counts.get(valueOf(one)) ?? 0) + 1);
  const ranked = [...counts].filter(([, count]) => count >= fewestEach).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked.slice(1, mostValues + 1).map(([value]) => Float64Array.from(cases, (one) => Number(valueOf(one) === value)));
}
