// The metrics about scores, by hand: what is counted, what is left out by which name, and what moves with the instant of the report.
import { describe, expect, it } from 'vitest';
import type { FactRecord } from '#db/model/fact-record.ts';
import { hour, minute } from '#db/model/instant.ts';
import { ask, conversation, figureOf, listRows, monday, wait, withPromise } from '#test/support/small-facts.ts';

const mood = (id: number, sentiment: FactRecord['sentiment'], sentimentScore: number | null = null, rest: Partial<FactRecord> = {}) =>
  conversation(id, { sentiment, sentimentScore, harm: 'low', ...rest });

const moods = [
  mood(1, 'neg', -0.8),
  mood(2, 'neg', -0.4),
  mood(3, 'neu', 0),
  mood(4, 'pos', 0.6),
  mood(5, 'pos', 0.6),
  mood(6, 'abstained'),
  mood(7, 'unsupported'),
  mood(8, 'no_text'),
  mood(9, null),
  mood(10, 'neg', -1, { exclusion: 'spam' }),
];
const leftOut = { abstained: 1, unsupported: 1, no_text: 1, unscored: 1, spam: 1 };

describe('sentiment', () => {
  it('is the mean of what has one, and names what has none', () => {
    expect(figureOf(ask(moods, 'sentiment'))).toEqual({
      n: 5,
      value: 0,
      interval: [expect.closeTo(-0.7652, 3), expect.closeTo(0.7652, 3)],
      parts: { neg: 2, neu: 1, pos: 2 },
      excluded: leftOut,
      groups: [],
    });
  });

  it('has no interval below five conversations, and no value below one', () => {
    expect(figureOf(ask(moods.slice(0, 2), 'sentiment'))).toMatchObject({ n: 2, value: expect.closeTo(-0.6, 9), interval: null });
    expect(figureOf(ask([mood(1, 'abstained')], 'sentiment'))).toMatchObject({ n: 0, value: null, interval: null });
  });

  it('lists its rows with the score of each', () => {
    const { n, rows } = listRows(moods, 'sentiment');
    expect([n, rows.map(({ value }) => value)]).toEqual([5, [0.6, 0.6, 0, -0.4, -0.8]]);
  });

  it('tells a change from the week before where the intervals allow it', () => {
    const week = 7 * 24 * hour;
    const bad = Array.from({ length: 8 }, (_, index) => mood(index + 20, 'neg', -0.7 - index / 100, { arrivedAt: monday }));
    const good = Array.from({ length: 8 }, (_, index) => mood(index + 40, 'pos', 0.7 + index / 100, { arrivedAt: monday - week }));
    const range = { from: monday, to: monday + week };
    const { comparison } = ask([...bad, ...good], 'sentiment', { range, compare: 'previous', asOf: monday + week });
    expect([comparison?.difference, comparison?.clear]).toEqual([expect.closeTo(-1.47, 6), true]);
    const same = [...bad, ...bad.map((one) => ({ ...one, id: one.id + 40, arrivedAt: monday - week }))];
    expect(ask(same, 'sentiment', { range, compare: 'previous', asOf: monday + week }).comparison?.clear).toBe(false);
  });
});

describe('negative-share', () => {
  it('is the negative of all that have a sentiment', () => {
    const { n, value, parts, excluded } = ask(moods, 'negative-share');
    expect({ n, value, parts, excluded }).toEqual({ n: 5, value: 0.4, parts: { neg: 2, neu: 1, pos: 2 }, excluded: leftOut });
  });
});

describe('unscored-share', () => {
  it('counts what could not be told apart by reason, of all that said something', () => {
    const { n, value, parts, excluded } = ask(moods, 'unscored-share');
    expect({ n, value, parts, excluded }).toEqual({
      n: 8,
      value: 3 / 8,
      parts: { scored: 5, abstained: 1, unsupported: 1, unscored: 1 },
      excluded: { no_text: 1, spam: 1 },
    });
  });
});

describe('told-share', () => {
  it('counts only what was fixed after it arrived, and leaves the rest out by name', () => {
    const fixed = [
      conversation(1, { issue: 'issue-1', told: 'told' }),
      conversation(2, { issue: 'issue-1', told: 'to-tell' }),
      conversation(3, { issue: 'issue-1', told: 'told', language: 'de' }),
      conversation(4, { issue: 'issue-1' }),
    ];
    const { n, value, parts, excluded } = ask(fixed, 'told-share');
    expect({ n, value, parts, excluded }).toEqual({ n: 3, value: 2 / 3, parts: { told: 2, 'to-tell': 1 }, excluded: { nothing_fixed: 1 } });
    expect(ask(fixed, 'told-share', { groupBy: ['language'] }).groups.map(({ key, value: share }) => [key, share])).toEqual([
      ['en', 0.5],
      ['de', 1],
    ]);
    expect(ask([conversation(1)], 'told-share')).toMatchObject({ n: 0, value: null });
  });
});

