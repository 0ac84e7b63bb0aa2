// Peaks and forecasts over HTTP and on the command line, over the real engine: the same counts as everywhere else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { openModeller } from '#api/forecast/modeller.ts';
import { forecastShape, peakShape, peaksShape } from '#api/http/shapes/forecast.ts';
import { rowsShape } from '#api/http/shapes/metric.ts';
import { day, hour } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveEvents } from '#db/store/events.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { drawnSeries } from '#test/support/count-series.ts';
import { seededRandom } from '#test/support/random.ts';
import { sampleConversation, sampleStart } from '#test/support/sample-conversations.ts';

const days = 42;
const start = sampleStart - 2 * hour;
const now = start + days * day + 10 * 60_000;
/** Twelve hours on a Monday, five times the usual, all about fees. */
const peak = { from: start + 28 * day, to: start + 28 * day + 12 * hour };

async function fill(db: Db): Promise<void> {
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const isIn = (bucket: number) => bucket >= 28 * 24 && bucket < 28 * 24 + 12;
  const { counts } = drawnSeries(
    { bucket: 'hour', from: start, to: start + days * day },
    (bucket) => (isIn(bucket) ? 5 : 1),
    seededRandom(1),
  );
  const conversations = counts.flatMap((count, bucket) =>
    Array.from({ length: count }, (_, nth) =>
      sampleConversation(
        Math.round(((bucket - 2) * 60 + nth + 5) * 60_000) / day,
        [{ actor: 'customer', afterMs: 0, text: 'Where is it?' }],
        {
          externalId: `p${bucket}-${nth}`,
          channel: nth % 3 === 0 ? 'email' : 'chat',
          category: isIn(bucket) ? 'fees' : 'transfer',
        },
      ),
    ),
  );
  await saveConversations(db, { sourceId: 'mail', conversations, now });
  await saveEvents(db, [
    { id: 'move', sourceId: null, kind: 'market', label: 'A fall', fromAt: peak.from - 3 * hour, toAt: peak.from + hour, magnitude: -9 },
    {
      id: 'old',
      sourceId: null,
      kind: 'release',
      label: 'Long ago',
      fromAt: peak.from - 9 * day,
      toAt: peak.from - 9 * day,
      magnitude: null,
    },
    { id: 'next', sourceId: null, kind: 'release', label: 'Soon', fromAt: now + 2 * day, toAt: now + 2 * day, magnitude: null },
  ]);
}

let house: TestApp;
let line: CommandLine;
let cookie: string;

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
const peaksOf = async (query = '') => await readAs(peaksShape, await get(`/api/peaks?zone=UTC${query}`));

describe('peaks', () => {
  it('are found where more came, with the event beside it and no other', async () => {
    const { bucket, peaks, falsePeaksPerYear } = await peaksOf();
    expect({ bucket, falsePeaksPerYear, n: peaks.length }).toEqual({ bucket: 'hour', falsePeaksPerYear: 1, n: 1 });
    const [found] = peaks;
    expect(Math.abs(Date.parse(found?.from ?? '') - peak.from)).toBeLessThanOrEqual(2 * hour);
    expect(Math.abs(Date.parse(found?.to ?? '') - peak.to)).toBeLessThanOrEqual(3 * hour);
    expect(found?.events.map(({ label }) => label)).toEqual(['A fall']);
  });

  it('have as many arrivals as their list has rows, whatever is filtered by', async () => {
    for (const [zone, filter] of [
      ['UTC', ''],
      ['UTC', '&channel=chat'],
      // Hours of this zone begin at a quarter.
      ['Asia/Kathmandu', ''],
    ]) {
      const { peaks } = await readAs(peaksShape, await get(`/api/peaks?zone=${zone}${filter}`));
      const [found] = peaks;
      expect(peaks.length).toBe(1);
      const rows = await readAs(rowsShape, await get(`/api/metrics/arrivals/rows?from=${found?.from}&to=${found?.to}${filter}&limit=500`));
      expect(rows.n).toBe(found?.observed);
      expect(rows.rows.length).toBe(found?.observed);
    }
    expect((await peaksOf('&channel=chat')).peaks[0]?.observed).toBeLessThan((await peaksOf()).peaks[0]?.observed ?? 0);
  });

  it('outside the range are not told, and the same peak is the same in every range that touches it', async () => {
    expect((await peaksOf('&from=2026-03-02&to=2026-03-20')).peaks).toEqual([]);
    expect((await peaksOf('&from=2026-03-30&to=2026-03-30')).peaks).toEqual((await peaksOf()).peaks);
  });

  it('stand among the days of the range, each with its arrivals and the usual', async () => {
    const { days: told } = await peaksOf('&from=2026-03-29&to=2026-03-31');
    expect(told.map(({ day: date }) => date)).toEqual(['2026-03-29', '2026-03-30', '2026-03-31']);
    const rows = await readAs(rowsShape, await get('/api/metrics/arrivals/rows?from=2026-03-30&to=2026-03-30&zone=UTC'));
    expect(told[1]?.n).toBe(rows.n);
    expect(told[1]?.expected).toBeLessThan(rows.n / 2);
  });

  it('open to what grew, against the four weeks before', async () => {
    const [found] = (await peaksOf()).peaks;
    const detail = await readAs(peakShape, await get(`/api/peaks/${found?.id}?zone=UTC`));
    expect(detail.parts.category.map(({ value, clear }) => ({ value, clear }))).toEqual([{ value: 'fees', clear: true }]);
    expect(detail.parts.category[0]).toMatchObject({ expected: 0, excess: detail.parts.category[0]?.n });
    expect(detail.usualRange.to).toBe(found?.from);
    expect(detail.effects.map(({ metric }) => metric)).toEqual([
      'answered-within-promise',
      'first-response-time',
      'csat',
      'negative-share',
    ]);
    // Nobody rated and nothing was scored: no figure, and no difference made of none.
    expect(detail.effects[2]).toMatchObject({ peak: { n: 0, value: null }, difference: null, clear: false });
  });

  it('that are none are not found', async () => {
    expect((await get('/api/peaks/2026-03-05T00:00:00Z?zone=UTC')).status).toBe(404);
    expect((await get('/api/peaks/yesterday')).status).toBe(400);
    expect((await get('/api/peaks?agent=Wang')).status).toBe(400);
  });

  it('are the same on the command line', async () => {
    const { stdout, code } = await line.run('peaks', '--zone', 'UTC', '--json');
    const { freshness: _, ...told } = peaksShape.parse(JSON.parse(stdout));
    const { freshness: __, ...asked } = await peaksOf();
    expect({ code, told }).toEqual({ code: 0, told: asked });
    expect((await line.run('peaks', '--zone', 'UTC')).stdout).toContain('A fall');
    expect((await line.run('peaks', '--filter', 'colour=red')).code).toBe(2);
  });
});

