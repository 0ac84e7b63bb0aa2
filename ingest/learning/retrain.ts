// A run that teaches: reads the labels of a field, has them taught, keeps what came out, and puts it in force where it may.
import type { Db } from '#db/dialect/db.ts';
import type { Instant } from '#db/model/instant.ts';
import type { ChoiceReason, ModelFigures, TaughtField } from '#db/model/learning.ts';
import type { LearningDoer } from '#db/model/learning-desk.ts';
import { saveAudit } from '#db/store/audit.ts';
import { chooseModel, getLearnedModel, getLiveVersion, saveLearnedModel } from '#db/store/learned-models.ts';
import { findTaughtConversations } from '#db/store/taught-conversations.ts';
import { findTaxonomy } from '#db/store/taxonomies.ts';
import type { TeachProgress, TooFew } from './teach.ts';
import type { Teacher } from './teacher.ts';

export type RetrainOrder = {
  readonly field: TaughtField;
  readonly by: LearningDoer;
  /** `better`: in force where the gate finds nothing; `always`: whatever it finds; `never`: kept only. */
  readonly goLive: 'better' | 'always' | 'never';
  /** Nothing is stored. */
  readonly isDryRun?: boolean;
};

export type RetrainParts = {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly teacher: Teacher;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: TeachProgress) => void;
};

/** `version` null: a dry run. */
export type Retrained = {
  readonly outcome: 'taught';
  readonly version: number | null;
  readonly isLive: boolean;
  readonly figures: ModelFigures;
};

export async function retrain(parts: RetrainParts, order: RetrainOrder): Promise<Retrained | TooFew> {
  const { db, clock, teacher, signal, onProgress = () => {} } = parts;
  const { field, by, goLive, isDryRun = false } = order;
  const [conversations, taxonomy, liveVersion] = await Promise.all([
    findTaughtConversations(db, field),
    findTaxonomy(db),
    getLiveVersion(db, field),
  ]);
  const live = liveVersion === 0 ? null : await getLearnedModel(db, field, liveVersion);
  const taught = await teacher({ order: { field, taxonomy, live, conversations }, onProgress, signal });
  signal.throwIfAborted();
  if (taught.outcome === 'too-few') return taught;
  const { outcome, figures, ...model } = taught;
  const mayGoLive = goLive === 'always' || (goLive === 'better' && figures.isBetter);
  if (isDryRun) return { outcome, version: null, isLive: false, figures };
  const at = clock();
  const version = await saveLearnedModel(db, {
    ...model,
    field,
    figures,
    taxonomyVersion: taxonomy?.version ?? 0,
    trainedAt: at,
    trainedBy: by.actor,
  });
  const details = { version, taught: figures.taught, heldOut: figures.heldOut, isBetter: figures.isBetter };
  await saveAudit(db, { at, ...by, action: 'model_taught', subject: field, details });
  if (mayGoLive) await putInForce(parts, { field, version, by, reason: figures.isBetter ? 'better' : 'by-hand' });
  return { outcome, version, isLive: mayGoLive, figures };
}

export type ForceOrder = {
  readonly field: TaughtField;
  /** 0: the shipped model. */
  readonly version: number;
  readonly by: LearningDoer;
  readonly reason: ChoiceReason;
};

/** Puts a version in force for what comes in from now on. */
export async function putInForce(
  { db, clock }: Pick<RetrainParts, 'db' | 'clock'>,
  { field, version, by, reason }: ForceOrder,
): Promise<void> {
  const at = clock();
  const before = await getLiveVersion(db, field);
  await chooseModel(db, { field, version, reason, at, by: by.actor });
  await saveAudit(db, { at, ...by, action: 'model_put_in_force', subject: field, details: { version, before, reason } });
}
