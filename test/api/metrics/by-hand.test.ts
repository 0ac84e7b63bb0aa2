// Every metric on ten conversations small enough to count by hand, and on none at all.
import { describe, expect, it } from 'vitest';
import { answerPlan } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { openRooms } from '#api/engine/rooms.ts';
import type { EpisodeRecord, FactRecord, WaitRecord } from '#db/model/fact-record.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import { type Answer, type MetricId, metricIds, type Plan } from '#db/model/metric.ts';

const start = Date.UTC(2026, 2, 2);
const asOf = start + 10 * day;

type WaitSketch = Partial<WaitRecord> & { readonly fromAt: Instant };

function wait(sketch: WaitSketch): WaitRecord {
  const untilAt = sketch.untilAt ?? null;
  const took = untilAt === null ? null : untilAt - sketch.fromAt;
  return {
    ordinal: 1,
    state: untilAt === null ? 'open' : 'answered',
    exclusion: null,
    nudges: 0,
    calendarMs: took,
    workingMs: took,
    dueAt: sketch.fromAt + hour,
    promiseId: 'reply',
    promiseVersion: 1,
    calendarId: 'always',
    calendarVersion: 1,
    answeredBy: null,
    firstAnyAt: null,
    languageMatch: null,
    arrivedOutOfHours: false,
    repliedOutOfHours: false,
    clamped: false,
    agent: null,
    untilAt,
    ...sketch,
  };
}

function conversation(id: number, waits: readonly WaitRecord[], more: Partial<FactRecord> = {}): FactRecord {
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
    agent: null,
    arrivedAt: waits[0]?.fromAt ?? null,
    exclusion: null,
    isComplaint: false,
    hasCustomer: true,
    sentiment: null,
    sentimentScore: null,
    harm: null,
    risk: null,
    issue: null,
    told: null,
    lastMessageAt: null,
    waits,
    episodes: [],
    ratings: [],
    ...more,
  };
}

const at = (minutes: number): Instant => start + minutes * minute;
const answered = (from: number, took: number, more: Partial<WaitRecord> = {}) =>
  wait({ fromAt: at(from), untilAt: at(from + took), ...more });
const openFor = (age: number): WaitRecord => wait({ fromAt: asOf - age * minute });

function solved(from: number, took: number, more: Partial<EpisodeRecord> = {}): EpisodeRecord {
  const length = took * minute;
  const fixed = {
    ordinal: 1,
    openedAt: at(from),
    solvedAt: at(from + took),
    solvedBy: 'agent',
    calendarMs: length,
    workingMs: length,
  } as const;
  return { ...fixed, countsAsSolved: true, reopened: false, agent: null, ...more };
}

/** The worked example of the definitions: answered at 5, 8, 10, 20, 40 and 60 minutes; open at ages 30, 90, 120 and 240. */
const worked = [
  ...[5, 8, 10, 20, 40, 60].map((took, index) => conversation(index + 1, [answered(index * 60, took)])),
  ...[30, 90, 120, 240].map((age, index) => conversation(index + 7, [openFor(age)])),
];

function ask(records: readonly FactRecord[], metric: MetricId, more: Partial<Plan> = {}): Answer {
  const columns = new Columns();
  columns.apply(records);
  columns.settle();
  const plan: Plan = {
    metric,
    range: null,
    zone: 'UTC',
    groupBy: [],
    filters: {},
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf,
    ...more,
  };
  return answerPlan({ columns, calendars: [], promises: [], rooms: openRooms(), checkStop: () => undefined }, plan);
}

const share = (answer: Answer) => ({ n: answer.n, value: answer.value });

