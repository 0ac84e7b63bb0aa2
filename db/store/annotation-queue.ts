// The queue of a campaign: who is given which task, so that two people never meet at one unless that is wanted.
import { and, asc, eq, gt, inArray, lt, not, notExists, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import { type Instant, minute } from '../model/instant.ts';
import { getCampaign } from './annotation-campaigns.ts';

/** Long enough to read a thread and be called away; asking for more renews it. */
export const leaseMs = 15 * minute;

export type QueuedTask = { readonly taskId: number; readonly conversationId: number };

export type LeaseOrder = {
  readonly campaignId: number;
  readonly annotator: string;
  readonly limit: number;
  /** Tasks whose answers are still on their way here, and which are not to be given again. */
  readonly except: readonly number[];
  readonly now: Instant;
};

/** Tasks of this person, those already lent to them first; all of them are theirs until the lease ends. `conflict` where the campaign is closed. */
export async function leaseTasks(db: Db, order: LeaseOrder): Promise<QueuedTask[]> {
  const { annotationLease, annotationTask } = db.tables;
  const { campaignId, annotator, limit, except, now } = order;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const campaign = await getCampaign(tx, campaignId);
    if (campaign.state !== 'open') throw new AppError('conflict', 'this campaign is closed');
    await tx.query.delete(annotationLease).where(lt(annotationLease.until, now));
    const held = await tx.query
      .select({ taskId: annotationTask.id, conversationId: annotationTask.conversationId })
      .from(annotationLease)
      .innerJoin(annotationTask, eq(annotationTask.id, annotationLease.taskId))
      .where(
        and(
          eq(annotationLease.annotator, annotator),
          eq(annotationTask.campaignId, campaignId),
          not(inList(tx, annotationTask.id, except)),
        ),
      )
      .orderBy(asc(annotationTask.place), asc(annotationTask.id))
      .limit(limit);
    const fresh = held.length >= limit ? [] : await findOpenTasks(tx, order, limit - held.length);
    const until = now + leaseMs;
    for (const { taskId } of fresh) await tx.query.insert(annotationLease).values({ taskId, annotator, until });
    if (held.length > 0) {
      await tx.query
        .update(annotationLease)
        .set({ until })
        .where(
          and(
            eq(annotationLease.annotator, annotator),
            inArray(
              annotationLease.taskId,
              held.map(({ taskId }) => taskId),
            ),
          ),
        );
    }
    return [...held, ...fresh];
  });
}

/** What still wants labels and what this person has neither said anything of nor holds, by place. */
async function findOpenTasks(tx: Db, { campaignId, annotator, except }: LeaseOrder, limit: number): Promise<QueuedTask[]> {
  const { annotation, annotationLease, annotationTask } = tx.tables;
  const leases = sql`(select count(*) from ${annotationLease} where ${annotationLease.taskId} = ${annotationTask.id})`;
  const mine = tx.query
    .select({ id: annotation.id })
    .from(annotation)
    .where(and(eq(annotation.taskId, annotationTask.id), eq(annotation.annotator, annotator), sql`${annotation.undoneAt} is null`));
  const lent = tx.query
    .select({ id: annotationLease.taskId })
    .from(annotationLease)
    .where(and(eq(annotationLease.taskId, annotationTask.id), eq(annotationLease.annotator, annotator)));
  return await tx.query
    .select({ taskId: annotationTask.id, conversationId: annotationTask.conversationId })
    .from(annotationTask)
    .where(
      and(
        eq(annotationTask.campaignId, campaignId),
        lt(annotationTask.answers, annotationTask.wanted),
        sql`${annotationTask.answers} + ${leases} < ${annotationTask.wanted}`,
        notExists(mine),
        notExists(lent),
        not(inList(tx, annotationTask.id, except)),
      ),
    )
    .orderBy(asc(annotationTask.place), asc(annotationTask.id))
    .limit(limit);
}

/** How many tasks of a campaign a person could still be given, were nobody else there. */
export async function countOpenTasks(
  db: Db,
  campaignId: number,
  annotator: string,
): Promise<{ readonly left: number; readonly mine: number }> {
  const { annotation, annotationTask } = db.tables;
  const mine = db.query
    .select({ id: annotation.id })
    .from(annotation)
    .where(and(eq(annotation.taskId, annotationTask.id), eq(annotation.annotator, annotator), sql`${annotation.undoneAt} is null`));
  const [row] = await db.query
    .select({
      left: sql`sum(case when ${annotationTask.answers} < ${annotationTask.wanted} and not exists ${mine} then 1 else 0 end)`.mapWith(
        Number,
      ),
      mine: sql`sum(case when exists ${mine} then 1 else 0 end)`.mapWith(Number),
    })
    .from(annotationTask)
    .where(and(eq(annotationTask.campaignId, campaignId), gt(annotationTask.wanted, 0)));
  return { left: row?.left ?? 0, mine: row?.mine ?? 0 };
}

/** Gives back what a person holds of a campaign, as when they go. */
export async function endLeases(db: Db, campaignId: number, annotator: string): Promise<void> {
  const { annotationLease, annotationTask } = db.tables;
  const tasks = db.query.select({ id: annotationTask.id }).from(annotationTask).where(eq(annotationTask.campaignId, campaignId));
  await db.query.delete(annotationLease).where(and(eq(annotationLease.annotator, annotator), inArray(annotationLease.taskId, tasks)));
}
