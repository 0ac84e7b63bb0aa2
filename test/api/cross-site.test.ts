// Writes from other sites: every method, content type and origin; only JSON from our own origin passes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '#test/support/app.ts';

const types = [
  undefined,
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'TEXT/PLAIN',
  'text/plain; application/json',
  'application/json, text/plain',
  'application/json',
  'application/json; charset=utf-8',
  'Application/JSON;charset=UTF-8',
];
const jsonTypes = new Set(types.slice(-3));
const origins = [
  undefined,
  'null',
  'http://evil.example',
  'http://sub.localhost',
  'http://localhost.evil.example',
  'http://localhost:81',
  'https://evil@localhost',
  'http://localhost',
];
const routes = [
  ['PUT', '/api/workspace'],
  ['POST', '/api/promises/preview'],
  ['PATCH', '/api/users/x'],
  ['DELETE', '/api/demo'],
  ['POST', '/api/auth/sign-in'],
] as const;

let house: TestApp;
let cookie: string;
beforeAll(async () => {
  house = await openTestApp();
  cookie = await house.signInAs('admin');
});
afterAll(() => house.close());

/** The status without our helper's kindness: headers exactly as given. */
async function send(method: string, path: string, type: string | undefined, origin: string | undefined): Promise<number> {
  const headers = new Headers({ host: 'localhost', cookie, 'content-length': '2' });
  if (type !== undefined) headers.set('content-type', type);
  if (origin !== undefined) headers.set('origin', origin);
  return (await house.app.request(`http://localhost${path}`, { method, headers, body: '{}' })).status;
}

describe('a write', () => {
  it('passes the guard from our own origin as JSON only', async () => {
    const passed: string[] = [];
    for (const [method, path] of routes) {
      for (const type of types) {
        for (const origin of origins) {
          const status = await send(method, path, type, origin);
          if (![403, 415].includes(status)) passed.push(`${method} ${type} ${origin}`);
        }
      }
    }
    const due = routes.flatMap(([method]) => [...jsonTypes].map((type) => `${method} ${type} http://localhost`));
    expect(passed.sort()).toEqual(due.sort());
  });

  it('may come without a body and without a content type, as a removal does', async () => {
    expect((await house.ask('/api/demo', { method: 'DELETE', cookie })).status).toBe(200);
  });

  it('has to come from the configured address where there is one, whatever the Host header says', async () => {
    const behind = await openTestApp({ publicUrl: 'https://feedback.example.com' });
    const admin = await behind.signInAs('admin');
    const put = (origin: string) =>
      behind.ask('/api/workspace', { method: 'PUT', cookie: admin.replace('huiyin.', '__Secure-huiyin.'), body: {}, headers: { origin } });
    expect((await put('http://localhost')).status).toBe(403);
    expect((await put('https://feedback.example.com')).status).not.toBe(403);
    await behind.close();
  });
});

describe('answers', () => {
  it('carry the headers that keep browsers strict, errors too', async () => {
    for (const [url, as] of [
      ['/api/session', undefined],
      ['/api/metrics', undefined],
      ['/api/nothing', cookie],
      ['/api/metrics/arrivals?clock=x', cookie],
    ] as const) {
      const { headers } = await house.ask(url, { cookie: as });
      expect({
        url,
        cache: headers.get('cache-control'),
        sniff: headers.get('x-content-type-options'),
        frame: headers.get('x-frame-options'),
        policy: headers.get('content-security-policy'),
        type: headers.get('content-type'),
        origin: headers.get('access-control-allow-origin'),
        id: headers.get('x-request-id')?.length,
      }).toEqual({
        url,
        cache: 'no-store',
        sniff: 'nosniff',
        frame: 'DENY',
        policy: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        type: 'application/json',
        origin: null,
        id: 12,
      });
    }
  });
});
