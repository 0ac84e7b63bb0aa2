// The typed client: what the dashboard writes compiles against `type Api` and reaches the routes.
import { hc } from 'hono/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '#api/app.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';

let house: TestApp;
let cookie: string;
beforeAll(async () => {
  house = await openTestApp();
  cookie = await house.signInAs('admin');
});
afterAll(() => house.close());

const client = () =>
  hc<Api>('http://localhost', {
    fetch: house.app.request,
    headers: { cookie, host: 'localhost', origin: 'http://localhost' },
  }).api;

describe('the typed client', () => {
  it('asks a metric with repeated filters and reads the answer by its type', async () => {
    const answer = await client().metrics[':id'].$get({ param: { id: 'arrivals' }, query: { channel: ['email', 'chat'], groupBy: 'day' } });
    const { n, groups, freshness } = await answer.json();
    const figures: [number, string[], number] = [n, groups.map((group) => group.key), freshness.change];
    expect(figures).toEqual([7, [], 3]);
  });

  it('writes settings with bodies that the compiler checks', async () => {
    const version = { validFrom: '2026-06-01', zone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: [] };
    const answer = await client().calendars[':id'].versions.$post({ param: { id: 'business' }, json: version });
    const calendar = await answer.json();
    expect([answer.status, calendar.versions.map((one) => one.version)]).toEqual([201, [1, 2]]);
  });

  it('does not know routes that are not there', () => {
    // @ts-expect-error: no such route
    expect(() => client().nonsense.$get()).not.toThrow(TypeError);
  });
});
