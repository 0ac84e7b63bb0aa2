// Learning over HTTP: a model is taught in the background, told old against new, put in force and back by those who may.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { heldOutRowsShape } from '#api/http/shapes/labelled-rows.ts';
import { learningShape } from '#api/http/shapes/learning.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { monday } from '#test/support/incoming.ts';
import { plantedStore } from '#test/support/planted-store.ts';

let house: TestApp;
/** Lets the run go on that is held back. */
let letTeach = () => {};
beforeEach(async () => {
  const allowed = new Promise<void>((resolve) => {
    letTeach = resolve;
  });
  house = await openTestApp({ now: monday + 10 * 86_400_000, mayTeach: () => allowed });
});
afterEach(async () => {
  letTeach();
  await house.close();
});

const state = async (cookie: string) => await readAs(learningShape, await house.ask('/api/learning?field=category', { cookie }));
const begin = (cookie: string, body: object = { field: 'category' }) => house.ask('/api/learning/runs', { method: 'POST', cookie, body });
const choose = (cookie: string, version: number) =>
  house.ask('/api/learning/in-force', { method: 'PUT', cookie, body: { field: 'category', version } });
/** The state after the run that a test held back until here. */
const untilDone = async (cookie: string) => {
  letTeach();
  for (let tries = 0; tries < 4000; tries += 1) {
    const now = await state(cookie);
    if (now.running === null) return now;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('teaching did not end');
};
const at = new Date(monday + 10 * 86_400_000).toISOString();

it('teaches what customers say here, is in force because it is better, and goes back to the shipped model', async () => {
  await plantedStore(house.db, { count: 260, labelled: 240 });
  const cookie = await house.signInAs('support_manager');
  const before = await state(cookie);
  expect(before).toEqual({
    field: 'category',
    inForce: 0,
    fits: true,
    base: '1',
    labelled: 240,
    needs: { taught: 60, heldOut: 30 },
    older: 260,
    conversations: 260,
    versions: [],
    history: [],
    running: null,
    last: null,
  });
  expect((await begin(cookie)).status).toBe(202);
  expect((await state(cookie)).running).toMatchObject({ field: 'category', startedAt: at });
  expect([(await begin(cookie)).status, (await begin(cookie, { field: 'sentiment' })).status]).toEqual([409, 409]);
  const after = await untilDone(cookie);
  const [version] = after.versions;
  expect([after.inForce, after.last]).toEqual([1, { kind: 'taught', version: 1, isLive: true, field: 'category', at }]);
  expect(after.history.map(({ version: chosen, reason }) => [chosen, reason])).toEqual([[1, 'better']]);
  // The scorers of this test are stand-ins, on which nothing was taught; it says so.
  expect([after.fits, version?.fits, version?.isDemo]).toEqual([false, false, false]);
  const figures = version?.figures;
  expect([figures?.isBetter, figures?.findings, (figures?.taught ?? 0) + (figures?.heldOut ?? 0)]).toEqual([true, [], 240]);
  expect(figures?.overall.gain?.interval[0]).toBeGreaterThan(0.2);
  expect(figures?.languages.map(({ language, n }) => [language, n])).toEqual([['en', figures?.heldOut]]);
  const list = async (more = '') =>
    await readAs(heldOutRowsShape, await house.ask(`/api/learning/held-out?field=category&version=1&limit=200${more}`, { cookie }));
  const { n, rows } = await list();
  const right = (side: 'old' | 'new') => rows.filter((row) => row.people.some(({ label }) => label === row[side])).length / n;
  expect([n, rows.length, (await list('&language=en')).n, (await list('&language=de')).n]).toEqual([
    ...[figures?.heldOut, figures?.heldOut, figures?.heldOut, 0],
  ]);
  expect([right('old'), right('new')]).toEqual([
    expect.closeTo(figures?.overall.old.right?.value ?? -1, 9),
    expect.closeTo(figures?.overall.new.right?.value ?? -1, 9),
  ]);
  expect((await house.ask('/api/learning/held-out?field=category&version=9', { cookie })).status).toBe(404);
  expect([(await choose(cookie, 0)).status, (await choose(cookie, 0)).status, (await choose(cookie, 9)).status]).toEqual([200, 409, 404]);
  expect((await state(cookie)).history.map(({ version: chosen, reason }) => [chosen, reason])).toEqual([
    [0, 'by-hand'],
    [1, 'better'],
  ]);
  expect((await findAudit(house.db)).map(({ action, subject }) => [action, subject])).toEqual([
    ['model_put_in_force', 'category'],
    ['model_put_in_force', 'category'],
    ['model_taught', 'category'],
    ['teaching_begun', 'category'],
  ]);
});

it('keeps what it taught without putting it in force where that was not asked for', async () => {
  await plantedStore(house.db, { count: 200, labelled: 180 });
  const cookie = await house.signInAs('support_manager');
  await begin(cookie, { field: 'category', goLive: false });
  const { inForce, versions, last } = await untilDone(cookie);
  expect([inForce, versions.length, last]).toEqual([0, 1, { kind: 'taught', version: 1, isLive: false, field: 'category', at }]);
});

it('says how much is missing where too little is labelled', async () => {
  await plantedStore(house.db, { count: 60, labelled: 40 });
  const cookie = await house.signInAs('support_manager');
  await begin(cookie);
  const { inForce, versions, last, labelled } = await untilDone(cookie);
  expect([inForce, versions, labelled]).toEqual([0, [], 40]);
  if (last?.kind !== 'too-few') throw new Error('it was taught');
  expect(last.taught + last.heldOut).toBe(40);
});

it('stops when it is told to, and keeps nothing', async () => {
  await plantedStore(house.db, { count: 200, labelled: 180 });
  const cookie = await house.signInAs('admin');
  await begin(cookie);
  expect((await house.ask('/api/learning/runs', { method: 'DELETE', cookie })).status).toBe(200);
  const { versions, last } = await untilDone(cookie);
  expect([versions, last]).toEqual([[], { kind: 'stopped', field: 'category', at }]);
});

it('is seen by everybody who sees figures, and begun, stopped and chosen only by those who manage annotation', async () => {
  const ask = async (cookie: string) => [
    (await house.ask('/api/learning', { cookie })).status,
    (await begin(cookie)).status,
    (await house.ask('/api/learning/runs', { method: 'DELETE', cookie })).status,
    (await choose(cookie, 1)).status,
  ];
  for (const role of ['viewer', 'annotator', 'product_manager'] as const)
    expect([role, await ask(await house.signInAs(role))]).toEqual([role, [200, 403, 403, 403]]);
  expect((await house.ask('/api/learning')).status).toBe(401);
});
