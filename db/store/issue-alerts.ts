// Alerts of emerging issues, and what people said of them once they had looked.
import { and, count, desc, eq, gte, isNotNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import { day, type Instant } from '../model/instant.ts';
import type { AlertVerdict } from '../model/issue.ts';

export type IssueAlert = {
  readonly id: number;
  readonly issueId: string;
  readonly raisedAt: Instant;
  /** When it was last still a surprise. */
  readonly lastAt: Instant;
  readonly windowMs: number;
  /** The most customers in a window so far, and how many there usually are. */
  readonly customers: number;
  readonly expected: number;
  readonly p: number;
  readonly verdict: AlertVerdict | null;
  readonly verdictBy: string | null;
  readonly verdictAt: Instant | null;
};

export type Raised = { readonly issueId: string; readonly customers: number; readonly expected: number; readonly p: number };

/** A surprise that goes on, or comes back within this time, is the same alert. */
const quietMs = 7 * day;

/** Raises an alert, or carries one on; true where it is a new one. */
export async function raiseAlert(tx: Db, { issueId, customers, expected, p }: Raised, now: Instant): Promise<boolean> {
  const { issueAlert: a } = tx.tables;
  const [known] = await tx.query
    .select()
    .from(a)
    .where(and(eq(a.issueId, issueId), gte(a.lastAt, now - quietMs)))
    .orderBy(desc(a.lastAt))
    .limit(1);
  if (known === undefined) {
    const fresh = {
      issueId,
      raisedAt: now,
      lastAt: now,
      windowMs: day,
      customers,
      expected,
      p,
      verdict: null,
      verdictBy: null,
      verdictAt: null,
    };
    await tx.query.insert(a).values(fresh);
    return true;
  }
  const isLarger = customers > known.customers;
  await tx.query
    .update(a)
    .set({ lastAt: Math.max(now, known.lastAt), ...(isLarger ? { customers, expected, p } : {}) })
    .where(eq(a.id, known.id));
  return false;
}

/** Newest first. */
export async function findAlerts(db: Db, limit = 50): Promise<IssueAlert[]> {
  const { issueAlert: a } = db.tables;
  return await db.query.select().from(a).orderBy(desc(a.raisedAt), desc(a.id)).limit(limit);
}

export async function judgeAlert(
  db: Db,
  id: number,
  verdict: { readonly verdict: AlertVerdict; readonly by: string; readonly at: Instant },
): Promise<void> {
  const { issueAlert: a } = db.tables;
  const changed = await db.query
    .update(a)
    .set({ verdict: verdict.verdict, verdictBy: verdict.by, verdictAt: verdict.at })
    .where(eq(a.id, id))
    .returning({ id: a.id });
  if (changed.length === 0) throw new AppError('not_found', 'no such alert');
}

/** How many alerts people have judged, and how many of these were false. */
export async function countVerdicts(db: Db): Promise<{ readonly judged: number; readonly wrong: number; readonly alerts: number }> {
  const { issueAlert: a } = db.tables;
  const [all] = await db.query.select({ n: count() }).from(a);
  const rows = await db.query.select({ verdict: a.verdict, n: count() }).from(a).where(isNotNull(a.verdict)).groupBy(a.verdict);
  const of = (verdict: AlertVerdict) => rows.find((row) => row.verdict === verdict)?.n ?? 0;
  return { judged: of('real') + of('false'), wrong: of('false'), alerts: all?.n ?? 0 };
}
