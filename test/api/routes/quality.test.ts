// Reply quality over the API: drawn, lent, reviewed blind, changed, calibrated, counted, hidden where few; each role within its bounds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { answerShape, rowsShape } from '#api/http/shapes/metric.ts';
import {
  calibrationShape,
  ownersShape,
  ownReviewsShape,
  qualityReportShape,
  qualitySettingsShape,
  reviewItemShape,
  reviewQueueShape,
  reviewShape,
  reviewsShape,
  roundCreatedShape,
  roundsShape,
} from '#api/http/shapes/quality.ts';
import { day } from '#db/model/instant.ts';
import type { QualityMarks } from '#db/model/quality.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { monday } from '#test/support/incoming.ts';
import { repliedStore } from '#test/support/replied-store.ts';

const now = monday + 30 * day;
const good: QualityMarks = { speed: 2, language: 2, attitude: 2, expertise: 2, initiative: 2, safety: 2, solved: 2 };
let house: TestApp;
let lead: string;
let ann: string;
let ben: string;
let keys = 0;

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  await repliedStore(house.db, 40);
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
const lend = async (round: number, cookie: string, limit = 5) =>
  await readAs(reviewQueueShape, await ask('POST', `/api/quality/rounds/${round}/leases`, cookie, { limit }));
const say = (cookie: string, taskId: number, marks = good, more: object = {}) =>
  ask('POST', '/api/quality/reviews', cookie, { clientKey: newKey(), taskId, marks, ...more });
const rounds = async (cookie: string) => (await readAs(roundsShape, await ask('GET', '/api/quality/rounds', cookie))).rounds;

async function reviewAll(round: number, cookie: string, marksOf: (turn: number) => QualityMarks = () => good): Promise<number> {
  let turn = 0;
  for (;;) {
    const { items } = await lend(round, cookie);
    if (items.length === 0) return turn;
    for (const { taskId } of items) {
      expect((await say(cookie, taskId, marksOf(turn))).status).toBe(201);
      turn += 1;
    }
  }
}

