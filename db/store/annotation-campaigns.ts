// Campaigns of annotation: drawn once, with their tasks; how far each is, and gold beside the sample.
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { drawSample } from '../facts/draw-sample.ts';
import { seededChance, shuffled } from '../facts/seeded-chance.ts';
import type { AnnotationField, CampaignPopulation, CampaignSampling, CampaignState, Guideline } from '../model/annotation.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { findCandidates } from './annotation-candidates.ts';
import { labelNow } from './category-now.ts';
import { storableText } from './storable-text.ts';

export type CampaignInput = {
  readonly name: string;
  readonly field: AnnotationField;
  readonly guideline: Guideline;
  readonly population: CampaignPopulation;
  readonly sampling: CampaignSampling;
  readonly isDemo: boolean;
  readonly by: string;
  readonly now: Instant;
};

export type Campaign = Omit<CampaignInput, 'by' | 'now'> & {
  readonly id: number;
  readonly populationSize: number;
  readonly state: CampaignState;
  readonly createdAt: Instant;
  readonly createdBy: string;
};

export type CampaignProgress = Campaign & {
  /** Tasks of the sample, and those that have all the labels they want. */
  readonly tasks: number;
  readonly done: number;
  readonly gold: number;
};

/** Gold goes to everybody, so it wants more labels than there are people. */
export const wantedOfGold = 1_000_000;

/** Draws the sample and stores the campaign with its tasks. `invalid` where nothing matches. */
export async function saveCampaign(db: Db, input: CampaignInput): Promise<Campaign> {
  const { field, population, sampling, by, now, ...rest } = input;
  // Outside the transaction: reading a large store takes a while, and a conversation that goes meanwhile takes its task with it.
  const candidates = await findCandidates(db, { field, population, strata: sampling.strata, asOf: now });
  if (candidates.length === 0) throw new AppError('invalid', 'no scored conversation matches these filters');
  const chance = seededChance(sampling.seed);
  const drawn = drawSample(candidates, { size: sampling.size, uncertainShare: sampling.uncertainShare, chance });
  const { annotationCampaign } = db.tables;
  return await inTransaction(db, async (tx) => {
    const values = {
      ...rest,
      name: storableText(rest.name),
      field,
      population,
      sampling,
      populationSize: candidates.length,
      state: 'open' as const,
      createdAt: now,
      createdBy: by,
    };
    const [saved] = await tx.query.insert(annotationCampaign).values(values).returning();
    if (saved === undefined) throw new AppError('internal', 'the campaign was not stored');
    const known = new Set(drawn.map(({ id }) => id));
    const gold = (await findSettled(tx, field, sampling.gold + known.size)).filter(({ id }) => !known.has(id)).slice(0, sampling.gold);
    const sample = drawn.map((one) => ({ ...one, gold: null, wanted: chance() < sampling.overlapShare ? 2 : 1 }));
    const golden = gold.map(({ id, label }) => ({ id, stratum: 'gold', inclusion: null, gold: label, wanted: wantedOfGold }));
    await saveTasks(tx, saved.id, shuffled([...sample, ...golden], chance));
    return saved;
  });
}

type NewTask = Pick<Db['tables']['annotationTask']['$inferSelect'], 'stratum' | 'inclusion' | 'gold' | 'wanted'> & { readonly id: number };

async function saveTasks(tx: Db, campaignId: number, tasks: readonly NewTask[]): Promise<void> {
  const { annotationTask } = tx.tables;
  const rows = tasks.map(({ id, ...task }, place) => ({ ...task, campaignId, conversationId: id, place, answers: 0 }));
  for (let at = 0; at < rows.length; at += 200) await tx.query.insert(annotationTask).values(rows.slice(at, at + 200));
}