describe('metrics counted by hand', () => {
  it('first-response-time: those who still wait count with their age, so the median is 40 minutes and not 15', () => {
    const { n, quantiles, answeredOnly, waits } = ask(worked, 'first-response-time');
    expect({ n, quantiles, waits }).toEqual({
      n: 10,
      quantiles: { p50: 40 * minute, p90: null, p95: null },
      waits: { answered: 6, waiting: 4, neverAnswered: 0 },
    });
    expect(answeredOnly?.p50).toBe(15 * minute);
    expect((answeredOnly?.mean ?? 0) / minute).toBeCloseTo(23.83, 2);
  });

  it('answered-by: 40 % are answered by minute 20', () => {
    const points = ask(worked, 'answered-by').curves?.[0]?.points ?? [];
    // The curve is drawn at fixed places of a log axis, so the first place behind minute 20 shows what was reached there.
    expect(points.find((point) => point.ms >= 20 * minute)?.share).toBeCloseTo(0.4, 10);
  });

  it('answered-within-promise: overdue and closed without answer are broken, not yet due is shown apart', () => {
    const closed = conversation(11, [wait({ fromAt: at(0), untilAt: at(30), state: 'closed_unanswered' })]);
    const answer = ask([...worked, closed], 'answered-within-promise');
    // Six in time (60 minutes is in time), three overdue, one closed; the one that waits 30 minutes may still be kept.
    expect({ ...share(answer), stillPossible: answer.stillPossible }).toEqual({ n: 10, value: 0.6, stillPossible: 1 });
  });

  it('arrivals: a conversation without times, spam and one that nobody asked in are counted by name', () => {
    const spam = conversation(11, [wait({ fromAt: at(0), state: 'excluded', exclusion: 'spam', ordinal: 0 })], { exclusion: 'spam' });
    const timeless = conversation(12, []);
    const outbound = conversation(13, [], { hasCustomer: false });
    const { n, value, excluded } = ask([...worked, spam, timeless, outbound], 'arrivals');
    expect({ n, value, excluded }).toEqual({ n: 10, value: 10, excluded: { spam: 1, no_time: 1, agent_initiated: 1 } });
  });

  it('next-response-time: only waits after the first', () => {
    const records = [conversation(1, [answered(0, 5), answered(60, 25, { ordinal: 2 }), answered(120, 35, { ordinal: 3 })])];
    const { n, quantiles } = ask(records, 'next-response-time');
    expect({ n, p50: quantiles?.p50 }).toEqual({ n: 2, p50: 25 * minute });
  });

  it('nudged-waits: one of four customers had to write again', () => {
    const records = [
      conversation(1, [answered(0, 5, { nudges: 2 }), answered(60, 5, { ordinal: 2 })]),
      conversation(2, [answered(0, 5)]),
      conversation(3, [openFor(5)]),
    ];
    expect(share(ask(records, 'nudged-waits'))).toEqual({ n: 4, value: 0.25 });
  });

  it('never-answered: closed without an answer, of all who arrived', () => {
    const closed = conversation(11, [wait({ fromAt: at(0), untilAt: at(30), state: 'closed_unanswered' })]);
    const answer = ask([...worked.slice(0, 3), closed], 'never-answered');
    expect(share(answer)).toEqual({ n: 4, value: 0.25 });
  });

  it('overdue: waits past their due instant, first and later ones', () => {
    const later = conversation(11, [answered(0, 5), wait({ fromAt: asOf - 2 * hour, ordinal: 2 })]);
    const { n, value } = ask([...worked, later], 'overdue');
    expect({ n, value }).toEqual({ n: 4, value: 4 });
  });

  it('backlog: who waits for us at the end of a day', () => {
    const range = { from: start, to: start + 2 * day };
    // One answered within the first day, one on the second, one never.
    const records = [
      conversation(1, [answered(0, 30)]),
      conversation(2, [answered(60, 1500)]),
      conversation(3, [wait({ fromAt: at(90) })]),
    ];
    const { groups } = ask(records, 'backlog', { range, groupBy: ['day'] });
    expect(groups.map(({ key, value }) => ({ key, value }))).toEqual([
      { key: '2026-03-02', value: 2 },
      { key: '2026-03-03', value: 1 },
    ]);
  });

  it('language-match: of answers whose two languages are known', () => {
    const records = [true, true, false, null].map((languageMatch, index) => conversation(index + 1, [answered(0, 5, { languageMatch })]));
    expect(share(ask(records, 'language-match'))).toEqual({ n: 3, value: 2 / 3 });
  });

  it('resolution-time: a close without an answer is no solution', () => {
    const records = [10, 20, 30].map((took, index) => conversation(index + 1, [answered(0, 5)], { episodes: [solved(0, took)] }));
    const byTimer = conversation(4, [openFor(5)], { episodes: [solved(0, 99, { countsAsSolved: false, solvedBy: 'system' })] });
    const { quantiles, waits } = ask([...records, byTimer], 'resolution-time');
    expect({ p50: quantiles?.p50, answered: waits?.answered }).toEqual({ p50: 20 * minute, answered: 3 });
  });

  it('reopen-rate: of solved episodes, those that came back', () => {
    const episodes = [true, false, false, false].map((reopened, index) => solved(index * 600, 10, { ordinal: index + 1, reopened }));
    expect(share(ask([conversation(1, [answered(0, 5)], { episodes })], 'reopen-rate'))).toEqual({ n: 4, value: 0.25 });
  });

  it('csat: 4 and 5 of 5 are good, 3 is not; good and bad count as 1 and 0', () => {
    const rating = (value: number, scaleMin = 1, scaleMax = 5) => ({ kind: 'csat' as const, value, scaleMin, scaleMax, at: at(10) });
    const ratings = [rating(5), rating(4), rating(3), rating(1), rating(1, 0, 1)];
    expect(share(ask([conversation(1, [answered(0, 5)], { ratings })], 'csat'))).toEqual({ n: 5, value: 0.6 });
  });

  it('compares with the period before, and says whether the change is clear', () => {
    const range = { from: start + 7 * day, to: start + 14 * day };
    const week = (from: number, id: number, kept: number) =>
      Array.from({ length: 100 }, (_, index) => conversation(id + index, [answered(from + index, index < kept ? 5 : 500)]));
    const records = [...week(0, 1, 50), ...week(7 * 24 * 60, 101, 90)];
    const { value, comparison } = ask(records, 'answered-within-promise', { range, compare: 'previous', asOf: start + 20 * day });
    expect({ value, before: comparison?.figure.value, isClear: comparison?.clear }).toEqual({ value: 0.9, before: 0.5, isClear: true });
    expect(comparison?.difference).toBeCloseTo(0.4, 10);
  });

  for (const metric of metricIds) {
    it(`${metric}: an empty store gives no number, never 0 in place of "no data"`, () => {
      const { n, value, quantiles } = ask([], metric);
      const isCount = ['arrivals', 'backlog', 'overdue', 'complaints', 'complaint-overdue'].includes(metric);
      expect(n).toBe(0);
      expect(isCount ? 0 : (value ?? quantiles?.p50 ?? null)).toBe(isCount ? 0 : null);
    });
  }
});
