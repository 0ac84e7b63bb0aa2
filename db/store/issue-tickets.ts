// Tickets of issues in the store: asked for before they are made, so that a cut-off making leaves a trace, then with number and state.
import { and, eq, gte, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { AppError } from '../model/errors.ts';
import { day, type Instant } from '../model/instant.ts';
import type { IssueTicket } from '../model/issue-outcome.ts';

/** A ticket that was closed longer ago than this is not asked about any more. */
const watchedMs = 60 * day;

export async function findTicket(db: Db, issueId: string): Promise<IssueTicket | null> {
  const { issueTicket } = db.tables;
  const [row] = await db.query.select().from(issueTicket).where(eq(issueTicket.issueId, issueId));
  return row ?? null;
}

/** All that have a number, by issue. */
export async function findTickets(db: Db): Promise<IssueTicket[]> {
  const { issueTicket } = db.tables;
  return await db.query.select().from(issueTicket).where(isNotNull(issueTicket.number)).orderBy(issueTicket.issueId);
}

/** Tickets to be asked about: those of these issues, or all that may still change. */
export async function findWatchedTickets(db: Db, issueIds: readonly string[] | null, now: Instant): Promise<IssueTicket[]> {
  const { issueTicket: t } = db.tables;
  const mayChange = or(isNull(t.state), eq(t.state, 'open'), and(eq(t.state, 'closed'), gte(t.closedAt, now - watchedMs)));
  const named = issueIds === null ? mayChange : inArray(t.issueId, [...issueIds]);
  return await db.query
    .select()
    .from(t)
    .where(and(isNotNull(t.number), named))
    .orderBy(t.issueId);
}

type Asked = Pick<IssueTicket, 'issueId' | 'repository' | 'marker' | 'requestedAt' | 'requestedBy'>;

/** Writes down that a ticket is wanted; gives what is there already where somebody was first. */
export async function askForTicket(db: Db, asked: Asked): Promise<IssueTicket> {
  const { issueTicket } = db.tables;
  const fresh: IssueTicket = { ...asked, number: null, url: null, state: null, stateReason: null, closedAt: null, checkedAt: null };
  await db.query.insert(issueTicket).values(fresh).onConflictDoNothing();
  const kept = await findTicket(db, asked.issueId);
  if (kept === null) throw new AppError('internal', 'a ticket that was asked for is gone');
  return kept;
}

export async function changeTicket(db: Db, issueId: string, change: Partial<Omit<IssueTicket, 'issueId'>>): Promise<void> {
  const { issueTicket } = db.tables;
  await db.query.update(issueTicket).set(change).where(eq(issueTicket.issueId, issueId));
}

/** Takes back that a ticket was asked for; one that has a number stays. */
export async function dropAskedTicket(db: Db, issueId: string): Promise<void> {
  const { issueTicket } = db.tables;
  await db.query.delete(issueTicket).where(and(eq(issueTicket.issueId, issueId), isNull(issueTicket.number)));
}

/** The ticket of a merged issue goes to the other one, unless that has its own. */
export async function adoptTicket(tx: Db, from: string, into: string): Promise<void> {
  const { issueTicket } = tx.tables;
  if ((await findTicket(tx, into)) === null) await tx.query.update(issueTicket).set({ issueId: into }).where(eq(issueTicket.issueId, from));
  else await tx.query.delete(issueTicket).where(and(eq(issueTicket.issueId, from), ne(issueTicket.issueId, into)));
}
