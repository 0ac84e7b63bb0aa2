// Business events with what arrivals did during each of them: one line of hours for all, details by event.
import { Temporal } from 'temporal-polyfill';
import { daysBefore } from '#api/engine/compare.ts';
import type { Engine } from '#api/engine/engine.ts';
import type { EventKind } from '#db/model/event.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Freshness, InstantRange, Plan } from '#db/model/metric.ts';
import { type Beside, besideWeeks, type CategoryUplift, categoriesOf, type DetailParts, weeksBefore } from './event-details.ts';
import { type Decay, decayOf, type Happening, overlapping, type StretchUplift, upliftIn, windowOf } from './event-uplift.ts';
import { hourSeries } from './hour-series.ts';
import { baselineWeeks } from './usual-weeks.ts';

export type ReportedEvent = Happening & { readonly label: string; readonly kind: EventKind };

export type EventFinding<Event extends ReportedEvent> = {
  readonly event: Event;
  readonly window: InstantRange;
  readonly uplift: StretchUplift;
  readonly decay: Decay;
  /** The first 24 hours, 72 hours and 7 days. */
  readonly firsts: { readonly day: StretchUplift; readonly threeDays: StretchUplift; readonly week: StretchUplift };
  /** Null where nothing of the window is over. */
  readonly categories: readonly CategoryUplift[] | null;
  readonly negative: Beside | null;
  readonly wait: Beside | null;
  readonly overlaps: readonly Event[];
};

export type EventReport<Event extends ReportedEvent> = {
  readonly findings: readonly EventFinding<Event>[];
  /** Events that were left out because there are too many. */
  readonly left: number;
  readonly freshness: Freshness | null;
};

/** So many events are looked into at once, newest first, over so long a time: hours of more than two years are no line to be asked for at once. */
export const mostEvents = 60;
const longestSpanMs = 700 * day;
/** Decay is followed for so long, and a window may be longer. */
const followedMs = 15 * day;

export type ReportParts = {
  readonly engine: Engine;
  readonly plan: DetailParts['plan'];
  readonly signal: AbortSignal | undefined;
};

/**
 * What came in during each event (`wanted`, newest first, at most 60 within two years) against the same hours of the 8 weeks before it. `all` are the
 * events that may overlap. Words for it: during, overlaps with. What caused what is not in these numbers.
 */
export async function reportEvents<Event extends ReportedEvent>(
  parts: ReportParts,
  wanted: readonly Event[],
  all: readonly Event[],
): Promise<EventReport<Event>> {
  const { engine, plan, signal } = parts;
  const newest = Math.max(...wanted.map(({ fromAt }) => fromAt));
  const shown = wanted
    .filter(({ fromAt }) => newest - fromAt <= longestSpanMs)
    .toSorted((a, b) => b.fromAt - a.fromAt || (a.id < b.id ? -1 : 1))
    .slice(0, mostEvents);
  if (shown.length === 0) return { findings: [], left: 0, freshness: null };
  const range = seriesRange(shown, plan);
  const hours = await engine.ask({ ...plan, metric: 'arrivals', range, groupBy: ['hour'] }, { signal });
  const series = hourSeries(hours, range);
  const firstAt = await firstRecorded(parts);
  const findings: EventFinding<Event>[] = [];
  for (const event of shown) {
    const before = { from: event.fromAt, firstAt };
    const known = { series, before, asOf: plan.asOf };
    const window = windowOf(event);
    const uplift = upliftIn(known, window);
    const first = (ms: number) => upliftIn(known, { from: event.fromAt, to: event.fromAt + ms });
    findings.push({
      event,
      window,
      uplift,
      decay: decayOf(known, event.fromAt),
      firsts: { day: first(day), threeDays: first(72 * hour), week: first(7 * day) },
      ...(await detailsOf(parts, uplift.counted, before)),
      overlaps: overlapping(event, all),
    });
  }
  return { findings, left: wanted.length - shown.length, freshness: hours.freshness };
}

async function detailsOf(
  parts: ReportParts,
  range: InstantRange | null,
  before: { readonly from: Instant; readonly firstAt: Instant },
): Promise<{ categories: readonly CategoryUplift[] | null; negative: Beside | null; wait: Beside | null }> {
  if (range === null) return { categories: null, negative: null, wait: null };
  const at = { range, usual: weeksBefore(before, parts.plan.zone) };
  return {
    categories: await categoriesOf(parts, range, before),
    negative: await besideWeeks(parts, 'negative-share', at),
    wait: await besideWeeks(parts, 'first-response-time', at),
  };
}

/** From the baseline of the earliest event to the end of what is followed after the latest. */
function seriesRange(events: readonly Happening[], { zone, asOf }: Pick<Plan, 'zone' | 'asOf'>): InstantRange {
  const windows = events.map(windowOf);
  const longest = Math.max(...windows.map(({ from, to }) => to - from), followedMs);
  const from = Math.min(...windows.map((one) => one.from));
  const to = Math.min(asOf + hour, Math.max(...windows.map((one) => Math.max(one.to, one.from + followedMs))) + hour);
  const days = (baselineWeeks + 1) * 7 + Math.ceil(longest / (7 * day)) * 7;
  return { from: daysBefore(from, days, zone), to: Math.max(to, from + hour) };
}

/**
 * The Monday after the first arrival of all: from then on weeks were recorded whole. Sources that are filtered by have a
 * beginning of their own; other filters do not, for nothing of a kind is a count as well.
 */
async function firstRecorded({ engine, plan, signal }: ReportParts): Promise<Instant> {
  const { source } = plan.filters;
  const filters = source === undefined ? {} : { source };
  const { groups } = await engine.ask({ ...plan, filters, metric: 'arrivals', range: null, groupBy: ['week'] }, { signal });
  const monday = groups[0]?.keys[0];
  if (monday === undefined) return plan.asOf;
  return Temporal.PlainDate.from(monday).add({ days: 7 }).toZonedDateTime(plan.zone).epochMilliseconds;
}
