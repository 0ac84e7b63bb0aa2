// The page of the forecast and the list of peaks: charts, tables and sentences made of answers.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import type { Forecast, Peaks } from '../../../dashboard/src/lib/api/shapes.ts';
import { bucketsOf } from '../../../dashboard/src/lib/charts/bucket.ts';
import { forecastChart, forecastSentence, forecastTable } from '../../../dashboard/src/lib/forecast/forecast-chart.ts';
import { forecastHeadline, overallRatio } from '../../../dashboard/src/lib/forecast/sentence.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { besideArrivals, peaksSentence, peakTime } from '../../../dashboard/src/lib/peak-list/peaks-chart.ts';
import { plainText } from '../../../dashboard/src/lib/words/say.ts';

const format = openFormat({ words, zone: 'Asia/Shanghai', now: () => Date.parse('2026-03-20T07:42:00Z') });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const freshness = { asOf: '2026-03-20T07:42:00.000Z', lastMessageAt: null, change: 1, behind: [] };
const midnight = (day: number) => new Date(Date.UTC(2026, 2, day, 16)).toISOString();

const verdict = (id: string, more: Partial<Forecast['backTest'][number]> = {}): Forecast['backTest'][number] => ({
  id,
  n: 10,
  origins: 10,
  modelError: 3,
  naiveError: 4,
  mase: 0.75,
  uses: 'model',
  coverage80: 0.8,
  coverage95: null,
  ...more,
});
const figure = (expected: number, low: number, high: number) => ({
  expected,
  uses: 'model' as const,
  interval80: [low, high] as const,
  interval95: null,
});
const forecast: Forecast = {
  zone: 'Asia/Shanghai',
  bucket: 'day',
  perHour: 3,
  freshness,
  reason: null,
  history: [
    { from: midnight(17), to: midnight(18), n: 70 },
    { from: midnight(18), to: midnight(19), n: 0 },
  ],
  points: [
    { from: midnight(19), to: midnight(20), ...figure(61.4, 40, 90) },
    { from: midnight(20), to: midnight(21), ...figure(12.34, 5, 20.6) },
  ],
  totals: [{ id: 'next-7d', to: midnight(26), ...figure(500, 400, 700) }],
  backTest: [verdict('1d'), verdict('2-3d', { uses: 'naive', modelError: 5 }), verdict('next-7d', { modelError: 100, naiveError: 10 })],
  holidays: [{ day: midnight(20), label: 'Spring' }],
  planned: [],
  lifts: [],
};

