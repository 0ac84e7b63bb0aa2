// Peaks and forecasts as the API and the command line give them.
import type { z } from '@hono/zod-openapi';
import { findBehindOf } from '#api/http/behind-sources.ts';
import { eventJson } from '#api/http/event-json.ts';
import { dayOf } from '#api/http/range.ts';
import type { forecastShape, peakShape, peaksShape } from '#api/http/shapes/forecast.ts';
import { toIso } from '#api/http/to-iso.ts';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { InstantRange, Plan } from '#db/model/metric.ts';
import type { BusinessEvent } from '#db/store/events.ts';
import { type ForecastRead, type ModelParts, type ModelQuestion, type PeaksRead, readForecast, readPeaks } from './ask-models.ts';
import type { CountSeries } from './count-series.ts';
import { explainPeak } from './explain-peak.ts';
import type { Peak } from './find-peaks.ts';
import { falsePeaksPerYear } from './peak-windows.ts';

export type AnswerParts = ModelParts & { readonly clock: () => Instant };
export type PeaksAnswer = z.output<typeof peaksShape>;
export type PeakAnswer = z.output<typeof peakShape>;
export type ForecastAnswer = z.output<typeof forecastShape>;

type PeaksQuestion = ModelQuestion & { readonly range: InstantRange | null };

/** An event may have begun to work before anybody wrote. */
const leadMs = day;
const historyShownDays = 28;

/** The peaks that touch the range, latest first. */
export async function answerPeaks(parts: AnswerParts, question: PeaksQuestion): Promise<PeaksAnswer> {
  const read = await readPeaks(parts, question);
  const head = await headOf(parts, question, read);
  if (read === null) return { ...head, searched: null, falsePeaksPerYear, peaks: [], shifts: [], days: [] };
  const { series } = read.arrivals;
  const from = series.edges[0] ?? 0;
  const to = series.edges[series.counts.length] ?? from;
  const range = question.range ?? { from, to };
  return {
    ...head,
    searched: { from: toIso(Math.max(from, range.from)), to: toIso(Math.max(from, Math.min(to, range.to))) },
    falsePeaksPerYear,
    peaks: read.found.peaks
      .filter((peak) => peak.from < range.to && peak.to > range.from)
      .toReversed()
      .map((peak) => peakOf(peak, read.events)),
    shifts: read.found.shifts
      .filter(({ at }) => range.from <= at && at < range.to)
      .map(({ at, before, after }) => ({ at: toIso(at), before, after })),
    days: daysOf(series, read.found.expected, range).map(({ at, n, expected }) => ({ day: dayOf(at, question.zone), n, expected })),
  };
}

/** Arrivals and the usual of each local day that begins in the range; the last one as far as it is known. */
function daysOf({ counts, edges, day: days }: CountSeries, expected: readonly number[], range: InstantRange) {
  const found: { readonly at: Instant; n: number; expected: number }[] = [];
  for (const [bucket, n] of counts.entries()) {
    const at = edges[bucket] ?? 0;
    if (at < range.from || at >= range.to) continue;
    if (days[bucket] !== days[bucket - 1] || found.length === 0) found.push({ at, n: 0, expected: 0 });
    const last = found.at(-1);
    if (last === undefined) continue;
    last.n += n;
    last.expected += expected[bucket] ?? 0;
  }
  return found;
}

/** One peak by its beginning, with what stands beside it; `not_found` where none begins then. */
export async function answerPeak(parts: AnswerParts, question: ModelQuestion, from: Instant): Promise<PeakAnswer> {
  const read = await readPeaks(parts, { ...question, range: { from, to: from + 1 } });
  const peak = read?.found.peaks.find((one) => one.from === from);
  if (read === null || peak === undefined) throw new AppError('not_found', 'no peak begins then, by these filters');
  const { usualRange, ...explained } = await explainPeak(parts.engine, peak, question);
  return {
    ...peakOf(peak, read.events),
    zone: question.zone,
    usualRange: { from: toIso(usualRange.from), to: toIso(usualRange.to) },
    ...explained,
  };
}

/** The forecast of the two weeks ahead, with the back-test that says how far to trust it. */
export async function answerForecast(parts: AnswerParts, question: ModelQuestion): Promise<ForecastAnswer> {
  const read = await readForecast(parts, question);
  const head = await headOf(parts, question, read);
  const forecast = read?.forecast ?? null;
  const told = read === null ? { history: [], holidays: [], planned: [], lifts: [] } : besides(read);
  if (forecast === null) {
    return { ...head, ...told, reason: read === null ? 'no_arrivals' : 'too_short', points: [], totals: [], backTest: [] };
  }
  return {
    ...head,
    ...told,
    reason: null,
    points: forecast.points.map((point) => ({ ...point, from: toIso(point.from), to: toIso(point.to) })),
    totals: forecast.totals.map((total) => ({ ...total, to: toIso(total.to) })),
    backTest: [...forecast.backTest],
  };
}

function besides({ arrivals: { series }, events, lifts }: ForecastRead) {
  const { counts, edges, day: days, holidays } = series;
  const known = counts.length;
  const now = edges[known] ?? 0;
  const firstShown = edges.findIndex((edge) => edge >= now - historyShownDays * day);
  const end = edges.at(-1) ?? now;
  const firstDay = days[known] ?? holidays.length;
  return {
    history: counts.slice(firstShown).map((n, place) => ({
      from: toIso(edges[firstShown + place] ?? 0),
      to: toIso(edges[firstShown + place + 1] ?? 0),
      n,
    })),
    holidays: holidays.flatMap((label, nth) =>
      label === null || nth < firstDay ? [] : [{ day: toIso(edges[days.indexOf(nth)] ?? 0), label }],
    ),
    planned: events
      .filter(({ kind, fromAt, toAt }) => (kind === 'release' || kind === 'campaign') && fromAt < end && Math.max(toAt, fromAt + day) > now)
      .map(eventJson),
    lifts: [...lifts],
  };
}

type Read = PeaksRead | ForecastRead | null;

async function headOf(parts: AnswerParts, { zone, filters, asOf, signal }: ModelQuestion, read: Read) {
  const fed: Plan = {
    metric: 'arrivals',
    range: null,
    zone,
    groupBy: [],
    filters,
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf,
  };
  const [freshness, behind] = await Promise.all([parts.engine.freshness(), findBehindOf(parts, fed, signal)]);
  return {
    zone,
    bucket: read?.arrivals.series.bucket ?? null,
    perHour: read?.arrivals.perHour ?? null,
    freshness: { ...freshness, asOf: toIso(asOf), change: read?.arrivals.change ?? freshness.change, behind },
  };
}

function peakOf({ from, to, top, ...figures }: Peak, events: readonly BusinessEvent[]): PeaksAnswer['peaks'][number] {
  return {
    ...figures,
    id: toIso(from),
    from: toIso(from),
    to: toIso(to),
    top: { ...top, from: toIso(top.from) },
    events: events.filter((event) => event.fromAt < to && Math.max(event.toAt, event.fromAt + 1) > from - leadMs).map(eventJson),
  };
}
