// A stand-in for the engine: a fixed list of rows, so that tests of routes know every answer by heart.
import type { Engine } from '#api/engine/engine.ts';
import { listDisagreements, reportSatisfaction } from '#api/satisfaction/report.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Answer, MetricRow, Plan, Rows } from '#db/model/metric.ts';
import type { NoticeReply } from '#db/model/notice-forecast.ts';
import { settingOf } from './small-facts.ts';

export const standInRows: readonly MetricRow[] = Array.from({ length: 7 }, (_, index) => ({
  conversationId: String(index + 1),
  externalId: `e-${index + 1}`,
  source: 'mail',
  channel: 'email',
  language: 'zh-Hans',
  category: index === 0 ? '=1+1' : null,
  team: null,
  country: null,
  agent: '王芳, "A"',
  sentiment: null,
  urgency: null,
  risk: null,
  issue: null,
  ordinal: 1,
  at: '2026-03-28T00:00:00.000Z',
  until: null,
  state: 'open_not_due',
  dueAt: null,
  calendarMs: null,
  workingMs: null,
  nudges: 0,
  value: null,
}));

export type StandInEngine = Engine & { readonly asked: Plan[] };

/** Remembers the plans it was asked; `deadline: true` refuses every question as the real one does past its deadline. */
export async function openStandInEngine(clock: () => Instant, { deadline = false } = {}): Promise<StandInEngine> {
  const asked: Plan[] = [];
  const freshness = () => ({ asOf: new Date(clock()).toISOString(), lastMessageAt: null, change: 3 });
  const check = (plan: Plan) => {
    asked.push(plan);
    if (deadline) throw new AppError('unavailable', 'the question took longer than 10 s');
  };
  return {
    asked,
    ask: async (plan): Promise<Answer> => {
      check(plan);
      const { metric, zone, clock: used, population, groupBy, asOf, range } = plan;
      return {
        metric,
        version: 1,
        unit: 'count',
        range: range === null ? null : { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
        zone,
        clock: used,
        population,
        groupBy,
        n: standInRows.length,
        value: standInRows.length,
        excluded: {},
        freshness: { ...freshness(), asOf: new Date(asOf).toISOString() },
        groups: [],
      };
    },
    rows: async (plan, { offset, limit }): Promise<Rows> => {
      check(plan);
      return { metric: plan.metric, n: standInRows.length, offset, rows: standInRows.slice(offset, offset + limit) };
    },
    satisfaction: async (plan) => {
      check(plan);
      return reportSatisfaction(settingOf([]), plan);
    },
    disagreements: async (plan, side, page) => {
      check(plan);
      return listDisagreements(settingOf([]), plan, side, page);
    },
    values: async () => ({
      ...{ channel: [{ value: 'email', n: 7 }], category: [], language: [], team: [], source: [], agent: [], country: [] },
      ...{ sentiment: [], urgency: [], risk: [], issue: [], complaint: [] },
    }),
    notices: async (question): Promise<NoticeReply> => {
      const empty = { wait: { minMs: 0, maxMs: 300_000 }, isPeak: false, quiet: [], open: null };
      if (question.ask === 'forecast') return { answer: 'forecast', forecast: empty };
      return question.ask === 'replay' ? { answer: 'replay', met: [] } : { answer: 'track', days: [] };
    },
    freshness: async () => freshness(),
    refresh: async () => freshness(),
    close: async () => undefined,
  };
}
