// Peak load over the API and on the command line: cells are their lists and their files, events their uplift, and both tell the same.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { answerShape, rowsShape } from '#api/http/shapes/metric.ts';
import { upliftsShape, weekShape } from '#api/http/shapes/peaks.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { removeEvent, saveEvents } from '#db/store/events.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { sampleConversation, sampleStart } from '#test/support/sample-conversations.ts';

/** Ten weeks of two a day, then a Monday with 20 more within two hours. */
const eventAt = sampleStart + 70 * day;
const now = eventAt + 3 * day;
let house: TestApp;
let line: CommandLine;
let cookie: string;

async function fill(db: Db): Promise<void> {
  await saveSource(db, { id: 'mail', label: 'Mailbox', kind: 'file' });
  const answered = [
    { actor: 'customer', afterMs: 0, text: 'Where is it?' },
    { actor: 'agent', afterMs: 20 * minute, text: 'On its way.' },
  ] as const;
  const daily = Array.from({ length: 146 }, (_, index) =>
    sampleConversation(index, answered, { ...placed(sampleStart + Math.floor(index / 2) * day, answered), category: 'transfer' }),
  );
  const planted = Array.from({ length: 20 }, (_, index) =>
    sampleConversation(1000 + index, answered, { ...placed(eventAt + (index % 2) * hour + index * minute, answered), category: 'outage' }),
  );
  await saveConversations(db, { sourceId: 'mail', conversations: [...daily, ...planted], now });
  await saveEvents(db, [
    { id: 'down', sourceId: null, kind: 'incident', label: 'Nodes down', fromAt: eventAt, toAt: eventAt + 2 * hour, magnitude: 2 },
    { id: 'seven', sourceId: null, kind: 'release', label: 'App 7', fromAt: eventAt - day, toAt: eventAt - day, magnitude: null },
    {
      id: 'early',
      sourceId: null,
      kind: 'release',
      label: 'App 1',
      fromAt: sampleStart + 9 * day,
      toAt: sampleStart + 9 * day,
      magnitude: null,
    },
  ]);
}

/** The messages of a sample moved to another time. */
function placed(openedAt: number, lines: Parameters<typeof sampleConversation>[1]) {
  const { messages } = sampleConversation(0, lines);
  return { openedAt, messages: messages.map((message) => ({ ...message, at: openedAt + ((message.at ?? 0) - sampleStart) })) };
}

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }) });
  await fill(house.db);
  await house.deps.engine.refresh();
  cookie = await house.signInAs('support_manager');
  line = openCommandLine(now);
  const db = await line.openStore();
  await fill(db);
  await db.close();
});
afterAll(async () => {
  await house.close();
  line.close();
});

const get = (path: string) => house.ask(path, { cookie });
const range = 'from=2026-03-02&to=2026-05-10';

describe('the hours of the week over the API', () => {
  it('are 168 cells; each is the number of its question, its list and its file', async () => {
    const week = await readAs(weekShape, await get(`/api/hours-of-week?${range}`));
    expect([week.cells.length, week.n, week.zone, week.calendar.id]).toEqual([168, 140, 'Asia/Shanghai', 'business']);
    const full = week.cells.filter((cell) => cell.n > 0);
    expect(full.map(({ key, n, hours, median, wait }) => ({ key, n, hours, median, p90: wait.p90 }))).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ key: `${weekday}-10`, n: 20, hours: 10, median: 2, p90: 20 * minute })),
    );
    for (const { key, n, openN } of [...full, { key: '0-11', n: 0, openN: 0 }]) {
      for (const [question, expected] of [
        [`${range}&hourOfWeek=${key}`, n],
        [`${range}&hourOfWeek=${key}&openOn=business`, openN],
      ] as const) {
        const answer = await readAs(answerShape, await get(`/api/metrics/arrivals?${question}`));
        const { rows } = await readAs(rowsShape, await get(`/api/metrics/arrivals/rows?${question}&limit=500`));
        const file = await (await get(`/api/metrics/arrivals/export?${question}`)).text();
        const records: unknown = parse(file, { bom: true, columns: true });
        expect([key, answer.n, rows.length, Array.isArray(records) ? records.length : -1]).toEqual([key, expected, expected, expected]);
      }
    }
    // Public holidays and weekends: what came in then is no arrival of an open hour.
    expect(full.some(({ n, openN }) => openN > 0 && openN < n)).toBe(true);
  });

  it('need a range, and refuse hours and calendars that there are not', async () => {
    expect((await get('/api/hours-of-week')).status).toBe(400);
    expect((await get(`/api/hours-of-week?${range}&openOn=nowhere`)).status).toBe(400);
    expect((await get(`/api/metrics/arrivals?${range}&hourOfWeek=7-00`)).status).toBe(400);
    expect((await get(`/api/metrics/arrivals?${range}&openOn=nowhere`)).status).toBe(400);
    expect((await get(`/api/metrics/backlog?${range}&hourOfWeek=0-00`)).status).toBe(400);
  });

  it('are the same on the command line', async () => {
    const web: unknown = await (await get(`/api/hours-of-week?${range}`)).json();
    const { code, stdout } = await line.run('hours-of-week', '--from', '2026-03-02', '--to', '2026-05-10', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, web]);
    const text = (await line.run('hours-of-week', '--from', '2026-03-02', '--to', '2026-05-10', '--layer', 'median')).stdout;
    expect(text).toMatch(/^10:00 {2}2 {7}2 {8}2/m);
    expect((await line.run('hours-of-week', '--from', '2026-03-02', '--layer', 'mood')).code).toBe(2);
    const list = await line.run('list', 'arrivals', '--from', '2026-03-02', '--to', '2026-05-10', '--hour-of-week', '0-10', '--json');
    expect(rowsShape.parse(JSON.parse(list.stdout)).n).toBe(20);
  });
});

