// What arrivals did during one business event and after it, against the same hours of the weeks before. No cause is claimed.
import { type Uplift, upliftOver } from '#api/stats/uplift-interval.ts';
import type { EventKind } from '#db/model/event.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { type HourSeries, placeAt } from './hour-series.ts';
import { type Before, hoursOver, usualWeeks } from './usual-weeks.ts';

/** An event as far as its time matters. */
export type Happening = { readonly id: string; readonly kind: EventKind; readonly fromAt: Instant; readonly toAt: Instant };

/** Customers meet a release after its roll-out, so it is looked at for so long. */
const releaseMs = 72 * hour;
/** An event without length is looked at for so long. */
const pointMs = day;
/** What lasts longer is a new usual rather than an event, and is looked at for so long. */
const longestMs = 56 * day;

/** The stretch over which an event is looked at: a release for 72 hours, one without length for 24, any other from begin to end, 8 weeks at most. */
export function windowOf({ kind, fromAt, toAt }: Happening): InstantRange {
  if (kind === 'release') return { from: fromAt, to: fromAt + releaseMs };
  return { from: fromAt, to: toAt > fromAt ? Math.min(toAt, fromAt + longestMs) : fromAt + pointMs };
}

/** `open`: the stretch has not ended yet, and counts as far as it has come. */
export type StretchState = 'whole' | 'open' | 'not-begun' | 'not-enough-weeks';

export type StretchUplift = {
  readonly state: StretchState;
  /** The whole hours that were counted, as instants; null where none is over. */
  readonly counted: InstantRange | null;
  /** Arrivals in them. */
  readonly n: number;
  /** Earlier weeks that the expectation is made of. */
  readonly weeks: number;
  /** Null where the weeks do not suffice or nothing is over yet. */
  readonly figure: Uplift | null;
};

export type UpliftParts = { readonly series: HourSeries; readonly before: Before; readonly asOf: Instant };

/** The uplift of a window. */
export function upliftIn({ series, before, asOf }: UpliftParts, window: InstantRange): StretchUplift {
  const hours = hoursOver(series, window, asOf);
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return { state: 'not-begun', counted: null, n: 0, weeks: 0, figure: null };
  const n = hours.reduce((sum, one) => sum + one.count, 0);
  const weeks = usualWeeks(series, hours, before);
  const figure = upliftOver(n, weeks);
  return {
    state: figure === null ? 'not-enough-weeks' : last.to < window.to ? 'open' : 'whole',
    counted: { from: first.from, to: last.to },
    n,
    weeks: weeks.length,
    figure,
  };
}

/** `back`: a whole day lay in the usual range again, beginning `afterMs` after the event began. */
export type Decay =
  | { readonly state: 'back'; readonly afterMs: number }
  | { readonly state: 'not-raised' | 'not-yet' | 'not-enough-weeks'; readonly afterMs: null };

const stepMs = 6 * hour;
const longestDecay = 14 * day;

/**
 * How long arrivals stayed above the usual range. Each day that begins 6, 12, 18 ... hours after the event began is compared
 * with the same hours of the weeks before the event; the first whose interval reaches down to 0 is back. `not-raised` where the first
 * day is not above; `not-yet` where no such day has passed, or none within 14 days.
 */
export function decayOf(parts: UpliftParts, fromAt: Instant): Decay {
  const begin = parts.series.hours[placeAt(parts.series, fromAt)]?.from ?? fromAt;
  const isRaised = (after: number): boolean | null => {
    const found = upliftIn(parts, { from: begin + after, to: begin + after + day });
    if (found.state !== 'whole') return null;
    return (found.figure?.interval[0] ?? 0) > 0;
  };
  const first = upliftIn(parts, { from: begin, to: begin + day });
  if (first.state === 'not-enough-weeks') return { state: 'not-enough-weeks', afterMs: null };
  if (first.figure === null || first.state !== 'whole') return { state: 'not-yet', afterMs: null };
  if (first.figure.interval[0] <= 0) return { state: 'not-raised', afterMs: null };
  for (let after = stepMs; after <= longestDecay; after += stepMs) {
    const raised = isRaised(after);
    if (raised === null) break;
    if (!raised) return { state: 'back', afterMs: after };
  }
  return { state: 'not-yet', afterMs: null };
}

/** Other events whose windows share time with this one's, earliest first. */
export function overlapping<Event extends Happening>(event: Happening, all: readonly Event[]): Event[] {
  const own = windowOf(event);
  return all
    .filter((other) => other.id !== event.id && windowOf(other).from < own.to && windowOf(other).to > own.from)
    .toSorted((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1));
}
