// Staffing over the API: figures that agree with the metrics, settings in versions, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { answerShape } from '#api/http/shapes/metric.ts';
import { staffingSettingsShape, staffingShape } from '#api/http/shapes/staffing.ts';
import { findAudit } from '#db/store/audit.ts';
import { initialiseWorkspace, saveWorkspace } from '#db/store/workspace.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { saveChats } from '#test/support/staffing-store.ts';

const now = Date.parse('2026-05-05T04:00:00Z');
let house: TestApp;
let manager: string;
let viewer: string;

beforeAll(async () => {
  house = await openTestApp({ now, openEngine: (location, clock) => openEngine({ location, inProcess: true, clock }) });
  await initialiseWorkspace(house.db, now);
  await saveWorkspace(house.db, { zone: 'UTC' });
  await saveChats(house.db, now);
  await house.deps.engine.refresh();
  manager = await house.signInAs('support_manager');
  viewer = await house.signInAs('viewer');
});
afterAll(() => house.close());

const staffing = async (query: string) => await readAs(staffingShape, await house.ask(`/api/staffing?${query}`, { cookie: viewer }));
const set = (channel: string, body: unknown, cookie = manager) =>
  house.ask(`/api/staffing/settings/${channel}`, { method: 'POST', cookie, body });
const measured = { handlingMs: null, concurrency: null, shrinkage: null, patienceMs: null };

describe('staffing over the API', () => {
  it('counts and measures what the metrics count and measure', async () => {
    const found = await staffing('channel=chat');
    const range = `from=${found.range.from}&to=${found.range.to}&channel=chat`;
    const arrivals = await readAs(answerShape, await house.ask(`/api/metrics/arrivals?${range}`, { cookie: viewer }));
    const kept = await readAs(answerShape, await house.ask(`/api/metrics/answered-within-promise?${range}`, { cookie: viewer }));
    expect([found.arrivals, found.demand.weeks.reduce((sum, one) => sum + one, 0)]).toEqual([arrivals.n, arrivals.n]);
    expect([found.calibration.n, found.calibration.measured]).toEqual([kept.n, kept.value]);
    expect(found.arrivals).toBeGreaterThan(100);
    expect([found.kind, found.model, found.plan?.hours.length, found.terms.handling.n > 50]).toEqual(['live', 'erlang-c', 168, true]);
  });

  it('expects no fewer in time with one more, and no more in an event twice as big', async () => {
    const expected = async (change: string) => (await staffing(`channel=chat&${change}`)).plan?.changed ?? -1;
    const [usual, more, event] = [await expected(''), await expected('more=1'), await expected('event=2')];
    expect(more).toBeGreaterThan(usual);
    expect(event).toBeLessThan(usual);
  });

  it('takes what is set instead of what is measured, in versions that are written down', async () => {
    expect((await set('chat', { ...measured, handlingMs: 900_000, patienceMs: 120_000, basedOn: 0 })).status).toBe(201);
    const { terms, model } = await staffing('channel=chat');
    expect([terms.handling.valueMs, terms.handling.origin, terms.concurrency.origin, model]).toEqual([
      900_000,
      'set',
      'measured',
      'erlang-a',
    ]);
    expect((await set('chat', { ...measured, basedOn: 0 })).status).toBe(409);
    expect((await set('chat', { ...measured, basedOn: 1 })).status).toBe(201);
    expect((await staffing('channel=chat')).terms.handling.origin).toBe('measured');
    const { settings } = await readAs(staffingSettingsShape, await house.ask('/api/staffing/settings', { cookie: manager }));
    expect(settings.map(({ channel, version, handlingMs }) => [channel, version, handlingMs])).toEqual([
      ['chat', 1, 900_000],
      ['chat', 2, null],
    ]);
    expect((await findAudit(house.db)).map(({ action, subject }) => [action, subject])).toEqual([
      ['staffing_set', 'chat'],
      ['staffing_set', 'chat'],
    ]);
  });

  it('lets managers set, and nobody set what makes no sense', async () => {
    expect((await set('chat', measured, viewer)).status).toBe(403);
    for (const wrong of [{ shrinkage: 1 }, { concurrency: 0 }, { handlingMs: -1 }, { extra: 1 }])
      expect((await set('chat', { ...measured, ...wrong })).status).toBe(400);
  });

  it('refuses what cannot be asked and says so of what never came', async () => {
    const status = async (query: string) => (await house.ask(`/api/staffing?${query}`, { cookie: viewer })).status;
    expect(await status('channel=fax')).toBe(404);
    expect(await status('channel=chat&week=2026-05-05')).toBe(400);
    expect(await status('channel=chat&fromHour=9&toHour=9')).toBe(400);
    expect(await status('')).toBe(400);
  });
});
