// Arrivals as a series: the engine's own counts by hour or day, with the calendar of the zone and its holidays.
import type { Engine } from '#api/engine/engine.ts';
import { openTimeAxis } from '#api/engine/time-axis.ts';
import { dayOf, startOfDay } from '#api/http/range.ts';
import { dayNumber, weekdayOf } from '#db/facts/zone-clock.ts';
import { hour, type Instant } from '#db/model/instant.ts';
import type { Plan } from '#db/model/metric.ts';
import type { CountSeries, SeriesBucket } from './count-series.ts';
import { ahead } from './horizons.ts';

/** Holidays by day (`YYYY-MM-DD`). */
export type Holidays = ReadonlyMap<string, string>;

export type SeriesQuestion = Pick<Plan, 'zone' | 'filters' | 'asOf'> & {
  /** Reads what came before this instant: whole buckets only. */
  readonly until: Instant;
  /** Null: by the volume. */
  readonly bucket: SeriesBucket | null;
  readonly holidays: Holidays;
  readonly signal?: AbortSignal | undefined;
};

export type ArrivalSeries = {
  readonly series: CountSeries;
  /** Arrivals of an hour on average over the last eight weeks: what the bucket was chosen by. */
  readonly perHour: number;
  /** Change number of the store that the counts were read at. */
  readonly change: number;
};

/** The year and a month more: a year for its holidays, a month to have a level on its first day. */
export const historyDays = 400;
/** Below this many arrivals an hour most hours are empty, and a day is the smallest thing to speak of. */
const leastPerHour = 0.5;
const volumeDays = 56;
/** Two weeks in a row with less than this part of the usual are a time before the beginning. */
const quietDays = 14;
const quietPart = 0.05;

/** Asks the engine for arrivals of the 400 days before `until` and lays them on the calendar; null where nothing came. */
export async function findArrivals(engine: Engine, question: SeriesQuestion): Promise<ArrivalSeries | null> {
  const { zone, until, asOf, filters, signal } = question;
  const today = dayOf(until, zone);
  const from = startOfDay(today, zone, -historyDays);
  const ask = async (bucket: SeriesBucket, to: Instant) => {
    const plan: Plan = {
      metric: 'arrivals',
      range: { from, to },
      zone,
      groupBy: [bucket],
      filters,
      clock: 'calendar',
      population: 'arrival',
      compare: null,
      asOf,
    };
    return await engine.ask(plan, { signal });
  };
  const days = await ask('day', startOfDay(today, zone));
  const daily = days.groups.map(({ n }) => n);
  const first = beginning(daily);
  if (first === null) return null;
  const recent = daily.slice(Math.max(first, daily.length - volumeDays));
  const perHour = recent.reduce((sum, count) => sum + count, 0) / (recent.length * 24);
  const bucket = question.bucket ?? (perHour >= leastPerHour ? 'hour' : 'day');
  const begin = startOfDay(today, zone, first - daily.length);
  const answer = bucket === 'day' ? days : await ask('hour', hourEdge(until));
  const keyed = new Map(answer.groups.map(({ keys, n }) => [keys[0] ?? '', n]));
  const end = bucket === 'day' ? startOfDay(today, zone) : hourEdge(until);
  const to = bucket === 'day' ? startOfDay(today, zone, ahead.day) : end + ahead.hour * hour;
  const axis = openTimeAxis(zone, bucket, { from: begin, to });
  const series = layOut({ axis, bucket, begin, end, counts: keyed, holidays: question.holidays });
  return { series, perHour, change: answer.freshness.change };
}

/** The last instant that ends an hour of the clock; offsets of half and quarter hours move no hour of the day by less than a quarter. */
function hourEdge(at: Instant): Instant {
  const quarter = hour / 4;
  return Math.floor(at / quarter) * quarter;
}

/** The day from which on there are arrivals worth the name: after the last two weeks with next to none; null for none at all. */
function beginning(daily: readonly number[]): number | null {
  const total = daily.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let first = daily.findIndex((count) => count > 0);
  for (let end = first + quietDays; end <= daily.length - quietDays; end += 1) {
    const window = daily.slice(end - quietDays, end).reduce((sum, count) => sum + count, 0);
    const later = daily.slice(end);
    const usual = (later.reduce((sum, count) => sum + count, 0) / later.length) * quietDays;
    if (window < quietPart * usual) first = end;
  }
  return first;
}

type Layout = {
  readonly axis: ReturnType<typeof openTimeAxis>;
  readonly bucket: SeriesBucket;
  readonly begin: Instant;
  readonly end: Instant;
  readonly counts: ReadonlyMap<string, number>;
  readonly holidays: Holidays;
};

function layOut({ axis, bucket, begin, end, counts, holidays }: Layout): CountSeries {
  const edges: Instant[] = [begin];
  const known: number[] = [];
  const season: number[] = [];
  const days: number[] = [];
  const names: (string | null)[] = [];
  let date = '';
  let weekday = 0;
  for (const [place, key] of axis.keys.entries()) {
    const close = axis.ends[place] ?? begin;
    // The hour that is under way is not known and not ahead either way: it begins what is ahead.
    if (close <= end) known.push(counts.get(key) ?? 0);
    if (key.slice(0, 10) !== date) {
      date = key.slice(0, 10);
      names.push(holidays.get(date) ?? null);
      weekday = weekdayOf(dayNumber(date));
    }
    season.push(bucket === 'day' ? weekday : weekday * 24 + Number(key.slice(11, 13)));
    days.push(names.length - 1);
    edges.push(close);
  }
  return { bucket, edges, counts: known, season, day: days, holidays: names };
}
