// Columns that are empty while they say nothing, and widen when a number does not fit.
import { describe, expect, it } from 'vitest';
import { type Codes, withCode, withSparseCode, withSparseValue } from '#api/engine/sparse-column.ts';

describe('a column of codes', () => {
  it('takes two bytes a number until one is larger than that, and keeps the earlier ones', () => {
    const narrow = [3, 65_535].reduce<Codes>((column, value, index) => withCode(column, index, value), new Uint16Array(0));
    const wide = withCode(narrow, 2, 65_536);
    expect([narrow.BYTES_PER_ELEMENT, wide.BYTES_PER_ELEMENT, [...wide.subarray(0, 3)]]).toEqual([2, 4, [3, 65_535, 65_536]]);
  });

  it('stays empty while every number is the usual one, which then stands in all earlier places', () => {
    const empty = withSparseCode(withSparseCode(new Uint16Array(0), 0, 1, 1), 1, 1, 1);
    const filled = withSparseCode(withSparseCode(empty, 2, 70_000, 1), 3, 1, 1);
    expect([empty.length, [...filled.subarray(0, 4)]]).toEqual([0, [1, 1, 70_000, 1]]);
  });
});

describe('a column of instants', () => {
  it('stays empty while there is none, and says so of all earlier places once there is one', () => {
    const empty = withSparseValue(new Float64Array(0), 0, Number.NaN);
    const filled = [5, Number.NaN, 0].reduce((column, value, index) => withSparseValue(column, index + 2, value), empty);
    expect([empty.length, [...filled.subarray(0, 5)]]).toEqual([0, [Number.NaN, Number.NaN, 5, Number.NaN, 0]]);
  });
});
