// Durations as people say them, in two screen languages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import { words as zh } from '#test/support/words/zh.ts';
import { formatDuration, formatExactDuration } from '../../../dashboard/src/lib/format/duration.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('formatDuration', () => {
  it('says the one or two units that matter', () => {
    const spoken = [
      0,
      400,
      45 * second,
      2 * minute + 9 * second,
      7 * minute,
      42 * minute,
      3 * hour + 20 * minute,
      2 * day + 4 * hour,
      45 * day,
    ].map((ms) => [plain(formatDuration(ms, en.duration)), plain(formatDuration(ms, zh.duration))]);
    expect(spoken).toEqual([
      ['0 s', '0 秒'],
      ['< 1 s', '不到 1 秒'],
      ['45 s', '45 秒'],
      ['2 min 9 s', '2 分 9 秒'],
      ['7 min', '7 分钟'],
      ['42 min', '42 分钟'],
      ['3 h 20 min', '3 小时 20 分'],
      ['2 d 4 h', '2 天 4 小时'],
      ['45 d', '45 天'],
    ]);
  });

  it('never rounds up to 60 seconds, 60 minutes or 24 hours', () => {
    const edges = [59_600, 10 * minute - 1, hour - 1, day - 1, 10 * day - 1];
    expect(edges.map((ms) => plain(formatDuration(ms, en.duration)))).toEqual(['1 min', '10 min', '1 h', '1 d', '10 d']);
  });

  it('shows a dash where there is no figure, and never NaN', () => {
    expect([null, undefined, Number.NaN, Number.POSITIVE_INFINITY].map((ms) => formatDuration(ms, en.duration))).toEqual([
      '-',
      '-',
      '-',
      '-',
    ]);
  });

  it('is never more than one unit of its last place away from the truth', () => {
    const read = (text: string) =>
      [...text.matchAll(/(\d+) (s|min|h|d)/g)].reduce(
        (sum, [, count, unit]) =>
          sum +
          Number(count) *
            (new Map([
              ['s', second],
              ['min', minute],
              ['h', hour],
              ['d', day],
            ]).get(unit ?? 's') ?? 0),
        0,
      );
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 400 * day }), (ms) => {
        const step = ms < 10 * minute ? second : ms < day ? minute : ms < 10 * day ? hour : day;
        return Math.abs(read(plain(formatDuration(ms, en.duration))) - ms) <= step;
      }),
    );
  });
});

describe('formatExactDuration', () => {
  it('names every unit down to the second', () => {
    expect(plain(formatExactDuration(day + 2 * hour + 3 * minute + 4 * second, en.duration))).toBe('1 d 2 h 3 min 4 s');
    expect(plain(formatExactDuration(0, zh.duration))).toBe('0 秒');
    expect(formatExactDuration(null, en.duration)).toBe('-');
  });
});
