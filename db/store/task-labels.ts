// All labels that the queues have for a field, task by task: what people said, what was settled, and gold.
import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import type { AnnotationField } from '../model/annotation.ts';
import type { Instant } from '../model/instant.ts';
import { labelNow } from './category-now.ts';

export type TaskLabels = {
  readonly taskId: number;
  readonly conversationId: number;
  /** Null: gold. */
  readonly inclusion: number | null;
  readonly gold: string | null;
  readonly adjudicated: string | null;
  readonly adjudicatedAt: Instant | null;
  readonly isDemo: boolean;
  readonly labels: readonly { readonly label: string; readonly at: Instant }[];
};

/** Tasks that have a label from anybody, oldest first. */
export async function findTaskLabels(db: Db, field: AnnotationField): Promise<TaskLabels[]> {
  const { adjudication, annotation, annotationCampaign, annotationTask } = db.tables;
  const rows = await db.query
    .select({
      taskId: annotationTask.id,
      conversationId: annotationTask.conversationId,
      inclusion: annotationTask.inclusion,
      gold: labelNow(db, annotationCampaign.field, annotationTask.gold),
      adjudicated: labelNow(db, annotationCampaign.field, adjudication.label),
      adjudicatedAt: adjudication.at,
      isDemo: annotationCampaign.isDemo,
      label: labelNow(db, annotationCampaign.field, annotation.label),
      at: annotation.at,
    })
    .from(annotationTask)
    .innerJoin(annotationCampaign, eq(annotationCampaign.id, annotationTask.campaignId))
    .leftJoin(annotation, and(eq(annotation.taskId, annotationTask.id), isNull(annotation.undoneAt), isNotNull(annotation.label)))
    .leftJoin(adjudication, eq(adjudication.taskId, annotationTask.id))
    .where(
      and(eq(annotationCampaign.field, field), or(isNotNull(annotationTask.gold), isNotNull(annotation.id), isNotNull(adjudication.label))),
    )
    .orderBy(asc(annotationTask.id), asc(annotation.id));
  const tasks = new Map<number, TaskLabels>();
  for (const { label, at, ...task } of rows) {
    const held = tasks.get(task.taskId) ?? { ...task, labels: [] };
    tasks.set(task.taskId, label === null || at === null ? held : { ...held, labels: [...held.labels, { label, at }] });
  }
  return [...tasks.values()];
}