describe('the chart of a forecast', () => {
  const drawn = forecastChart(forecast, words, format);

  it('puts what came before what is expected, on the days of the zone, nothing drawn twice', () => {
    expect(drawn?.past).toBe(2);
    expect(drawn?.chart.buckets.map(({ key }) => key)).toEqual(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21']);
    expect(drawn?.chart.series.map(({ key, values, low }) => ({ key, values, low }))).toEqual([
      { key: 'arrived', values: [70, 0, null, null], low: undefined },
      { key: 'interval80', values: [null, null, 61.4, 12.34], low: [null, null, 40, 5] },
      { key: 'interval95', values: [null, null, 61.4, 12.34], low: [null, null, null, null] },
    ]);
    expect(drawn?.chart.events).toEqual([{ first: 3, last: 3, label: 'Spring' }]);
  });

  it('is none where there is no forecast', () => {
    expect(forecastChart({ ...forecast, bucket: null, points: [] }, words, format)).toBeNull();
  });

  it('is a table as well, with a decimal for small numbers and a dash for what is not known', () => {
    if (drawn === null) throw new Error('no chart');
    const { columns, rows } = forecastTable(drawn, forecast, words, format);
    expect(columns.map(plain)).toEqual(['Day', 'Arrived', 'Shown', '95 % from', '80 % from', 'Expected', '80 % to', '95 % to']);
    expect(rows.map(({ cells }) => cells.map(({ shown }) => shown))).toEqual([
      ['70', '-', '-', '-', '-', '-', '-'],
      ['0', '-', '-', '-', '-', '-', '-'],
      ['-', 'Model', '-', '40', '61', '90', '-'],
      ['-', 'Model', '-', '5.0', '12.3', '21', '-'],
    ]);
    expect(forecastSentence(drawn, forecast, words, format)).toContain('61, with 80');
  });
});

describe('the headline of a forecast', () => {
  it('says how much, how sure, how it was tested, and where last week was better', () => {
    expect(plain(plainText(forecastHeadline(forecast, words, format)))).toBe(
      'In the next 7 days about 500 conversations are expected (80 % interval: 400–700). In the back-test, the error was 100 % of what last week’s values would have been off. 2 to 3 days ahead, last week’s values were the better forecast and are shown instead.',
    );
  });

  it('leaves sums out of the ratio: they are made of what is compared already', () => {
    expect(overallRatio(forecast)).toBe(1);
    expect(overallRatio({ backTest: [] })).toBeNull();
  });

  it('says that nothing is known of the error where no interval could be drawn', () => {
    const [total] = forecast.totals;
    const open = { ...forecast, backTest: [], totals: total === undefined ? [] : [{ ...total, interval80: null }] };
    expect(plainText(forecastHeadline(open, words, format))).toContain('too few past forecasts');
  });
});

describe('the list of peaks', () => {
  const peak: Peaks['peaks'][number] = {
    id: midnight(18),
    from: midnight(18),
    to: new Date(Date.parse(midnight(19)) + 6 * 3_600_000).toISOString(),
    observed: 90,
    expected: 40,
    excess: 50,
    interval: [30, 72],
    top: { from: midnight(18), observed: 9, expected: 3 },
    events: [],
  };
  const peaks: Peaks = {
    zone: 'Asia/Shanghai',
    bucket: 'hour',
    perHour: 3,
    freshness,
    searched: { from: midnight(17), to: midnight(20) },
    falsePeaksPerYear: 1,
    peaks: [peak],
    shifts: [],
    days: [
      { day: '2026-03-18', n: 40, expected: 41.2 },
      { day: '2026-03-19', n: 80, expected: 40 },
      { day: '2026-03-20', n: 50, expected: 40 },
    ],
  };

  const over = (size: 'hour' | 'day' | 'week', range: { from: string; to: string }) =>
    besideArrivals(peaks, { buckets: bucketsOf(range, size, 'Asia/Shanghai'), size }, { words, format });

  it('marks the days that a peak touches, and lays the usual over arrivals', () => {
    const { series, events } = over('day', { from: '2026-03-18', to: '2026-03-20' });
    expect(series.map(({ key, values }) => ({ key, values }))).toEqual([{ key: 'usual', values: [41.2, 40, 40] }]);
    expect(events.map(({ first, last, isPeak }) => [first, last, isPeak])).toEqual([[1, 2, true]]);
    expect(peaksSentence(peaks, words, format)).toBe('170 arrived, 121 would have been usual; peaks found: 1.');
  });

  it('adds the usual up by week, and gives none by hour nor where a day was not searched', () => {
    const sums = ({ series }: ReturnType<typeof over>) => series.map(({ values }) => values);
    expect(sums(over('week', { from: '2026-03-18', to: '2026-03-20' }))).toEqual([[expect.closeTo(121.2, 9)]]);
    expect(sums(over('week', { from: '2026-03-17', to: '2026-03-20' }))).toEqual([]);
    const hours = over('hour', { from: '2026-03-19', to: '2026-03-20' });
    expect([hours.series, hours.events.map(({ first, last }) => [first, last])]).toEqual([[], [[0, 29]]]);
  });

  it('names the day once where a peak has but one', () => {
    expect(peakTime(peak, words, format)).toBe('19 Mar, 00:00 to 20 Mar, 06:00');
    expect(peakTime({ from: midnight(18), to: new Date(Date.parse(midnight(18)) + 3_600_000).toISOString() }, words, format)).toBe(
      '19 Mar, 00:00 to 01:00',
    );
  });
});
