// Annotation over the API: draw, lend, answer, take back, settle, correct, and figures that follow; each role within its bounds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accuracyShape, agreementShape, disputesShape, modelsShape } from '#api/http/shapes/annotation-figures.ts';
import { answerShape, campaignCreatedShape, campaignsShape, peopleLabelsShape, queueShape } from '#api/http/shapes/annotations.ts';
import { accuracyRowsShape } from '#api/http/shapes/labelled-rows.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { scoredStore } from '#test/support/scored-store.ts';

let house: TestApp;
let lead: string;
let ann: string;
let ben: string;
let keys = 0;

beforeAll(async () => {
  house = await openTestApp();
  await scoredStore(house.db, 60);
  lead = await house.signInAs('support_manager');
  ann = await house.signInAs('annotator', 'ann@example.com');
  ben = await house.signInAs('annotator', 'ben@example.com');
});
afterAll(() => house.close());

const ask = (method: string, path: string, cookie: string, body?: unknown) => house.ask(path, { method, cookie, body });
const newKey = () => {
  keys += 1;
  return `test-key-${String(keys).padStart(12, '0')}`;
};
const lend = async (cookie: string, limit = 20) =>
  await readAs(queueShape, await ask('POST', '/api/annotation-campaigns/1/leases', cookie, { limit }));
const say = (cookie: string, taskId: number, label: string | null, more: object = {}) =>
  ask('POST', '/api/annotations', cookie, { clientKey: newKey(), taskId, label, ...more });

