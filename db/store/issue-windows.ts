// Customers of each issue in the last day and in the same day of the weeks before: what an alert is judged by.
import { and, countDistinct, eq, gt, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { day, type Instant } from '../model/instant.ts';

const week = 7 * day;
const baselineWeeks = 8;

export type IssueWindow = {
  readonly issueId: string;
  /** Distinct voices in the 24 hours up to the instant. */
  readonly customers: number;
  /** The same 24 hours one, two, ... eight weeks earlier. */
  readonly weeks: readonly number[];
};

/** Issues that are not ignored and had at least `fewest` customers in the 24 hours up to `now`, by id. */
export async function findIssueWindows(db: Db, now: Instant, fewest: number): Promise<IssueWindow[]> {
  const { issueMember: m, issue, conversation: c } = db.tables;
  const counted = and(isNull(c.exclusion), eq(issue.isIgnored, false), isNull(issue.mergedInto));
  const busy = await db.query
    .select({ issueId: m.issueId, customers: countDistinct(m.voice) })
    .from(m)
    .innerJoin(issue, eq(issue.id, m.issueId))
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(and(counted, isNotNull(m.issueId), gt(m.arrivedAt, now - day), lte(m.arrivedAt, now)))
    .groupBy(m.issueId)
    .having(gte(countDistinct(m.voice), fewest))
    .orderBy(m.issueId);
  const ids = busy.flatMap(({ issueId }) => issueId ?? []);
  if (ids.length === 0) return [];
  // Written out and not handed in: PostgreSQL does not see that two placeholders of a grouping are the same number.
  const age = sql`(${sql.raw(String(Math.trunc(now)))} - ${m.arrivedAt})`;
  const back = sql<number>`cast(${age} / ${sql.raw(String(week))} as integer)`;
  const rows = await db.query
    .select({ issueId: m.issueId, back, customers: countDistinct(m.voice) })
    .from(m)
    .innerJoin(c, eq(c.id, m.conversationId))
    .where(
      and(
        inList(db, m.issueId, ids),
        isNull(c.exclusion),
        gt(m.arrivedAt, now - baselineWeeks * week - day),
        lte(m.arrivedAt, now - week),
        sql`${age} % ${sql.raw(String(week))} < ${sql.raw(String(day))}`,
      ),
    )
    .groupBy(m.issueId, back);
  const earlier = new Map(rows.map((row) => [`${row.issueId} ${Number(row.back)}`, row.customers]));
  return busy.flatMap(({ issueId, customers }) =>
    issueId === null
      ? []
      : [{ issueId, customers, weeks: Array.from({ length: baselineWeeks }, (_, at) => earlier.get(`${issueId} ${at + 1}`) ?? 0) }],
  );
}
