// Figures in a terminal: durations as people say them, tables that line up also in Chinese.
import { describe, expect, it } from 'vitest';
import { displayWidth, spokenDuration, spokenValue, toTable } from '#api/commands/words.ts';

describe('words', () => {
  it('speak durations in their two largest units', () => {
    expect([null, 0, 999, 1_000, 61_000, 3_600_000, 12_000_000, 90_061_000, -60_000].map((ms) => spokenDuration(ms))).toEqual([
      '-',
      '0 ms',
      '999 ms',
      '1 s',
      '1 min 1 s',
      '1 h',
      '3 h 20 min',
      '1 d 1 h',
      '-1 min',
    ]);
  });

  it('speak values in their unit and say - for no data', () => {
    expect([spokenValue(0.875, 'share'), spokenValue(1234, 'count'), spokenValue(4.5, 'score'), spokenValue(null, 'share')]).toEqual([
      '87.5 %',
      '1,234',
      '4.50',
      '-',
    ]);
  });

  it('line tables up, numbers to the right, wide characters as two', () => {
    expect(displayWidth('王芳a')).toBe(5);
    expect(
      toTable(
        ['name', 'n'],
        [
          ['王芳', 5],
          ['Ada', 12],
        ],
      ),
    ).toBe('name   n\n----  --\n王芳   5\nAda   12\n');
  });

  it('take control characters out, which could move the cursor', () => {
    expect(toTable(['a'], [['x\u001b[2Jy\nz']])).toBe('a\n-------\nx [2Jy z\n'.replace('-------', '-'.repeat(8)));
  });
});
