// The offsets of a time zone over a span, as a short table.
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#db/model/instant.ts';

/** `[from, to)` during which local time is UTC plus `offsetMs`. */
export type OffsetSegment = { readonly from: Instant; readonly to: Instant; readonly offsetMs: number };

/** The segments that cover `[from, to)`, cut to it, oldest first, neighbours with different offsets. */
export function offsetSegments(zone: string, from: Instant, to: Instant): OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  let start = from;
  while (start < to) {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    const change = local.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    const end = Math.min(to, change);
    segments.push({ from: start, to: end, offsetMs: local.offsetNanoseconds / 1e6 });
    start = end;
  }
  return segments;
}
