// What the queues have gathered, as figures need it: each task of a sample with its labels, its weight and the machine's label of now.
import { and, asc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { isHeldOut } from '../facts/held-out.ts';
import type { AnnotationField } from '../model/annotation.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { taughtFields, taughtVersionOf } from '../model/learning.ts';
import { getTask } from './annotations.ts';
import { categoryNow, labelNow } from './category-now.ts';
import { categoryOf } from './conversation-head.ts';
import { readSentimentConfidence } from './sentiment-confidence.ts';
import { getTaxonomyVersion } from './taxonomies.ts';

export type GivenLabel = { readonly annotator: string; readonly label: string; readonly at: Instant };

export type SampledTask = {
  readonly taskId: number;
  readonly campaignId: number;
  readonly conversationId: number;
  readonly language: string;
  readonly source: string;
  readonly channel: string;
  /** Null: gold. */
  readonly inclusion: number | null;
  readonly gold: string | null;
  readonly wanted: number;
  readonly adjudicated: string | null;
  /** In the order in which they were given; skips are not among them. */
  readonly labels: readonly GivenLabel[];
  readonly skips: number;
  readonly isFlagged: boolean;
  readonly comments: readonly string[];
  /** The scorer's label now, `abstained` and the like included; null where it has none. */
  readonly machine: string | null;
  /** What figures count: of a category the source's own, where it gives one. */
  readonly counted: string | null;
  /** How sure the scorer is of its label, 0 to 1; null where it does not say. */
  readonly confidence: number | null;
  /** The model that judges it learned from what people said of it, so its being right here proves nothing. */
  readonly isTaught: boolean;
};

/** Tasks of a field that somebody has answered, with all answers. */
export async function findSampledTasks(db: Db, field: AnnotationField, campaignId: number | null = null): Promise<SampledTask[]> {
  const { adjudication, annotation, annotationTask, conversation } = db.tables;
  const machine = { sentiment: conversation.sentiment, category: categoryNow(db, conversation.scoredCategory), harm: conversation.harm }[
    field
  ];
  const rows = await db.query
    .select({
      taskId: annotationTask.id,
      campaignId: annotationTask.campaignId,
      conversationId: annotationTask.conversationId,
      language: conversation.language,
      source: conversation.sourceId,
      channel: conversation.channel,
      inclusion: annotationTask.inclusion,
      gold: labelNow(db, annotation.field, annotationTask.gold),
      wanted: annotationTask.wanted,
      adjudicated: labelNow(db, annotation.field, adjudication.label),
      machine: sql<string | null>`${machine}`,
      counted: field === 'category' ? categoryOf(db) : sql<string | null>`${machine}`,
      confidence: conversation.scoredCategoryConfidence,
      customer: conversation.customerKey,
      scorer: conversation.scorer,
      label: labelNow(db, annotation.field, annotation.label),
      annotator: annotation.annotator,
      at: annotation.at,
      isFlagged: annotation.isFlagged,
      comment: annotation.comment,
    })
    .from(annotation)
    .innerJoin(annotationTask, eq(annotationTask.id, annotation.taskId))
    .innerJoin(conversation, eq(conversation.id, annotationTask.conversationId))
    .leftJoin(adjudication, eq(adjudication.taskId, annotationTask.id))
    .where(
      and(
        eq(annotation.field, field),
        isNull(annotation.undoneAt),
        campaignId === null ? undefined : eq(annotationTask.campaignId, campaignId),
      ),
    )
    .orderBy(asc(annotationTask.id), asc(annotation.id));
  const taughtBy = await findTeachings(db, field);
  const tasks = new Map<number, SampledTask>();
  for (const { label, annotator, at, isFlagged, comment, customer, scorer, ...task } of rows) {
    const isTaught = taughtBy(scorer, at) && !isHeldOut({ customer, conversationId: task.conversationId });
    const held = tasks.get(task.taskId) ?? { ...task, labels: [], skips: 0, isFlagged: false, comments: [], isTaught: false };
    tasks.set(task.taskId, {
      ...held,
      labels: label === null ? held.labels : [...held.labels, { annotator, label, at }],
      skips: held.skips + (label === null ? 1 : 0),
      isFlagged: held.isFlagged || isFlagged,
      isTaught: held.isTaught || isTaught,
      comments: comment === null ? held.comments : [...held.comments, comment],
    });
  }
  const found = [...tasks.values()];
  if (field === 'category') return found;
  if (field === 'harm') return found.map((task) => ({ ...task, confidence: null }));
  const sure = await readSentimentConfidence(
    db,
    found.map(({ conversationId }) => conversationId),
  );
  return found.map((task) => ({ ...task, confidence: sure.get(task.conversationId) ?? null }));
}

/** Tells by the versions that a conversation carries whether the model of the field was taught after something had been said of it. */
async function findTeachings(db: Db, field: AnnotationField): Promise<(scorer: string | null, saidAt: Instant) => boolean> {
  const taughtField = taughtFields.find((one) => one === field);
  if (taughtField === undefined) return () => false;
  const { learnedModel } = db.tables;
  const { version, trainedAt } = learnedModel;
  const rows = await db.query.select({ version, trainedAt }).from(learnedModel).where(eq(learnedModel.field, taughtField));
  const times = new Map(rows.map((row) => [row.version, row.trainedAt]));
  return (scorer, saidAt) => {
    const by = taughtVersionOf(scorer, taughtField);
    // A version that is gone, with the demo company that taught it, may have learned anything.
    return by > 0 && saidAt <= (times.get(by) ?? Number.POSITIVE_INFINITY);
  };
}

/** Moves whenever somebody says something, takes it back or settles a dispute, or a category becomes another: what was computed for one state holds until the next. */
export async function readAnnotationState(db: Db): Promise<string> {
  const { adjudication, annotation } = db.tables;
  const [said] = await db.query.select({ last: max(annotation.id), undone: max(annotation.undoneAt) }).from(annotation);
  const [settled] = await db.query.select({ n: sql`count(*)`.mapWith(Number), last: max(adjudication.at) }).from(adjudication);
  const taxonomy = await getTaxonomyVersion(db);
  return [said?.last, said?.undone, settled?.n, settled?.last, taxonomy].map((one) => one ?? '-').join(' ');
}

/** Settles a task: from now on this is its label. */
export async function saveAdjudication(
  db: Db,
  { taskId, label, by, now }: { readonly taskId: number; readonly label: string; readonly by: string; readonly now: Instant },
): Promise<void> {
  const { adjudication } = db.tables;
  await inTransaction(db, async (tx) => {
    const { task } = await getTask(tx, taskId);
    if (task.gold !== null) throw new AppError('conflict', 'the label of gold is known');
    await tx.query
      .insert(adjudication)
      .values({ taskId, label, by, at: now })
      .onConflictDoUpdate({ target: adjudication.taskId, set: { label, by, at: now } });
  });
}
