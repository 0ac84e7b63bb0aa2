// Following the store: the columns move when the store did, not during an export, and are opened anew when they died.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followStore } from '#api/http/following.ts';
import { openHold } from '#api/http/hold.ts';
import { openWaitingEngine } from '#api/http/waiting-engine.ts';
import { AppError } from '#db/model/errors.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';
import { saveSamples } from '#test/support/sample-conversations.ts';
import { openStandInEngine } from '#test/support/stand-in-engine.ts';

let house: TestApp;
beforeEach(async () => {
  house = await openTestApp();
});
afterEach(() => house.close());

const until = async (isSo: () => boolean) => {
  for (let tries = 0; tries < 400 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
};

describe('following', () => {
  it('refreshes once for each change, and waits while an export holds the columns', async () => {
    const calls: string[] = [];
    const engine = { ...(await openStandInEngine(() => 0)), reopen: async () => undefined };
    const hold = openHold();
    const refresh = async () => {
      calls.push('refresh');
      return await engine.refresh();
    };
    const following = followStore({ db: house.db, engine: { ...engine, refresh }, hold, log: house.deps.log, everyMs: 2 });
    await until(() => calls.length === 1);
    const letGo = hold.take();
    await saveSamples(house.db, 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toHaveLength(1);
    letGo();
    await until(() => calls.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toHaveLength(2);
    await following.stop();
  });

  it('opens an engine anew that failed three times, and says so once', async () => {
    const opened: number[] = [];
    const engine = openWaitingEngine(async () => {
      opened.push(opened.length);
      const fresh = await openStandInEngine(() => 0);
      const died = async () => {
        throw new AppError('unavailable', 'the thread died');
      };
      return opened.length === 1 ? { ...fresh, refresh: died } : fresh;
    });
    const following = followStore({ db: house.db, engine, hold: openHold(), log: house.deps.log, everyMs: 2 });
    await until(() => opened.length === 2);
    await following.stop();
    expect((await engine.freshness()).change).toBe(3);
    expect(house.logged.filter((line) => line.includes('could not follow'))).toHaveLength(1);
  });
});
