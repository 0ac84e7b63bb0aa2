// Health over HTTP: loading until the columns are there, and afterwards how far they were, however long the engine is at a question.
import { afterEach, expect, it } from 'vitest';
import type { Engine } from '#api/engine/engine.ts';
import { healthShape } from '#api/http/shapes/operations.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { openStandInEngine } from '#test/support/stand-in-engine.ts';

type Freshness = Awaited<ReturnType<Engine['freshness']>>;

let house: TestApp | null = null;
afterEach(async () => {
  await house?.close();
  house = null;
});

/** A house whose engine tells its freshness as the test says. */
async function openHouse(freshness: (known: Freshness) => Promise<Freshness>) {
  house = await openTestApp({
    openEngine: async (_, clock) => {
      const engine = await openStandInEngine(clock);
      return { ...engine, freshness: async () => await freshness(await engine.freshness()) };
    },
  });
  const { ask } = house;
  return async () => await readAs(healthShape, await ask('/api/health'));
}
const never = () => new Promise<never>(() => undefined);

it('is loading until the columns are there', async () => {
  const health = await openHouse(never);
  expect(await health()).toMatchObject({ status: 'loading', change: null });
});

it('tells how far the columns were while the engine is at a question, and asks again when it was told', async () => {
  let told = 0;
  let end = () => {};
  const health = await openHouse(async (known) => {
    told += 1;
    if (told === 2)
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    return { ...known, change: 40 + told };
  });
  expect(await health()).toMatchObject({ status: 'ok', change: 41 });
  for (let probe = 0; probe < 3; probe += 1) expect(await health()).toMatchObject({ status: 'ok', change: 41 });
  expect(told).toBe(2);
  end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await health()).toMatchObject({ status: 'ok', change: 43 });
});

it('is an error where the engine cannot be asked, also after it could', async () => {
  let isBroken = false;
  const health = await openHouse(async (known) => {
    if (isBroken) throw new Error('gone');
    return known;
  });
  expect((await health()).status).toBe('ok');
  isBroken = true;
  expect((await house?.ask('/api/health'))?.status).toBe(500);
});
