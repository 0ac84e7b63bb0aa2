// The thirteen questions of a dashboard, as plans for the engine and as SQL for DuckDB.
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { InstantRange, MetricId, Plan } from '#db/model/metric.ts';
import { reportAt, span } from './generated-facts.ts';

export type BenchQuestion = {
  readonly name: string;
  readonly plans: readonly Plan[];
  readonly statements: readonly string[];
};

const eastMs = 8 * hour;
const shanghai = 'Asia/Shanghai';
/** The last local midnight of the data. */
const end: Instant = Math.floor((span.to + eastMs) / day) * day - eastMs;
const last = (days: number): InstantRange => ({ from: end - days * day, to: end });
const everything: InstantRange = { from: span.from, to: end };

function plan(metric: MetricId, range: InstantRange, rest: Partial<Plan> = {}): Plan {
  return {
    metric,
    range,
    zone: shanghai,
    groupBy: [],
    filters: {},
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf: reportAt,
    ...rest,
  };
}

const within = (column: string, range: InstantRange) => `${column} >= ${range.from} AND ${column} < ${range.to}`;
const dayOf = (column: string) => `(${column} + ${eastMs}) // ${day}`;
const weekOf = (column: string) => `(${column} + ${eastMs} + ${3 * day}) // ${7 * day}`;
// The answered waits alone: DuckDB has no Kaplan-Meier, so it is spared the open ones and the intervals.
const times =
  'count(*) AS n, count(*) FILTER (state = 0) AS answered, count(*) FILTER (state = 1) AS waiting, quantile_cont(ended - arrived, [0.5, 0.9, 0.95]) FILTER (state = 0) AS q, avg(ended - arrived) FILTER (state = 0) AS mean';
const isMet = 'state = 0 AND ended <= due';
const isDecided = `state <> 1 OR due < ${reportAt}`;

const names = (dimension: string, codes: readonly number[]) => codes.map((code) => `${dimension}-${code}`);
const tileFilters = { channel: [0, 1, 2], language: [0, 1] } as const;
const fourFilters = { channel: [0, 1, 2], category: [0, 1, 2, 3, 4, 5, 6, 7], language: [0, 1, 2, 3], team: [0, 1, 2, 3] } as const;
const filtersOf = (codes: Readonly<Record<string, readonly number[]>>): Plan['filters'] =>
  Object.fromEntries(Object.entries(codes).map(([dimension, values]) => [dimension, names(dimension, values)]));
