// The report about satisfaction over HTTP: its shape, its lists and files as long as it says, and who may see them.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { rowsShape } from '#api/http/shapes/metric.ts';
import { disagreementRowsShape, ratingCommentsShape, satisfactionShape } from '#api/http/shapes/satisfaction.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { sampleStart, saveSamples } from '#test/support/sample-conversations.ts';

const now = sampleStart + 6 * 86_400_000;
let house: TestApp;
let manager: string;

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  await saveSamples(house.db, now);
  const { conversation } = house.db.tables;
  await house.db.query.update(conversation).set({ sentimentOpening: -0.9, sentimentClosing: -0.8, change: 99 });
  await house.deps.engine.refresh();
  manager = await house.signInAs('support_manager');
});
afterAll(() => house.close());

const get = (path: string, cookie = manager) => house.ask(path, { cookie });

describe('the report about satisfaction', () => {
  it('has the shape that it declares, and is fresh', async () => {
    const report = await readAs(satisfactionShape, await get('/api/satisfaction?population=event'));
    // Two more were asked less than three days ago and have not had their time.
    expect(report.weighting).toMatchObject({ asked: 1, answered: 1 });
    expect(report.disagreements).toEqual({ n: 2, excluded: {}, sides: { 'angry-good': 1, 'content-bad': 0 } });
    expect(report.waits[0]?.n).toBe(2);
    expect(report.freshness).toEqual({ ...(await house.deps.engine.freshness()), behind: [] });
  });

  it('counts what its list and its file hold, and writes down who took the file', async () => {
    const list = await readAs(disagreementRowsShape, await get('/api/satisfaction/disagreements?side=angry-good'));
    expect([list.n, list.rows.length, list.rows[0]?.closing, Object.values(list.titles)]).toEqual([1, 1, -0.8, ['Subject 0']]);
    const file = await get('/api/satisfaction/disagreements/export?side=angry-good');
    const records: unknown = parse(await file.text(), { bom: true, columns: true });
    expect(records).toEqual([expect.objectContaining({ category: "'=cmd()", value: '5', closing: '-0.8' })]);
    expect((await findAudit(house.db, { limit: 1 }))[0]).toMatchObject({ action: 'export', subject: 'disagreements-angry-good.csv' });
    const empty = await readAs(disagreementRowsShape, await get('/api/satisfaction/disagreements?side=content-bad'));
    expect([empty.n, empty.rows]).toEqual([0, []]);
  });

  it('lists what was written with ratings, by side, and gives it to lists and files of ratings', async () => {
    const comments = await readAs(ratingCommentsShape, await get('/api/satisfaction/comments'));
    const texts = comments.rows.map(({ comment, value }) => [comment, value]);
    expect([comments.of, texts, comments.nextCursor]).toEqual([2, [['=Quick and kind', 5]], null]);
    const others = await readAs(ratingCommentsShape, await get('/api/satisfaction/comments?only=miss'));
    expect([others.of, others.rows]).toEqual([1, []]);
    const hours = async (hour: string) =>
      (await readAs(ratingCommentsShape, await get(`/api/satisfaction/comments?hourOfWeek=${hour}`))).rows.length;
    // Monday, ten o'clock; Tuesday.
    expect([await hours('0-10'), await hours('1-10')]).toEqual([1, 0]);
    const disagreeing = await readAs(disagreementRowsShape, await get('/api/satisfaction/disagreements?side=angry-good'));
    const listed = await readAs(rowsShape, await get('/api/metrics/csat/rows?titles=true'));
    // The rating of another kind of the same conversation has no comment of its own.
    const others2 = await readAs(rowsShape, await get('/api/metrics/nps/rows?titles=true'));
    expect([disagreeing, listed, others2].map(({ rows }) => rows.map((row) => row.comment))).toEqual([
      ['=Quick and kind'],
      [undefined, '=Quick and kind'],
      [undefined, undefined],
    ]);
    for (const path of ['metrics/csat/export', 'satisfaction/disagreements/export?side=angry-good']) {
      const records: unknown = parse(await (await get(`/api/${path}`)).text(), { bom: true, columns: true });
      expect(records).toContainEqual(expect.objectContaining({ value: '5', comment: "'=Quick and kind" }));
    }
    const jsonl = await (await get('/api/metrics/csat/export?format=jsonl')).text();
    expect(jsonl.split('\n').filter((line) => line.includes('=Quick and kind')).length).toBe(1);
  });

  it('refuses wrong questions, and shows no conversations to those who may only see figures', async () => {
    expect((await get('/api/satisfaction?clock=working')).status).toBe(400);
    expect((await get('/api/satisfaction?agent=%E7%8E%8B%E8%8A%B3')).status).toBe(400);
    expect((await get('/api/satisfaction/disagreements?side=both')).status).toBe(400);
    for (const wrong of ['verdict=true', 'part=timed', 'offset=8', 'only=maybe', 'limit=0', 'cursor=nonsense']) {
      const answer = await get(`/api/satisfaction/comments?${wrong}`);
      expect([answer.status, await answer.text()], wrong).toEqual([400, expect.stringContaining(wrong.split('=')[0] ?? '')]);
    }
    const viewer = await house.signInAs('viewer');
    expect((await get('/api/satisfaction', viewer)).status).toBe(200);
    expect((await get('/api/satisfaction/disagreements?side=angry-good', viewer)).status).toBe(403);
    expect((await get('/api/satisfaction/comments', viewer)).status).toBe(403);
    expect((await get('/api/satisfaction/disagreements/export?side=angry-good', viewer)).status).toBe(403);
  });
});
