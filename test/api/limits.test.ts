// Limits and errors: large, deep and broken input is refused in one shape, and nothing of the inside gets out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemShape } from '#api/http/shapes/scalars.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { openStandInEngine } from '#test/support/stand-in-engine.ts';

let house: TestApp;
let cookie: string;
beforeAll(async () => {
  house = await openTestApp();
  cookie = await house.signInAs('admin');
});
afterAll(() => house.close());

const put = (body: string, headers: Record<string, string> = {}) =>
  house.app.request('http://localhost/api/workspace', {
    method: 'PUT',
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json', cookie, ...headers },
    body,
  });

describe('input', () => {
  it('is refused where it is too large, also where its length is a lie', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(1_100_000) });
    expect((await put(large)).status).toBe(413);
    expect((await put(large, { 'content-length': '10' })).status).toBeGreaterThanOrEqual(400);
  });

  it('is refused where it is nested too deeply or a list too long', async () => {
    expect(await (await put('['.repeat(40) + ']'.repeat(40))).json()).toMatchObject({
      error: { code: 'invalid', message: 'the body is nested deeper than 32 levels' },
    });
    expect((await put(JSON.stringify({ holidayRegions: Array.from({ length: 10_001 }, () => 'CN') }))).status).toBe(400);
  });

  it('is refused where it is no JSON', async () => {
    expect(await (await put('{"name":')).json()).toMatchObject({ error: { code: 'invalid', message: 'the body is not JSON' } });
  });

  it('is refused where the address is too long', async () => {
    expect((await house.ask(`/api/conversations?search=${'x'.repeat(9_000)}`, { cookie })).status).toBe(414);
  });
});

describe('an error', () => {
  it('has one shape, whatever went wrong', async () => {
    const answers = await Promise.all([
      house.ask('/api/nothing'),
      house.ask('/api/metrics'),
      house.ask('/api/metrics/nonsense', { cookie }),
      house.ask('/api/conversations/999', { cookie }),
      house.ask('/api/conversations/abc', { cookie }),
      house.ask('/api/users', { cookie: await house.signInAs('viewer', 'v2@example.com') }),
      put('{"zone":"Mars"}'),
    ]);
    const told = await Promise.all(answers.map(async (answer) => [answer.status, (await readAs(problemShape, answer)).error.code]));
    expect(told).toEqual([
      [404, 'not_found'],
      [401, 'unauthorized'],
      [400, 'invalid'],
      [404, 'not_found'],
      [400, 'invalid'],
      [403, 'forbidden'],
      [400, 'invalid'],
    ]);
  });

  it('names the wrong parameter and what is allowed', async () => {
    expect((await readAs(problemShape, await house.ask('/api/metrics/arrivals?clock=wall', { cookie }))).error.details).toEqual([
      { path: 'clock', message: 'must be one of calendar, working', allowed: ['calendar', 'working'] },
    ]);
  });

  it('does not repeat what was sent, which may be a secret pasted into the wrong field', async () => {
    const answer = await put(JSON.stringify({ zone: 'ocean abandon ability', holidayRegions: ['ocean abandon ability'] }));
    expect(await answer.text()).not.toContain('ocean');
  });

  it('of the inside is told by its request id only, and its values are not logged', async () => {
    const broken = await openTestApp({
      openEngine: async (_, clock) => ({
        ...(await openStandInEngine(clock)),
        ask: async () => {
          throw new Error('Failed query: select ?\nparams: ocean abandon ability');
        },
      }),
    });
    const admin = await broken.signInAs('admin');
    const answer = await broken.ask('/api/metrics/arrivals', { cookie: admin });
    const body = await readAs(problemShape, answer);
    expect([answer.status, body]).toEqual([
      500,
      { error: { code: 'internal', message: expect.stringContaining(body.error.requestId ?? '-'), requestId: body.error.requestId } },
    ]);
    expect(broken.logged.join('')).toContain(body.error.requestId);
    expect(broken.logged.join('') + JSON.stringify(body)).not.toContain('ocean');
    await broken.close();
  });

  it('past the deadline is 503 and says when to come back', async () => {
    const slow = await openTestApp({ openEngine: (_, clock) => openStandInEngine(clock, { deadline: true }) });
    const admin = await slow.signInAs('admin');
    for (const path of ['', '/rows', '/export']) {
      const answer = await slow.ask(`/api/metrics/arrivals${path}`, { cookie: admin });
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '5']);
    }
    await slow.close();
  });
});
