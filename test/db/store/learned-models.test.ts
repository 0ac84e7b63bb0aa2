// Taught models on both databases: kept under their numbers, put in force and back, and what they learn from.
import { expect, it } from 'vitest';
import { isHeldOut } from '#db/facts/held-out.ts';
import { minute } from '#db/model/instant.ts';
import type { LearnedModel, ModelFigures, TaughtField } from '#db/model/learning.ts';
import { taughtVersion, taughtVersionOf } from '#db/model/learning.ts';
import type { Db } from '#db/open.ts';
import { findTasks, saveCampaign, saveGold } from '#db/store/annotation-campaigns.ts';
import { findSampledTasks, saveAdjudication } from '#db/store/annotation-sample.ts';
import { saveAnswer, saveEdit } from '#db/store/annotations.ts';
import {
  chooseModel,
  findLearnedModels,
  findLiveModels,
  findModelChoices,
  getLearnedModel,
  getLiveVersion,
  getModelState,
  saveLearnedModel,
} from '#db/store/learned-models.ts';
import { removeDemo } from '#db/store/sources.ts';
import { findTaughtConversations } from '#db/store/taught-conversations.ts';
import { saveTaxonomy } from '#db/store/taxonomies.ts';
import { scoredStore } from '#test/support/scored-store.ts';
import { describeStores, type OpenStore } from '#test/support/stores.ts';

const now = Date.UTC(2026, 5, 1);
const nothing = { right: null, rightOfLabelled: null, macroF1: null, coverage: null };
const figures: ModelFigures = {
  against: 0,
  taught: 70,
  customers: 66,
  heldOut: 30,
  leftOut: 1,
  labels: [{ label: 'neg', n: 70 }],
  overall: { n: 30, old: nothing, new: nothing, gain: { value: 0.1, interval: [0.02, 0.2] }, labelledGain: null },
  languages: [],
  isBetter: true,
  findings: [],
};
const model: Omit<LearnedModel, 'version'> = {
  field: 'category',
  baseVersion: 'wallet-1-x',
  taxonomyVersion: 0,
  trainedAt: now,
  trainedBy: 'lead',
  isDemo: false,
  figures,
  weights: 'cGFja2Vk',
};
const choice = { field: 'category', reason: 'by-hand', at: now, by: 'lead' } as const;

type Asked = { readonly isDemo?: boolean; readonly field?: TaughtField };

async function openCampaign(openStore: OpenStore, { isDemo = false, field = 'sentiment' }: Asked = {}): Promise<{ db: Db; id: number }> {
  const db = await scoredStore(await openStore(), 20);
  const sampling = { size: 10, uncertainShare: 0, strata: [], overlapShare: 0, gold: 0, seed: 'one' };
  const population = { filters: {}, from: null, to: null };
  const { id } = await saveCampaign(db, { name: 'Mood', field, guideline: {}, population, sampling, isDemo, by: 'lead', now });
  return { db, id };
}

const say = (db: Db, taskId: number, annotator: string, label: string, at = now) =>
  saveAnswer(db, { taskId, annotator, label, clientKey: `${annotator} ${taskId}`, isFlagged: false, comment: null, tookMs: null, now: at });

