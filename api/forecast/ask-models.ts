// From a question to a model's answer: counts from the engine, holidays and plans from the store, the fit from the modeller.
import type { Engine } from '#api/engine/engine.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { InstantRange, Plan } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { type BusinessEvent, findEvents } from '#db/store/events.ts';
import { type ArrivalSeries, findArrivals, historyDays } from './arrivals-series.ts';
import type { SeriesBucket } from './count-series.ts';
import type { Found } from './find-peaks.ts';
import { holidaysOf } from './holidays.ts';
import type { Modeller } from './modeller.ts';
import { type PlannedEvent, plannedKinds } from './planned-lifts.ts';
import type { Forecast } from './protocol.ts';

export type ModelParts = { readonly db: Db; readonly engine: Engine; readonly modeller: Modeller };

export type ModelQuestion = Pick<Plan, 'zone' | 'filters' | 'asOf'> & {
  /** Null: by the volume. */
  readonly bucket: SeriesBucket | null;
  readonly signal?: AbortSignal | undefined;
};

type Read = { readonly arrivals: ArrivalSeries; readonly key: string; readonly events: readonly BusinessEvent[] };

/** Windows of history end now, or whole steps of this before, so that the same old peak is found by whatever range is asked. */
const windowStep = 180 * day;
/** Days after a range that say what was usual in it. */
const afterDays = 28;

export type PeaksRead = { readonly found: Found; readonly arrivals: ArrivalSeries; readonly events: readonly BusinessEvent[] };

/** The peaks of the 400 days that hold the range (or end now); null where nothing came. */
export async function readPeaks(parts: ModelParts, question: ModelQuestion & { range: InstantRange | null }): Promise<PeaksRead | null> {
  const read = await readSeries(parts, question, windowEnd(question.range, question.asOf));
  if (read === null) return null;
  return { found: await parts.modeller.peaks(read.key, read.arrivals.series), arrivals: read.arrivals, events: read.events };
}

export type ForecastRead = Forecast & { readonly arrivals: ArrivalSeries; readonly events: readonly BusinessEvent[] };

/** The forecast of the two weeks after `asOf`; null where nothing ever came. */
export async function readForecast(parts: ModelParts, question: ModelQuestion): Promise<ForecastRead | null> {
  const read = await readSeries(parts, question, question.asOf);
  if (read === null) return null;
  const planned = read.events.flatMap(({ kind, fromAt, toAt }): PlannedEvent[] => {
    const known = plannedKinds.find((one) => one === kind);
    return known === undefined ? [] : [{ kind: known, from: fromAt, to: toAt }];
  });
  const key = `${read.key} ${JSON.stringify(planned)}`;
  return { ...(await parts.modeller.forecast(key, read.arrivals.series, planned)), arrivals: read.arrivals, events: read.events };
}

async function readSeries({ db, engine }: ModelParts, question: ModelQuestion, until: Instant): Promise<Read | null> {
  const { zone, filters, asOf, bucket, signal } = question;
  const [calendars, events] = await Promise.all([
    findCalendars(db),
    findEvents(db, { from: until - (historyDays + 1) * day, to: until + 16 * day }),
  ]);
  const holidays = holidaysOf(calendars, events, zone);
  const arrivals = await findArrivals(engine, { zone, filters, asOf, until, bucket, holidays, signal });
  if (arrivals === null) return null;
  const { series, change } = arrivals;
  const last = series.edges[series.counts.length] ?? 0;
  const key = JSON.stringify([change, series.bucket, last, zone, filters, series.holidays]);
  return { arrivals, key, events };
}

function windowEnd(range: InstantRange | null, asOf: Instant): Instant {
  if (range === null) return asOf;
  const steps = Math.floor((asOf - (range.to + afterDays * day)) / windowStep);
  return asOf - Math.max(0, steps) * windowStep;
}
