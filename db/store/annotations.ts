// What people say of conversations: answers from the queue, edits elsewhere, and which label is shown. Nothing is overwritten.
import { and, asc, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { AnnotationField } from '../model/annotation.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { leaseMs } from './annotation-queue.ts';
import { labelNow } from './category-now.ts';

export type Annotation = Db['tables']['annotation']['$inferSelect'];

export type AnswerInput = {
  readonly taskId: number;
  /** Null: skipped. */
  readonly label: string | null;
  readonly isFlagged: boolean;
  /** Redacted before it comes here. */
  readonly comment: string | null;
  readonly annotator: string;
  readonly tookMs: number | null;
  readonly clientKey: string;
  readonly now: Instant;
};

export type TaskAnswered = { readonly annotation: Annotation; readonly gold: string | null; readonly wasThere: boolean };

/** A task with its field, so that a label can be checked before it is stored, and its gold label as it is called now. */
export async function getTask(db: Db, id: number) {
  const { annotationCampaign, annotationTask } = db.tables;
  const [found] = await db.query
    .select({
      task: annotationTask,
      field: annotationCampaign.field,
      gold: labelNow(db, annotationCampaign.field, annotationTask.gold),
    })
    .from(annotationTask)
    .innerJoin(annotationCampaign, eq(annotationCampaign.id, annotationTask.campaignId))
    .where(eq(annotationTask.id, id));
  if (found === undefined) throw new AppError('not_found', 'no such task');
  return found;
}

/**
 * Keeps an answer once, however often it is sent. It is kept also where its lease has run out meanwhile: work that was done is
 * not thrown away. `conflict` where this person has answered the task already.
 */
export async function saveAnswer(db: Db, input: AnswerInput): Promise<TaskAnswered> {
  const { annotation, annotationLease, annotationTask } = db.tables;
  const { now, label, ...rest } = input;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const { task, field, gold } = await getTask(tx, input.taskId);
    const [sent] = await tx.query.select().from(annotation).where(eq(annotation.clientKey, input.clientKey));
    if (sent !== undefined) {
      if (sent.annotator !== input.annotator || sent.taskId !== input.taskId) throw new AppError('conflict', 'this key was used before');
      return { annotation: sent, gold, wasThere: true };
    }
    const [own] = await tx.query
      .select({ id: annotation.id })
      .from(annotation)
      .where(and(eq(annotation.taskId, task.id), eq(annotation.annotator, input.annotator), isNull(annotation.undoneAt)));
    if (own !== undefined) throw new AppError('conflict', 'you have answered this one already');
    const kind = label === null ? ('skip' as const) : ('label' as const);
    const values = { ...rest, conversationId: task.conversationId, field, kind, label, at: now, undoneAt: null };
    const [saved] = await tx.query.insert(annotation).values(values).returning();
    if (saved === undefined) throw new AppError('internal', 'the answer was not stored');
    if (label !== null) await countAnswer(tx, task.id, 1);
    await tx.query.delete(annotationLease).where(and(eq(annotationLease.taskId, task.id), eq(annotationLease.annotator, input.annotator)));
    return { annotation: saved, gold, wasThere: false };
  });
  async function countAnswer(tx: Db, taskId: number, step: number): Promise<void> {
    await tx.query
      .update(annotationTask)
      .set({ answers: sql`${annotationTask.answers} + ${step}` })
      .where(eq(annotationTask.id, taskId));
  }
}

/** Takes an answer or an edit back: it stays on record, counts no more, and its task is lent to the person again. Twice is as once. */
export async function undoAnnotation(
  db: Db,
  { clientKey, annotator, now }: { readonly clientKey: string; readonly annotator: string; readonly now: Instant },
): Promise<Annotation> {
  const { annotation, annotationLease, annotationTask } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const [found] = await tx.query.select().from(annotation).where(eq(annotation.clientKey, clientKey));
    if (found === undefined || found.annotator !== annotator) throw new AppError('not_found', 'no such answer of yours');
    if (found.undoneAt !== null) return found;
    await tx.query.update(annotation).set({ undoneAt: now }).where(eq(annotation.id, found.id));
    if (found.taskId === null) return { ...found, undoneAt: now };
    if (found.label !== null) {
      await tx.query
        .update(annotationTask)
        .set({ answers: sql`${annotationTask.answers} - 1` })
        .where(eq(annotationTask.id, found.taskId));
    }
    const until = now + leaseMs;
    await tx.query
      .insert(annotationLease)
      .values({ taskId: found.taskId, annotator, until })
      .onConflictDoUpdate({ target: [annotationLease.taskId, annotationLease.annotator], set: { until } });
    return { ...found, undoneAt: now };
  });
}

export type EditInput = Pick<AnswerInput, 'label' | 'comment' | 'annotator' | 'clientKey' | 'now'> & {
  readonly conversationId: number;
  readonly field: AnnotationField;
};

/** A label given outside the queues; null takes the shown label of people back, so that the machine's stands alone again. */
export async function saveEdit(db: Db, { now, ...input }: EditInput): Promise<Annotation> {
  const { annotation, conversation } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const [sent] = await tx.query.select().from(annotation).where(eq(annotation.clientKey, input.clientKey));
    if (sent !== undefined) {
      if (sent.annotator !== input.annotator || sent.conversationId !== input.conversationId)
        throw new AppError('conflict', 'this key was used before');
      return sent;
    }
    const [known] = await tx.query.select({ id: conversation.id }).from(conversation).where(eq(conversation.id, input.conversationId));
    if (known === undefined) throw new AppError('not_found', 'no such conversation');
    const values = { ...input, taskId: null, kind: 'edit' as const, isFlagged: false, at: now, tookMs: null, undoneAt: null };
    const [saved] = await tx.query.insert(annotation).values(values).returning();
    if (saved === undefined) throw new AppError('internal', 'the label was not stored');
    return saved;
  });
}

