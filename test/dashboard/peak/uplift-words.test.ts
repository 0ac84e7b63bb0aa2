// Uplifts on the screen: in words, on a bar, in a table, and as links to exactly what was counted.
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import type { EventUplift, StretchUplift } from '../../../dashboard/src/lib/api/shapes.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import {
  backToUsual,
  barPlaces,
  isClear,
  moreThanUsual,
  stretchList,
  timesUsual,
  upliftTable,
  withoutFigure,
} from '../../../dashboard/src/lib/peak/uplift-words.ts';

const format = openFormat({ words: en, zone: 'UTC', now: () => Date.parse('2026-03-20T07:42:00Z') });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const counted = { from: '2026-03-16T01:00:00.000Z', to: '2026-03-16T04:00:00.000Z' };
const figure = {
  observed: 60,
  expected: 40,
  uplift: 20,
  interval: [4.9, 38] as const,
  ratio: 1.5,
  ratioInterval: [1.1225, 1.95] as const,
  spread: 2.2,
};
const stretch: StretchUplift = { state: 'whole', counted, n: 60, weeks: 8, figure };
const event = { id: 'e', kind: 'incident', label: 'Nodes down', ...counted } as const;
const uplift: EventUplift = {
  event,
  window: counted,
  uplift: stretch,
  firsts: { day: stretch, threeDays: stretch, week: stretch },
  decay: { state: 'back', afterMs: 5_400_000 },
  categories: [],
  negative: null,
  wait: null,
  overlaps: [],
};

describe('an uplift', () => {
  it('is told with its interval, and is clear only where that leaves out nothing', () => {
    expect(moreThanUsual(figure, format)).toEqual({ value: '+20', interval: '+5 – +38' });
    expect(moreThanUsual({ ...figure, uplift: -115, interval: [-536, 306] }, format)).toEqual({ value: '−115', interval: '−536 – +306' });
    expect([isClear(figure), isClear({ ...figure, interval: [-1, 5] }), isClear({ ...figure, interval: [-9, -1] })]).toEqual([
      true,
      false,
      true,
    ]);
    expect([timesUsual(figure, en, format), timesUsual({ ...figure, ratio: null }, en, format)]).toEqual(['× 1.5', '-']);
  });

  it('opens exactly the hours that were counted', () => {
    expect(stretchList(stretch, 'outage')).toEqual({ metric: 'arrivals', range: counted, where: { category: ['outage'] } });
    expect(stretchList({ ...stretch, counted: null })).toBeNull();
  });

  it('lies on a bar that ends at four times the usual', () => {
    expect(barPlaces(figure)).toEqual({ usual: 25, value: 37.5, from: 28.0625, to: 48.75 });
    expect(barPlaces({ ...figure, ratio: 9, ratioInterval: [3, 15] })).toEqual({ usual: 25, value: 100, from: 75, to: 100 });
    expect(barPlaces({ ...figure, ratio: null, ratioInterval: null })).toBeNull();
  });

  it('says why there is no number instead of giving one', () => {
    const none = { ...stretch, figure: null };
    expect(withoutFigure({ ...none, state: 'not-enough-weeks', weeks: 3 }, en)).toBe('not enough weeks before (3 of at least 4)');
    expect(withoutFigure({ ...none, state: 'not-begun' }, en)).toBe('has not begun');
    expect(withoutFigure(stretch, en)).toBeNull();
    expect(plain(backToUsual(uplift.decay, en, format))).toBe('after 1 h 30 min');
    expect(backToUsual({ state: 'not-raised', afterMs: null }, en, format)).toBe('was not above');
  });

  it('is a row of a table with bare values for the file', () => {
    const { columns, rows } = upliftTable(
      [uplift, { ...uplift, uplift: { ...stretch, state: 'not-begun', counted: null, n: 0, figure: null } }],
      en,
      format,
    );
    expect(columns.length).toBe(9);
    expect(rows.map((row) => [row.label, ...row.cells.map((cell) => cell.bare)])).toEqual([
      ['Incident: Nodes down', counted.from, counted.to, '60', '40', '20', '4.9..38', '1.5', '5400000'],
      ['Incident: Nodes down', counted.from, counted.to, '', '', '', '', '', '5400000'],
    ]);
  });
});