describe('category-share', () => {
  const filed = [
    conversation(1, { category: 'fees' }),
    conversation(2, { category: 'fees' }),
    conversation(3, { category: 'login' }),
    conversation(4),
    conversation(5, { category: 'fees', language: 'de' }),
  ];
  const shares = (rest: Parameters<typeof ask>[2]) => ask(filed, 'category-share', rest).groups.map(({ key, n, value }) => [key, n, value]);

  it('is each category of all, when grouped by it', () => {
    expect(shares({ groupBy: ['category'] })).toEqual([
      ['fees', 5, 0.6],
      ['login', 5, 0.2],
      ['none', 5, 0.2],
    ]);
    expect(shares({ groupBy: ['language', 'category'] })).toEqual([
      ['en|fees', 4, 0.5],
      ['en|login', 4, 0.25],
      ['en|none', 4, 0.25],
      ['de|fees', 1, 1],
    ]);
  });

  it('says the same where the category is named instead, and lists everybody it is a share of', () => {
    const where = { filters: { category: ['fees'] } };
    expect(ask(filed, 'category-share', where)).toMatchObject({ n: 5, value: 0.6 });
    expect(listRows(filed, 'category-share', where).rows.map(({ value }) => value)).toEqual([1, 0, 0, 1, 1]);
    expect(shares({ ...where, groupBy: ['category'] })).toEqual([['fees', 5, 0.6]]);
  });

  it('is that of any category where none is named', () => {
    expect(ask(filed, 'category-share')).toMatchObject({ n: 5, value: 0.8 });
  });
});

describe('urgent-share', () => {
  const waiting = (id: number, harm: FactRecord['harm'], rest: Parameters<typeof withPromise>[3] = {}) =>
    conversation(id, { harm, waits: [withPromise(monday, null, 120, rest)] });
  const records = [waiting(1, 'normal'), waiting(2, 'low', { nudges: 2 }), waiting(3, null), conversation(4, { harm: 'critical' })];
  const levels = (asOf: number) => ask(records, 'urgent-share', { asOf }).parts;

  it('rises as a promise runs out, and with nudges', () => {
    expect(levels(monday + 10 * minute)).toEqual({ normal: 2, critical: 1 });
    // Within an hour of the promise.
    expect(levels(monday + 61 * minute)).toEqual({ high: 2, critical: 1 });
    expect(ask(records, 'urgent-share', { asOf: monday + 61 * minute })).toMatchObject({ n: 3, value: 1, excluded: { unscored: 1 } });
  });

  it('falls back to the harm once the customer was answered', () => {
    const answered = [conversation(1, { harm: 'normal', waits: [withPromise(monday, 180, 120)] })];
    const at = (minutes: number) => ask(answered, 'urgent-share', { asOf: monday + minutes * minute }).parts;
    expect([at(150), at(180)]).toEqual([{ high: 1 }, { normal: 1 }]);
  });

  it('is what filters and groups by urgency go by, of waits too', () => {
    const asOf = monday + 61 * minute;
    const group = ask(records, 'arrivals', { asOf, groupBy: ['urgency'] }).groups.map(({ key, n }) => [key, n]);
    expect(group).toEqual([
      ['high', 2],
      ['critical', 1],
      ['none', 1],
    ]);
    expect(ask(records, 'nudged-waits', { asOf, filters: { urgency: ['high'] } })).toMatchObject({ n: 2, value: 0.5 });
    expect(listRows(records, 'nudged-waits', { asOf, filters: { urgency: ['none'] } }).rows.map((row) => row.urgency)).toEqual([null]);
    expect(ask([conversation(1, { harm: 'low', waits: [wait(monday, 5)] })], 'backlog', { filters: { urgency: ['high'] } }).n).toBe(0);
  });
});

describe('the dimensions of scores', () => {
  it('group and filter what was not scored as none', () => {
    const risky = [conversation(1, { risk: 'secret-exposed', sentiment: 'neg' }), conversation(2)];
    const keys = (grouping: 'risk' | 'sentiment') => ask(risky, 'arrivals', { groupBy: [grouping] }).groups.map(({ key }) => key);
    expect([keys('risk'), keys('sentiment')]).toEqual([
      ['none', 'secret-exposed'],
      ['neg', 'none'],
    ]);
    expect(ask(risky, 'arrivals', { filters: { risk: ['secret-exposed'] } }).n).toBe(1);
    expect(ask(risky, 'arrivals', { filters: { sentiment: ['none'] } }).n).toBe(1);
  });
});
