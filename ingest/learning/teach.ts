// Teaches one field from labelled conversations and measures what comes out on customers that it learned nothing from.

import type { HeldOutTrial, LanguageComparison, LearnedModel, ModelFigures, TaughtField } from '#db/model/learning.ts';
import type { TeachStage } from '#db/model/learning-desk.ts';
import type { TaughtConversation } from '#db/store/taught-conversations.ts';
import type { AppliedTaxonomy } from '#db/store/taxonomies.ts';
import { packAdjustment, unpackAdjustment } from './adjustment.ts';
import { compareModels, type Trial } from './compare-models.ts';
import { type FieldModel, type Judge, openFieldModel } from './field-model.ts';
import { fitAdjustment, fitRounds } from './fit-adjustment.ts';
import { gateFindings } from './gate.ts';
import { lessonsOf, type Usable, usableOf } from './lessons.ts';

export type TeachOrder = {
  readonly field: TaughtField;
  readonly taxonomy: AppliedTaxonomy | null;
  /** The model in force, where one was taught. */
  readonly live: Pick<LearnedModel, 'version' | 'baseVersion' | 'weights'> | null;
  readonly conversations: readonly TaughtConversation[];
};

export type TeachProgress = { readonly stage: TeachStage; readonly done: number; readonly total: number };

/** Fewer than this teach or test nothing that could be believed. */
export const leastTaught = 60;
export const leastHeldOut = 30;

export type TooFew = { readonly outcome: 'too-few'; readonly taught: number; readonly heldOut: number };
export type Taught = { readonly outcome: 'taught' } & Pick<LearnedModel, 'baseVersion' | 'weights' | 'figures' | 'isDemo'>;

const reportEvery = 50;

type Tell = (progress: TeachProgress) => void;

type Both<Of> = Readonly<Record<'old' | 'new', Of>>;

function trialsOf(heldOut: readonly TaughtConversation[], judges: Both<Judge>, tell: Tell): (Trial & { conversationId: number })[] {
  return heldOut.flatMap(({ id, customer, language, test, messages }, at) => {
    if (test === null) return [];
    if (at % reportEvery === 0) tell({ stage: 'measuring', done: at, total: heldOut.length });
    const said = { old: judges.old(messages), new: judges.new(messages) };
    return [{ conversationId: id, customer, language, weight: test.weight, truth: test.truth, ...said }];
  });
}

function byLanguage(trials: readonly Trial[]): LanguageComparison[] {
  const languages = [...new Set(trials.map(({ language }) => language))];
  return languages
    .map((language) => ({ language, ...compareModels(trials.filter((one) => one.language === language)) }))
    .toSorted((a, b) => b.n - a.n || (a.language < b.language ? -1 : 1));
}

function countsOf(taught: readonly Usable[], labels: readonly string[]): ModelFigures['labels'] {
  const counts = new Map<string, number>();
  for (const { known } of taught)
    for (const [label, share] of known) counts.set(labels[label] ?? '', (counts.get(labels[label] ?? '') ?? 0) + share);
  return [...counts].map(([label, n]) => ({ label, n: Math.round(n) })).toSorted((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
}

/** The same labels teach the same model. Held out are the customers of `isHeldOut`, as far as their conversations were drawn into a sample. */
export async function teach({ field, taxonomy, live, conversations }: TeachOrder, tell: Tell = () => {}): Promise<Taught | TooFew> {
  const model = await openFieldModel(field, taxonomy);
  const usable = usableOf(conversations, model.labels);
  const taught = usable.filter(({ isHeldOut }) => !isHeldOut);
  const heldOut = conversations.filter((one) => one.isHeldOut && one.test !== null && one.messages.length > 0 && isKnown(one, model));
  if (taught.length < leastTaught || heldOut.length < leastHeldOut)
    return { outcome: 'too-few', taught: taught.length, heldOut: heldOut.length };
  const lessons = lessonsOf(model, taught, (done) => {
    if (done % reportEvery === 0) tell({ stage: 'reading', done, total: taught.length });
  });
  let rounds = 0;
  const weights = packAdjustment(
    fitAdjustment(lessons, model.labels, {
      leastSure: model.leastSure,
      step: () => {
        rounds += 1;
        tell({ stage: 'fitting', done: rounds, total: fitRounds });
      },
    }),
  );
  const old = live?.baseVersion === model.version ? { version: live.version, adjustment: unpackAdjustment(live.weights) } : null;
  const fresh = { version: 0, adjustment: unpackAdjustment(weights) };
  const trials = trialsOf(heldOut, { old: model.judge(old), new: model.judge(fresh) }, tell);
  const [overall, languages] = [compareModels(trials), byLanguage(trials)];
  const findings = gateFindings(overall, languages);
  const figures: ModelFigures = {
    against: old?.version ?? 0,
    taught: taught.length,
    customers: new Set(taught.map(({ customer }) => customer)).size,
    heldOut: trials.length,
    leftOut: conversations.length - usable.length,
    labels: countsOf(taught, model.labels),
    overall,
    languages,
    isBetter: findings.length === 0,
    findings,
    trials: trials.map(
      ({ conversationId, language, truth, old: before, new: after }): HeldOutTrial => ({
        ...{ conversationId, language, truth: [...truth], old: before, new: after },
      }),
    ),
  };
  return { outcome: 'taught', baseVersion: model.version, weights, figures, isDemo: taught.every(({ isDemo }) => isDemo) };
}

/** A label of an earlier taxonomy is no fair question to a model of this one. */
function isKnown({ test }: TaughtConversation, { labels }: FieldModel): boolean {
  return test !== null && test.truth.size > 0 && [...test.truth.keys()].every((label) => labels.includes(label));
}