describe('reply quality over the API', () => {
  it('is drawn by leads only, and never from nothing', async () => {
    const round = { name: 'March', size: 20, strata: ['channel'] };
    expect((await ask('POST', '/api/quality/rounds', ann, round)).status).toBe(403);
    expect(await readAs(roundCreatedShape, await ask('POST', '/api/quality/rounds', lead, round))).toEqual({
      id: 1,
      tasks: 20,
      populationSize: 40,
    });
    expect((await ask('POST', '/api/quality/rounds', lead, { ...round, filters: { channel: ['fax'] } })).status).toBe(400);
    expect((await ask('POST', '/api/quality/rounds', lead, { ...round, size: 0 })).status).toBe(400);
    expect((await rounds(ann)).map(({ name, tasks, left, mine, reviewers }) => [name, tasks, left, mine, reviewers])).toEqual([
      ['March', 20, 20, 0, 1],
    ]);
  });

  it('shows the thread, and nothing of the pre-score or of whoever wrote the reply before the review', async () => {
    const { items } = await lend(1, ann, 2);
    const [item] = items;
    expect(Object.keys(item ?? {}).toSorted()).toEqual(
      [
        'arrivedAt',
        'channel',
        'conversationId',
        'language',
        'messages',
        'promisedMs',
        'replyId',
        'source',
        'subject',
        'taskId',
        'waitedMs',
      ].toSorted(),
    );
    expect(JSON.stringify(items)).not.toMatch(/auto|evidence|"mark"|agent:/);
    expect(item?.messages.some(({ id }) => id === item.replyId)).toBe(true);
    const review = await readAs(reviewShape, await say(ann, item?.taskId ?? 0, good, { note: 'mail me at someone@example.com' }));
    expect([review.score, review.outcome, review.isYours, review.note?.includes('someone@example.com')]).toEqual([
      1,
      'passed',
      true,
      false,
    ]);
    expect(review.auto).toMatchObject({
      attitude: { mark: 2 },
      initiative: { mark: 2 },
      expertise: { mark: null, reason: 'needs_a_person' },
    });
    expect((await say(ben, item?.taskId ?? 0)).status).toBe(409);
    expect((await ask('POST', '/api/quality/reviews', ann, { clientKey: newKey(), taskId: 2, marks: { ...good, speed: 3 } })).status).toBe(
      400,
    );
  });

  it('is changed by its author alone, with the change on record', async () => {
    const { reviews } = await readAs(reviewsShape, await ask('GET', '/api/quality/reviews', ann));
    const id = reviews[0]?.id ?? 0;
    const change = { marks: { ...good, safety: 0 }, note: null };
    expect((await ask('PATCH', `/api/quality/reviews/${id}`, ben, change)).status).toBe(404);
    const after = await readAs(reviewShape, await ask('PATCH', `/api/quality/reviews/${id}`, ann, change));
    expect([after.score, after.outcome, after.note, after.revisedAt === null]).toEqual([0, 'critical', null, false]);
    const [entry] = await findAudit(house.db, { limit: 1 });
    expect([entry?.action, entry?.details]).toEqual([
      'quality_review_changed',
      { taskId: after.taskId, score: 0, outcome: 'critical', changed: ['safety'], before: 1 },
    ]);
    await ask('PATCH', `/api/quality/reviews/${id}`, ann, { marks: good, note: null });
  });

  it('lists own reviews to reviewers and everybody’s to leads', async () => {
    const listed = async (cookie: string) => (await readAs(reviewsShape, await ask('GET', '/api/quality/reviews', cookie))).reviews.length;
    expect([await listed(ann), await listed(ben), await listed(lead)]).toEqual([1, 0, 1]);
  });

  it('hides figures, halves and results until there are enough, then tells one number everywhere', async () => {
    const figure = async (query = '') => {
      await house.deps.engine.refresh();
      return await readAs(answerShape, await ask('GET', `/api/metrics/quality-score${query}`, lead));
    };
    const report = async (query = '') => await readAs(qualityReportShape, await ask('GET', `/api/quality/report${query}`, lead));
    expect(await figure()).toMatchObject({ n: 1, value: null, suppressed: true });
    expect(await report()).toMatchObject({ n: 1, hidden: true });
    expect((await ask('GET', '/api/metrics/quality-score/rows?only=hit', lead)).status).toBe(403);
    expect(await reviewAll(1, ann, (turn) => (turn % 2 === 0 ? good : { ...good, expertise: 0, speed: 1 }))).toBe(19);
    const found = await figure();
    expect([found.n, found.suppressed, found.value]).toEqual([20, undefined, expect.any(Number)]);
    expect(found.value).toBeCloseTo((11 + 9 * 0.675) / 20, 1);
    const told = await report();
    expect([told.n, told.hidden, told.criteria.find(({ criterion }) => criterion === 'expertise')?.n]).toEqual([20, false, 20]);
    expect(told.criteria.find(({ criterion }) => criterion === 'attitude')?.trust).toMatchObject({ reviews: 19, measured: 19, same: 19 });
    const { n, rows } = await readAs(rowsShape, await ask('GET', '/api/metrics/quality-score/rows?limit=100', lead));
    expect([n, rows.length, rows.every(({ agent }) => agent === null)]).toEqual([20, 20, true]);
    const halves = await Promise.all(
      ['hit', 'miss'].map(
        async (only) => (await readAs(rowsShape, await ask('GET', `/api/metrics/quality-pass-rate/rows?only=${only}`, lead))).n,
      ),
    );
    expect(halves).toEqual([11, 9]);
    expect(await figure('?agent=Ann')).toMatchObject({ value: null, suppressed: true });
    expect(await report('?agent=Ann')).toMatchObject({ hidden: true, n: 0 });
    const byChannel = await figure('?channel=chat');
    expect((await report('?channel=chat')).n).toBe(byChannel.n);
  });

  it('takes a reply by hand from its conversation, which is in no estimate', async () => {
    const before = (await readAs(qualityReportShape, await ask('GET', '/api/quality/report', lead))).n;
    const [one] = (await readAs(rowsShape, await ask('GET', '/api/metrics/language-match/rows?limit=1', lead))).rows;
    const conversation = { conversationId: one?.conversationId ?? '', message: `${one?.externalId}-2` };
    const item = await readAs(reviewItemShape, await ask('POST', '/api/quality/replies', ben, conversation));
    expect((await ask('POST', '/api/quality/replies', ann, conversation)).status).toBe(409);
    expect((await say(ben, item.taskId)).status).toBe(201);
    await house.deps.engine.refresh();
    const answer = await readAs(answerShape, await ask('GET', '/api/metrics/quality-score', lead));
    expect([answer.n, answer.excluded.by_hand]).toEqual([before, 1]);
  });

  it('calibrates: several review the same, results are seen when it is closed, and what is settled counts', async () => {
    const round = { name: 'Session', kind: 'calibration', size: 6, reviewers: 2, strata: [] };
    const { id } = await readAs(roundCreatedShape, await ask('POST', '/api/quality/rounds', lead, round));
    const strict = (turn: number) => ({ ...good, attitude: turn % 2 === 0 ? 1 : 2 }) as const;
    expect([await reviewAll(id, ann), await reviewAll(id, ben, strict)]).toEqual([6, 6]);
    expect((await ask('GET', `/api/quality/rounds/${id}/calibration`, lead)).status).toBe(409);
    expect((await ask('POST', `/api/quality/rounds/${id}/close`, ann)).status).toBe(403);
    await ask('POST', `/api/quality/rounds/${id}/close`, lead);
    const found = await readAs(calibrationShape, await ask('GET', `/api/quality/rounds/${id}/calibration`, lead));
    expect(found.criteria.find(({ criterion }) => criterion === 'attitude')).toMatchObject({ replies: 6, unanimous: 3 });
    expect(found.leans.map(({ lean }) => Math.sign(lean ?? 0)).toSorted()).toEqual([-1, 1]);
    const seen = await readAs(calibrationShape, await ask('GET', `/api/quality/rounds/${id}/calibration`, ben));
    expect(seen.leans.map(({ name, isYou }) => (isYou ? 'you' : name.slice(0, 1))).toSorted()).toEqual(['#', 'you']);
    const [reply] = found.replies;
    const agreed = { marks: reply?.proposed };
    expect((await ask('PUT', `/api/quality/tasks/${reply?.taskId}/agreed`, ann, agreed)).status).toBe(403);
    const figure = async () => {
      await house.deps.engine.refresh();
      const { n, excluded } = await readAs(answerShape, await ask('GET', '/api/metrics/quality-score', lead));
      return [n, excluded.not_agreed];
    };
    expect(await figure()).toEqual([20, 6]);
    expect((await ask('PUT', `/api/quality/tasks/${reply?.taskId}/agreed`, lead, agreed)).status).toBe(200);
    expect(await figure()).toEqual([21, 5]);
    expect((await ask('POST', `/api/quality/rounds/${id}/leases`, ann, {})).status).toBe(409);
  });

  it('keeps weights in versions and refuses one that was made from an old one', async () => {
    const { settings } = await readAs(qualitySettingsShape, await ask('GET', '/api/quality/weights', ann));
    expect(settings.map(({ version, savedAt }) => [version, savedAt])).toEqual([[1, null]]);
    const next = { weights: { ...settings[0]?.weights, safety: 30 }, passMark: 0.8, basedOn: 1 };
    expect((await ask('POST', '/api/quality/weights', ann, next)).status).toBe(403);
    expect((await ask('POST', '/api/quality/weights', lead, next)).status).toBe(201);
    expect((await ask('POST', '/api/quality/weights', lead, next)).status).toBe(409);
    const none = { speed: 0, language: 0, attitude: 0, expertise: 0, initiative: 0, safety: 0, solved: 0 };
    expect((await ask('POST', '/api/quality/weights', lead, { ...next, weights: none, basedOn: 2 })).status).toBe(400);
  });

  it('shows people the reviews of their own replies, and of nobody else', async () => {
    const own = async (cookie: string) => await readAs(ownReviewsShape, await ask('GET', '/api/quality/own', cookie));
    expect(await own(ann)).toEqual({ agent: null, n: 0, score: null, reviews: [] });
    const { owners, staff } = await readAs(ownersShape, await ask('GET', '/api/quality/owners', lead));
    expect(staff).toEqual(['Ann', 'Bo', 'Chen', 'Dee']);
    const account = (await house.accounts.findAccounts()).find(({ email }) => email === 'ann@example.com');
    expect(owners.map(({ userId }) => userId)).toContain(account?.id);
    expect((await ask('PUT', `/api/quality/owners/${account?.id}`, ann, { agent: 'Bo' })).status).toBe(403);
    expect((await ask('PUT', `/api/quality/owners/${account?.id}`, lead, { agent: 'Bo' })).status).toBe(200);
    const found = await own(ann);
    expect([found.agent, found.n > 0, found.n === found.reviews.length]).toEqual(['Bo', true, true]);
    const isByBo = found.reviews.map(({ message }) => Number(/^c(\d+)-/.exec(message)?.[1]) % 4 === 1);
    expect(isByBo.every(Boolean)).toBe(true);
    expect((await own(ben)).n).toBe(0);
  });

  it('exports every review once, for leads only, and writes that down', async () => {
    expect((await ask('GET', '/api/quality/reviews/export', ann)).status).toBe(403);
    const lines = (await (await ask('GET', '/api/quality/reviews/export?format=jsonl', lead)).text()).trim().split('\n');
    expect(lines.length).toBe(20 + 1 + 12);
    const actions = (await findAudit(house.db, { limit: 200 })).map(({ action }) => action);
    expect([...new Set(actions.filter((action) => action.startsWith('quality') || action === 'export'))].toSorted()).toEqual([
      'export',
      'quality_agreed',
      'quality_owner_set',
      'quality_reply_chosen',
      'quality_review_changed',
      'quality_reviewed',
      'quality_round_added',
      'quality_round_closed',
      'quality_weights_set',
    ]);
  });
});
