// A time axis: the local buckets of a range in order, and the bucket of any instant, exactly, in any zone.
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant, minute } from '#db/model/instant.ts';
import type { InstantRange, TimeBucket } from '#db/model/metric.ts';
import { bucketEnd, bucketKey, bucketStart, hourOfWeek, hourOfWeekKey, offsetKey } from './local-buckets.ts';
import { type OffsetSegment, offsetSegments } from './zone-offsets.ts';

/** More buckets than this are no chart, and would cost the memory of a table. */
const mostBuckets = 20_000;

/** Offsets and their changes fall on quarter hours nearly everywhere since 1972, so a quarter is one look-up. */
export const quarterMs = 15 * minute;

/** A stretch of instants that belongs to one bucket. */
export type AxisRun = { readonly from: Instant; readonly to: Instant; readonly code: number };
type Run = { from: Instant; to: Instant; readonly code: number };

/** No zone is further than this from UTC, so an offset over it is a fraction that tells two hours of one name apart. */
const offsetReach = 32 * hour;

export type TimeAxis = {
  readonly keys: readonly string[];
  /** Where each bucket begins and ends, cut to the range. */
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  /** Bucket by quarter hour since `firstQuarter`; -1 where the quarter holds an edge and `codeAt` has to say. */
  readonly quarters: Int32Array;
  readonly firstQuarter: number;
  /** The stretches of time that each lie in one bucket, in order, without gaps. */
  readonly runs: readonly AxisRun[];
  /** The bucket of an instant inside the range. */
  codeAt(at: Instant): number;
};

/** The buckets that overlap `range`, in order of time, empty ones included. */
export function openTimeAxis(zone: string, bucket: TimeBucket, range: InstantRange): TimeAxis {
  const codes = new Map<number, number>();
  const places: { readonly start: number; readonly offsetMs: number }[] = [];
  const runs: Run[] = [];
  for (const segment of offsetSegments(zone, range.from, range.to)) {
    for (const piece of pieces(bucket, segment)) {
      // The clocks of one hour may show it twice; a longer bucket simply has an hour more.
      const id = bucket === 'hour' ? piece.start * 2 + segment.offsetMs / offsetReach : piece.start;
      const known = codes.get(id);
      const code = known ?? codes.size;
      if (known === undefined) {
        if (code === mostBuckets)
          throw new AppError('invalid', `more than ${mostBuckets} buckets of one ${bucket}: ask for a shorter range`);
        codes.set(id, code);
        places.push({ start: piece.start, offsetMs: segment.offsetMs });
      }
      addRun(runs, { from: piece.from, to: piece.to, code });
    }
  }
  const starts: Instant[] = [];
  const ends: Instant[] = [];
  for (const run of runs) {
    starts[run.code] ??= run.from;
    ends[run.code] = run.to;
  }
  return tableOf(runs, range, { keys: keysOf(bucket, places), starts, ends });
}

/** The 168 hours of a week in local time; `starts` and `ends` mean nothing here. */
export function openHourOfWeekAxis(zone: string, range: InstantRange): TimeAxis {
  const runs: Run[] = [];
  for (const segment of offsetSegments(zone, range.from, range.to)) {
    for (const piece of pieces('hour', segment)) addRun(runs, { from: piece.from, to: piece.to, code: hourOfWeek(piece.start) });
  }
  const keys = Array.from({ length: 168 }, (_, code) => hourOfWeekKey(code));
  return tableOf(runs, range, { keys, starts: [], ends: [] });
}

function* pieces(bucket: TimeBucket, segment: OffsetSegment): Generator<{ from: Instant; to: Instant; start: number }> {
  let from = segment.from;
  while (from < segment.to) {
    const start = bucketStart(bucket, from + segment.offsetMs);
    const to = Math.min(segment.to, bucketEnd(bucket, start) - segment.offsetMs);
    yield { from, to, start };
    from = to;
  }
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last !== undefined && last.code === run.code && last.to === run.from) last.to = run.to;
  else runs.push(run);
}

function keysOf(bucket: TimeBucket, places: readonly { readonly start: number; readonly offsetMs: number }[]): string[] {
  const keys = places.map((place) => bucketKey(bucket, place.start));
  if (bucket !== 'hour') return keys;
  const seen = new Map<string, number>();
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  return keys.map((key, index) => ((seen.get(key) ?? 0) > 1 ? `${key}${offsetKey(places[index]?.offsetMs ?? 0)}` : key));
}

function tableOf(runs: readonly Run[], range: InstantRange, named: Pick<TimeAxis, 'keys' | 'starts' | 'ends'>): TimeAxis {
  const firstQuarter = Math.floor(range.from / quarterMs);
  // Made when it is first asked for: rows in the order of arrival are placed by the runs alone.
  let filled: Int32Array | null = null;
  const edges = Float64Array.from(runs, (run) => run.from);
  return {
    ...named,
    get quarters() {
      filled ??= quartersOf(runs, firstQuarter, Math.ceil(range.to / quarterMs));
      return filled;
    },
    firstQuarter,
    runs,
    codeAt(at) {
      let low = 0;
      let high = edges.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if ((edges[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return runs[low]?.code ?? 0;
    },
  };
}

function quartersOf(runs: readonly Run[], firstQuarter: number, end: number): Int32Array {
  const quarters = new Int32Array(Math.max(0, end - firstQuarter)).fill(-1);
  for (const run of runs) {
    const from = Math.ceil(run.from / quarterMs) - firstQuarter;
    const to = Math.floor(run.to / quarterMs) - firstQuarter;
    if (to > from) quarters.fill(run.code, from, to);
  }
  return quarters;
}
