// One number everywhere: over HTTP and on the command line, as answer, as list and as file, over the real engine.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '#api/engine/engine.ts';
import { exportRows } from '#api/http/export-rows.ts';
import { openHold } from '#api/http/hold.ts';
import { questionQuery, toPlan } from '#api/http/question.ts';
import { conversationListShape } from '#api/http/shapes/conversation.ts';
import { answerShape, rowsShape } from '#api/http/shapes/metric.ts';
import { getMetric } from '#api/metrics/index.ts';
import { type MetricId, metricIds, type Plan } from '#db/model/metric.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { sampleStart, saveSamples } from '#test/support/sample-conversations.ts';
import { saveSampleReviews } from '#test/support/sample-reviews.ts';

const now = sampleStart + 4 * 86_400_000;
let house: TestApp;
let line: CommandLine;
let cookie: string;

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  await saveSamples(house.db, now);
  await saveSampleReviews(house.db, now);
  await house.deps.engine.refresh();
  cookie = await house.signInAs('support_manager');
  line = openCommandLine(now);
  const db = await line.openStore();
  await saveSamples(db, now);
  await saveSampleReviews(db, now);
  await db.close();
});
afterAll(async () => {
  await house.close();
  line.close();
});

const get = (path: string) => house.ask(path, { cookie });
const question = fc.record(
  {
    channel: fc.subarray(['email', 'chat', 'fax'], { minLength: 1 }),
    category: fc.subarray(['transfer', '=cmd()', 'none'], { minLength: 1 }),
    agent: fc.subarray(['王芳', 'none'], { minLength: 1 }),
    days: fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 3 })),
    clock: fc.constantFrom('calendar', 'working'),
    population: fc.constantFrom('arrival', 'event'),
  },
  { requiredKeys: [] },
);
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** The same question for a URL and for a command line. */
function spell({ days, clock, population, ...filters }: Question): { url: string; argv: string[] } {
  const pairs: [string, string][] = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const rest: [string, string][] = [];
  if (days !== undefined) rest.push(['from', `2026-03-0${days[0]}`], ['to', `2026-03-${String(days[0] + days[1]).padStart(2, '0')}`]);
  if (clock !== undefined) rest.push(['clock', clock]);
  if (population !== undefined) rest.push(['population', population]);
  const query = new URLSearchParams([...pairs, ...rest]);
  const argv = [
    ...pairs.flatMap(([name, value]) => ['--filter', `${name}=${value}`]),
    ...rest.flatMap(([name, value]) => [`--${name}`, value]),
  ];
  return { url: query.toString(), argv };
}

async function countRows(metric: MetricId, url: string): Promise<{ rows: number; csv: number; jsonl: number }> {
  const { rows } = await readAs(rowsShape, await get(`/api/metrics/${metric}/rows?${url}&limit=500`));
  const csv = countRecords(parse(await (await get(`/api/metrics/${metric}/export?${url}`)).text(), { bom: true, columns: true }));
  const jsonl = countLines(await (await get(`/api/metrics/${metric}/export?${url}&format=jsonl`)).text());
  return { rows: rows.length, csv, jsonl };
}

const countRecords = (records: unknown): number => (Array.isArray(records) ? records.length : -1);

const countLines = (text: string): number => text.split('\n').filter((one) => one !== '').length;

async function fileOf(engine: Engine, plan: Plan, format: 'csv' | 'jsonl'): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of exportRows(engine, plan, { format }, openHold())) pieces.push(piece);
  return pieces.join('');
}

/** Fields of a query as a router gives them: a list where a name comes more than once. */
function toFields(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const all = query.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all];
    }),
  );
}

