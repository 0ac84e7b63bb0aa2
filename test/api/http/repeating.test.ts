// Repeated work: one turn at a time, failures told and survived, a stop that waits.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from '#api/http/repeating.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('repeat', () => {
  it('leaves a turn out while one runs', async () => {
    let begun = 0;
    let finish = (): void => undefined;
    const repeating = repeat(
      () => {
        begun += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      1_000,
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(3_500);
    expect(begun).toBe(1);
    finish();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toBe(2);
    finish();
    await repeating.stop();
  });

  it('tells of a failure and comes again', async () => {
    const told: unknown[] = [];
    let turns = 0;
    const repeating = repeat(
      async () => {
        turns += 1;
        if (turns === 1) throw new Error('the first turn');
      },
      1_000,
      (error) => told.push(error),
    );
    await vi.advanceTimersByTimeAsync(2_000);
    await repeating.stop();
    expect([turns, told]).toEqual([2, [new Error('the first turn')]]);
  });

  it('waits at a stop for the turn that runs, and begins none after it', async () => {
    let turns = 0;
    let finish = (): void => undefined;
    const repeating = repeat(
      () => {
        turns += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      1_000,
      () => undefined,
    );
    repeating.turn();
    let isStopped = false;
    const stopped = repeating.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect([turns, isStopped]).toEqual([1, false]);
    finish();
    await stopped;
    expect(turns).toBe(1);
  });
});
