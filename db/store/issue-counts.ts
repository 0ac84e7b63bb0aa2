// Numbers of issues that the columns do not hold: customers, copies, when they began, in which languages and places.
import { and, count, countDistinct, desc, eq, gte, isNotNull, isNull, lt, max, min, type SQL, sql, sum } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { Instant } from '../model/instant.ts';
import type { InstantRange, Plan } from '../model/metric.ts';
import { conversationConditions } from './conversation-list.ts';

export type IssueCount = {
  readonly issueId: string;
  readonly conversations: number;
  /** Distinct voices: a complaint in three places, or three conversations of one customer, are one. */
  readonly customers: number;
  /** Postings of a complaint beyond its first. */
  readonly copies: number;
  readonly replies: number;
  readonly lastAt: Instant | null;
};

/** Conversations by arrival and by the dimensions of a view; all for nulls. */
export type IssueScope = { readonly range: InstantRange | null; readonly filters: Plan['filters']; readonly asOf: Instant };

async function within(db: Db, { range, filters, asOf }: IssueScope): Promise<SQL | undefined> {
  const { issueMember: m, conversation: c } = db.tables;
  const inRange = range === null ? undefined : and(gte(m.arrivedAt, range.from), lt(m.arrivedAt, range.to));
  // As arrivals count: neither spam and merged records, nor what has no time.
  return and(isNull(c.exclusion), isNotNull(m.arrivedAt), inRange, ...(await conversationConditions(db, { filters, asOf })));
}

/** Issues with any conversation in scope. */
export async function countIssues(db: Db, scope: IssueScope): Promise<IssueCount[]> {
  const { issueMember: m, conversation: c } = db.tables;
  const rows = await db.query
    .select({
      issueId: m.issueId,
      conversations: count(),
      customers: countDistinct(m.voice),
      copies: count(m.copyOf),
      replies: sum(m.replies),
      lastAt: max(m.arrivedAt),
    })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(and(isNotNull(m.issueId), await within(db, scope)))
    .groupBy(m.issueId);
  return rows.flatMap(({ issueId, replies, ...row }) => (issueId === null ? [] : [{ issueId, ...row, replies: Number(replies ?? 0) }]));
}

/** Distinct voices over all issues in scope that are not ignored: whoever wrote about two of them is one. */
export async function countIssueCustomers(db: Db, scope: IssueScope): Promise<number> {
  const { issueMember: m, conversation: c, issue } = db.tables;
  const [row] = await db.query
    .select({ n: countDistinct(m.voice) })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .innerJoin(issue, eq(issue.id, m.issueId))
    .where(and(eq(issue.isIgnored, false), await within(db, scope)));
  return row?.n ?? 0;
}

/** The first conversation of each issue ever, whatever the view. */
export async function findFirstSeen(db: Db): Promise<ReadonlyMap<string, Instant>> {
  const { issueMember: m } = db.tables;
  const rows = await db.query
    .select({ issueId: m.issueId, at: min(m.arrivedAt) })
    .from(m)
    .where(isNotNull(m.issueId))
    .groupBy(m.issueId);
  return new Map(rows.flatMap(({ issueId, at }) => (issueId === null || at === null ? [] : [[issueId, at]])));
}

export type Counted = { readonly value: string; readonly customers: number; readonly conversations: number };

/** Customers and conversations of an issue by language, place or version, most first; what is not known is left out. */
export async function countIssueBy(
  db: Db,
  { issueId, by }: { readonly issueId: string; readonly by: 'language' | 'channel' | 'version' },
  scope: IssueScope,
): Promise<Counted[]> {
  const { issueMember: m, conversation: c } = db.tables;
  const value = by === 'version' ? m.version : c[by];
  const rows = await db.query
    .select({ value: sql<string | null>`${value}`, customers: countDistinct(m.voice), conversations: count() })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(and(eq(m.issueId, issueId), isNotNull(value), await within(db, scope)))
    .groupBy(value)
    .orderBy(desc(countDistinct(m.voice)));
  return rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
}

/** Conversations that belong to no issue, by the reason. */
export async function countApart(db: Db): Promise<Readonly<Record<string, number>>> {
  const { issueMember: m } = db.tables;
  const rows = await db.query.select({ apart: m.apart, n: count() }).from(m).where(isNotNull(m.apart)).groupBy(m.apart);
  return Object.fromEntries(rows.flatMap(({ apart, n }) => (apart === null ? [] : [[apart, n]])));
}
