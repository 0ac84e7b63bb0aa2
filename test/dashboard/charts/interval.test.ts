// Estimates side by side: where they are drawn, and what the table and the sentence say of them.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import { type IntervalChart, intervalSentence, intervalTable, placeOf, reachOf } from '../../../dashboard/src/lib/charts/interval.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';

const format = openFormat({ words, zone: 'UTC', now: () => 0 });
const row = (label: string, value: number | null, low: number | null, high: number | null, n: number) => ({
  ...{ key: label, label, value, low, high, n },
  href: null,
});
const shares: IntervalChart = {
  unit: 'share',
  rowName: 'Wait',
  rows: [row('short', 0.9, 0.85, 0.94, 200), row('none', null, null, null, 0), row('long', 0.4, 0.3, 0.51, 80)],
};
const differences: IntervalChart = { unit: 'difference', rowName: 'Driver', rows: [row('nudge', -0.14, -0.26, -0.02, 50)] };

/** Numbers are held to their units by narrow gaps. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('estimates side by side', () => {
  it('reach from 0 to 1 for shares, and evenly around 0 for differences', () => {
    expect([reachOf(shares), reachOf(differences), reachOf({ ...differences, rows: [] })]).toEqual([
      [0, 1],
      [-0.3, 0.3],
      [-0.05, 0.05],
    ]);
  });

  it('lie in percent of the axis and never beside it', () => {
    expect([placeOf(0.25, [0, 1]), placeOf(0, [-0.3, 0.3]), placeOf(2, [0, 1]), placeOf(-9, [-0.3, 0.3])]).toEqual([25, 50, 100, 0]);
  });

  it('are a table with value, interval and n; what has no data is a dash and an empty cell', () => {
    expect(intervalTable(shares, words, format).rows.map(({ cells }) => cells.map(({ shown, bare }) => [plain(shown), bare]))).toEqual([
      [
        ['90.0 %', '0.9'],
        ['85.0–94.0 %', '0.85..0.94'],
        ['200', '200'],
      ],
      [
        ['-', ''],
        ['-', ''],
        ['0', '0'],
      ],
      [
        ['40 %', '0.4'],
        ['30–51 %', '0.3..0.51'],
        ['80', '80'],
      ],
    ]);
    expect(intervalTable(differences, words, format).rows[0]?.cells.map(({ shown }) => plain(shown))).toEqual([
      '−14.0 points',
      '−26.0 points … −2.0 points',
      '50',
    ]);
  });

  it('are told by the highest and the lowest', () => {
    expect(plain(intervalSentence(shares, words, format))).toBe('short 90.0 %; long 40 %.');
    expect(intervalSentence({ ...shares, rows: [] }, words, format)).toBe(words.chart.noData);
    const few = { ...row('rare', 0, 0, 0.7, 2), isQuiet: true };
    expect(plain(intervalSentence({ ...shares, rows: [...shares.rows, few] }, words, format))).toBe('short 90.0 %; long 40 %.');
    expect(plain(intervalSentence({ ...shares, rows: [few] }, words, format))).toBe('rare 0 %.');
  });
});