/** Conversations of which somebody has settled this field, latest first. */
async function findSettled(tx: Db, field: AnnotationField, most: number): Promise<{ id: number; label: string }[]> {
  const { adjudication, annotationCampaign, annotationTask } = tx.tables;
  const rows = await tx.query
    .select({ id: annotationTask.conversationId, label: sql<string>`${labelNow(tx, annotationCampaign.field, adjudication.label)}` })
    .from(adjudication)
    .innerJoin(annotationTask, eq(annotationTask.id, adjudication.taskId))
    .innerJoin(annotationCampaign, eq(annotationCampaign.id, annotationTask.campaignId))
    .where(eq(annotationCampaign.field, field))
    .orderBy(desc(adjudication.at), desc(adjudication.taskId))
    .limit(most);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** All campaigns, newest first. */
export async function findCampaigns(db: Db): Promise<CampaignProgress[]> {
  const { annotationCampaign, annotationTask } = db.tables;
  const campaigns = await db.query.select().from(annotationCampaign).orderBy(desc(annotationCampaign.id));
  const counts = await db.query
    .select({
      id: annotationTask.campaignId,
      all: count(),
      gold: count(annotationTask.gold),
      done: sql`sum(case when ${annotationTask.gold} is null and ${annotationTask.answers} >= ${annotationTask.wanted} then 1 else 0 end)`.mapWith(
        Number,
      ),
    })
    .from(annotationTask)
    .groupBy(annotationTask.campaignId);
  const byId = new Map(counts.map((one) => [one.id, one]));
  return campaigns.map((campaign) => {
    const { all = 0, gold = 0, done = 0 } = byId.get(campaign.id) ?? {};
    return { ...campaign, tasks: all - gold, done, gold };
  });
}

export async function getCampaign(db: Db, id: number): Promise<Campaign> {
  const { annotationCampaign } = db.tables;
  const [found] = await db.query.select().from(annotationCampaign).where(eq(annotationCampaign.id, id));
  if (found === undefined) throw new AppError('not_found', 'no such campaign');
  return found;
}

/** Changes the name, what annotators are told, or whether it is open. The sample stays as it was drawn. */
export async function changeCampaign(
  db: Db,
  id: number,
  change: { readonly name?: string; readonly guideline?: Guideline; readonly state?: CampaignState },
): Promise<void> {
  const { annotationCampaign } = db.tables;
  await getCampaign(db, id);
  if (Object.keys(change).length > 0) await db.query.update(annotationCampaign).set(change).where(eq(annotationCampaign.id, id));
}

/** Puts a conversation whose label is known into the queue of everybody, at a place by lot; it is no part of the sample. */
export async function saveGold(
  db: Db,
  { campaignId, conversationId, label }: { readonly campaignId: number; readonly conversationId: number; readonly label: string },
): Promise<void> {
  const { annotationTask, conversation } = db.tables;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const campaign = await getCampaign(tx, campaignId);
    const [known] = await tx.query.select({ id: conversation.id }).from(conversation).where(eq(conversation.id, conversationId));
    if (known === undefined) throw new AppError('not_found', 'no such conversation');
    const [taken] = await tx.query
      .select({ id: annotationTask.id })
      .from(annotationTask)
      .where(and(eq(annotationTask.campaignId, campaignId), eq(annotationTask.conversationId, conversationId)));
    if (taken !== undefined) throw new AppError('conflict', 'this conversation is in the campaign already');
    const [row] = await tx.query.select({ n: count() }).from(annotationTask).where(eq(annotationTask.campaignId, campaignId));
    const place = Math.floor(seededChance(`${campaign.sampling.seed} ${conversationId}`)() * ((row?.n ?? 0) + 1));
    const task = { campaignId, conversationId, place, stratum: 'gold', inclusion: null, wanted: wantedOfGold, answers: 0, gold: label };
    await tx.query.insert(annotationTask).values(task);
  });
}

export type CampaignTask = Pick<Db['tables']['annotationTask']['$inferSelect'], 'id' | 'conversationId' | 'wanted' | 'gold'>;

/** All tasks of a campaign, gold among them, by place. */
export async function findTasks(db: Db, campaignId: number): Promise<CampaignTask[]> {
  const { annotationTask } = db.tables;
  const { id, conversationId, wanted, gold } = annotationTask;
  return await db.query
    .select({ id, conversationId, wanted, gold })
    .from(annotationTask)
    .where(eq(annotationTask.campaignId, campaignId))
    .orderBy(asc(annotationTask.place), asc(id));
}

/** Removes the campaigns of the demo company with all that was said in them. */
export async function removeDemoCampaigns(tx: Db): Promise<void> {
  const { annotationCampaign } = tx.tables;
  await tx.query.delete(annotationCampaign).where(eq(annotationCampaign.isDemo, true));
}
