// Permissions: every route declares one, and every role meets exactly what the one table says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProgramDoor, may, permissionOf, permit, type RoutePermission } from '#api/http/permission.ts';
import { openRouter } from '#api/http/route-parts.ts';
import { type Role, roles } from '#db/model/role.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';

type Route = { readonly method: string; readonly path: string; readonly permission: RoutePermission | null };
type Handlers = Parameters<typeof permissionOf>[0];

/** One entry for each method and path under /api, with what any of its handlers declared. */
function routesOf(app: {
  readonly routes: readonly { readonly method: string; readonly path: string; readonly handler: Handlers }[];
}): Route[] {
  const found = new Map<string, Route>();
  for (const { method, path, handler } of app.routes) {
    if (!path.startsWith('/api/') || method === 'ALL') continue;
    const key = `${method} ${path}`;
    found.set(key, { method, path, permission: found.get(key)?.permission ?? permissionOf(handler) });
  }
  return [...found.values()];
}

const undeclared = (app: Parameters<typeof routesOf>[0]) =>
  routesOf(app)
    .filter((route) => route.permission === null)
    .map((route) => `${route.method} ${route.path}`);

/** Visitors of the matrix: nobody, each role, a person who was switched off, a session past its time, a forged cookie. */
type Visitor = { readonly name: string; readonly role: Role | null; readonly cookie: string | undefined };

let house: TestApp;
let visitors: Visitor[];

beforeAll(async () => {
  house = await openTestApp();
  const people: Visitor[] = [];
  for (const role of roles) people.push({ name: role, role, cookie: await house.signInAs(role) });
  const disabled = await house.signInAs('admin', 'gone@example.com');
  const gone = (await house.accounts.findAccounts()).find((account) => account.email === 'gone@example.com');
  await house.accounts.changeAccount(gone?.id ?? '', { isDisabled: true });
  const expired = await house.signInAs('admin', 'late@example.com');
  const late = (await house.accounts.findAccounts()).find((account) => account.email === 'late@example.com');
  await house.expireSessions(late?.id ?? '');
  const forged = (people[0]?.cookie ?? '').replace(/.{8}$/, 'AAAAAAAA');
  visitors = [
    { name: 'anonymous', role: null, cookie: undefined },
    ...people,
    { name: 'disabled admin', role: null, cookie: disabled },
    { name: 'expired admin', role: null, cookie: expired },
    { name: 'forged cookie', role: null, cookie: forged },
  ];
});

afterAll(() => house.close());

describe('permissions of routes', () => {
  it('are declared by every route', () => {
    expect(routesOf(house.app).length).toBeGreaterThan(35);
    expect(undeclared(house.app)).toEqual([]);
  });

  it('would be missed where a route declares none, and that route does not answer', async () => {
    const broken = openRouter();
    broken.get('/api/open', (c) => c.text('secret'));
    broken.get('/api/closed', permit('metrics:read').middleware, (c) => c.text('secret'));
    expect(undeclared(broken)).toEqual(['GET /api/open']);
    house.app.get('/api/undeclared', (c) => c.text('secret'));
    expect((await house.ask('/api/undeclared')).status).toBe(404);
    expect(undeclared(house.app)).toEqual(['GET /api/undeclared']);
  });
});

/** 401 for strangers, 403 for roles without the permission; anything else means that the door was open. */
function expected(permission: RoutePermission, role: Role | null): 'open' | 401 | 403 {
  if (permission === 'anyone') return 'open';
  // No session opens a door of programs; their keys and signatures have tests of their own.
  if (isProgramDoor(permission)) return 401;
  if (role === null) return 401;
  return permission === 'signed-in' || may(role, permission) ? 'open' : 403;
}

const ids = ['1', '999999999', 'x'];
const toUrl = (path: string, id: string) => path.replace(/:\w+/g, id);

/** Signing out or removing the demo would change who the next cell meets; their doors are tried by strangers and the unpermitted only. */
const consequential = ['POST /api/auth/sign-out', 'DELETE /api/demo', 'POST /api/restatements'];

describe('the matrix of routes and visitors', () => {
  it('has no open door that should be shut and no shut door that should be open', async () => {
    const leaks: string[] = [];
    let cells = 0;
    for (const { method, path, permission } of routesOf(house.app)) {
      if (permission === null) continue;
      for (const visitor of visitors) {
        const due = expected(permission, visitor.role);
        if (due === 'open' && consequential.includes(`${method} ${path}`)) continue;
        for (const id of path.includes(':') ? ids : ['']) {
          cells += 1;
          const answer = await house.ask(toUrl(path, id), { method, cookie: visitor.cookie, ...(method === 'GET' ? {} : { body: {} }) });
          const met = answer.status === 401 || answer.status === 403 ? answer.status : 'open';
          // A wrong code is answered 401 as well: that is the route speaking, not the door.
          const isRouteItself = path.startsWith('/api/auth/') && permission === 'anyone';
          if (met !== due && !isRouteItself) leaks.push(`${method} ${path} for ${visitor.name}: ${answer.status}, expected ${due}`);
          if (answer.status >= 500) leaks.push(`${method} ${path} for ${visitor.name}: ${answer.status}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(cells).toBeGreaterThan(500);
  });

  it('tells strangers nothing about the input of a route', async () => {
    const answer = await house.ask('/api/metrics/nonsense?clock=wall');
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { error: { code: 'unauthorized', message: 'sign in first', requestId: expect.any(String) } },
    ]);
  });
});