await describeStores('taught models', ({ openStore }) => {
  it('are kept under the next number of their field, and read back whole', async () => {
    const db = await openStore();
    expect([await saveLearnedModel(db, model), await saveLearnedModel(db, { ...model, trainedAt: now + minute })]).toEqual([1, 2]);
    expect(await saveLearnedModel(db, { ...model, field: 'sentiment' })).toBe(1);
    expect(await getLearnedModel(db, 'category', 1)).toEqual({ ...model, version: 1 });
    const { weights: _, ...shown } = model;
    expect(await findLearnedModels(db, 'category')).toEqual([
      { ...shown, version: 2, trainedAt: now + minute },
      { ...shown, version: 1 },
    ]);
    await expect(getLearnedModel(db, 'category', 3)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('come into force by choice alone, go back, and say what was in force when', async () => {
    const db = await openStore();
    await saveLearnedModel(db, model);
    expect([await getModelState(db), await getLiveVersion(db, 'category'), await findLiveModels(db)]).toEqual([0, 0, {}]);
    await chooseModel(db, { ...choice, version: 1, reason: 'better' });
    expect(await findLiveModels(db)).toEqual({ category: { ...model, version: 1 } });
    const state = await getModelState(db);
    await expect(chooseModel(db, { ...choice, version: 1 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(chooseModel(db, { ...choice, version: 7 })).rejects.toMatchObject({ code: 'not_found' });
    await chooseModel(db, { ...choice, version: 0, at: now + minute });
    expect([await getLiveVersion(db, 'category'), (await getModelState(db)) > state]).toEqual([0, true]);
    expect(await findModelChoices(db, 'category')).toEqual([
      { ...choice, version: 0, at: now + minute },
      { ...choice, version: 1, reason: 'better' },
    ]);
    expect(await findModelChoices(db, 'sentiment')).toEqual([]);
  });

  it('go with the demo company that taught them, and their numbers are not given again', async () => {
    const db = await openStore();
    await saveLearnedModel(db, model);
    await saveLearnedModel(db, { ...model, isDemo: true });
    await chooseModel(db, { ...choice, version: 1 });
    await chooseModel(db, { ...choice, version: 2 });
    await removeDemo(db);
    expect([await getLiveVersion(db, 'category'), (await findLearnedModels(db, 'category')).map(({ version }) => version)]).toEqual([
      1,
      [1],
    ]);
    expect(await saveLearnedModel(db, model)).toBe(3);
  });
});

await describeStores('what teaches', ({ openStore }) => {
  it('is the settled or corrected label, else gold, else what people said, each voice alike', async () => {
    const { db, id } = await openCampaign(openStore, { isDemo: true });
    const tasks = await findTasks(db, id);
    const [one, two, settled, edited, takenBack, silent] = tasks;
    if (one === undefined || two === undefined || settled === undefined || edited === undefined) throw new Error('too few tasks');
    if (takenBack === undefined || silent === undefined) throw new Error('too few tasks');
    await say(db, one.id, 'ann', 'neg');
    await say(db, two.id, 'ann', 'neg');
    await say(db, two.id, 'ben', 'pos');
    for (const task of [settled, edited, takenBack]) await say(db, task.id, 'ann', 'neg');
    await saveAdjudication(db, { taskId: settled.id, label: 'neu', by: 'lead', now });
    await saveAdjudication(db, { taskId: edited.id, label: 'neu', by: 'lead', now });
    const edit = { field: 'sentiment', comment: null, annotator: 'cem', now: now + minute } as const;
    await saveEdit(db, { ...edit, conversationId: edited.conversationId, label: 'pos', clientKey: 'edit 1' });
    await saveEdit(db, { ...edit, conversationId: takenBack.conversationId, label: null, clientKey: 'edit 2' });
    const outside = Array.from({ length: 20 }, (_, at) => at + 1).find(
      (other) => !tasks.some(({ conversationId }) => conversationId === other),
    );
    if (outside === undefined) throw new Error('nothing is outside the sample');
    await saveGold(db, { campaignId: id, conversationId: outside, label: 'pos' });
    const found = new Map((await findTaughtConversations(db, 'sentiment')).map((taught) => [taught.id, taught]));
    const of = (conversationId: number) => {
      const taught = found.get(conversationId);
      return taught === undefined ? null : [[...taught.truth], taught.isFirm, taught.test === null ? null : [...taught.test.truth]];
    };
    const half = [
      ['neg', 0.5],
      ['pos', 0.5],
    ];
    expect(
      [one, two, settled, edited, takenBack, silent, { conversationId: outside }].map(({ conversationId }) => of(conversationId)),
    ).toEqual([
      [[['neg', 1]], false, [['neg', 1]]],
      [half, true, half],
      [[['neu', 1]], true, [['neu', 1]]],
      // A correction by hand teaches. It tests nothing: people correct what they come across.
      [[['pos', 1]], true, [['neu', 1]]],
      [[], true, [['neg', 1]]],
      null,
      [[['pos', 1]], true, null],
    ]);
    const first = found.get(one.conversationId);
    expect([first?.messages.length, first?.isDemo, Math.round(first?.test?.weight ?? 0)]).toEqual([1, true, 2]);
    expect(await findTaughtConversations(db, 'category')).toEqual([]);
  });

  it('is read under what a category has become, whoever gave it', async () => {
    const { db, id } = await openCampaign(openStore, { field: 'category' });
    const [said, settled, edited] = await findTasks(db, id);
    if (said === undefined || settled === undefined || edited === undefined) throw new Error('too few tasks');
    await say(db, said.id, 'ann', 'late');
    await say(db, settled.id, 'ann', 'size');
    await saveAdjudication(db, { taskId: settled.id, label: 'late', by: 'lead', now });
    const edit = { field: 'category', comment: null, annotator: 'cem', now, clientKey: 'edit' } as const;
    await saveEdit(db, { ...edit, conversationId: edited.conversationId, label: 'late' });
    const outside = Array.from({ length: 20 }, (_, at) => at + 1);
    const gold = outside.find((one) => ![said, settled, edited].some(({ conversationId }) => conversationId === one)) ?? 0;
    await saveGold(db, { campaignId: id, conversationId: gold, label: 'late' });
    const moves = [{ was: 'late', becomes: 'delay' }];
    await saveTaxonomy(db, { document: null, model: null, appliedAt: now, appliedBy: 'lead' }, { leaves: ['delay', 'size'], moves });
    const found = await findTaughtConversations(db, 'category');
    expect(found.map((one) => [...one.truth])).toEqual(Array(4).fill([['delay', 1]]));
    expect(found.flatMap(({ test }) => (test === null ? [] : [[...test.truth]]))).toEqual(Array(2).fill([['delay', 1]]));
    // Whoever answers gold is told what it is called now.
    const goldTask = (await findTasks(db, id)).find(({ conversationId }) => conversationId === gold);
    expect((await say(db, goldTask?.id ?? 0, 'ann', 'delay')).gold).toBe('delay');
  });

  it('proves nothing of the model that it taught; what was said later, and of customers held out, does', async () => {
    const { db, id } = await openCampaign(openStore);
    const tasks = await findTasks(db, id);
    await saveLearnedModel(db, { ...model, field: 'sentiment', trainedAt: now });
    const { conversation } = db.tables;
    const scorer = `sentiment@${taughtVersion('2.0.0', 1)} category@1`;
    expect([taughtVersionOf(scorer, 'sentiment'), taughtVersionOf(scorer, 'category'), taughtVersionOf(null, 'sentiment')]).toEqual([
      1, 0, 0,
    ]);
    for (const [at, task] of tasks.entries()) await say(db, task.id, 'ann', 'neg', now + (at % 2 === 0 ? 0 : minute));
    const taught = async () => (await findSampledTasks(db, 'sentiment')).filter(({ isTaught }) => isTaught).map(({ taskId }) => taskId);
    expect(await taught()).toEqual([]);
    await db.query.update(conversation).set({ scorer });
    const rows = await db.query.select({ id: conversation.id, customer: conversation.customerKey }).from(conversation);
    const held = new Set(rows.filter((row) => isHeldOut({ customer: row.customer, conversationId: row.id })).map((row) => row.id));
    const expected = tasks.flatMap(({ id: task, conversationId }, at) => (at % 2 === 0 && !held.has(conversationId) ? [task] : []));
    expect((await taught()).toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
    expect(expected.length).toBeGreaterThan(0);
  });
});
