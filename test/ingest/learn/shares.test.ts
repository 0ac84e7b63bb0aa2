// Log odds become shares that add up to one, however large they are.
import { expect, test } from 'vitest';
import { toShares } from '#ingest/learn/shares.ts';

const rounded = (odds: readonly number[]) => [...toShares(Float64Array.from(odds))].map((share) => Number(share.toFixed(8)));

test('log odds become their exponents, each over the sum of all', () => {
  expect(rounded([1, 2, 3])).toEqual([0.09003057, 0.24472847, 0.66524096]);
});

test('a common number, however large, changes nothing', () => {
  expect(rounded([1001, 1002, 1003])).toEqual(rounded([1, 2, 3]));
});
