// The grid of hours of the week on the screen: names, steps, scale, layers, address and words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import { words as zh } from '#test/support/words/zh.ts';
import type { WeekCell, WeekGrid } from '../../../dashboard/src/lib/api/shapes.ts';
import { toCsv } from '../../../dashboard/src/lib/charts/chart-table.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { markIds, parseGridView, withGridView } from '../../../dashboard/src/lib/peak/grid-view.ts';
import { heatClass, heatEdges, heatScale } from '../../../dashboard/src/lib/peak/heat-scale.ts';
import { cellLabel, cellText, gridSentence, gridTable, shortValue } from '../../../dashboard/src/lib/peak/heat-words.ts';
import { hourKey, hourName, hourOfWeek, stepTo } from '../../../dashboard/src/lib/peak/hour-name.ts';
import {
  cellHeat,
  cellList,
  layerIds,
  layerOf,
  layers,
  metricLayerIds,
  opening,
  withFigures,
} from '../../../dashboard/src/lib/peak/layers.ts';
import { peakSentence } from '../../../dashboard/src/lib/peak/sentence.ts';
import { toListQuestion } from '../../../dashboard/src/lib/url-state/question.ts';
import { plainText } from '../../../dashboard/src/lib/words/say.ts';

const hour = 3_600_000;
const now = () => Date.parse('2026-03-20T07:42:00Z');
const format = openFormat({ words: en, zone: 'Asia/Shanghai', now });
const chinese = openFormat({ words: zh, zone: 'Asia/Shanghai', now });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function cellOf(key: string, more: Partial<WeekCell> = {}): WeekCell {
  const latest = { from: '2026-03-16T01:00:00.000Z', to: '2026-03-16T02:00:00.000Z', backlog: 5 };
  return {
    ...{ key, hours: 4, n: 12, median: 3, openMs: 4 * hour, openN: 12, perOpenHour: 3, backlog: 4.5, latest },
    wait: { n: 11, p90: 7 * hour, interval: [2 * hour, null] },
    negative: { n: 10, value: 0.4, interval: [0.17, 0.69] },
    ...more,
  };
}
const quiet = { n: 0, median: 0, openN: 0, perOpenHour: null, openMs: 0, wait: { n: 0, p90: null, interval: null } };
const cells: readonly WeekCell[] = Array.from({ length: 168 }, (_, place) => {
  const key = hourKey({ day: Math.floor(place / 24), hour: place % 24 });
  return key === '1-15'
    ? cellOf(key, { n: 30, median: 7.5 })
    : key === '4-03'
      ? cellOf(key, { wait: { n: 20, p90: 50 * hour, interval: null } })
      : cellOf(key, place === 0 ? quiet : {});
});
const grid: WeekGrid = {
  zone: 'Asia/Shanghai',
  range: { from: '2026-02-19T16:00:00.000Z', to: '2026-03-19T16:00:00.000Z' },
  n: cells.reduce((sum, cell) => sum + cell.n, 0),
  calendar: { id: 'business', label: 'Business hours' },
  calendars: [],
  freshness: { asOf: '2026-03-20T07:42:00.000Z', lastMessageAt: null, change: 1, behind: [] },
  excluded: {},
  cells: [...cells],
};

describe('hours of the week', () => {
  it('have names in every language, and midnight ends a day as 24:00', () => {
    expect(hourName('0-09', 'en-GB', ', ')).toBe('Monday, 09:00–10:00');
    expect(hourName('6-23', 'zh-CN', '，')).toBe('星期日，23:00–24:00');
    expect(hourName('7-00', 'en-GB', ', ')).toBe('7-00');
  });

  it('are walked by arrow keys, whose edges hold, and turned where the grid is', () => {
    const from = { day: 0, hour: 9 };
    expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => stepTo(from, key, false))).toEqual([
      { day: 0, hour: 9 },
      { day: 1, hour: 9 },
      { day: 0, hour: 8 },
      { day: 0, hour: 10 },
      { day: 0, hour: 0 },
      { day: 0, hour: 23 },
    ]);
    expect([stepTo(from, 'ArrowDown', true), stepTo(from, 'ArrowRight', true), stepTo(from, 'End', true)]).toEqual([
      { day: 0, hour: 10 },
      { day: 1, hour: 9 },
      { day: 6, hour: 9 },
    ]);
    expect(stepTo(from, 'Enter', false)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 167 }),
        fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'),
        fc.boolean(),
        (place, key, isTurned) => {
          const to = stepTo({ day: Math.floor(place / 24), hour: place % 24 }, key, isTurned);
          expect(to === null ? null : hourOfWeek(hourKey(to))).toEqual(to);
        },
      ),
    );
  });
});

