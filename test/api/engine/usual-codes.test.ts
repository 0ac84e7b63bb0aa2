// Which codes are usual, what they share, and the list of rows that have others.
import { describe, expect, it } from 'vitest';
import { merged, usualCodes, usualIn } from '#api/engine/usual-codes.ts';

describe('usual codes', () => {
  it('are as few as leave at most every sixteenth row to others', () => {
    const code = Uint16Array.from({ length: 64 }, (_, row) => (row === 5 || row === 40 ? 9 : row % 4 === 0 ? 2 : 7));
    expect(usualCodes(code)).toEqual({ codes: [7, 2], others: Uint32Array.of(5, 40) });
  });

  it('are all of them where none is rare, and none of no rows', () => {
    expect(usualCodes(Uint16Array.of(3, 1, 3, 1))).toEqual({ codes: [1, 3], others: new Uint32Array(0) });
    expect(usualCodes(new Uint16Array(0))).toEqual({ codes: [], others: new Uint32Array(0) });
  });

  it('share what a table says of all of them, or nothing', () => {
    expect([usualIn([0, 2], Uint8Array.of(4, 1, 4)), usualIn([0, 1], Uint8Array.of(4, 1, 4)), usualIn([], Uint8Array.of(4))]).toEqual([
      4,
      null,
      null,
    ]);
  });
});

describe('two lists of rows', () => {
  it('become one in order, what is in both once', () => {
    expect(merged(Uint32Array.of(2, 5, 9), [1, 5, 6, 12])).toEqual(Uint32Array.of(1, 2, 5, 6, 9, 12));
  });

  it('stay as they are where nothing is added', () => {
    expect(merged(Uint32Array.of(2, 5), [])).toEqual(Uint32Array.of(2, 5));
  });
});
