// The quick ways through ordered rows against going through all rows as they came: figures have to be the same.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { countsByOrder } from '#api/engine/level-counts.ts';
import { openQuestion } from '#api/engine/question.ts';
import { openRooms } from '#api/engine/rooms.ts';
import { getMetric } from '#api/metrics/index.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { day } from '#db/model/instant.ts';
import type { Answer, Grouping, MetricId, Plan } from '#db/model/metric.ts';
import { generatedFacts, reportAt, span } from '#test/bench/generated-facts.ts';

const shanghai = 'Asia/Shanghai';

function settingOf(columns: Columns): Setting {
  return { columns, calendars: [], promises: [], rooms: openRooms(), checkStop: () => undefined };
}

/** One in forty is spam, so that there are rows unlike most. */
function records(): FactRecord[] {
  return [...generatedFacts(3000)].map((record, index) => (index % 40 === 7 ? { ...record, exclusion: 'spam' } : record));
}

/** Most in order; a few replaced since then, and the newest behind them. */
function lived(all: readonly FactRecord[]): Columns {
  const columns = new Columns();
  const early = all.slice(0, 2700);
  columns.apply(early.map((record, index) => (index % 25 === 3 ? { ...record, ratings: [], waits: [], category: 'category-1' } : record)));
  columns.settle();
  columns.apply(early.filter((_, index) => index % 25 === 3));
  columns.apply(all.slice(2700));
  return columns;
}

function asTheyCame(all: readonly FactRecord[]): Columns {
  const columns = new Columns();
  columns.apply(all);
  return columns;
}

function planOf(metric: MetricId, groupBy: readonly Grouping[], rest: Partial<Plan>): Plan {
  const range = { from: span.from + 20 * day, to: span.to };
  return {
    metric,
    range,
    zone: shanghai,
    groupBy,
    filters: {},
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf: reportAt,
    ...rest,
  };
}

const metrics = ['arrivals', 'first-response-time', 'answered-within-promise', 'csat', 'sentiment', 'reopen-rate', 'backlog'] as const;
const splits: readonly (readonly Grouping[])[] = [[], ['day'], ['week', 'channel'], ['category'], ['issue', 'month']];
const views: readonly Partial<Plan>[] = [
  {},
  { population: 'event' },
  { filters: { channel: ['channel-0', 'channel-2'], sentiment: ['neg', 'neu'] } },
  { asOf: span.to - 40 * day },
  { range: null },
  { compare: 'previous', range: { from: span.to - 30 * day, to: span.to } },
];

/** Which change number was the last says nothing about figures. */
function told({ freshness: _, ...answer }: Answer): Omit<Answer, 'freshness'> {
  return answer;
}

describe('rows in order', () => {
  let ordered: Setting;
  let loose: Setting;

  beforeAll(() => {
    const all = records();
    ordered = settingOf(lived(all));
    loose = settingOf(asTheyCame(all));
  });

  for (const metric of metrics) {
    it(`give the figures of ${metric} that all rows as they came give, with some replaced and the newest not in order yet`, () => {
      let counted = 0;
      for (const groupBy of splits) {
        for (const view of views) {
          const plan = planOf(metric, groupBy, view);
          const answer = told(answerPlan(ordered, plan));
          expect({ plan, answer }).toEqual({ plan, answer: told(answerPlan(loose, plan)) });
          counted += answer.n;
        }
      }
      // Empty answers alone would prove nothing.
      expect(counted).toBeGreaterThan(1000);
    });
  }

  it('are counted by their order for a backlog that no filter narrows, and only for that', () => {
    const byOrder = (plan: Plan) => countsByOrder(openQuestion(ordered, getMetric(plan.metric), plan));
    expect([planOf('backlog', ['day'], {}), planOf('backlog', ['day'], { filters: { channel: ['channel-0'] } })].map(byOrder)).toEqual([
      true,
      false,
    ]);
  });

  it('are not counted by their order where one ended before it began', () => {
    const [first, ...others] = records();
    if (first === undefined) throw new Error('no records');
    const waits = first.waits.map((wait) => ({ ...wait, untilAt: wait.fromAt - day, state: 'answered' as const }));
    const all = [{ ...first, waits }, ...others];
    const backwards = new Columns();
    backwards.apply(all);
    backwards.settle();
    const plans = [planOf('backlog', ['day'], { range: null }), planOf('first-response-time', ['channel'], { range: null })];
    expect(countsByOrder(openQuestion(settingOf(backwards), getMetric('backlog'), planOf('backlog', ['day'], {})))).toBe(false);
    expect(plans.map((plan) => told(answerPlan(settingOf(backwards), plan)))).toEqual(
      plans.map((plan) => told(answerPlan(settingOf(asTheyCame(all)), plan))),
    );
  });
});
