// The queue of annotation on both databases: nobody meets anybody at a task unless that is wanted, and no answer is lost or doubled.
import { expect, it } from 'vitest';
import type { CampaignSampling } from '#db/model/annotation.ts';
import { minute } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { changeCampaign, findCampaigns, saveCampaign, saveGold } from '#db/store/annotation-campaigns.ts';
import { findCandidates } from '#db/store/annotation-candidates.ts';
import { countOpenTasks, endLeases, leaseMs, leaseTasks } from '#db/store/annotation-queue.ts';
import { findSampledTasks, readAnnotationState, saveAdjudication } from '#db/store/annotation-sample.ts';
import { findAnnotations, findPeopleLabels, saveAnswer, saveEdit, undoAnnotation } from '#db/store/annotations.ts';
import { removeDemo } from '#db/store/sources.ts';
import { scoredStore } from '#test/support/scored-store.ts';
import { describeStores, type OpenStore } from '#test/support/stores.ts';

const now = Date.UTC(2026, 5, 1);
const sampling: CampaignSampling = { size: 10, uncertainShare: 0.5, strata: ['language'], overlapShare: 0, gold: 0, seed: 'one' };

async function openCampaign(openStore: OpenStore, change: Partial<CampaignSampling> = {}, isDemo = false) {
  const db = await scoredStore(await openStore(), 20);
  const population = { filters: {}, from: null, to: null };
  const input = { name: 'Mood', field: 'sentiment' as const, guideline: {}, population, isDemo, by: 'lead', now };
  const { id } = await saveCampaign(db, { ...input, sampling: { ...sampling, ...change } });
  return { db, id };
}

const lend = (db: Db, campaignId: number, annotator: string, limit: number, at = now) =>
  leaseTasks(db, { campaignId, annotator, limit, except: [], now: at });

const answerOf = (taskId: number, annotator: string, label: string | null, clientKey = `key-${annotator}-${taskId}-${label}`) => ({
  taskId,
  annotator,
  label,
  clientKey,
  isFlagged: false,
  comment: null,
  tookMs: 900,
  now,
});
const ids = (tasks: readonly { readonly taskId: number }[]) => tasks.map(({ taskId }) => taskId);

