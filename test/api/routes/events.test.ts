// Business events over the API: asked by range and kind, typed in by managers, and left alone where they come from a source.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventAddedShape, eventsShape } from '#api/http/shapes/events.ts';
import { sourcesShape } from '#api/http/shapes/sources.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveEvents } from '#db/store/events.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';

let house: TestApp;
let manager: string;
let viewer: string;

beforeAll(async () => {
  house = await openTestApp();
  manager = await house.signInAs('support_manager');
  viewer = await house.signInAs('viewer');
  await saveSource(house.db, { id: 'status', label: 'Status', kind: 'status-page' });
  const fromAt = Date.parse('2026-03-10T10:00:00Z');
  await saveEvents(house.db, [
    { id: 'status:1', sourceId: 'status', kind: 'incident', label: 'Nodes down', fromAt, toAt: fromAt + 3_600_000, magnitude: 1 },
  ]);
});
afterAll(() => house.close());

const ask = (method: string, path: string, body?: unknown, cookie = manager) => house.ask(path, { method, cookie, body });
const labels = async (query = '') =>
  (await readAs(eventsShape, await ask('GET', `/api/events${query}`, undefined, viewer))).events.map(({ label }) => label);
const release = { kind: 'release', label: 'App 7.1', from: '2026-03-12T08:00:00+08:00' };

describe('business events over the API', () => {
  it('are added, changed and removed by managers, and every change is written down', async () => {
    const { id } = await readAs(eventAddedShape, await ask('POST', '/api/events', release));
    expect(await labels()).toEqual(['Nodes down', 'App 7.1']);
    const { events } = await readAs(eventsShape, await ask('GET', '/api/events?kind=release'));
    expect(events).toEqual([
      {
        id,
        kind: 'release',
        label: 'App 7.1',
        from: '2026-03-12T00:00:00.000Z',
        to: '2026-03-12T00:00:00.000Z',
        magnitude: null,
        source: null,
        sourceLabel: null,
      },
    ]);
    const changed = { ...release, label: 'App 7.1.1', to: '2026-03-13T00:00:00Z', magnitude: 3 };
    expect((await ask('PUT', `/api/events/${id}`, changed)).status).toBe(200);
    expect(await labels('?kind=release,market')).toEqual(['App 7.1.1']);
    expect((await ask('DELETE', `/api/events/${id}`, {})).status).toBe(200);
    expect((await ask('DELETE', `/api/events/${id}`, {})).status).toBe(404);
    expect((await findAudit(house.db)).map(({ action }) => action)).toEqual(['event_removed', 'event_changed', 'event_added']);
  });

  it('are asked by the range they touch and by kind', async () => {
    expect(await labels('?from=2026-03-10&to=2026-03-10')).toEqual(['Nodes down']);
    expect(await labels('?from=2026-03-11&to=2026-03-12')).toEqual([]);
    expect(await labels('?kind=holiday')).toEqual([]);
    expect((await ask('GET', '/api/events?kind=party')).status).toBe(400);
  });

  it('that a source tells are not changed here, as it would bring them back', async () => {
    const id = encodeURIComponent('status:1');
    const refused = [await ask('PUT', `/api/events/${id}`, release), await ask('DELETE', `/api/events/${id}`, {})];
    expect(refused.map(({ status }) => status)).toEqual([409, 409]);
    expect(await labels()).toEqual(['Nodes down']);
    const { sources } = await readAs(sourcesShape, await ask('GET', '/api/sources'));
    expect(sources.map(({ id: source, events, conversations }) => [source, events, conversations])).toEqual([['status', 1, 0]]);
  });

  it('are refused where they make no sense', async () => {
    const status = async (body: unknown) => (await ask('POST', '/api/events', body)).status;
    expect(await status({ ...release, to: '2026-03-11T00:00:00Z' })).toBe(400);
    expect(await status({ ...release, kind: 'party' })).toBe(400);
    expect(await status({ ...release, label: '' })).toBe(400);
    expect(await status({ ...release, label: 'two\nlines' })).toBe(400);
    expect(await status({ ...release, from: '2026-03-12T08:00:00' })).toBe(400);
    expect(await status({ ...release, sourceId: 'status' })).toBe(400);
  });

  it('are seen by viewers and changed by managers only', async () => {
    const product = await house.signInAs('product_manager');
    for (const cookie of [viewer, product]) {
      expect((await ask('POST', '/api/events', release, cookie)).status).toBe(403);
      expect((await ask('DELETE', '/api/events/x', {}, cookie)).status).toBe(403);
    }
  });
});
