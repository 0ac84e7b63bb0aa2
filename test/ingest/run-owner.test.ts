// Whether a lease belongs to a process that has ended.
import { describe, expect, it } from 'vitest';
import { isOwnerGone, isProcessAlive, ownerName } from '#ingest/run-owner.ts';

const self = { host: 'desk/1 x', pid: 40, token: 'mine' };
const alive = (pid: number) => pid === 7;

describe('isOwnerGone', () => {
  it.each([
    ['a process of this machine that has ended', { host: 'desk/1 x', pid: 8, token: 'a' }, true],
    ['a process of this machine that is there', { host: 'desk/1 x', pid: 7, token: 'a' }, false],
    ['this process', self, false],
    ['an earlier life under the same number, as in a container', { ...self, token: 'older' }, true],
    ['another machine, of which nothing is known', { host: 'other', pid: 8, token: 'a' }, false],
  ])('%s', (_what, owner, isGone) => {
    expect(isOwnerGone(ownerName(owner), self, alive)).toBe(isGone);
  });

  it.each(['', 'a test', 'desk/8', 'desk/x/y', '%/8/a', 'desk%2F1%20x/-1/a'])('leaves %j alone: nobody knows who that is', (name) => {
    expect(isOwnerGone(name, self, () => false)).toBe(false);
  });
});

describe('isProcessAlive', () => {
  it('knows this process, and that a number beyond all others is nobody', () => {
    expect([isProcessAlive(process.pid), isProcessAlive(2 ** 30)]).toEqual([true, false]);
  });
});
