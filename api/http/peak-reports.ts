// Questions about peak load as routes and commands ask them: one reading of the parameters, one JSON for both.
import { z } from '@hono/zod-openapi';
import { getMetric } from '#api/metrics/index.ts';
import { type EventFinding, reportEvents } from '#api/peaks/event-report.ts';
import type { StretchUplift } from '#api/peaks/event-uplift.ts';
import { chooseCalendar, reportWeek } from '#api/peaks/week-report.ts';
import { AppError } from '#db/model/errors.ts';
import type { InstantRange } from '#db/model/metric.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { type BusinessEvent, findEvents } from '#db/store/events.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { askWithBehind, type BehindParts, findBehindOf } from './behind-sources.ts';
import { eventJson } from './event-json.ts';
import { filterFields, questionFields, rangeFields, timeFields, toPlan } from './question.ts';
import { eventKindsInput } from './shapes/events.ts';
import type { upliftsShape, weekShape } from './shapes/peaks.ts';
import { toIso } from './to-iso.ts';

const shared = { ...rangeFields, ...filterFields, asOf: questionFields.asOf };

export const weekQuery = z.strictObject({ ...shared, clock: questionFields.clock, openOn: timeFields.openOn });
export const upliftQuery = z.strictObject({ ...shared, kind: eventKindsInput });

/** The grid of hours of the week. `invalid` without a range: weeks from everything there is would be no weeks to compare. */
export async function askWeek(parts: BehindParts, query: z.output<typeof weekQuery>, signal?: AbortSignal): Promise<Week> {
  const { db } = parts;
  const { openOn, ...question } = query;
  const { zone } = await getWorkspace(db);
  const { card } = getMetric('first-response-time');
  const { groupBy: _g, metric: _m, times: _t, range, ...plan } = toPlan(card.id, question, { zone, now: parts.clock(), card });
  if (range === null) throw new AppError('invalid', 'from: is needed');
  const calendars = await findCalendars(db);
  const calendar = chooseCalendar(calendars, openOn);
  const { cells, arrivals } = await reportWeek({ ask: (one) => askWithBehind(parts, one, signal), plan: { ...plan, range }, calendar });
  return {
    zone: plan.zone,
    range: toRange(range),
    n: arrivals.n,
    calendar: { id: calendar.id, label: calendar.label },
    calendars: calendars.map(({ id, label }) => ({ id, label })),
    freshness: { ...arrivals.freshness, behind: arrivals.freshness.behind ?? [] },
    excluded: arrivals.excluded,
    cells: cells.map(({ latest, ...cell }) => ({ ...cell, latest: latest === null ? null : { ...latest, ...toRange(latest) } })),
  };
}

type Week = z.input<typeof weekShape>;
type Uplifts = z.input<typeof upliftsShape>;
type UpliftJson = Uplifts['events'][number];

/** Events that touch the range, newest first, each with what arrivals did during it; all that there are without a range. */
export async function askUplifts(parts: BehindParts, query: z.output<typeof upliftQuery>, signal?: AbortSignal): Promise<Uplifts> {
  const { db, engine } = parts;
  const { kind, ...question } = query;
  const { zone } = await getWorkspace(db);
  const { card } = getMetric('arrivals');
  const { groupBy: _g, metric: _m, range, ...plan } = toPlan(card.id, question, { zone, now: parts.clock(), card });
  const [wanted, all] = await Promise.all([findEvents(db, range, kind), findEvents(db, null)]);
  const report = await reportEvents({ engine, plan, signal }, wanted, all);
  const { freshness } = report;
  return {
    zone: plan.zone,
    freshness:
      freshness === null
        ? null
        : { ...freshness, behind: await findBehindOf(parts, { ...plan, metric: 'arrivals', range, groupBy: [] }, signal) },
    left: report.left,
    events: report.findings.map(toUplift),
  };
}

function toUplift({ event, window, uplift, firsts, decay, categories, negative, wait, overlaps }: EventFinding<BusinessEvent>): UpliftJson {
  return {
    event: eventJson(event),
    window: toRange(window),
    uplift: toStretch(uplift),
    firsts: { day: toStretch(firsts.day), threeDays: toStretch(firsts.threeDays), week: toStretch(firsts.week) },
    decay,
    categories: categories === null ? null : [...categories],
    negative,
    wait,
    overlaps: overlaps.map(eventJson),
  };
}

const toRange = ({ from, to }: InstantRange) => ({ from: toIso(from), to: toIso(to) });
const toStretch = ({ counted, ...rest }: StretchUplift) => ({ ...rest, counted: counted === null ? null : toRange(counted) });
