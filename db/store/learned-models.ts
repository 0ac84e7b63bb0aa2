// Models taught with a company's own labels: kept under their numbers, and which of them is in force.
import { and, desc, eq, inArray, max } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import { type LearnedModel, type ModelChoice, type TaughtField, taughtFields } from '../model/learning.ts';
import { findSetting, saveSetting } from './setting-values.ts';

/** Moves whenever another model comes into force. Cheap: asked before every run of a source. */
export async function getModelState(db: Db): Promise<number> {
  const { modelChoice } = db.tables;
  const [row] = await db.query.select({ last: max(modelChoice.id) }).from(modelChoice);
  return row?.last ?? 0;
}

/** The version in force of a field; 0: the shipped model. */
export async function getLiveVersion(db: Db, field: TaughtField): Promise<number> {
  const { modelChoice } = db.tables;
  const [row] = await db.query
    .select({ version: modelChoice.version })
    .from(modelChoice)
    .where(eq(modelChoice.field, field))
    .orderBy(desc(modelChoice.id))
    .limit(1);
  return row?.version ?? 0;
}

/** The model in force of each field; a field that has the shipped one is missing. */
export async function findLiveModels(db: Db): Promise<Partial<Record<TaughtField, LearnedModel>>> {
  const live: Partial<Record<TaughtField, LearnedModel>> = {};
  for (const field of taughtFields) {
    const version = await getLiveVersion(db, field);
    if (version > 0) live[field] = await getLearnedModel(db, field, version);
  }
  return live;
}

/** One version with its weights; `not_found` where there is none. */
export async function getLearnedModel(db: Db, field: TaughtField, version: number): Promise<LearnedModel> {
  const { learnedModel } = db.tables;
  const [found] = await db.query
    .select()
    .from(learnedModel)
    .where(and(eq(learnedModel.field, field), eq(learnedModel.version, version)));
  if (found === undefined) throw new AppError('not_found', `${field} has no version ${version}; see huiyin retrain --list`);
  return found;
}

/** All versions of a field, newest first, without their weights. */
export async function findLearnedModels(db: Db, field: TaughtField): Promise<Omit<LearnedModel, 'weights'>[]> {
  const { learnedModel } = db.tables;
  const { version, baseVersion, taxonomyVersion, trainedAt, trainedBy, isDemo, figures } = learnedModel;
  return await db.query
    .select({ field: learnedModel.field, version, baseVersion, taxonomyVersion, trainedAt, trainedBy, isDemo, figures })
    .from(learnedModel)
    .where(eq(learnedModel.field, field))
    .orderBy(desc(version));
}

/** What was in force from when on, latest first. */
export async function findModelChoices(db: Db, field: TaughtField): Promise<ModelChoice[]> {
  const { modelChoice } = db.tables;
  const { version, reason, at, by } = modelChoice;
  return await db.query
    .select({ field: modelChoice.field, version, reason, at, by })
    .from(modelChoice)
    .where(eq(modelChoice.field, field))
    .orderBy(desc(modelChoice.id));
}

const numberKey = (field: TaughtField) => `learned_models_${field}`;

/** Keeps a model under the next number and gives that number. A number is never given twice: scores carry it. */
export async function saveLearnedModel(db: Db, model: Omit<LearnedModel, 'version'>): Promise<number> {
  const { learnedModel } = db.tables;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const last = await findSetting(tx, numberKey(model.field));
    const version = (typeof last === 'number' ? last : 0) + 1;
    await saveSetting(tx, numberKey(model.field), version);
    await tx.query.insert(learnedModel).values({ ...model, version });
    return version;
  });
}

/** Puts a version in force; 0: the shipped model. `conflict` where it is in force already. */
export async function chooseModel(db: Db, choice: ModelChoice): Promise<void> {
  const { modelChoice } = db.tables;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    if (choice.version > 0) await getLearnedModel(tx, choice.field, choice.version);
    if ((await getLiveVersion(tx, choice.field)) === choice.version) throw new AppError('conflict', 'this version is in force already');
    await tx.query.insert(modelChoice).values(choice);
  });
}

/** Removes what was learned from the demo company alone; what was in force before it is so again. */
export async function removeDemoModels(tx: Db): Promise<void> {
  const { learnedModel, modelChoice } = tx.tables;
  for (const field of taughtFields) {
    const rows = await tx.query
      .select({ version: learnedModel.version })
      .from(learnedModel)
      .where(and(eq(learnedModel.field, field), eq(learnedModel.isDemo, true)));
    const versions = rows.map(({ version }) => version);
    if (versions.length === 0) continue;
    await tx.query.delete(modelChoice).where(and(eq(modelChoice.field, field), inArray(modelChoice.version, versions)));
    await tx.query.delete(learnedModel).where(and(eq(learnedModel.field, field), inArray(learnedModel.version, versions)));
  }
}
