// Signing in: cookies, wrong passwords, the limit, switched-off people, second factors, the demo on loopback.

import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { twoFactorStartShape } from '#api/http/shapes/people.ts';
import { problemShape } from '#api/http/shapes/scalars.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveSource } from '#db/store/sources.ts';
import { cookieOf, openTestApp, password, readAs, type TestApp } from '#test/support/app.ts';

let house: TestApp;
beforeEach(async () => {
  house = await openTestApp();
});
afterEach(() => house.close());

const signIn = (email: string, given = password, headers = {}) =>
  house.ask('/api/auth/sign-in', { method: 'POST', body: { email, password: given }, headers });
const accountOf = async (email: string) => (await house.accounts.findAccounts()).find((account) => account.email === email);

/** The code that an authenticator app shows now for a base32 secret. */
function totp(uri: string, at = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send along', async () => {
    await house.signInAs('viewer');
    const answer = await signIn('Viewer@Example.com');
    expect([answer.status, await answer.json()]).toEqual([200, { signedIn: true, twoFactorNeeded: false }]);
    expect(answer.headers.getSetCookie().join('\n')).toMatch(/^huiyin\.session_token=[^;]+;.*HttpOnly.*SameSite=Lax/);
    const session = await (await house.ask('/api/session', { cookie: cookieOf(answer) })).json();
    expect(session).toMatchObject({
      signedIn: true,
      role: 'viewer',
      permissions: ['metrics:read'],
      isDemo: false,
      needsSetup: false,
      user: { email: 'viewer@example.com' },
    });
  });

  it('gives a Secure cookie where the house is reached by https', async () => {
    const secure = await openTestApp({ publicUrl: 'https://feedback.example.com' });
    await secure.signInAs('viewer');
    const body = { email: 'viewer@example.com', password };
    const answer = await secure.ask('/api/auth/sign-in', { method: 'POST', body, headers: { origin: 'https://feedback.example.com' } });
    expect(answer.headers.getSetCookie().join('\n')).toMatch(/^__Secure-huiyin\.session_token=.*; Secure/m);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
    await secure.close();
  });

  it('says the same for a wrong password, an unknown address and somebody switched off', async () => {
    await house.signInAs('viewer');
    await house.signInAs('admin', 'off@example.com');
    await house.accounts.changeAccount((await accountOf('off@example.com'))?.id ?? '', { isDisabled: true });
    const answers = await Promise.all([
      signIn('viewer@example.com', 'wrong password here'),
      signIn('nobody@example.com'),
      signIn('off@example.com'),
    ]);
    const told = await Promise.all(
      answers.map(async (answer) => [answer.status, (await readAs(problemShape, answer)).error.message, answer.headers.getSetCookie()]),
    );
    expect(told).toEqual(Array.from({ length: 3 }, () => [401, 'e-mail or password is wrong', []]));
  });

  it('is refused after five wrong tries, for that account from that address only', async () => {
    await house.signInAs('viewer');
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await signIn('viewer@example.com', 'wrong password here')).status).toBe(401);
    const sixth = await signIn('viewer@example.com');
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '900']);
    expect((await signIn('viewer@example.com', password, { 'x-test-address': '198.51.100.7' })).status).toBe(200);
  });

  it("cannot be done by an account of one's own making", async () => {
    for (const path of [
      '/api/auth/sign-up/email',
      '/api/auth/sign-up',
      '/api/auth/sign-in/email',
      '/api/auth/update-user',
      '/api/auth/change-email',
      '/api/auth/delete-user',
      '/api/auth/request-password-reset',
      '/api/auth/house/open-session',
    ]) {
      expect([path, (await house.ask(path, { method: 'POST', body: { email: 'a@example.com', password, name: 'A' } })).status]).toEqual([
        path,
        404,
      ]);
    }
  });

  it('ends when signing out, on the server too', async () => {
    const cookie = await house.signInAs('viewer');
    expect((await house.ask('/api/auth/sign-out', { method: 'POST', cookie })).status).toBe(200);
    expect((await house.ask('/api/metrics', { cookie })).status).toBe(401);
  });

  it('ends after seven days, whatever was done in between', async () => {
    const cookie = await house.signInAs('viewer');
    house.setClock(Date.now() + 6.9 * 86_400_000);
    expect((await house.ask('/api/metrics', { cookie })).status).toBe(200);
    house.setClock(Date.now() + 7.1 * 86_400_000);
    expect((await house.ask('/api/metrics', { cookie })).status).toBe(401);
  });

  it('is on the record, with failures, without passwords', async () => {
    await house.signInAs('viewer');
    await signIn('viewer@example.com', 'wrong password here');
    await signIn('viewer@example.com');
    const record = await findAudit(house.db);
    expect(record.map(({ action, subject, address }) => ({ action, subject, address }))).toEqual([
      { action: 'signed_in', subject: 'viewer@example.com', address: '192.0.2.1' },
      { action: 'sign_in_failed', subject: 'viewer@example.com', address: '192.0.2.1' },
    ]);
    expect(JSON.stringify(record) + house.logged.join('')).not.toMatch(/correct horse|wrong password here/);
  });
});

