// One-time links: the first admin's and invites work once, for 24 hours, and leave no trace of the token.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAdminLink } from '#api/http/links.ts';
import { userCreatedShape } from '#api/http/shapes/people.ts';
import { problemShape } from '#api/http/shapes/scalars.ts';
import { cookieOf, openTestApp, password, readAs, type TestApp } from '#test/support/app.ts';

const hour = 3_600_000;
let house: TestApp;
beforeEach(async () => {
  house = await openTestApp();
});
afterEach(() => house.close());

const tokenOf = (link: string) => new URL(link, 'http://localhost').hash.replace('#token=', '');
const openLink = async (token = 'first-token') => tokenOf(await openAdminLink(house.db, token, house.deps.clock()));
const read = (token: string) => house.ask(`/api/setup/${token}`);
const finish = (token: string, body: object) => house.ask(`/api/setup/${token}`, { method: 'POST', body });
const person = { name: 'Ada', email: 'ada@example.com', password };

describe('the link of the first admin', () => {
  it('makes an admin who is signed in, and is dead afterwards', async () => {
    const token = await openLink();
    expect(await (await read(token)).json()).toEqual({
      kind: 'admin',
      role: 'admin',
      email: null,
      name: null,
      expiresAt: new Date(house.deps.clock() + 24 * hour).toISOString(),
      leastPasswordLength: 12,
    });
    const done = await finish(token, person);
    expect(done.status).toBe(200);
    expect(await (await house.ask('/api/session', { cookie: cookieOf(done) })).json()).toMatchObject({
      role: 'admin',
      user: { email: 'ada@example.com' },
    });
    expect([(await read(token)).status, (await finish(token, { ...person, email: 'eve@example.com' })).status]).toEqual([404, 404]);
    expect(await house.accounts.findAccounts()).toHaveLength(1);
  });

  it('is dead after 24 hours', async () => {
    const token = await openLink();
    house.setClock(house.deps.clock() + 24 * hour - 1);
    expect((await read(token)).status).toBe(200);
    house.setClock(house.deps.clock() + 1);
    expect([(await read(token)).status, (await finish(token, person)).status]).toEqual([404, 404]);
  });

  it('is dead once a later start printed another', async () => {
    const [first, second] = [await openLink('one'), await openLink('two')];
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
  });

  it('gives one admin where two come at the same moment', async () => {
    const token = await openLink();
    const answers = await Promise.all([finish(token, person), finish(token, { ...person, email: 'eve@example.com' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404]);
    expect(await house.accounts.findAccounts()).toHaveLength(1);
  });

  it('stays where the input was wrong, so that a slip of the hand does not cost it', async () => {
    const token = await openLink();
    expect((await finish(token, { ...person, password: 'short' })).status).toBe(400);
    expect((await finish(token, { name: 'Ada', password })).status).toBe(400);
    expect((await finish(token, person)).status).toBe(200);
  });

  it('says the same for unknown, used and malformed tokens', async () => {
    const token = await openLink();
    await finish(token, person);
    const answers = await Promise.all(['unknown', token, '%00', 'x'.repeat(200)].map(read));
    const told = await Promise.all(answers.map(async (answer) => [answer.status, (await readAs(problemShape, answer)).error.message]));
    expect(new Set(told.map(String))).toEqual(new Set(['404,this link does not work, or not any more']));
  });

  it('is in the database as a hash only, and in no log', async () => {
    const token = await openLink('a-secret-token');
    await read(token);
    const rows = await house.db.query.select().from(house.db.tables.setupLink);
    expect(JSON.stringify(rows) + house.logged.join('')).not.toContain('a-secret-token');
    expect(house.logged.join('')).toContain('/api/setup/:token');
  });
});

describe('an invite', () => {
  const invite = async (body = { email: 'bo@example.com', name: 'Bo', role: 'annotator' }) => {
    const cookie = await house.signInAs('admin');
    const answer = await house.ask('/api/users', { method: 'POST', cookie, body });
    return { cookie, answer: await readAs(userCreatedShape, answer) };
  };

  it('gives its own person a password, and the role that was meant', async () => {
    const { answer } = await invite();
    expect(answer).toMatchObject({
      user: { email: 'bo@example.com', role: 'annotator', state: 'invited' },
      inviteLink: expect.stringContaining('/setup#token='),
    });
    const token = tokenOf(answer.inviteLink);
    expect(await (await read(token)).json()).toMatchObject({ kind: 'invite', email: 'bo@example.com', name: 'Bo', role: 'annotator' });
    const done = await finish(token, { name: 'Bo B', email: 'somebody-else@example.com', password });
    expect(await (await house.ask('/api/session', { cookie: cookieOf(done) })).json()).toMatchObject({
      role: 'annotator',
      user: { email: 'bo@example.com', name: 'Bo B' },
    });
    expect((await read(token)).status).toBe(404);
  });

  it('is dead where its account was switched off meanwhile', async () => {
    const { answer, cookie } = await invite();
    expect((await house.ask(`/api/users/${answer.user.id}`, { method: 'PATCH', cookie, body: { disabled: true } })).status).toBe(200);
    const done = await finish(tokenOf(answer.inviteLink), { name: 'Bo', password });
    expect([done.status, done.headers.getSetCookie()]).toEqual([404, []]);
  });

  it('is replaced by a later one', async () => {
    const { answer, cookie } = await invite();
    const again = await readAs(userCreatedShape, await house.ask(`/api/users/${answer.user.id}/invite`, { method: 'POST', cookie }));
    expect([(await read(tokenOf(answer.inviteLink))).status, (await read(tokenOf(again.inviteLink))).status]).toEqual([404, 200]);
  });
});
