// What events that are planned, such as releases and campaigns, do to the forecast: as much as their kind did before.
import { studentQuantile } from '#api/stats/student-quantile.ts';
import type { EventKind } from '#db/model/event.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { expectedIn, fitBaseline } from './baseline.ts';
import type { CountSeries } from './count-series.ts';

/** Kinds that are known before they happen. Nobody plans an incident, and holidays are part of the calendar. */
export const plannedKinds = ['release', 'campaign'] as const satisfies readonly EventKind[];
export type PlannedKind = (typeof plannedKinds)[number];

export type PlannedEvent = { readonly kind: PlannedKind; readonly from: Instant; readonly to: Instant };

export type KindLift = {
  readonly kind: PlannedKind;
  /** Past events that it was learnt from. */
  readonly n: number;
  /** Arrivals during such events against the usual: the geometric mean and its 95 % interval; null for fewer than three. */
  readonly factor: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  /** Whether the forecast uses it: only where the interval leaves out 1. */
  readonly isUsed: boolean;
};

const leastEvents = 3;
/** An event without length works for a day, one without end for two weeks. */
const leastMs = day;
const mostMs = 14 * day;

/** Learns what each kind did to arrivals in the known buckets. */
export function learnLifts(series: CountSeries, events: readonly PlannedEvent[]): KindLift[] {
  const known = series.counts.length;
  if (known === 0 || events.length === 0) return plannedKinds.map((kind) => liftOf(kind, []));
  const baseline = fitBaseline(series, { upTo: known, halfLifeDays: Number.POSITIVE_INFINITY });
  return plannedKinds.map((kind) => {
    const logs = events
      .filter((event) => event.kind === kind)
      .flatMap((event) => {
        const { from, to } = reachOf(event);
        let seen = 0;
        let usual = 0;
        for (let bucket = 0; bucket < known; bucket += 1) {
          if (!isIn(series, bucket, { from, to })) continue;
          seen += series.counts[bucket] ?? 0;
          usual += expectedIn(series, baseline, bucket);
        }
        // An event of which most is still to come, or lies before the beginning, teaches nothing.
        return usual >= 5 && from >= (series.edges[0] ?? 0) && to <= (series.edges[known] ?? 0) ? [Math.log((seen + 1) / (usual + 1))] : [];
      });
    return liftOf(kind, logs);
  });
}

/** The factor of each bucket ahead: the largest of the events that touch it; 1 where there is none. */
export function liftsAhead(series: CountSeries, events: readonly PlannedEvent[], learnt: readonly KindLift[]): number[] {
  const known = series.counts.length;
  return Array.from({ length: series.season.length - known }, (_, step) => {
    const factors = events
      .filter((event) => isIn(series, known + step, reachOf(event)))
      .flatMap(({ kind }) => learnt.filter((one) => one.kind === kind && one.isUsed).map((one) => one.factor ?? 1));
    return factors.length === 0 ? 1 : Math.max(...factors);
  });
}

/** A bucket belongs to an event where its middle does: a day from one afternoon to the next is one day and not two. */
function isIn({ edges }: CountSeries, bucket: number, { from, to }: { from: Instant; to: Instant }): boolean {
  const middle = ((edges[bucket] ?? 0) + (edges[bucket + 1] ?? 0)) / 2;
  return from <= middle && middle < to;
}

function reachOf({ from, to }: PlannedEvent): { from: Instant; to: Instant } {
  return { from, to: Math.min(from + mostMs, Math.max(to, from + leastMs)) };
}

function liftOf(kind: PlannedKind, logs: readonly number[]): KindLift {
  const n = logs.length;
  if (n < leastEvents) return { kind, n, factor: null, interval: null, isUsed: false };
  const mean = logs.reduce((sum, one) => sum + one, 0) / n;
  const variance = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const reach = studentQuantile(n - 1) * Math.sqrt(variance / n);
  const interval = [Math.exp(mean - reach), Math.exp(mean + reach)] as const;
  return { kind, n, factor: Math.exp(mean), interval, isUsed: interval[0] > 1 || interval[1] < 1 };
}
