// Metrics over HTTP: cards, answers and rows exactly as the engine gives them, and exports with as many rows as n.

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportColumns } from '#api/http/export-rows.ts';
import { answerShape, cardsShape, dimensionsShape, rowsShape } from '#api/http/shapes/metric.ts';
import { metricCards } from '#api/metrics/index.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { openStandInEngine, type StandInEngine, standInRows } from '#test/support/stand-in-engine.ts';

let house: TestApp;
let engine: StandInEngine;
let cookie: string;

beforeAll(async () => {
  house = await openTestApp({
    openEngine: async (_, clock) => {
      engine = await openStandInEngine(clock);
      return engine;
    },
  });
  cookie = await house.signInAs('support_manager');
});
afterAll(() => house.close());

const get = (path: string) => house.ask(path, { cookie });
const question = 'from=2026-03-01&to=2026-03-02&channel=email&channel=chat&groupBy=day&compare=previous';

describe('a metric over HTTP', () => {
  it('has its card', async () => {
    expect(await readAs(cardsShape, await get('/api/metrics'))).toEqual({ metrics: JSON.parse(JSON.stringify(metricCards)) });
  });

  it('is answered as the engine answers the plan', async () => {
    const answer = await readAs(answerShape, await get(`/api/metrics/arrivals?${question}`));
    const plan = engine.asked.at(-1);
    expect(plan).toEqual({
      metric: 'arrivals',
      range: { from: Date.parse('2026-02-28T16:00:00Z'), to: Date.parse('2026-03-02T16:00:00Z') },
      zone: 'Asia/Shanghai',
      groupBy: ['day'],
      filters: { channel: ['email', 'chat'] },
      clock: 'calendar',
      population: 'arrival',
      compare: 'previous',
      asOf: house.deps.clock(),
    });
    const told = plan && (await engine.ask(plan));
    // The engine does not know of sources that are behind: here none is.
    expect(answer).toEqual(told && JSON.parse(JSON.stringify({ ...told, freshness: { ...told.freshness, behind: [] } })));
  });

  it('lists the rows of the same plan, page by page', async () => {
    const answer = await readAs(rowsShape, await get(`/api/metrics/arrivals/rows?${question}&offset=5&limit=5`));
    expect(answer).toEqual({ metric: 'arrivals', n: 7, offset: 5, rows: standInRows.slice(5) });
    expect((await get('/api/metrics/arrivals/rows?limit=501')).status).toBe(400);
    expect((await get('/api/metrics/arrivals/rows?offset=-1')).status).toBe(400);
  });

  it('is kept by a browser that asks whether it is still true', async () => {
    const first = await get('/api/metrics/arrivals?asOf=2026-03-20T00:00:00Z');
    const tag = first.headers.get('etag') ?? '';
    expect([first.headers.get('cache-control'), tag.length > 10]).toEqual(['private, no-cache', true]);
    const second = await house.ask('/api/metrics/arrivals?asOf=2026-03-20T00:00:00Z', { cookie, headers: { 'if-none-match': tag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
    const other = await house.ask('/api/metrics/arrivals?asOf=2026-03-21T00:00:00Z', { cookie, headers: { 'if-none-match': tag } });
    expect(other.status).toBe(200);
  });
});

describe('an export', () => {
  it('is a CSV file with a line for each row, in which nothing runs as a formula', async () => {
    const answer = await get(`/api/metrics/arrivals/export?${question}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="arrivals.csv"',
    ]);
    const records = z.array(z.record(z.string(), z.string())).parse(parse(text, { bom: true, columns: true }));
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(records).toHaveLength(7);
    expect(Object.keys(records[0] ?? {})).toEqual([...exportColumns]);
    expect([records[0]?.category, records[0]?.agent]).toEqual(["'=1+1", '王芳, "A"']);
  });

  it('is JSON lines with exactly the rows', async () => {
    const answer = await get('/api/metrics/arrivals/export?format=jsonl');
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(standInRows)));
  });

  it('is on the record', async () => {
    await (await get('/api/metrics/arrivals/export?format=jsonl&channel=email')).text();
    expect((await findAudit(house.db))[0]).toMatchObject({
      action: 'export',
      subject: 'arrivals.jsonl',
      details: { question: 'format=jsonl&channel=email' },
    });
  });

  it('lets the columns go on when it is done, and when the reader goes away', async () => {
    await (await get('/api/metrics/arrivals/export')).text();
    expect(house.deps.hold.isTaken()).toBe(false);
    const half = await get('/api/metrics/arrivals/export');
    await half.body?.cancel();
    expect(house.deps.hold.isTaken()).toBe(false);
  });
});

describe('dimensions', () => {
  it('are what the engine found', async () => {
    const { dimensions } = await readAs(dimensionsShape, await get('/api/dimensions'));
    expect(dimensions.channel).toEqual([{ value: 'email', label: null, n: 7 }]);
  });
});