await describeStores('the queue of annotation', ({ openStore }) => {
  it('lends each task to one person, and to nobody else until the lease ends', async () => {
    const { db, id } = await openCampaign(openStore);
    const [ann, ben] = [await lend(db, id, 'ann', 6), await lend(db, id, 'ben', 6)];
    expect([ann.length, ben.length]).toEqual([6, 4]);
    expect(ids(ann).filter((task) => ids(ben).includes(task))).toEqual([]);
    expect(ids(await lend(db, id, 'ann', 6, now + minute))).toEqual(ids(ann));
    expect(await lend(db, id, 'cem', 6, now + leaseMs)).toEqual([]);
    expect(ids(await lend(db, id, 'cem', 10, now + minute + leaseMs + 1))).toEqual([...ids(ann), ...ids(ben)].toSorted((a, b) => a - b));
  });

  it('lends a task to two people where overlap is asked for, and never to a third', async () => {
    const { db, id } = await openCampaign(openStore, { overlapShare: 1 });
    const [ann, ben] = [await lend(db, id, 'ann', 20), await lend(db, id, 'ben', 20)];
    expect(ids(ann)).toEqual(ids(ben));
    expect(await lend(db, id, 'cem', 20)).toEqual([]);
  });

  it('keeps what is sent twice once, and refuses a second answer by the same person', async () => {
    const { db, id } = await openCampaign(openStore);
    const [task] = await lend(db, id, 'ann', 1);
    const answer = answerOf(task?.taskId ?? 0, 'ann', 'neg');
    expect([(await saveAnswer(db, answer)).wasThere, (await saveAnswer(db, answer)).wasThere]).toEqual([false, true]);
    await expect(saveAnswer(db, answerOf(answer.taskId, 'ann', 'pos'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(saveAnswer(db, { ...answer, annotator: 'ben' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await findAnnotations(db, { limit: 10 })).map(({ label, annotator }) => [label, annotator])).toEqual([['neg', 'ann']]);
    expect((await findCampaigns(db)).map(({ tasks, done }) => [tasks, done])).toEqual([[10, 1]]);
  });

  it('keeps an answer whose lease ran out while it was on its way', async () => {
    const { db, id } = await openCampaign(openStore, { size: 1 });
    const [task] = await lend(db, id, 'ann', 1);
    const late = now + leaseMs + 1;
    expect(ids(await lend(db, id, 'ben', 1, late))).toEqual([task?.taskId]);
    await saveAnswer(db, answerOf(task?.taskId ?? 0, 'ben', 'neg'));
    await saveAnswer(db, answerOf(task?.taskId ?? 0, 'ann', 'neu'));
    expect((await findSampledTasks(db, 'sentiment')).map(({ labels }) => labels.map(({ label }) => label))).toEqual([['neg', 'neu']]);
  });

  it('takes an answer back and lends the task to the same person again', async () => {
    const { db, id } = await openCampaign(openStore);
    const [task] = await lend(db, id, 'ann', 1);
    const answer = answerOf(task?.taskId ?? 0, 'ann', 'neg');
    await saveAnswer(db, answer);
    for (const _ of [1, 2]) await undoAnnotation(db, { ...answer, now });
    expect(await countOpenTasks(db, id, 'ann')).toEqual({ left: 10, mine: 0 });
    expect(ids(await lend(db, id, 'ann', 1))).toEqual([answer.taskId]);
    expect(ids(await lend(db, id, 'ben', 10))).not.toContain(answer.taskId);
    await expect(undoAnnotation(db, { ...answer, annotator: 'ben', now })).rejects.toMatchObject({ code: 'not_found' });
    expect(await findSampledTasks(db, 'sentiment')).toEqual([]);
    await saveAnswer(db, answerOf(answer.taskId, 'ann', 'pos'));
    expect((await findAnnotations(db, { limit: 10 })).map(({ label, undoneAt }) => [label, undoneAt])).toEqual([
      ['pos', null],
      ['neg', now],
    ]);
  });

  it('does not show a skipped task to the same person again, but to the next', async () => {
    const { db, id } = await openCampaign(openStore, { size: 1 });
    const [task] = await lend(db, id, 'ann', 1);
    await saveAnswer(db, answerOf(task?.taskId ?? 0, 'ann', null));
    expect(await lend(db, id, 'ann', 1)).toEqual([]);
    expect(await countOpenTasks(db, id, 'ann')).toEqual({ left: 0, mine: 1 });
    expect(ids(await lend(db, id, 'ben', 1))).toEqual([task?.taskId]);
  });

  it('gives tasks back when somebody leaves, and none where the campaign is closed', async () => {
    const { db, id } = await openCampaign(openStore);
    const held = await lend(db, id, 'ann', 10);
    expect(await lend(db, id, 'ben', 10)).toEqual([]);
    await endLeases(db, id, 'ann');
    expect(ids(await lend(db, id, 'ben', 10))).toEqual(ids(held));
    await changeCampaign(db, id, { state: 'closed' });
    await expect(lend(db, id, 'ann', 1)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('gives gold to everybody, outside the sample', async () => {
    const { db, id } = await openCampaign(openStore, { size: 1 });
    const sampled = await lend(db, id, 'ann', 5);
    const other = sampled[0]?.conversationId === 1 ? 2 : 1;
    await saveGold(db, { campaignId: id, conversationId: other, label: 'pos' });
    await expect(saveGold(db, { campaignId: id, conversationId: other, label: 'pos' })).rejects.toMatchObject({ code: 'conflict' });
    for (const annotator of ['ann', 'ben']) {
      const gold = (await lend(db, id, annotator, 5)).find(({ conversationId }) => conversationId === other);
      expect((await saveAnswer(db, answerOf(gold?.taskId ?? 0, annotator, 'pos'))).gold).toBe('pos');
    }
    expect((await findCampaigns(db)).map(({ tasks, gold, done }) => [tasks, gold, done])).toEqual([[1, 1, 0]]);
    expect((await findSampledTasks(db, 'sentiment')).map(({ inclusion, gold }) => [inclusion, gold])).toEqual([[null, 'pos']]);
  });

  it('takes gold from what was settled before', async () => {
    const { db, id } = await openCampaign(openStore, { size: 3 });
    const [task] = await lend(db, id, 'ann', 1);
    await saveAnswer(db, answerOf(task?.taskId ?? 0, 'ann', 'neg'));
    await saveAdjudication(db, { taskId: task?.taskId ?? 0, label: 'neu', by: 'lead', now });
    const population = { filters: { language: ['zz'] }, from: null, to: null };
    const again = { name: 'Again', field: 'sentiment' as const, guideline: {}, isDemo: false, by: 'lead', now };
    await expect(saveCampaign(db, { ...again, population, sampling })).rejects.toMatchObject({ code: 'invalid' });
    const size = { ...sampling, size: 2, seed: 'three', gold: 5 };
    await saveCampaign(db, { ...again, population: { ...population, filters: {} }, sampling: size });
    expect((await findCampaigns(db)).map(({ tasks, gold }) => [tasks, gold])).toEqual([
      [2, 1],
      [3, 0],
    ]);
  });
});

await describeStores('the label that is shown', ({ openStore }) => {
  it('is the later of a settled and an edited one, else what the queue agrees on', async () => {
    const { db, id } = await openCampaign(openStore, { overlapShare: 1, size: 1 });
    const [task] = await lend(db, id, 'ann', 1);
    const { taskId, conversationId } = task ?? { taskId: 0, conversationId: 0 };
    const shown = async () => (await findPeopleLabels(db, conversationId)).sentiment ?? null;
    expect(await shown()).toBe(null);
    await saveAnswer(db, answerOf(taskId, 'ann', 'neg'));
    expect(await shown()).toEqual({ label: 'neg', from: 'annotated', by: 'ann', at: now });
    await saveAnswer(db, answerOf(taskId, 'ben', 'neu'));
    expect(await shown()).toBe(null);
    await saveAdjudication(db, { taskId, label: 'neu', by: 'lead', now: now + 1 });
    expect(await shown()).toEqual({ label: 'neu', from: 'adjudicated', by: 'lead', at: now + 1 });
    const edit = { conversationId, field: 'sentiment' as const, annotator: 'cem', comment: null };
    await saveEdit(db, { ...edit, label: 'pos', clientKey: 'edit-1', now: now + 2 });
    await saveEdit(db, { ...edit, label: 'pos', clientKey: 'edit-1', now: now + 3 });
    expect(await shown()).toEqual({ label: 'pos', from: 'edited', by: 'cem', at: now + 2 });
    await saveEdit(db, { ...edit, label: null, clientKey: 'edit-2', now: now + 4 });
    expect(await shown()).toBe(null);
    expect((await findSampledTasks(db, 'sentiment')).length).toBe(1);
    await expect(saveEdit(db, { ...edit, conversationId: 999, label: 'pos', clientKey: 'edit-3', now })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('goes with the demo company, as its campaigns do', async () => {
    const { db, id } = await openCampaign(openStore, {}, true);
    await lend(db, id, 'ann', 1);
    await removeDemo(db);
    expect(await findCampaigns(db)).toEqual([]);
  });
});

await describeStores('what figures read of annotation', ({ openStore }) => {
  it('is there for every field, and its state moves with everything that people do', async () => {
    const { db, id } = await openCampaign(openStore);
    const population = { filters: { channel: ['email'] }, from: null, to: null };
    const found = async (field: 'sentiment' | 'category' | 'harm') =>
      (await findCandidates(db, { field, population, strata: ['language', 'channel'], asOf: now })).length;
    expect(await Promise.all([found('sentiment'), found('category'), found('harm')])).toEqual([10, 10, 10]);
    const states = [await readAnnotationState(db)];
    const [task] = await lend(db, id, 'ann', 1);
    const answer = answerOf(task?.taskId ?? 0, 'ann', 'neg');
    for (const step of [
      () => saveAnswer(db, answer),
      () => saveAdjudication(db, { taskId: answer.taskId, label: 'neu', by: 'lead', now }),
      () => saveAdjudication(db, { taskId: answer.taskId, label: 'pos', by: 'lead', now: now + 1 }),
      () => undoAnnotation(db, { ...answer, now }),
    ]) {
      await step();
      states.push(await readAnnotationState(db));
    }
    expect(new Set(states).size).toBe(5);
    for (const field of ['category', 'harm'] as const) expect(await findSampledTasks(db, field)).toEqual([]);
  });
});
