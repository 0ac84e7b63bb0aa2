// The planner's thread: says the same as the work in this thread, leaves this one alone, and tells when it cannot.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { openPlanner, planHere } from '#api/staffing/planner.ts';
import { channelFacts } from '#api/staffing/staffing-desk.ts';
import { initialiseWorkspace, saveWorkspace } from '#db/store/workspace.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';
import { saveChats } from '#test/support/staffing-store.ts';

const now = Date.parse('2026-05-05T04:00:00Z');
const change = { more: 1, fromHour: 8, toHour: 18, earlierMinutes: 0 };
const question = { week: null, change, event: 0, target: 0.9 };
let house: TestApp;
let location = '';

beforeAll(async () => {
  house = await openTestApp({
    now,
    openEngine: (where, clock) => {
      location = where;
      return openEngine({ location: where, inProcess: true, clock });
    },
  });
  await initialiseWorkspace(house.db, now);
  await saveWorkspace(house.db, { zone: 'UTC' });
  await saveChats(house.db, now);
  await house.deps.engine.refresh();
});
afterAll(() => house.close());

const facts = () => channelFacts(house.deps, { channel: 'chat', language: null });

it('plans the same in its own thread as here', async () => {
  const there = openPlanner(location);
  try {
    const order = { facts: await facts(), question };
    const [far, near] = [await there.plan(order), await planHere(house.db).plan(order)];
    expect(far).toEqual(near);
    expect(far.report?.hours.length).toBe(168);
    expect(far.report?.changed).toBeGreaterThan(far.report?.usual ?? 1);
  } finally {
    await there.close();
  }
});

it('is unavailable where its store is, and once it is closed', async () => {
  const nowhere = openPlanner(`${location}-gone`);
  await expect(nowhere.plan({ facts: await facts(), question })).rejects.toMatchObject({ code: 'unavailable' });
  const refused = expect(nowhere.plan({ facts: await facts(), question })).rejects.toMatchObject({ code: 'unavailable' });
  await nowhere.close();
  await refused;
});