describe('events with their uplift', () => {
  it('tell what came in during them against the weeks before, newest first, and what they overlap with', async () => {
    const { events, left } = await readAs(upliftsShape, await get('/api/events/uplift'));
    expect([left, events.map(({ event }) => event.id)]).toEqual([0, ['down', 'seven', 'early']]);
    const [down, , early] = events;
    expect({ ...down?.uplift, figure: down?.uplift.figure?.uplift }).toEqual({
      state: 'whole',
      counted: { from: new Date(eventAt).toISOString(), to: new Date(eventAt + 2 * hour).toISOString() },
      n: 22,
      weeks: 8,
      figure: 20,
    });
    expect(down?.uplift.figure?.interval[0]).toBeGreaterThan(0);
    expect(down?.overlaps.map(({ label }) => label)).toEqual(['App 7']);
    expect(down?.categories?.map(({ category, n, figure }) => [category, n, figure?.uplift])).toEqual([['outage', 20, 20]]);
    expect([down?.wait?.value, down?.wait?.n, down?.wait?.usual.n]).toEqual([20 * minute, 22, 112]);
    expect([early?.uplift.state, early?.uplift.figure, early?.decay]).toEqual([
      'not-enough-weeks',
      null,
      { state: 'not-enough-weeks', afterMs: null },
    ]);
  });

  it('are as many as their list, by kind, range and filter', async () => {
    const found = await readAs(upliftsShape, await get('/api/events/uplift?kind=incident&category=outage'));
    const [only] = found.events;
    const counted = only?.uplift.counted;
    const question = `from=${counted?.from}&to=${counted?.to}&category=outage`;
    const { n } = await readAs(answerShape, await get(`/api/metrics/arrivals?${question}`));
    const list = await readAs(rowsShape, await get(`/api/metrics/arrivals/rows?${question}`));
    expect([found.events.length, only?.uplift.n, n, list.rows.length]).toEqual([1, 20, 20, 20]);
    expect(
      (await readAs(upliftsShape, await get('/api/events/uplift?from=2026-03-01&to=2026-03-20'))).events.map(({ event }) => event.id),
    ).toEqual(['early']);
    expect(await readAs(upliftsShape, await get('/api/events/uplift?kind=market'))).toMatchObject({ events: [], left: 0, freshness: null });
  });

  it('of many years are told for the latest two, and the others are counted as left out', async () => {
    const old = {
      id: 'old',
      sourceId: null,
      kind: 'market',
      label: 'Old',
      fromAt: eventAt - 1500 * day,
      toAt: eventAt - 1499 * day,
      magnitude: null,
    } as const;
    const late = { ...old, id: 'late', label: 'Late', fromAt: eventAt, toAt: eventAt + 9000 * hour };
    await saveEvents(house.db, [old, late]);
    const { events, left } = await readAs(upliftsShape, await get('/api/events/uplift?kind=market'));
    await removeEvent(house.db, 'old');
    await removeEvent(house.db, 'late');
    expect([left, events.map(({ event, uplift }) => [event.label, uplift.state])]).toEqual([1, [['Late', 'open']]]);
  });

  it('follow a release over a day, three days and a week', async () => {
    const { events } = await readAs(upliftsShape, await get('/api/events/uplift?kind=release'));
    const seven = events.find(({ event }) => event.id === 'seven');
    // The day before the incident has its two; three days have the 20 as well; the week is not over.
    expect([seven?.firsts.day.n, seven?.firsts.threeDays.n, seven?.firsts.week.state]).toEqual([2, 26, 'open']);
  });

  it('are the same on the command line, which claims no cause', async () => {
    const web: unknown = await (await get('/api/events/uplift')).json();
    const { stdout } = await line.run('uplift', '--json');
    expect(JSON.parse(stdout)).toEqual(web);
    const text = (await line.run('uplift', '--kind', 'incident')).stdout;
    expect(text).toContain('What caused what is not in these numbers.');
    expect(text).toMatch(/incident +Nodes down +22 +2 +\+20 \(\+\d+ to \+\d+\) +11\.00/);
  });
});
