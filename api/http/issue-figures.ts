// Figures of issues: those of the columns, so that they agree with every tile and list, beside those that only the store knows.
import type { Engine } from '#api/engine/engine.ts';
import type { Instant } from '#db/model/instant.ts';
import { day } from '#db/model/instant.ts';
import type { Grouping, InstantRange, MetricId, Plan } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { countIssues, findFirstSeen, type IssueCount } from '#db/store/issue-counts.ts';

export type IssueQuestion = {
  readonly range: InstantRange | null;
  readonly zone: string;
  readonly filters: Plan['filters'];
  readonly asOf: Instant;
};

export type IssueFigures = {
  readonly conversations: number;
  readonly before: number | null;
  readonly sentiment: number | null;
  readonly trend: readonly { readonly key: string; readonly n: number }[];
  readonly counts: IssueCount | null;
  /** Ever, whatever the range. */
  readonly firstAt: Instant | null;
};

export type AllFigures = { readonly byIssue: ReadonlyMap<string, IssueFigures>; readonly total: number };

/** Days for a season, weeks for a year. */
const mostDays = 100;
const mostWeeks = 800;

export function trendBucket(range: InstantRange | null): 'day' | 'week' | 'month' {
  if (range === null) return 'month';
  const days = (range.to - range.from) / day;
  return days <= mostDays ? 'day' : days <= mostWeeks ? 'week' : 'month';
}

/** The share of customers that were told, by fixed issue, over all times: what the metric answers. */
export async function toldByIssue(
  engine: Engine,
  { zone, asOf }: Pick<IssueQuestion, 'zone' | 'asOf'>,
): Promise<ReadonlyMap<string, { share: number; n: number }>> {
  const rest = { range: null, zone, filters: {}, clock: 'calendar', population: 'arrival', compare: null, asOf } as const;
  const { groups } = await engine.ask({ metric: 'told-share', groupBy: ['issue'], ...rest });
  return new Map(
    groups.flatMap(({ key, n, value }) => (n === 0 || value === null || value === undefined ? [] : [[key, { share: value, n }]])),
  );
}

/** Figures of all issues that occur under these filters, or of those that the filters name. */
export async function issueFigures(
  { db, engine }: { readonly db: Db; readonly engine: Engine },
  question: IssueQuestion,
): Promise<AllFigures> {
  const { range } = question;
  const plan = (metric: MetricId, groupBy: readonly Grouping[], within: InstantRange | null = range): Plan => ({
    ...question,
    metric,
    range: within,
    groupBy,
    clock: 'calendar',
    population: 'arrival',
    compare: null,
  });
  const earlier = range === null ? null : { from: range.from - (range.to - range.from), to: range.from };
  const bucket = trendBucket(range);
  const [byTime, before, mood, counts, firstSeen] = await Promise.all([
    engine.ask(plan('arrivals', ['issue', bucket])),
    earlier === null ? null : engine.ask(plan('arrivals', ['issue'], earlier)),
    engine.ask(plan('sentiment', ['issue'])),
    countIssues(db, { range, filters: question.filters, asOf: question.asOf }),
    findFirstSeen(db),
  ]);
  const trends = new Map<string, { key: string; n: number }[]>();
  for (const { keys, n } of byTime.groups) {
    const [id = '', key = ''] = keys;
    const list = trends.get(id) ?? [];
    list.push({ key, n });
    trends.set(id, list);
  }
  const earlierOf = new Map(before?.groups.map(({ key, n }) => [key, n]));
  const moodOf = new Map(mood.groups.map(({ key, value }) => [key, value ?? null]));
  const countOf = new Map(counts.map((count) => [count.issueId, count]));
  const byIssue = new Map(
    [...trends].map(([id, trend]) => [
      id,
      {
        conversations: trend.reduce((sum, { n }) => sum + n, 0),
        before: before === null ? null : (earlierOf.get(id) ?? 0),
        sentiment: moodOf.get(id) ?? null,
        trend,
        counts: countOf.get(id) ?? null,
        firstAt: firstSeen.get(id) ?? null,
      },
    ]),
  );
  return { byIssue, total: byTime.n };
}