describe('the scale', () => {
  it('has round edges and five equal steps, whatever the numbers are', () => {
    expect(heatScale([0, 3, 37], 'count')).toEqual({ unit: 'count', top: 50, isOpen: false });
    expect(heatEdges({ unit: 'count', top: 50, isOpen: false })).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
      [30, 40],
      [40, 50],
    ]);
    expect(heatScale([7 * hour, 26 * hour], 'ms').top).toBe(60 * hour);
    expect(heatScale([0.2, 0.9], 'share')).toEqual({ unit: 'share', top: 1, isOpen: false });
    expect(heatScale([null, null], 'count')).toEqual({ unit: 'count', top: 5, isOpen: false });
  });

  it('is not bent by one wild hour, which lands in the open last class', () => {
    const scale = heatScale([...Array.from({ length: 40 }, () => 9), 900], 'count');
    expect([scale, heatClass(900, scale), heatClass(9, scale)]).toEqual([{ unit: 'count', top: 10, isOpen: true }, 5, 5]);
  });

  it('does not move with small changes, so that a colour goes on meaning the same', () => {
    expect([heatScale([42], 'count').top, heatScale([49], 'count').top, heatScale([51], 'count').top]).toEqual([50, 50, 100]);
  });

  it('puts each value into the class whose edges hold it, and nothing into none', () => {
    const scale = { unit: 'count', top: 50, isOpen: false } as const;
    expect([null, 0, 0.5, 10, 10.1, 50].map((value) => heatClass(value, scale))).toEqual([null, 0, 1, 1, 2, 5]);
  });
});

describe('layers', () => {
  it('open the rows that they count, in the zone of the grid', () => {
    const scope = { zone: 'America/New_York', calendar: 'business' };
    const filters = { range: { preset: '28d' }, compare: 'previous', clock: 'calendar', where: {} } as const;
    const range = { from: '2026-02-20', to: '2026-03-19' };
    const asked = layerIds.map((id) => {
      const list = cellList(id, cellOf('0-09'), scope);
      return list === null ? null : [list.metric, toListQuestion(filters, '2026-03-20', list)];
    });
    const common = { ...range, clock: 'calendar', zone: 'America/New_York' };
    const ofHour = { ...common, hourOfWeek: ['0-09'] };
    expect(asked).toEqual([
      ['arrivals', ofHour],
      ['arrivals', ofHour],
      ['arrivals', { ...ofHour, openOn: 'business' }],
      ['backlog', { ...common, from: '2026-03-16T01:00:00.000Z', to: '2026-03-16T02:00:00.000Z' }],
      ['first-response-time', ofHour],
      ['negative-share', ofHour],
    ]);
    expect(cellList('backlog', cellOf('0-09', { latest: null }), scope)).toBeNull();
  });

  it('tell an hour that does not exist from one in which nothing came', () => {
    const { value } = layers.arrivals;
    expect([value(cellOf('6-02', { hours: 0, n: 0 })), value(cellOf('6-02', { n: 0 }))]).toEqual([null, 0]);
    expect([
      opening(cellOf('0-03', { openMs: 0 })),
      opening(cellOf('0-08', { openMs: hour })),
      opening(cellOf('0-08')),
      opening(cellOf('6-02', { hours: 0, n: 0 })),
    ]).toEqual(['closed', 'part', 'open', 'absent']);
  });
});

describe('any other metric as a layer', () => {
  const answerOf = (group: object) => ({ groups: [{ key: '0-09', keys: ['0-09'], ...group }] }) as never;
  const [shown] = withFigures([cellOf('0-09')], answerOf({ n: 40, value: 0.3, interval: [0.2, 0.4] }));
  const [open] = withFigures(
    [cellOf('0-09')],
    answerOf({ n: 9, quantiles: { p50: 1, p90: null, p95: null }, interval: { p50: [0, 1], p90: [26 * hour, null], p95: [0, 1] } }),
  );

  it('colours by its figure, opens its rows, and is told like the others', () => {
    expect(shown === undefined ? null : [cellHeat('metric:csat', shown), plain(cellLabel('metric:csat', shown, en, format))]).toEqual([
      0.3,
      'Monday, 09:00–10:00: 30 %, n 40, 4 such hours',
    ]);
    expect(shown === undefined ? null : cellList('metric:csat', shown, { zone: 'UTC', calendar: 'business' })).toEqual({
      metric: 'csat',
      zone: 'UTC',
      hourOfWeek: '0-09',
    });
    const table = gridTable({ cells: shown === undefined ? [] : [shown], layer: 'metric:csat' }, en, format);
    expect(table.rows[0]?.cells.slice(-3).map(({ bare }) => bare)).toEqual(['0.3', '0.2..0.4', '40']);
  });

  it('that is a duration and not reached is longer than any', () => {
    expect(
      open === undefined ? null : [cellHeat('metric:resolution-time', open), plain(cellText('metric:resolution-time', open, en, format))],
    ).toEqual([Number.POSITIVE_INFINITY, '> 26 h']);
  });

  it('that can be less than 0 has a scale from its least to its most, whatever is shown', () => {
    const { span } = layerOf('metric:nps');
    const scale = heatScale([10, 20], 'points', span);
    expect([-100, -61, -59, 0, 100].map((value) => heatClass(value, scale))).toEqual([1, 1, 2, 3, 5]);
  });
});

