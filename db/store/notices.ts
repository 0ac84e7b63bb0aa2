// The log of wait-time notices: what customers were told, kept short, so that it can be held against the waits that followed.
import { and, asc, desc, eq, gt, lt, lte } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { insertRows } from '../dialect/write-rows.ts';
import { day, type Instant } from '../model/instant.ts';
import type { Notice } from '../model/notice.ts';
import { nextEpoch } from './change-state.ts';

/** What is older is forgotten: twice the longest period that notices are graded over. */
export const keepNoticesMs = 190 * day;

const said = ({ minMs, maxMs, origin, isPeak }: Notice) => JSON.stringify([minMs, maxMs, origin, isPeak]);

/** The notices that stand at an instant, the latest of each channel, by channel. */
export async function findNoticesAt(db: Db, at: Instant): Promise<Notice[]> {
  const { notice } = db.tables;
  const rows = await db.query
    .select()
    .from(notice)
    .where(and(gt(notice.untilAt, at), lte(notice.shownAt, at)))
    .orderBy(asc(notice.channel), desc(notice.shownAt));
  return rows.filter((row, index) => rows[index - 1]?.channel !== row.channel);
}

/** Notices of a channel that stood within `[from, to)`, oldest first. */
export async function findNotices(db: Db, channel: string, { from, to }: { from: Instant; to: Instant }): Promise<Notice[]> {
  const { notice } = db.tables;
  return await db.query
    .select()
    .from(notice)
    .where(and(eq(notice.channel, channel), gt(notice.untilAt, from), lt(notice.shownAt, to)))
    .orderBy(asc(notice.shownAt));
}

/**
 * Writes down what a channel says from now on. A notice that says the same as the one before only makes that one last longer,
 * and of two processes that write for the same instant the first is kept, but for what people set by hand or take back.
 */
export async function saveNotice(db: Db, next: Notice): Promise<void> {
  const { notice } = db.tables;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const [last] = await tx.query.select().from(notice).where(eq(notice.channel, next.channel)).orderBy(desc(notice.shownAt)).limit(1);
    const isLast = and(eq(notice.channel, next.channel), eq(notice.shownAt, last?.shownAt ?? 0));
    if (last !== undefined && last.shownAt === next.shownAt && last.origin !== next.origin) {
      await tx.query.update(notice).set(next).where(isLast);
      return;
    }
    if (last !== undefined && last.shownAt >= next.shownAt) return;
    if (last !== undefined && said(last) === said(next) && last.untilAt >= next.shownAt) {
      await tx.query.update(notice).set({ untilAt: next.untilAt }).where(isLast);
      return;
    }
    if (last !== undefined && last.untilAt > next.shownAt) await tx.query.update(notice).set({ untilAt: next.shownAt }).where(isLast);
    await tx.query.insert(notice).values(next);
  });
}

/** Ends what stands: for one channel, or with null for all. */
export async function endNotices(db: Db, channel: string | null, at: Instant): Promise<void> {
  const { notice } = db.tables;
  const ofChannel = channel === null ? undefined : eq(notice.channel, channel);
  await db.query
    .update(notice)
    .set({ untilAt: at })
    .where(and(gt(notice.untilAt, at), lte(notice.shownAt, at), ofChannel));
}

/** Forgets notices that ended longer than `keepNoticesMs` ago. */
export async function forgetOldNotices(db: Db, now: Instant): Promise<void> {
  const { notice } = db.tables;
  await db.query.delete(notice).where(lt(notice.untilAt, now - keepNoticesMs));
}

export async function hasNotices(db: Db): Promise<boolean> {
  const { notice } = db.tables;
  return (await db.query.select({ channel: notice.channel }).from(notice).limit(1)).length > 0;
}

/** Puts a replayed log in place of an earlier one. Its waits came before it, so readers are told to read them anew. */
export async function saveReplayed(db: Db, notices: readonly Notice[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await removeReplayed(tx);
    await insertRows(tx, tx.tables.notice, notices);
    await nextEpoch(tx);
  });
}

export async function removeReplayed(db: Db): Promise<void> {
  const { notice } = db.tables;
  await db.query.delete(notice).where(eq(notice.origin, 'replayed'));
}
