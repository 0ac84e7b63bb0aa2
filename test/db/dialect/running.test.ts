// Which transaction work runs in: of each store its own, over when it is over, and no dearer for the stores that were opened before.
import { executionAsyncResource } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { openRunning } from '#db/dialect/running.ts';

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('work in transactions', () => {
  it('is in one of each store, and in none after its end', async () => {
    const [one, other] = [openRunning<{ name: string }>(), openRunning<{ name: string }>()];
    const names = () => [one.current()?.name ?? null, other.current()?.name ?? null];
    let later: Promise<unknown> = Promise.resolve();
    const seen = await one.run({ name: 'a' }, async () => {
      await turn();
      const inside = await other.run({ name: 'b' }, async () => {
        await turn();
        return names();
      });
      later = turn().then(turn).then(names);
      return [inside, names()];
    });
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', null],
    ]);
    expect([names(), await later]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('is over also where it fails, and the error passes', async () => {
    const running = openRunning<{ name: string }>();
    const failed = running.run({ name: 'a' }, async () => {
      throw new TypeError('no');
    });
    await expect(failed).rejects.toThrow(new TypeError('no'));
    expect(running.current()).toBeNull();
  });

  it('makes a promise carry no more, however many stores there were', async () => {
    const carried = async () => {
      await turn();
      return Object.getOwnPropertySymbols(executionAsyncResource()).length;
    };
    const before = await openRunning<object>().run({}, carried);
    for (let nth = 0; nth < 20; nth += 1) await openRunning<object>().run({}, turn);
    expect(await openRunning<object>().run({}, carried)).toBe(before);
  });
});