describe('the grid in the address', () => {
  it('comes back as it was, and leaves the rest alone', () => {
    const view = fc.record({
      layer: fc.constantFrom(...layerIds, ...metricLayerIds),
      marks: fc.subarray([...markIds]),
      calendar: fc.constantFrom(null, 'business', 'night-shift'),
      zone: fc.constantFrom(null, 'America/New_York', 'UTC'),
    });
    fc.assert(
      fc.property(view, (one) => {
        const params = withGridView(new URLSearchParams('channel=chat&layer=wait'), one);
        expect([parseGridView(new URLSearchParams(params.toString())), params.get('channel')]).toEqual([one, 'chat']);
      }),
    );
  });

  it('is empty for the usual grid, and nonsense becomes it', () => {
    const usual = { layer: 'arrivals', marks: markIds, calendar: null, zone: null } as const;
    expect(withGridView(new URLSearchParams(), usual).size).toBe(0);
    expect(parseGridView(new URLSearchParams('layer=mood&calendar=%3Cb%3E&zone=Mars/Base'))).toEqual(usual);
  });
});

describe('the grid in words', () => {
  it('says a cell whole: its hour, its figure, its n and of how many hours', () => {
    expect(plain(cellLabel('wait', cellOf('0-09'), en, format))).toBe('Monday, 09:00–10:00: 7 h, n 11, 4 such hours');
    expect(cellLabel('wait', cellOf('0-09', { wait: { n: 11, p90: null, interval: null } }), en, format)).toContain('not reached');
    expect(cellLabel('median', cellOf('6-02', { hours: 0, n: 0, median: null }), en, format)).toBe(
      'Sunday, 02:00–03:00: not in this range',
    );
    expect(plain(cellLabel('arrivals', cellOf('0-09', { hours: 1 }), zh, chinese))).toBe('星期一，09:00–10:00：12，n 12，1 个这样的小时');
  });

  it('shows a wait that is not reached as longer than any, by its lower bound', () => {
    const open = cellOf('0-09', { wait: { n: 11, p90: null, interval: [26 * hour, null] } });
    expect([cellHeat('wait', open), plain(cellText('wait', open, en, format))]).toEqual([Number.POSITIVE_INFINITY, '> 26 h']);
    expect(heatClass(cellHeat('wait', open), heatScale([hour, 2 * hour], 'ms'))).toBe(5);
    const none = cellOf('0-09', { wait: { n: 0, p90: null, interval: null } });
    expect([cellHeat('wait', none), cellText('wait', none, en, format)]).toEqual([null, '-']);
  });

  it('says a value short enough for a cell', () => {
    const short = (value: number | null, unit: 'ms' | 'score' | 'share') => plain(shortValue(value, unit, en, format));
    expect([
      short(20 * 60_000, 'ms'),
      short(47 * hour, 'ms'),
      short(50 * hour, 'ms'),
      short(7.5, 'score'),
      short(0.42, 'share'),
      short(null, 'ms'),
    ]).toEqual(['20 min', '47 h', '2 d', '8', '42 %', '-']);
  });

  it('says what is highest and lowest, the page its sentence, both with nothing left open', () => {
    expect(plain(gridSentence('arrivals', cells, en, format))).toBe(
      'Arrivals: highest on Tuesday, 15:00–16:00 with 30, lowest on Monday, 00:00–01:00 with 0.',
    );
    expect(gridSentence('arrivals', [], en, format)).toBe(en.chart.noData);
    const said = (words: typeof en, by: typeof format) =>
      plain(
        plainText(
          peakSentence(grid, { words, format: by, range: { from: '2026-02-20', to: '2026-03-19' }, href: (list) => `/${list.metric}` }),
        ),
      );
    expect(said(en, format)).toBe(
      '20 Feb – 19 Mar: most comes in on Tuesday, 15:00–16:00, usually 7.5 an hour. 0.9 % of all arrivals come outside opening hours. Longest waits: of those who write on Friday, 03:00–04:00, nine in ten have an answer within 2 d 2 h.',
    );
    expect(said(zh, chinese)).toContain('来量最多的是星期二，15:00–16:00，通常每小时 7.5 条');
  });

  it('is a table of all layers, and a file of bare numbers', () => {
    const table = gridTable(grid, en, format);
    expect([table.columns.length, table.rows.length, table.rows[9]?.cells.length]).toEqual([14, 168, 13]);
    const [head, , line] = toCsv(table).split('\r\n');
    expect(head).toContain('Hour,Hours counted,Arrivals');
    expect(line).toBe(`"Monday, 01:00–02:00",4,12,3,4,12,3,4.5,${7 * hour},${2 * hour}..,11,0.4,0.17..0.69,10`);
  });
});
