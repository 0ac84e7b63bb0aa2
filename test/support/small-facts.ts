// Fact records of a few lines each, for cases that can be counted by hand.

import { answerPlan, type Setting } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { openRooms } from '#api/engine/rooms.ts';
import { rowsOfPlan } from '#api/engine/rows.ts';
import type { EpisodeRecord, FactRecord, RatingRecord, WaitRecord } from '#db/model/fact-record.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import type { Answer, MetricId, Plan, Rows } from '#db/model/metric.ts';
import { calendarOf } from './fact-settings.ts';

/** A Monday, 10:00 UTC; the reports of these tests are made a week later. */
export const monday: Instant = Date.UTC(2026, 2, 2, 10);
export const report: Instant = monday + 7 * day;

const plainWait: WaitRecord = {
  ordinal: 1,
  fromAt: monday,
  untilAt: null,
  state: 'open',
  exclusion: null,
  nudges: 0,
  calendarMs: null,
  workingMs: null,
  dueAt: null,
  promiseId: null,
  promiseVersion: null,
  calendarId: null,
  calendarVersion: null,
  answeredBy: null,
  firstAnyAt: null,
  languageMatch: null,
  arrivedOutOfHours: false,
  repliedOutOfHours: false,
  clamped: false,
  agent: null,
};

/** A wait on the calendar `always`, from an instant on; `minutes` until its end, or null for one that is open. */
export function wait(fromAt: Instant, minutes: number | null, rest: Partial<WaitRecord> = {}): WaitRecord {
  const untilAt = minutes === null ? null : fromAt + minutes * minute;
  const state = rest.state ?? (minutes === null ? 'open' : 'answered');
  return {
    ...plainWait,
    fromAt,
    untilAt,
    state,
    calendarMs: untilAt === null ? null : untilAt - fromAt,
    workingMs: untilAt === null ? null : untilAt - fromAt,
    calendarId: 'always',
    calendarVersion: 1,
    agent: state === 'answered' ? 'Ann' : null,
    ...rest,
  };
}

export function withPromise(fromAt: Instant, minutes: number | null, promiseMinutes: number, rest: Partial<WaitRecord> = {}): WaitRecord {
  return wait(fromAt, minutes, { dueAt: fromAt + promiseMinutes * minute, promiseId: 'p', promiseVersion: 1, ...rest });
}

export function episode(openedAt: Instant, hours: number | null, rest: Partial<EpisodeRecord> = {}): EpisodeRecord {
  const solvedAt = hours === null ? null : openedAt + hours * hour;
  return {
    ordinal: 1,
    openedAt,
    solvedAt,
    solvedBy: solvedAt === null ? null : 'agent',
    calendarMs: solvedAt === null ? null : solvedAt - openedAt,
    workingMs: solvedAt === null ? null : solvedAt - openedAt,
    countsAsSolved: solvedAt !== null,
    reopened: false,
    agent: solvedAt === null ? null : 'Ann',
    ...rest,
  };
}

export function rating(value: number, at: Instant | null, rest: Partial<RatingRecord> = {}): RatingRecord {
  return { kind: 'csat', value, scaleMin: 1, scaleMax: 5, at, ...rest };
}

/** A conversation that arrives with its first wait or episode; without either, at `monday`. */
export function conversation(id: number, rest: Partial<FactRecord> = {}): FactRecord {
  const arrivedAt = rest.arrivedAt === undefined ? (rest.waits?.[0]?.fromAt ?? rest.episodes?.[0]?.openedAt ?? monday) : rest.arrivedAt;
  return {
    id,
    change: id,
    externalId: `c-${id}`,
    sourceId: 'desk',
    channel: 'email',
    category: null,
    language: 'en',
    team: null,
    country: null,
    agent: rest.waits?.find(({ agent }) => agent !== null)?.agent ?? null,
    exclusion: null,
    isComplaint: false,
    hasCustomer: true,
    sentiment: null,
    sentimentScore: null,
    harm: null,
    risk: null,
    issue: null,
    told: null,
    lastMessageAt: arrivedAt,
    waits: [],
    episodes: [],
    ratings: [],
    ...rest,
    arrivedAt,
  };
}

export function planOf(metric: MetricId, rest: Partial<Plan> = {}): Plan {
  return {
    metric,
    range: null,
    zone: 'UTC',
    groupBy: [],
    filters: {},
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf: report,
    ...rest,
  };
}

export function settingOf(records: readonly FactRecord[], rest: Partial<Setting> = {}): Setting {
  const columns = new Columns();
  columns.apply(records);
  columns.settle();
  const calendars = [calendarOf('always', 'UTC', true), calendarOf('business', 'UTC', false)];
  return { columns, calendars, promises: [], rooms: openRooms(), checkStop: () => undefined, ...rest };
}

export function ask(records: readonly FactRecord[], metric: MetricId, rest: Partial<Plan> = {}): Answer {
  return answerPlan(settingOf(records), planOf(metric, rest));
}

export function listRows(records: readonly FactRecord[], metric: MetricId, rest: Partial<Plan> = {}): Rows {
  return rowsOfPlan(settingOf(records), planOf(metric, rest), { offset: 0, limit: 1000 });
}

/** The figure of an answer, without what only repeats the question. */
export function figureOf(answer: Answer): Partial<Answer> {
  const {
    metric: _m,
    version: _v,
    unit: _u,
    range: _r,
    zone: _z,
    clock: _c,
    population: _p,
    groupBy: _g,
    freshness: _f,
    ...figure
  } = answer;
  return figure;
}