describe('annotation over the API', () => {
  it('is drawn by leads only, and never from nothing', async () => {
    const campaign = { name: 'Mood', field: 'sentiment', size: 20, overlapShare: 1, guideline: { en: 'The whole conversation.' } };
    expect((await ask('POST', '/api/annotation-campaigns', ann, campaign)).status).toBe(403);
    const drawn = await readAs(campaignCreatedShape, await ask('POST', '/api/annotation-campaigns', lead, campaign));
    expect(drawn).toEqual({ id: 1, tasks: 20, populationSize: 60 });
    expect((await ask('POST', '/api/annotation-campaigns', lead, { ...campaign, filters: { language: ['xx'] } })).status).toBe(400);
    expect((await ask('POST', '/api/annotation-campaigns', lead, { ...campaign, size: 0 })).status).toBe(400);
    const { campaigns } = await readAs(campaignsShape, await ask('GET', '/api/annotation-campaigns', ann));
    expect(campaigns.map(({ name, tasks, done, left, mine, guideline }) => [name, tasks, done, left, mine, guideline.en])).toEqual([
      ['Mood', 20, 0, 20, 0, 'The whole conversation.'],
    ]);
  });

  it('shows the thread and nothing of the machine before the answer', async () => {
    const queue = await lend(ann, 2);
    expect(queue.labels).toEqual(['neg', 'neu', 'pos']);
    expect(Object.keys(queue.items[0] ?? {}).toSorted()).toEqual(
      ['arrivedAt', 'channel', 'conversationId', 'language', 'messages', 'source', 'subject', 'taskId'].toSorted(),
    );
    expect(JSON.stringify(queue.items)).not.toMatch(/sentiment|confidence|score|evidence/);
    const answer = await readAs(
      answerShape,
      await say(ann, queue.items[0]?.taskId ?? 0, 'neg', { comment: 'mail me at someone@example.com' }),
    );
    expect([answer.label, ['neg', 'neu', 'pos'].includes(answer.machine.label ?? ''), answer.gold]).toEqual(['neg', true, null]);
  });

  it('refuses labels that the field does not have, and tasks that do not exist', async () => {
    const { items } = await lend(ann, 1);
    expect((await say(ann, items[0]?.taskId ?? 0, 'angry')).status).toBe(400);
    expect((await say(ann, 999_999, 'neg')).status).toBe(404);
  });

  it('is labelled twice, told as agreement, and settled by leads only', async () => {
    for (const { taskId } of (await lend(ann)).items) await say(ann, taskId, 'neg');
    for (const [at, { taskId }] of (await lend(ben)).items.entries())
      await say(ben, taskId, at === 0 ? 'pos' : 'neg', { isFlagged: at === 1 });
    const own = await readAs(agreementShape, await ask('GET', '/api/annotation-agreement', ben));
    expect([own.overall.units, own.overall.labels, own.disputes]).toEqual([20, 40, null]);
    expect((await ask('GET', '/api/annotation-disputes', ben)).status).toBe(403);
    const rowsOf = async (part: string) =>
      await readAs(accuracyRowsShape, await ask('GET', `/api/annotation-agreement/rows?limit=200${part}`, lead));
    for (const { key, units } of own.languages) expect([key, (await rowsOf(`&language=${key}`)).n]).toEqual([key, units]);
    for (const { key, units } of own.months) expect([key, (await rowsOf(`&month=${key}`)).n]).toEqual([key, units]);
    const behind = await rowsOf('');
    expect([behind.n, behind.rows.length, (await rowsOf('&month=1999-01')).n]).toEqual([20, 20, 0]);
    expect(behind.rows.filter(({ people }) => people.length === 2).map(({ people }) => people)).toEqual([
      [
        { label: 'neg', share: 0.5 },
        { label: 'pos', share: 0.5 },
      ],
    ]);
    // Whoever may still be asked must not see what others said.
    expect((await ask('GET', '/api/annotation-agreement/rows', ben)).status).toBe(403);
    const found = await readAs(disputesShape, await ask('GET', '/api/annotation-disputes', lead));
    expect(found.disputes.map(({ labels, isFlagged }) => [labels.map(({ name, label }) => `${name}: ${label}`), isFlagged])).toEqual(
      expect.arrayContaining([
        [['A annotator: neg', 'A annotator: pos'], false],
        [['A annotator: neg', 'A annotator: neg'], true],
      ]),
    );
    expect(found.disputes.flatMap(({ comments }) => comments).join()).not.toContain('someone@example.com');
    for (const { taskId } of found.disputes) {
      const path = `/api/annotation-tasks/${taskId}/adjudication`;
      expect((await ask('PUT', path, ann, { label: 'neu' })).status).toBe(403);
      expect((await ask('PUT', path, lead, { label: 'neu' })).status).toBe(200);
    }
    expect((await readAs(disputesShape, await ask('GET', '/api/annotation-disputes', lead))).n).toBe(0);
  });

  it('becomes live accuracy, and a corrected share beside the counted one only where enough was labelled', async () => {
    const { overall, campaigns, isDemo } = await readAs(accuracyShape, await ask('GET', '/api/annotation-accuracy', ann));
    expect([overall.n, campaigns, isDemo]).toEqual([20, 1, false]);
    expect(overall.confusion.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const { machine, people, n } of overall.confusion) {
      const part = machine === null ? 'silent=true' : `machine=${machine}`;
      const list = await readAs(accuracyRowsShape, await ask('GET', `/api/annotation-accuracy/rows?people=${people}&${part}`, ann));
      expect([
        list.n,
        list.rows.length,
        list.rows.every((row) => row.machine === machine && row.people.some(({ label }) => label === people)),
      ]).toEqual([n, n, true]);
    }
    const paged = await readAs(accuracyRowsShape, await ask('GET', '/api/annotation-accuracy/rows?limit=7&offset=14', ann));
    expect([paged.n, paged.rows.length, (await ask('GET', '/api/annotation-accuracy/rows?mood=neg', ann)).status]).toEqual([20, 6, 400]);
    const none = await readAs(accuracyShape, await ask('GET', '/api/annotation-accuracy?field=harm', ann));
    expect([none.overall.n, none.overall.accuracy, none.latestAt]).toEqual([0, null, null]);
    await house.deps.engine.refresh();
    const answer: unknown = await (await ask('GET', '/api/metrics/negative-share', lead)).json();
    expect(answer).not.toHaveProperty('corrected');
  });

  it('shows gold to the person and to leads, and to nobody else', async () => {
    const gold = { conversationId: '1', label: 'neg' };
    const put = await ask('POST', '/api/annotation-campaigns/1/gold', lead, gold);
    const usable = put.status === 201 ? gold : { ...gold, conversationId: '2' };
    if (put.status !== 201) expect((await ask('POST', '/api/annotation-campaigns/1/gold', lead, usable)).status).toBe(201);
    const [task] = (await lend(ann)).items;
    expect(task?.conversationId).toBe(usable.conversationId);
    expect((await readAs(answerShape, await say(ann, task?.taskId ?? 0, 'pos'))).gold).toBe('neg');
    const goldOf = async (cookie: string) => (await readAs(agreementShape, await ask('GET', '/api/annotation-agreement', cookie))).gold;
    const score = { name: 'A annotator', n: 1, right: 0, interval: expect.any(Array) };
    expect(await goldOf(ann)).toEqual([{ ...score, isYou: true }]);
    expect(await goldOf(lead)).toEqual([{ ...score, isYou: false }]);
    expect(await goldOf(ben)).toEqual([]);
  });

  it('corrects a label outside the queue as a second record, and takes it back', async () => {
    const labels = async () => (await readAs(peopleLabelsShape, await ask('GET', '/api/conversations/5/labels', ann))).labels;
    const before = await readAs(accuracyShape, await ask('GET', '/api/annotation-accuracy?field=harm', ann));
    const edit = { clientKey: newKey(), field: 'harm', label: 'critical' };
    for (const _ of [1, 2]) expect((await ask('PUT', '/api/conversations/5/labels', ann, edit)).status).toBe(200);
    expect((await labels()).harm).toMatchObject({ label: 'critical', from: 'edited', by: 'A annotator' });
    expect(await readAs(accuracyShape, await ask('GET', '/api/annotation-accuracy?field=harm', ann))).toEqual(before);
    await ask('PUT', '/api/conversations/5/labels', ann, { clientKey: newKey(), field: 'harm', label: null });
    expect((await labels()).harm).toBe(undefined);
    expect((await ask('PUT', '/api/conversations/5/labels', ann, { ...edit, clientKey: newKey(), label: 'huge' })).status).toBe(400);
  });

  it('is exported by leads, with the chance of each draw, and written down', async () => {
    expect((await ask('GET', '/api/annotations/export', ann)).status).toBe(403);
    const lines = (await (await ask('GET', '/api/annotations/export?field=sentiment', lead)).text()).trim().split('\r\n');
    expect(lines[0]).toBe(
      'id,campaign,task,conversation,source,externalId,field,kind,label,adjudicated,gold,inclusion,stratum,flagged,comment,annotator,at,tookMs,undoneAt',
    );
    expect(lines.length).toBe(1 + 41);
    expect((await ask('PATCH', '/api/annotation-campaigns/1', lead, { state: 'closed' })).status).toBe(200);
    expect((await ask('POST', '/api/annotation-campaigns/1/leases', ann, {})).status).toBe(409);
    const actions = new Set((await findAudit(house.db)).map(({ action }) => action));
    expect([...actions].toSorted()).toEqual([
      'annotation_campaign_added',
      'annotation_campaign_changed',
      'annotation_gold_added',
      'annotation_settled',
      'export',
      'label_edited',
    ]);
  });

  it('tells the cards of the shipped models', async () => {
    const { cards } = await readAs(modelsShape, await ask('GET', '/api/models', ann));
    expect(cards.map(({ id, text }) => [id, text.startsWith('# ')])).toEqual([
      ['category', true],
      ['issues', true],
      ['language', true],
      ['sentiment', true],
    ]);
  });
});
