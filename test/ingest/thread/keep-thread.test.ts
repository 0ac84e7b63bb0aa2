// A thread that is kept: it opens once, answers each its own, tells what failed, and is begun anew after it fell over.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type KeptThread, keepThread } from '#ingest/thread/keep-thread.ts';
import type { Told } from '#test/support/counting-thread.ts';

let thread: KeptThread<Told, number> | null = null;
const begin = (from: number): KeptThread<Told, number> => {
  thread = keepThread({
    name: 'counting',
    module: new URL('../../support/counting-thread.ts', import.meta.url),
    order: { from },
    retiresAfterMs: 200,
  });
  return thread;
};
afterEach(async () => {
  await thread?.close();
  thread = null;
});

describe('a thread that is kept', { timeout: 120_000 }, () => {
  it('is opened once, and gives each question its own answer, also where a later one is there sooner', async () => {
    const { ask } = begin(10);
    const done: number[] = [];
    const noted = async (told: Told) => {
      const answer = await ask(told);
      done.push(answer);
      return answer;
    };
    expect(await Promise.all([noted('wait and count'), noted('count'), noted('count')])).toEqual([11, 12, 13]);
    expect(done).toEqual([12, 13, 11]);
    expect(await ask('count')).toBe(14);
  });

  it('tells our own errors as they are, and of others nothing that they may quote', async () => {
    const { ask } = begin(0);
    await expect(ask('refuse')).rejects.toMatchObject({ code: 'conflict', message: 'not now' });
    await expect(ask('choke')).rejects.toMatchObject({ code: 'internal', message: 'failed unexpectedly' });
    expect(await ask('count')).toBe(3);
  });

  it('tells with each question that it could not be opened', async () => {
    const { ask } = begin(-1);
    for (let time = 0; time < 2; time += 1)
      await expect(ask('count')).rejects.toMatchObject({ code: 'invalid', message: 'cannot count from there' });
  });

  it('fails what is under way where it falls over, and is begun anew with the next question', async () => {
    const { ask } = begin(0);
    const [waiting, falling] = [ask('wait and count'), ask('fall over')];
    for (const lost of [waiting, falling])
      await expect(lost).rejects.toMatchObject({ code: 'unavailable', message: 'counting stopped: its thread failed' });
    expect(await ask('count')).toBe(1);
  });

  it('answers on when it is retired, and is begun anew for whoever asks after it has ended', async () => {
    const { ask, retire } = begin(0);
    expect(await ask('count')).toBe(1);
    retire();
    expect(await ask('count')).toBe(2);
    await sleep(700);
    expect(await ask('count')).toBe(1);
  });

  it('stays while it is kept', async () => {
    const { ask } = begin(0);
    expect(await ask('count')).toBe(1);
    await sleep(700);
    expect(await ask('count')).toBe(2);
  });

  it('ends after what is under way, and answers nothing more', async () => {
    const { ask, close } = begin(0);
    const last = ask('wait and count');
    await close();
    expect(await last).toBe(1);
    await expect(ask('count')).rejects.toMatchObject({ code: 'unavailable', message: 'counting was stopped' });
  });
});
