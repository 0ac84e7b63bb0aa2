// Charts in words, as tables, as files, and as spark lines.
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import { words as zh } from '#test/support/words/zh.ts';
import { bucketsOf } from '../../../dashboard/src/lib/charts/bucket.ts';
import type { BucketChart, CurveChart } from '../../../dashboard/src/lib/charts/chart.ts';
import { bucketSentence, curveSentence } from '../../../dashboard/src/lib/charts/chart-sentence.ts';
import { bucketTable, curveTable, toCsv } from '../../../dashboard/src/lib/charts/chart-table.ts';
import { sparkPaths } from '../../../dashboard/src/lib/charts/spark-line.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';

const now = () => Date.parse('2026-03-20T07:42:00Z');
const english = openFormat({ words: en, zone: 'Asia/Shanghai', now });
const chinese = openFormat({ words: zh, zone: 'Asia/Shanghai', now });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const chart: BucketChart = {
  unit: 'share',
  size: 'day',
  buckets: bucketsOf({ from: '2026-03-16', to: '2026-03-19' }, 'day', 'Asia/Shanghai'),
  series: [
    {
      key: 'value',
      label: 'Answered',
      colour: 1,
      shape: 'line',
      values: [0.8, null, 0.5, 0.9],
      low: [0.7, null, 0.4, 0.8],
      high: [0.9, null, 0.6, 0.95],
      n: [120, null, 10, 200],
    },
  ],
  immature: [false, false, false, true],
};
const empty: BucketChart = {
  ...chart,
  series: [{ key: 'value', label: 'Answered', colour: 1, shape: 'line', values: [null, null, null, null] }],
};
const curves: CurveChart = {
  fromMs: 60_000,
  toMs: 3_600_000,
  series: [
    {
      key: 'chat',
      label: 'Chat',
      colour: 1,
      n: 200,
      points: [{ ms: 120_000, share: 0.5, low: 0.4, high: 0.6 }],
      promiseMs: 300_000,
      withinPromise: 0.5,
      notAnswered: 0.5,
    },
    { key: 'none', label: 'Nothing', colour: 2, n: 0, points: [], promiseMs: null, withinPromise: null, notAnswered: null },
  ],
};

describe('the sentence of a chart', () => {
  it('names the extremes, the gaps, and what still moves, in both languages', () => {
    expect([plain(bucketSentence(chart, en, english)), plain(bucketSentence(chart, zh, chinese))]).toEqual([
      'Answered was highest with 90.0 % (19 Mar), lowest with 50 % (18 Mar), 1 period has no data, the last period is still moving.',
      'Answered最高为 90.0%（3月19日），最低为 50%（3月18日），1 个时段没有数据，1 个时段仍会变动。',
    ]);
  });

  it('says that there is no data rather than speak of zero', () => {
    expect(bucketSentence(empty, en, english)).toBe('No data in this range.');
    expect(curveSentence({ ...curves, series: [] }, zh, chinese)).toBe('此范围内没有数据。');
  });

  it('tells for each curve what was kept and what was never answered', () => {
    expect(plain(curveSentence(curves, en, english))).toBe('Chat: 50.0 % within 5 min, 50.0 % not answered.');
  });
});

describe('the table of a chart', () => {
  it('has a row for every bucket, with interval and n, and dashes for gaps', () => {
    const table = bucketTable(chart, en, english);
    expect(table.columns).toEqual(['Day', 'Answered', 'Answered: 95 %', 'Answered: n']);
    expect(table.rows.map((row) => row.cells.map((cell) => plain(cell.shown)))).toEqual([
      ['80.0 %', '70.0–90.0 %', '120'],
      ['-', '-', '-'],
      ['50 %', '40–60 %', '10'],
      ['90.0 %', '80.0–95.0 %', '200'],
    ]);
  });

  it('gives the share of each curve at round times', () => {
    const table = curveTable(curves, en, english);
    expect(table.rows.map((row) => [plain(row.label), ...row.cells.map((cell) => cell.bare)])).toEqual([
      ['1 min', '0', ''],
      ['2 min', '0.5', ''],
      ['5 min', '0.5', ''],
      ['10 min', '0.5', ''],
      ['30 min', '0.5', ''],
      ['1 h', '0.5', ''],
    ]);
  });

  it('becomes a file that spreadsheets read and formulas cannot hide in', () => {
    const file = toCsv({
      columns: ['a,b', '=cmd()'],
      rows: [
        { label: 'x "y"', cells: [{ shown: '', bare: '-1.5' }] },
        { label: '@sum', cells: [{ shown: '', bare: '' }] },
      ],
    });
    expect(file).toBe('\ufeff"a,b",\'=cmd()\r\n"x ""y""",-1.5\r\n\'@sum,\r\n');
  });
});

describe('sparkPaths', () => {
  const options = { isFromZero: false, immature: [] };

  it('breaks at gaps, marks the last point, and keeps what moves apart', () => {
    const spark = sparkPaths([0, 10, null, 5, 10], { isFromZero: true, immature: [false, false, false, false, true] });
    expect(spark).toEqual({
      firm: 'M0 94L25 8',
      moving: 'M75 51L100 8',
      area: 'M0 94L0 94L25 8L25 94ZM75 94L75 51L100 8L100 94Z',
      last: { x: 100, y: 8 },
    });
  });

  it('draws nothing of nothing, a dash of one value, a level line of equal values', () => {
    expect([sparkPaths([], options), sparkPaths([null, null], options)]).toEqual([
      { firm: '', moving: '', area: '', last: null },
      { firm: '', moving: '', area: '', last: null },
    ]);
    expect(sparkPaths([3], options).last).toEqual({ x: 50, y: 51 });
    expect([sparkPaths([4, 4], options).firm, sparkPaths([0, 0], options).firm]).toEqual(['M0 51L100 51', 'M0 94L100 94']);
  });
});