describe('the forecast', () => {
  it('begins with the hour that is under way and says how it was tested', async () => {
    const answer = await readAs(forecastShape, await get('/api/forecast?zone=UTC'));
    expect(answer.reason).toBeNull();
    expect([answer.bucket, answer.points.length, answer.points[0]?.from]).toEqual([
      'hour',
      336,
      new Date(start + days * day).toISOString(),
    ]);
    expect(answer.history.at(-1)?.to).toBe(answer.points[0]?.from);
    expect(answer.backTest.map(({ id }) => id)).toEqual(['1h', '2-6h', '7-24h', '2-3d', '4-7d', '8-14d', 'next-24h']);
    expect(answer.planned.map(({ label }) => label)).toEqual(['Soon']);
    // One release before teaches nothing about the next.
    expect(answer.lifts[0]).toMatchObject({ kind: 'release', n: 1, isUsed: false });
  });

  it('counts its past as the engine does', async () => {
    const { history } = await readAs(forecastShape, await get('/api/forecast?zone=UTC&channel=email'));
    const from = history[0]?.from;
    const to = history.at(-1)?.to;
    const rows = await readAs(rowsShape, await get(`/api/metrics/arrivals/rows?from=${from}&to=${to}&channel=email`));
    expect(history.reduce((sum, { n }) => sum + n, 0)).toBe(rows.n);
  });

  it('says why there is none', async () => {
    expect(await readAs(forecastShape, await get('/api/forecast?channel=fax'))).toMatchObject({
      reason: 'no_arrivals',
      points: [],
      bucket: null,
    });
    expect(await readAs(forecastShape, await get('/api/forecast?bucket=day'))).toMatchObject({
      reason: 'too_short',
      points: [],
      bucket: 'day',
    });
  });

  it('is the same on the command line', async () => {
    const { stdout } = await line.run('forecast', '--zone', 'UTC', '--json');
    const { freshness: _, ...told } = forecastShape.parse(JSON.parse(stdout));
    const { freshness: __, ...asked } = await readAs(forecastShape, await get('/api/forecast?zone=UTC'));
    expect(told).toEqual(asked);
    expect((await line.run('forecast', '--zone', 'UTC')).stdout).toContain('MASE');
  });
});

describe('the modeller', () => {
  const tiny = () => drawnSeries({ bucket: 'day', from: start, to: start + 20 * day }, () => 5, seededRandom(1));

  it('answers from its own thread what it answers here, and once for one key', async () => {
    const [there, here] = [openModeller(), openModeller({ inProcess: true })];
    try {
      const first = there.peaks('a', tiny());
      expect(await first).toEqual(await here.peaks('a', tiny()));
      expect(await there.peaks('a', tiny())).toBe(await first);
      expect(await there.peaks('b', tiny())).not.toBe(await first);
    } finally {
      await there.close();
    }
  });

  it('refuses what is under way when it closes', async () => {
    const there = openModeller();
    const asked = there.forecast('a', tiny(), []);
    const refused = expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    await there.close();
    await refused;
  });
});
