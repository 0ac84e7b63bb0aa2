// Sources over the API: added with their secrets sealed, read, followed, changed and removed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemShape } from '#api/http/shapes/scalars.ts';
import { connectorsShape, probeShape, sourceDetailShape, sourcesShape } from '#api/http/shapes/sources.ts';
import { saveDeadLetters } from '#db/store/dead-letters.ts';
import { sourceJson } from '#ingest/commands/source-words.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { requestTrackerCase } from '../../ingest/connectors/vendors/request-tracker.ts';

let house: TestApp;
let admin: string;
let manager: string;
const vendor = requestTrackerCase.open();
const source = {
  id: 'helpdesk',
  label: 'Help desk',
  connector: 'request-tracker',
  settings: requestTrackerCase.settings,
  readFrom: '2026-01-01T00:00:00Z',
};

beforeAll(async () => {
  house = await openTestApp({ upstream: vendor.upstream });
  admin = await house.signInAs('admin');
  manager = await house.signInAs('support_manager');
});
afterAll(() => house.close());

const get = (path: string, cookie = manager) => house.ask(path, { cookie });
const post = (path: string, body: unknown, cookie = admin, method = 'POST') => house.ask(path, { method, cookie, body });
const detail = async () => await readAs(sourceDetailShape, await get('/api/sources/helpdesk'));

describe('sources over the API', () => {
  it('offers forms of connectors, and tries settings without storing them', async () => {
    const { connectors } = await readAs(connectorsShape, await get('/api/connectors'));
    expect(connectors.filter(({ resumable }) => !resumable).map(({ id }) => id)).toEqual(expect.arrayContaining(['app-store', 'feed']));
    expect(connectors.find(({ id }) => id === 'request-tracker')?.resumable).toBe(true);
    expect(connectors.find(({ id }) => id === 'request-tracker')?.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['url', 'text'],
      ['token', 'secret'],
    ]);
    const { found } = await readAs(
      probeShape,
      await post('/api/sources/test', { connector: 'request-tracker', settings: source.settings, source: null }),
    );
    expect(found).toBe('Request Tracker 5.0.3');
    expect((await readAs(sourcesShape, await get('/api/sources'))).sources).toEqual([]);
  });

  it('refuses settings that cannot be used, and says which', async () => {
    const refused = await post('/api/sources', { ...source, settings: { url: 'not an address' } });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/url: .*token: /);
  });

  it('tells what the other side refuses as its word, and not as one about whoever asks', async () => {
    const test = { connector: 'request-tracker', settings: { ...source.settings, token: 'a-wrong-token' }, source: null };
    const refused = await post('/api/sources/test', test);
    const { error } = problemShape.parse(await refused.json());
    expect([refused.status, error.message]).toEqual([400, expect.stringMatching(/rt\.example\.com.*401/)]);
    expect(error.why).toEqual({ code: 'credentials', places: { what: 'the version', host: 'rt.example.com', status: '401' } });
    // Whoever is signed out is told so, as everywhere.
    expect((await house.ask('/api/sources/test', { method: 'POST', body: test })).status).toBe(401);
  });

  it('adds a source, reads it, and shows everything but its secret', async () => {
    expect((await post('/api/sources', source)).status).toBe(201);
    expect((await post('/api/sources', source)).status).toBe(409);
    // Nothing was read yet: it must not say that it is up to date.
    expect((await detail()).source.connection).toMatchObject({ state: 'new', behind: 'new', lastDoneAt: null });
    expect((await post('/api/sources/helpdesk/runs', { window: null })).status).toBe(202);
    await expect.poll(async () => (await detail()).source.connection?.lastDoneAt, { timeout: 20_000 }).not.toBeNull();
    const shown = await detail();
    expect(shown.source).toMatchObject({
      conversations: vendor.ids().length,
      deadLetters: 0,
      connection: { state: 'waiting', behind: null, failures: 0 },
    });
    expect(shown.runs[0]).toMatchObject({ kind: 'sync', state: 'done', inserted: vendor.ids().length });
    expect(shown.settings).toEqual({ url: 'https://rt.example.com' });
    expect(shown.secretsSet).toBe(true);
    expect(JSON.stringify([shown, house.logged])).not.toContain('a-secret-token');
  });

  it('asks for a dead letter once more, and settles it where it comes through', async () => {
    const [item = ''] = vendor.ids();
    await saveDeadLetters(house.db, 'helpdesk', [{ item, stage: 'parse', reason: 'id: is missing' }], virtualStart);
    const [letter] = (await detail()).deadLetters;
    // A sentence of an earlier version: it is shown as it is.
    expect([letter?.reason, letter?.why]).toEqual(['id: is missing', null]);
    await saveDeadLetters(house.db, 'helpdesk', [{ item, stage: 'parse', reason: `ticket ${item}: has no status` }], virtualStart);
    expect((await detail()).deadLetters.map(({ why }) => why)).toEqual([{ code: 'no_status', places: { item } }]);
    const path = `/api/dead-letters/${letter?.id}/retry`;
    expect((await post(path, {}, manager)).status).toBe(403);
    const begun = await post(path, {});
    expect([begun.status, await begun.json()]).toEqual([202, { read: 'item' }]);
    await expect.poll(async () => (await detail()).deadLetters, { timeout: 20_000 }).toEqual([]);
    await expect
      .poll(async () => (await detail()).runs[0], { timeout: 20_000 })
      .toMatchObject({ kind: 'retry', state: 'done', fetched: 1, unchanged: 1 });
    expect((await post(path, {})).status).toBe(404);
  });

  it('keeps a secret that is left out of a change, and pauses', async () => {
    expect(
      (await post('/api/sources/helpdesk', { settings: { url: 'https://rt.example.com/' }, isPaused: true }, admin, 'PATCH')).status,
    ).toBe(200);
    const { found } = await readAs(
      probeShape,
      await post('/api/sources/test', { connector: 'request-tracker', settings: { url: 'https://rt.example.com' }, source: 'helpdesk' }),
    );
    expect(found).toBe('Request Tracker 5.0.3');
    expect((await detail()).source.connection?.state).toBe('paused');
  });

  it('says stale where it has not been read to its end for long', async () => {
    await post('/api/sources/helpdesk', { isPaused: false }, admin, 'PATCH');
    house.setClock(Date.parse('2026-03-30T01:30:00Z'));
    expect((await detail()).source.connection?.state).toBe('stale');
    const told = await sourceJson(house.db, Date.parse('2026-03-30T01:30:00Z'));
    expect(told.map(({ source: id, state }) => [id, state])).toEqual([['helpdesk', 'stale']]);
  });

  it('is only looked at by those who may not change it', async () => {
    expect((await post('/api/sources/helpdesk/runs', { window: null }, manager)).status).toBe(403);
    expect((await house.ask('/api/sources/helpdesk', { method: 'DELETE', cookie: manager })).status).toBe(403);
  });

  it('removes a source with all that came from it', async () => {
    const removed = await house.ask('/api/sources/helpdesk', { method: 'DELETE', cookie: admin });
    expect(await removed.json()).toEqual({ removedConversations: vendor.ids().length });
    expect((await get('/api/sources/helpdesk')).status).toBe(404);
  });
});