describe('a password', () => {
  it('is changed with the present one only, and ends all other sessions', async () => {
    const cookie = await house.signInAs('viewer');
    const elsewhere = cookieOf(await signIn('viewer@example.com'));
    const change = (currentPassword: string, newPassword: string) =>
      house.ask('/api/auth/password', { method: 'POST', cookie, body: { currentPassword, newPassword } });
    expect((await change('wrong password here', 'another long password')).status).toBe(401);
    expect((await change(password, 'too short')).status).toBe(400);
    const changed = await change(password, 'another long password');
    expect(changed.status).toBe(200);
    expect((await house.ask('/api/metrics', { cookie: elsewhere })).status).toBe(401);
    expect((await house.ask('/api/metrics', { cookie: cookieOf(changed) })).status).toBe(200);
    expect((await signIn('viewer@example.com')).status).toBe(401);
    expect((await signIn('viewer@example.com', 'another long password')).status).toBe(200);
  });
});

describe('a second factor', () => {
  const post = (path: string, cookie: string, body: object) => house.ask(path, { method: 'POST', cookie, body });

  it('is asked for at sign-in once a first code was right', async () => {
    const cookie = await house.signInAs('admin');
    const started = await post('/api/auth/two-factor/start', cookie, { password });
    expect(started.status).toBe(200);
    const { totpUri, recoveryCodes } = await readAs(twoFactorStartShape, started);
    expect(recoveryCodes.length).toBeGreaterThanOrEqual(10);
    expect((await post('/api/auth/two-factor/verify', cookie, { code: '000000' })).status).toBe(401);
    expect((await post('/api/auth/two-factor/verify', cookie, { code: totp(totpUri) })).status).toBe(200);

    const half = await signIn('admin@example.com');
    expect(await half.json()).toEqual({ signedIn: false, twoFactorNeeded: true });
    const halfCookie = cookieOf(half);
    expect((await house.ask('/api/metrics', { cookie: halfCookie })).status).toBe(401);
    const full = await post('/api/auth/two-factor/verify', halfCookie, { code: recoveryCodes[0], kind: 'recovery' });
    expect(full.status).toBe(200);
    expect((await house.ask('/api/metrics', { cookie: cookieOf(full) })).status).toBe(200);

    const again = cookieOf(await signIn('admin@example.com'));
    expect((await post('/api/auth/two-factor/verify', again, { code: recoveryCodes[0], kind: 'recovery' })).status).toBe(401);
  });

  it('needs the password to begin', async () => {
    const cookie = await house.signInAs('admin');
    expect((await post('/api/auth/two-factor/start', cookie, { password: 'wrong password here' })).status).toBe(401);
  });
});

describe('the demo manager', () => {
  const asDemo = (from: TestApp, headers = {}) => from.ask('/api/session/demo', { method: 'POST', headers });

  it('is whoever visits on loopback while the demo is in the store', async () => {
    const local = await openTestApp({ isLoopback: true });
    await saveSource(local.db, { id: 'demo', label: 'Demo', kind: 'demo' });
    expect(await (await local.ask('/api/session')).json()).toMatchObject({
      signedIn: false,
      isDemo: true,
      canSignInAsDemo: true,
      needsSetup: true,
    });
    const answer = await asDemo(local);
    expect(answer.status).toBe(200);
    expect(await (await local.ask('/api/session', { cookie: cookieOf(answer) })).json()).toMatchObject({
      signedIn: true,
      isDemo: true,
      isDemoUser: true,
      role: 'support_manager',
      needsSetup: true,
    });
    expect((await asDemo(local)).status).toBe(200);
    expect(await local.accounts.findAccounts()).toHaveLength(1);
    await local.close();
  });

  it('does not exist elsewhere: another host, another name, a proxy, no demo', async () => {
    const local = await openTestApp({ isLoopback: true });
    expect((await asDemo(local)).status).toBe(404);
    await saveSource(local.db, { id: 'demo', label: 'Demo', kind: 'demo' });
    expect((await asDemo(local, { host: 'feedback.example.com', origin: 'http://feedback.example.com' })).status).toBe(404);
    expect((await asDemo(local, { 'x-forwarded-for': '198.51.100.7' })).status).toBe(404);
    expect((await asDemo(local)).status).toBe(200);
    await local.close();
    await saveSource(house.db, { id: 'demo', label: 'Demo', kind: 'demo' });
    expect((await asDemo(house)).status).toBe(404);
  });

  it('goes with the demo, and its session with it', async () => {
    const local = await openTestApp({ isLoopback: true });
    await saveSource(local.db, { id: 'demo', label: 'Demo', kind: 'demo' });
    const cookie = cookieOf(await asDemo(local));
    expect((await local.ask('/api/demo', { method: 'DELETE', cookie })).status).toBe(403);
    const admin = await local.signInAs('admin');
    expect((await local.ask('/api/demo', { method: 'DELETE', cookie: admin })).status).toBe(200);
    expect((await local.ask('/api/metrics', { cookie })).status).toBe(401);
    expect((await asDemo(local)).status).toBe(404);
    await local.close();
  });

  it('has an address that nobody can take', async () => {
    const cookie = await house.signInAs('admin');
    const body = { email: 'manager@demo.invalid', name: 'X', role: 'admin' };
    expect((await house.ask('/api/users', { method: 'POST', cookie, body })).status).toBe(400);
  });
});