describe('the number of a metric', () => {
  it('counts something', async () => {
    expect((await readAs(answerShape, await get('/api/metrics/arrivals'))).n).toBe(5);
  });

  it('is the length of its list and of both of its files, for every metric and any filters', async () => {
    for (const metric of metricIds) {
      await fc.assert(
        fc.asyncProperty(question, async (asked) => {
          const { url } = spell(asked);
          const { n } = await readAs(answerShape, await get(`/api/metrics/${metric}?${url}`));
          expect({ metric, url, ...(await countRows(metric, url)) }).toEqual({ metric, url, rows: n, csv: n, jsonl: n });
        }),
        { numRuns: 6 },
      );
    }
  });

  it('stays so under fifty filter sets each, asked of what the routes and commands ask', async () => {
    const { engine } = house.deps;
    let counted = 0;
    for (const metric of metricIds) {
      const { card } = getMetric(metric);
      await fc.assert(
        fc.asyncProperty(question, async (asked) => {
          const { url } = spell(asked);
          const plan = toPlan(metric, questionQuery.parse(toFields(new URLSearchParams(url))), { zone: 'Asia/Shanghai', now, card });
          const { n } = await engine.ask(plan);
          const { rows } = await engine.rows(plan, { offset: 0, limit: 500 });
          const [csv, jsonl] = [await fileOf(engine, plan, 'csv'), await fileOf(engine, plan, 'jsonl')];
          const lengths = { rows: rows.length, csv: countRecords(parse(csv, { bom: true, columns: true })), jsonl: countLines(jsonl) };
          expect({ metric, url, ...lengths }).toEqual({ metric, url, rows: n, csv: n, jsonl: n });
          counted += n;
        }),
        { numRuns: 50 },
      );
    }
    // Nothing but empty lists would prove nothing.
    expect(counted).toBeGreaterThan(10 * metricIds.length);
  });

  it('divides into hits and misses, in the list and in the file, where it is a share', async () => {
    let divided = 0;
    let hidden = 0;
    for (const metric of metricIds) {
      const { unit, n, value, suppressed } = await readAs(answerShape, await get(`/api/metrics/${metric}`));
      const path = `/api/metrics/${metric}/rows?limit=500`;
      if (unit !== 'share' || metric === 'answered-by') {
        expect([metric, (await get(`${path}&only=hit`)).status]).toEqual([metric, 400]);
        continue;
      }
      // So few reviews are not told of, and their halves would tell of them.
      if (suppressed === true) {
        expect([metric, n, (await get(`${path}&only=hit`)).status]).toEqual([metric, 3, 403]);
        hidden += 1;
        continue;
      }
      const keys = async (only: string) =>
        (await readAs(rowsShape, await get(`${path}${only}`))).rows.map((row) => `${row.conversationId} ${row.ordinal} ${row.at}`);
      const [all, hits, misses] = [await keys(''), await keys('&only=hit'), await keys('&only=miss')];
      expect([metric, [...hits, ...misses].sort()]).toEqual([metric, [...all].sort()]);
      expect([metric, hits.length]).toEqual([metric, Math.round((value ?? 0) * n)]);
      expect([metric, (await countRows(metric, 'only=miss')).csv]).toEqual([metric, misses.length]);
      if (hits.length > 0 && misses.length > 0) divided += 1;
    }
    // Shares of 0 or 1 alone would prove nothing.
    expect([divided > 0, hidden]).toEqual([true, 3]);
  });

  it('says what its rows are about where it is asked to', async () => {
    const { rows, titles } = await readAs(rowsShape, await get('/api/metrics/arrivals/rows?titles=true'));
    const list = await readAs(conversationListShape, await get('/api/conversations'));
    const about = new Map(list.conversations.map((one) => [one.id, one.subject ?? one.snippet]));
    expect(titles).toEqual(Object.fromEntries(rows.map((row) => [row.conversationId, about.get(row.conversationId)])));
    expect(Object.values(titles ?? {}).filter((title) => title.length > 0).length).toBeGreaterThan(0);
  });

  it('is the same answer on the command line, whole', async () => {
    const cases = metricIds.map((metric, index) => ({ metric, asked: fc.sample(question, { numRuns: 1, seed: index })[0] ?? {} }));
    for (const { metric, asked } of cases) {
      const { url, argv } = spell(asked);
      const answer: unknown = await (await get(`/api/metrics/${metric}?${url}`)).json();
      const { code, stdout } = await line.run('metric', metric, ...argv, '--json');
      expect([code, JSON.parse(stdout)]).toEqual([0, answer]);
      const rows: unknown = await (await get(`/api/metrics/${metric}/rows?${url}`)).json();
      expect(JSON.parse((await line.run('list', metric, ...argv, '--json')).stdout)).toEqual(rows);
      const file = await (await get(`/api/metrics/${metric}/export?${url}`)).arrayBuffer();
      expect((await line.run('export', metric, ...argv, '--format', 'csv')).stdout).toBe(Buffer.from(file).toString('utf8'));
    }
  });

  it('is the same part of the rows on the command line', async () => {
    const rows: unknown = await (await get('/api/metrics/csat/rows?part=timed')).json();
    expect(JSON.parse((await line.run('list', 'csat', '--part', 'timed', '--json')).stdout)).toEqual(rows);
    const file = await (await get('/api/metrics/csat/export?part=timed')).arrayBuffer();
    expect((await line.run('export', 'csat', '--part', 'timed')).stdout).toBe(Buffer.from(file).toString('utf8'));
    expect((await line.run('export', 'csat', '--part', 'untimed')).stdout).not.toBe(Buffer.from(file).toString('utf8'));
  });

  it('is told to people in words', async () => {
    const { stdout } = await line.run('metric', 'first-response-time', '--group-by', 'channel');
    expect(stdout).toContain('first-response-time (version');
    expect(stdout).toMatch(/^chat\s+2\s+7 min/m);
  });

  it.each([
    [['metric', 'nonsense'], 'no metric "nonsense"; there are: '],
    [['metric', 'arrivals', '--clock', 'wall'], 'clock: must be one of calendar, working'],
    [['metric', 'arrivals', '--filter', 'colour=red'], '--filter colour=red: write name=value with one of channel'],
    [['metric', 'arrivals', '--from', 'yesterday'], 'from: must be a day (YYYY-MM-DD)'],
    [['export', 'arrivals', '--format', 'xls'], '--format: must be one of csv, jsonl'],
    [['list', 'arrivals', '--limit', 'x'], '--limit: must be a whole number'],
    [['list', 'csat', '--part', 'late'], 'part: csat has no part "late"; there are: wait:FROM:TO, '],
    [['export', 'arrivals', '--part', 'timed'], 'part: arrivals has no part "timed"; it has none'],
    [['nonsense'], "unknown command 'nonsense'"],
    [['metric'], "missing required argument 'id'"],
  ])('%j is one clear line and exit 2', async (argv, words) => {
    const { code, stdout, stderr } = await line.run(...argv);
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(words);
  });
});
