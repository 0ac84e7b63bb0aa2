// The hours of a week: what came in, what was open, how long it waited, as cells of one grid.
import { type Headline, headlineOf } from '#api/engine/headline.ts';
import { openHourOfWeekAxis, openTimeAxis } from '#api/engine/time-axis.ts';
import { medianOf } from '#api/stats/median.ts';
import { workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { hour, type Instant } from '#db/model/instant.ts';
import type { Answer, Figure, FigureGroup, InstantRange, Interval } from '#db/model/metric.ts';

/** One hour of the week over a whole range. `null` is "no such hour" or "nothing to measure", never 0. */
export type WeekCell = {
  /** `0-00` (Monday, midnight) to `6-23`. */
  readonly key: string;
  /** How many such hours of the range are over: a day of clock change has one more or one less. */
  readonly hours: number;
  /** Arrivals, all of them. */
  readonly n: number;
  /** The middle one of these hours by arrivals. */
  readonly median: number | null;
  /** Opening time inside these hours, in milliseconds; 0 where we were never open. */
  readonly openMs: number;
  /** Arrivals while open, and how many that is for each hour of opening time. */
  readonly openN: number;
  readonly perOpenHour: number | null;
  /** Customers waiting at the end of these hours, the middle one of them. */
  readonly backlog: number | null;
  /** The latest of these hours that is over, with the customers waiting at its end; null where none is. */
  readonly latest: (InstantRange & { readonly backlog: number }) | null;
  /** P90 of the first response of those who arrived then; null with n above 0: fewer than nine in ten have one. */
  readonly wait: { readonly n: number; readonly p90: number | null; readonly interval: Interval | null };
  readonly negative: Headline & { readonly n: number };
};

export type WeekAnswers = {
  /** Arrivals by hour. */
  readonly arrivals: Answer;
  /** Open waits by hour. */
  readonly backlog: Answer;
  /** By hour of the week: arrivals while open, first response, negative share. */
  readonly open: Answer;
  readonly wait: Answer;
  readonly negative: Answer;
};

export type WeekPlace = {
  readonly zone: string;
  readonly range: InstantRange;
  readonly calendar: Calendar;
  /** Hours that end after it are not over. */
  readonly asOf: Instant;
};

const nothing: Figure = { n: 0 };

/** The 168 cells, Monday first. */
export function weekCells(answers: WeekAnswers, place: WeekPlace): WeekCell[] {
  const axis = openHourOfWeekAxis(place.zone, place.range);
  const openMs = openTimes(place);
  const { counts, levels, totals } = byHourOfWeek(answers, place);
  const open = byKey(answers.open);
  const wait = byKey(answers.wait);
  const negative = byKey(answers.negative);
  return axis.keys.map((key) => {
    const openN = open.get(key)?.n ?? 0;
    const ms = openMs.get(key) ?? 0;
    const hours = counts.get(key) ?? [];
    return {
      key,
      hours: hours.length,
      n: totals.get(key) ?? 0,
      median: medianOf(hours),
      openMs: ms,
      openN,
      perOpenHour: ms === 0 ? null : openN / (ms / hour),
      backlog: medianOf((levels.get(key) ?? []).map((one) => one.backlog)),
      latest: levels.get(key)?.at(-1) ?? null,
      wait: waitOf(wait.get(key)),
      negative: shareOf(negative.get(key)),
    };
  });
}

/** Whole hours that are over, by hour of the week: arrivals and open waits; and all arrivals, whole hours or not. */
function byHourOfWeek({ arrivals, backlog }: WeekAnswers, { zone, range, asOf }: WeekPlace) {
  const axis = openTimeAxis(zone, 'hour', range);
  const ofWeek = openHourOfWeekAxis(zone, range);
  const lengths: number[] = [];
  for (const run of axis.runs) lengths[run.code] = (lengths[run.code] ?? 0) + run.to - run.from;
  const counts = new Map<string, number[]>();
  const levels = new Map<string, (InstantRange & { backlog: number })[]>();
  const totals = new Map<string, number>();
  for (const code of axis.keys.keys()) {
    const [from, to] = [axis.starts[code] ?? range.from, axis.ends[code] ?? range.to];
    const key = ofWeek.keys[ofWeek.codeAt(from)] ?? '';
    const n = arrivals.groups[code]?.n ?? 0;
    totals.set(key, (totals.get(key) ?? 0) + n);
    // Half an hour at the edge of a range, or left over by a clock change, is no hour to compare with.
    if (to > asOf + 1 || (lengths[code] ?? 0) < hour) continue;
    add(counts, key, n);
    const level = backlog.groups[code]?.value ?? null;
    if (level !== null) add(levels, key, { from, to, backlog: level });
  }
  return { counts, levels, totals };
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** Opening time of each hour of the week, up to the instant of the report. */
function openTimes({ zone, range, calendar, asOf }: WeekPlace): Map<string, number> {
  const axis = openHourOfWeekAxis(zone, range);
  const found = new Map<string, number>();
  for (const run of axis.runs) {
    const ms = workingMs(calendar, run.from, Math.min(run.to, asOf + 1));
    const key = axis.keys[run.code] ?? '';
    found.set(key, (found.get(key) ?? 0) + ms);
  }
  return found;
}

function byKey({ groups }: Answer): Map<string, FigureGroup> {
  return new Map(groups.map((group) => [group.key, group]));
}

function waitOf(figure: Figure = nothing): WeekCell['wait'] {
  const { value, interval } = headlineOf(figure, 'p90');
  return { n: figure.n, p90: value, interval };
}

function shareOf(figure: Figure = nothing): WeekCell['negative'] {
  return { n: figure.n, ...headlineOf(figure, 'p90') };
}