const sqlOf = (codes: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(codes)
    .map(([dimension, values]) => `${dimension} IN (${values.join(',')})`)
    .join(' AND ');

const month = last(30);
const monthBefore: InstantRange = { from: month.from - 30 * day, to: month.from };
/** What the engine compares 30 days with: 35 days earlier, so that weekdays lie under weekdays. */
const aligned: InstantRange = { from: month.from - 35 * day, to: month.to - 35 * day };
const tiles = sqlOf(tileFilters);
const both = (column: string) => `(${within(column, month)} OR ${within(column, aligned)})`;
const isNow = (column: string) => `${column} >= ${month.from} AS is_now`;

export const thirteenQuestions: readonly BenchQuestion[] = [
  {
    name: 'volume by day, 24 months',
    plans: [plan('arrivals', everything, { groupBy: ['day'] })],
    statements: [`SELECT ${dayOf('arrived')} AS key, count(*) AS n FROM conversation WHERE ${within('arrived', everything)} GROUP BY key`],
  },
  {
    name: 'first response by day, 90 days',
    plans: [plan('first-response-time', last(90), { groupBy: ['day'] })],
    statements: [`SELECT ${dayOf('arrived')} AS key, ${times} FROM wait WHERE is_first AND ${within('arrived', last(90))} GROUP BY key`],
  },
  {
    name: 'first response by channel, 12 months',
    plans: [plan('first-response-time', last(365), { groupBy: ['channel'] })],
    statements: [`SELECT channel AS key, ${times} FROM wait WHERE is_first AND ${within('arrived', last(365))} GROUP BY key`],
  },
  {
    name: 'first response by category, one language, 12 months',
    plans: [plan('first-response-time', last(365), { groupBy: ['category'], filters: { language: ['language-0'] } })],
    statements: [
      `SELECT category AS key, ${times} FROM wait WHERE is_first AND ${within('arrived', last(365))} AND language = 0 GROUP BY key`,
    ],
  },
  {
    name: 'first response by language, team and category filters, 12 months',
    plans: [
      plan('first-response-time', last(365), { groupBy: ['language'], filters: filtersOf({ team: [0, 1, 2], category: [0, 1, 2, 3, 4] }) }),
    ],
    statements: [
      `SELECT language AS key, ${times} FROM wait WHERE is_first AND ${within('arrived', last(365))} AND ${sqlOf({ team: [0, 1, 2], category: [0, 1, 2, 3, 4] })} GROUP BY key`,
    ],
  },
  {
    name: 'promise attainment by day, two channels, 24 months',
    plans: [plan('answered-within-promise', everything, { groupBy: ['day'], filters: filtersOf({ channel: [0, 1] }) })],
    statements: [
      `SELECT ${dayOf('arrived')} AS key, count(*) FILTER (${isDecided}) AS n, count(*) FILTER (${isMet}) AS met FROM wait WHERE is_first AND ${within('arrived', everything)} AND channel IN (0, 1) GROUP BY key`,
    ],
  },
  {
    name: 'hour of week in Asia/Kolkata, 24 months',
    plans: [plan('arrivals', everything, { groupBy: ['hour-of-week'], zone: 'Asia/Kolkata' })],
    statements: [
      `SELECT ((arrived + ${5.5 * hour + 3 * day}) // ${hour}) % 168 AS key, count(*) AS n FROM conversation WHERE ${within('arrived', everything)} GROUP BY key`,
    ],
  },
  {
    name: 'sentiment and CSAT by day, 24 months',
    plans: [plan('sentiment', everything, { groupBy: ['day'] }), plan('csat', everything, { groupBy: ['day'], population: 'event' })],
    statements: [
      `SELECT ${dayOf('arrived')} AS key, count(score) AS n, sum(score) AS mood, count(*) FILTER (mood = 0) AS neg, count(*) FILTER (mood = 1) AS neu, count(*) FILTER (mood = 2) AS pos FROM conversation WHERE ${within('arrived', everything)} GROUP BY key`,
      `SELECT ${dayOf('rated')} AS key, count(*) AS n, count(*) FILTER (good) AS good FROM rating WHERE ${within('rated', everything)} GROUP BY key`,
    ],
  },
  {
    name: 'category by week, 24 months',
    plans: [plan('arrivals', everything, { groupBy: ['week', 'category'] })],
    statements: [
      `SELECT ${weekOf('arrived')} AS key, category, count(*) AS n FROM conversation WHERE ${within('arrived', everything)} GROUP BY key, category`,
    ],
  },
  {
    name: 'recurring issues, 30 days against 30 before',
    plans: [month, monthBefore].map((range) => plan('arrivals', range, { groupBy: ['issue'] })),
    statements: [
      `SELECT issue AS key, count(*) FILTER (arrived >= ${month.from}) AS n, count(*) FILTER (arrived < ${month.from}) AS before FROM conversation WHERE ${within('arrived', { from: monthBefore.from, to: month.to })} GROUP BY key`,
    ],
  },
  {
    name: 'backlog by day, 24 months',
    plans: [plan('backlog', everything, { groupBy: ['day'] })],
    statements: [
      `WITH change AS (SELECT ${dayOf('arrived')} AS key, count(*) AS c FROM wait WHERE arrived < ${everything.to} GROUP BY key UNION ALL SELECT ${dayOf('ended')} AS key, -count(*) AS c FROM wait WHERE ended < ${everything.to} GROUP BY key) SELECT key, sum(sum(c)) OVER (ORDER BY key) AS n FROM change GROUP BY key`,
    ],
  },
  {
    name: 'six tiles, 30 days against before, two filters',
    plans: (['arrivals', 'answered-within-promise', 'first-response-time', 'csat', 'reopen-rate', 'backlog'] as const).map((metric) =>
      plan(metric, month, { filters: filtersOf(tileFilters), compare: 'previous' }),
    ),
    statements: [
      `SELECT ${isNow('arrived')}, count(*) AS n FROM conversation WHERE ${both('arrived')} AND ${tiles} GROUP BY is_now`,
      `SELECT ${isNow('arrived')}, count(*) FILTER (${isDecided}) AS n, count(*) FILTER (${isMet}) AS met FROM wait WHERE is_first AND ${both('arrived')} AND ${tiles} GROUP BY is_now`,
      `SELECT ${isNow('arrived')}, ${times} FROM wait WHERE is_first AND ${both('arrived')} AND ${tiles} GROUP BY is_now`,
      `SELECT ${isNow('arrived')}, count(*) AS n, count(*) FILTER (good) AS good FROM rating WHERE ${both('arrived')} AND ${tiles} GROUP BY is_now`,
      `SELECT ${isNow('opened')}, count(*) AS n, count(*) FILTER (reopened) AS again FROM episode WHERE solved IS NOT NULL AND ${both('opened')} AND ${tiles} GROUP BY is_now`,
      `SELECT count(*) FILTER (arrived < ${month.to} AND (ended IS NULL OR ended >= ${month.to})) AS n, count(*) FILTER (arrived < ${aligned.to} AND (ended IS NULL OR ended >= ${aligned.to})) AS before FROM wait WHERE ${tiles}`,
    ],
  },
  {
    name: 'first response by day, four filters, 90 days',
    plans: [plan('first-response-time', last(90), { groupBy: ['day'], filters: filtersOf(fourFilters) })],
    statements: [
      `SELECT ${dayOf('arrived')} AS key, ${times} FROM wait WHERE is_first AND ${within('arrived', last(90))} AND ${sqlOf(fourFilters)} GROUP BY key`,
    ],
  },
];
