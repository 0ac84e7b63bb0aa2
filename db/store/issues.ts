// Recurring issues in the store: what they are called, how they stand, where their messages went, and every edit.
import { and, asc, desc, eq, isNull, notExists, sql } from 'drizzle-orm';
import type { Db, Tables } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { Issue, IssueAction } from '../model/issue.ts';

export type IssueEdit = {
  readonly issueId: string;
  readonly at: Instant;
  /** User id, or `machine`. */
  readonly actor: string;
  readonly action: IssueAction;
  /** Never message text. */
  readonly details: Readonly<Record<string, unknown>>;
};

/** All that stand, oldest first; ignored ones too. */
export async function findIssues(db: Db): Promise<Issue[]> {
  const { issue } = db.tables;
  return await db.query.select().from(issue).where(isNull(issue.mergedInto)).orderBy(asc(issue.bornAt), asc(issue.id));
}

/** Names by id, also of those that were merged into others. */
export async function findIssueLabels(db: Db): Promise<ReadonlyMap<string, string>> {
  const { issue } = db.tables;
  const rows = await db.query.select({ id: issue.id, label: issue.label }).from(issue);
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** The issue, or the one that its messages went to. */
export async function getIssue(db: Db, id: string): Promise<Issue> {
  const { issue } = db.tables;
  const seen = new Set<string>();
  for (let next = id; !seen.has(next); ) {
    seen.add(next);
    const [found] = await db.query.select().from(issue).where(eq(issue.id, next));
    if (found === undefined) throw new AppError('not_found', 'no such issue');
    if (found.mergedInto === null) return found;
    next = found.mergedInto;
  }
  throw new AppError('internal', 'issues are merged in a circle');
}

/** The next id that no issue ever had; take it inside the transaction that adds the issue. */
export async function nextIssueId(tx: Db): Promise<string> {
  const { setting } = tx.tables;
  const key = 'last-issue';
  const [row] = await tx.query.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  const next = (typeof row?.value === 'number' ? row.value : 0) + 1;
  await tx.query
    .insert(setting)
    .values({ key, value: next })
    .onConflictDoUpdate({ target: setting.key, set: { value: next } });
  return `issue-${next}`;
}

export async function addIssue(tx: Db, issue: Issue): Promise<void> {
  await tx.query.insert(tx.tables.issue).values({ ...issue, exemplars: [...issue.exemplars] });
}

export async function changeIssue(tx: Db, id: string, change: Partial<Omit<Tables['issue']['$inferInsert'], 'id'>>): Promise<void> {
  const { issue } = tx.tables;
  await tx.query.update(issue).set(change).where(eq(issue.id, id));
}

/** Sets back when an issue was found, in its history too: a demo that is made in one go finds all of them at its end. */
export async function backdateIssue(tx: Db, id: string, at: Instant): Promise<void> {
  const { issueEdit } = tx.tables;
  await changeIssue(tx, id, { bornAt: at });
  await tx.query
    .update(issueEdit)
    .set({ at })
    .where(and(eq(issueEdit.issueId, id), eq(issueEdit.action, 'born')));
}

export async function saveIssueEdit(tx: Db, edit: IssueEdit): Promise<void> {
  await tx.query.insert(tx.tables.issueEdit).values(edit);
}

/** Newest first. */
export async function findIssueEdits(db: Db, issueId: string, limit = 100): Promise<IssueEdit[]> {
  const { issueEdit } = db.tables;
  const { at, actor, action, details } = issueEdit;
  return await db.query
    .select({ issueId: issueEdit.issueId, at, actor, action, details })
    .from(issueEdit)
    .where(eq(issueEdit.issueId, issueId))
    .orderBy(desc(at), desc(issueEdit.id))
    .limit(limit);
}

/** Removes issues whose conversations are all gone, such as those of a demo that was taken out. */
export async function removeEmptyIssues(tx: Db): Promise<void> {
  const { issue, issueMember, issueEdit, issueAlert, issueTemplate, faqEntry, faqText, issueTicket } = tx.tables;
  const members = tx.query.select({ one: sql`1` }).from(issueMember).where(eq(issueMember.issueId, issue.id));
  const empty = await tx.query
    .select({ id: issue.id })
    .from(issue)
    .where(and(notExists(members)));
  for (const { id } of empty) {
    for (const table of [issueEdit, issueAlert, issueTemplate, faqEntry, faqText, issueTicket])
      await tx.query.delete(table).where(eq(table.issueId, id));
    await tx.query.delete(issue).where(eq(issue.id, id));
  }
}
