// What changed: every metric by channel and by language, then and now, and which differences chance does not explain.
import type { FigureGroup, MetricId } from '../api/shapes.ts';
import { estimateOf } from '../metrics/figure.ts';
import { type Difference, difference, pairedDifference, widening } from '../stats/difference.ts';

export const movementDimensions = ['channel', 'language'] as const;
export type MovementDimension = (typeof movementDimensions)[number];

/** What is compared. Arrivals go by pairs of days, the others by their intervals. */
export const movementMetrics = [
  'answered-within-promise',
  'first-response-time',
  'never-answered',
  'nudged-waits',
  'csat',
  'arrivals',
] as const satisfies readonly MetricId[];
export type MovementMetric = (typeof movementMetrics)[number];

export type Grouped = {
  readonly metric: MovementMetric;
  readonly dimension: MovementDimension;
  readonly now: readonly FigureGroup[];
  readonly then: readonly FigureGroup[];
};

export type Movement = Difference & {
  readonly metric: MovementMetric;
  readonly dimension: MovementDimension;
  readonly value: string;
  readonly now: number;
  readonly then: number;
  readonly n: number;
};

export type Movements = { readonly compared: number; readonly clear: readonly Movement[] };

/** Groups below this size on either side are not compared: their intervals hold nearly everything. */
const leastN = 10;

/** All clear movements, the surest first. `compared` counts every pair that was tried, since each is a chance of a false alarm. */
export function movementsOf(grouped: readonly Grouped[]): Movements {
  const pairs = grouped.flatMap((group) => (group.metric === 'arrivals' ? arrivalPairs(group) : figurePairs(group)));
  const factor = widening(pairs.length);
  const clear = pairs
    .flatMap((pair) => {
      const found = pair.differ(factor);
      return found !== null && found.strength > 1 && found.difference !== 0 ? [{ ...pair.movement, ...found }] : [];
    })
    .sort((a, b) => b.strength - a.strength);
  return { compared: pairs.length, clear };
}

type Pair = { readonly movement: Omit<Movement, keyof Difference>; readonly differ: (factor: number) => Difference | null };

function figurePairs({ metric, dimension, now, then }: Grouped): readonly Pair[] {
  const before = new Map(then.map((group) => [group.key, group]));
  return now.flatMap((group): Pair[] => {
    const other = before.get(group.key);
    if (other === undefined || group.n < leastN || other.n < leastN) return [];
    const [a, b] = [estimateOf(group), estimateOf(other)];
    if (a === null || b === null) return [];
    const scale = metric === 'first-response-time' ? 'ratio' : 'plain';
    return [
      {
        movement: { metric, dimension, value: group.keys[0] ?? group.key, now: a.value, then: b.value, n: group.n },
        differ: (factor) => difference(a, b, factor, scale),
      },
    ];
  });
}

/** Arrivals come grouped by time first, then by dimension; the n-th bucket then is the partner of the n-th now. */
function arrivalPairs({ metric, dimension, now, then }: Grouped): readonly Pair[] {
  const [nowRows, thenRows] = [rowsOf(now), rowsOf(then)];
  const values = [...nowRows.byValue.keys()].filter((value) => thenRows.byValue.has(value));
  return values.flatMap((value): Pair[] => {
    const a = seriesOf(nowRows, value);
    const b = seriesOf(thenRows, value);
    const [sumA, sumB] = [a, b].map((series) => series.reduce((sum, count) => sum + count, 0));
    if (sumA === undefined || sumB === undefined || Math.max(sumA, sumB) < leastN) return [];
    return [{ movement: { metric, dimension, value, now: sumA, then: sumB, n: sumA }, differ: (factor) => pairedDifference(a, b, factor) }];
  });
}

type CountRows = { readonly buckets: readonly string[]; readonly byValue: ReadonlyMap<string, ReadonlyMap<string, number>> };

function rowsOf(groups: readonly FigureGroup[]): CountRows {
  const buckets = new Set<string>();
  const byValue = new Map<string, Map<string, number>>();
  for (const group of groups) {
    const [bucket, value] = group.keys;
    if (bucket === undefined || value === undefined) continue;
    buckets.add(bucket);
    const counts = byValue.get(value) ?? new Map<string, number>();
    counts.set(bucket, group.value ?? group.n);
    byValue.set(value, counts);
  }
  return { buckets: [...buckets].sort(), byValue };
}

function seriesOf(rows: CountRows, value: string): readonly number[] {
  return rows.buckets.map((bucket) => rows.byValue.get(value)?.get(bucket) ?? 0);
}