/** A label by people: settled by a lead, corrected by hand, or the one label on which all who were asked agree. */
export type PeopleLabel = {
  readonly label: string;
  readonly from: 'adjudicated' | 'edited' | 'annotated';
  readonly by: string;
  readonly at: Instant;
};

/**
 * The label of people for each field of a conversation: the later of an adjudication and an edit; where there is neither,
 * the queue's label if nobody contradicts it. A field without one is missing. Gold answers are tests of people and do not count.
 */
export async function findPeopleLabels(db: Db, conversationId: number): Promise<Partial<Record<AnnotationField, PeopleLabel>>> {
  const { adjudication, annotation, annotationCampaign, annotationTask } = db.tables;
  const said = await db.query
    .select({
      field: annotation.field,
      kind: annotation.kind,
      label: labelNow(db, annotation.field, annotation.label),
      by: annotation.annotator,
      at: annotation.at,
    })
    .from(annotation)
    .leftJoin(annotationTask, eq(annotationTask.id, annotation.taskId))
    .where(
      and(
        eq(annotation.conversationId, conversationId),
        isNull(annotation.undoneAt),
        ne(annotation.kind, 'skip'),
        or(isNull(annotation.taskId), isNull(annotationTask.gold)),
      ),
    )
    .orderBy(asc(annotation.id));
  const settled = await db.query
    .select({
      field: annotationCampaign.field,
      label: labelNow(db, annotationCampaign.field, adjudication.label),
      by: adjudication.by,
      at: adjudication.at,
    })
    .from(adjudication)
    .innerJoin(annotationTask, eq(annotationTask.id, adjudication.taskId))
    .innerJoin(annotationCampaign, eq(annotationCampaign.id, annotationTask.campaignId))
    .where(eq(annotationTask.conversationId, conversationId))
    .orderBy(asc(adjudication.at));
  const fields = new Set([...said, ...settled].map(({ field }) => field));
  const found: Partial<Record<AnnotationField, PeopleLabel>> = {};
  for (const field of fields) {
    const edit = said.findLast((one) => one.field === field && one.kind === 'edit');
    const verdict = settled.findLast((one) => one.field === field);
    const queued = said.filter((one) => one.field === field && one.kind === 'label');
    const label = chosen({ edit, verdict, queued });
    if (label !== null) found[field] = label;
  }
  return found;
}

type Said = { readonly label: string | null; readonly by: string; readonly at: Instant };

function chosen({
  edit,
  verdict,
  queued,
}: {
  edit: Said | undefined;
  verdict: Said | undefined;
  queued: readonly Said[];
}): PeopleLabel | null {
  const isEdited = edit !== undefined && (verdict === undefined || edit.at >= verdict.at);
  if (isEdited) return edit.label === null ? null : { label: edit.label, from: 'edited', by: edit.by, at: edit.at };
  if (verdict !== undefined && verdict.label !== null) return { label: verdict.label, from: 'adjudicated', by: verdict.by, at: verdict.at };
  const last = queued.at(-1);
  if (last === undefined || last.label === null || queued.some(({ label }) => label !== last.label)) return null;
  return { label: last.label, from: 'annotated', by: last.by, at: last.at };
}

export type AnnotationRecord = Annotation & {
  readonly campaignId: number | null;
  readonly externalId: string;
  readonly sourceId: string;
  readonly inclusion: number | null;
  readonly stratum: string | null;
  readonly gold: string | null;
  readonly adjudicated: string | null;
};

/** All that people said, a page at a time, latest first: for export. */
export async function findAnnotations(
  db: Db,
  query: { readonly campaignId?: number; readonly field?: AnnotationField; readonly beforeId?: number; readonly limit: number },
): Promise<AnnotationRecord[]> {
  const { adjudication, annotation, annotationTask, conversation } = db.tables;
  const rows = await db.query
    .select({
      annotation,
      label: labelNow(db, annotation.field, annotation.label),
      campaignId: annotationTask.campaignId,
      externalId: conversation.externalId,
      sourceId: conversation.sourceId,
      inclusion: annotationTask.inclusion,
      stratum: annotationTask.stratum,
      gold: labelNow(db, annotation.field, annotationTask.gold),
      adjudicated: labelNow(db, annotation.field, adjudication.label),
    })
    .from(annotation)
    .innerJoin(conversation, eq(conversation.id, annotation.conversationId))
    .leftJoin(annotationTask, eq(annotationTask.id, annotation.taskId))
    .leftJoin(adjudication, eq(adjudication.taskId, annotation.taskId))
    .where(
      and(
        query.campaignId === undefined ? undefined : eq(annotationTask.campaignId, query.campaignId),
        query.field === undefined ? undefined : eq(annotation.field, query.field),
        query.beforeId === undefined ? undefined : sql`${annotation.id} < ${query.beforeId}`,
      ),
    )
    .orderBy(desc(annotation.id))
    .limit(query.limit);
  return rows.map(({ annotation: said, ...rest }) => ({ ...said, ...rest }));
}

/** Display names of accounts, for the ids that occur. */
export async function findAnnotatorNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { user } = db.tables;
  if (ids.length === 0) return new Map();
  const rows = await db.query
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(and(inList(db, user.id, [...new Set(ids)]), isNotNull(user.name)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
