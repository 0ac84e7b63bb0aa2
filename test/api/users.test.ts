// Users: nobody changes their own role or grants above it, and a change of role or state ends all sessions.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGrant, covers } from '#api/http/grants.ts';
import { usersShape } from '#api/http/shapes/people.ts';
import { roles } from '#db/model/role.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';

let house: TestApp;
beforeEach(async () => {
  house = await openTestApp();
});
afterEach(() => house.close());

const idOf = async (email: string) => (await house.accounts.findAccounts()).find((account) => account.email === email)?.id ?? '';
const patch = async (cookie: string, email: string, body: object) =>
  await house.ask(`/api/users/${await idOf(email)}`, { method: 'PATCH', cookie, body });

describe('grants', () => {
  it('reach as far as the own role and no further', () => {
    expect(roles.filter((role) => covers('admin', role))).toEqual([...roles]);
    expect(roles.filter((role) => covers('support_manager', role))).toEqual(['support_manager', 'product_manager', 'annotator', 'viewer']);
    expect(roles.filter((role) => covers('annotator', role))).toEqual(['annotator', 'viewer']);
    expect(() => checkGrant('support_manager', 'admin')).toThrow('may not grant');
  });
});

describe('users', () => {
  it('are listed by name, without anything secret', async () => {
    const cookie = await house.signInAs('admin');
    await house.signInAs('viewer');
    const { users } = await readAs(usersShape, await house.ask('/api/users', { cookie }));
    expect(users).toEqual([
      {
        id: expect.any(String),
        name: 'A admin',
        email: 'admin@example.com',
        role: 'admin',
        state: 'active',
        twoFactor: false,
        createdAt: expect.any(String),
        isYou: true,
      },
      {
        id: expect.any(String),
        name: 'A viewer',
        email: 'viewer@example.com',
        role: 'viewer',
        state: 'active',
        twoFactor: false,
        createdAt: expect.any(String),
        isYou: false,
      },
    ]);
  });

  it('lose their sessions with a new role, and have the new one at the next sign-in', async () => {
    const admin = await house.signInAs('admin');
    const viewer = await house.signInAs('viewer');
    expect((await patch(admin, 'viewer@example.com', { role: 'support_manager' })).status).toBe(200);
    expect((await house.ask('/api/metrics', { cookie: viewer })).status).toBe(401);
  });

  it('lose their sessions when they are switched off, and keep them when only the name changes', async () => {
    const admin = await house.signInAs('admin');
    const viewer = await house.signInAs('viewer');
    await patch(admin, 'viewer@example.com', { name: 'V' });
    expect((await house.ask('/api/metrics', { cookie: viewer })).status).toBe(200);
    await patch(admin, 'viewer@example.com', { disabled: true });
    expect((await house.ask('/api/metrics', { cookie: viewer })).status).toBe(401);
  });

  it('cannot change their own role nor switch themselves off', async () => {
    const admin = await house.signInAs('admin');
    expect((await patch(admin, 'admin@example.com', { role: 'viewer' })).status).toBe(403);
    expect((await patch(admin, 'admin@example.com', { disabled: true })).status).toBe(403);
    expect((await patch(admin, 'admin@example.com', { name: 'Me', role: 'admin' })).status).toBe(200);
  });

  it('are told apart by address: a second account for one is a conflict', async () => {
    const admin = await house.signInAs('admin');
    const body = { email: 'ADMIN@example.com', name: 'X', role: 'viewer' };
    expect((await house.ask('/api/users', { method: 'POST', cookie: admin, body })).status).toBe(409);
  });

  it('that do not exist are not found', async () => {
    const admin = await house.signInAs('admin');
    expect((await house.ask('/api/users/nobody', { method: 'PATCH', cookie: admin, body: { name: 'X' } })).status).toBe(404);
  });
});
