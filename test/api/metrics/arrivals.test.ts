// Arrivals, counted by hand.
import { describe, expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import { nearly } from '#test/support/nearly.ts';
import { ask, conversation, figureOf, monday } from '#test/support/small-facts.ts';

const records = [
  conversation(1, { channel: 'email', arrivedAt: monday }),
  conversation(2, { channel: 'email', arrivedAt: monday + hour }),
  conversation(3, { channel: 'chat', arrivedAt: monday + 2 * day }),
  conversation(4, { exclusion: 'spam', arrivedAt: monday }),
  conversation(5, { exclusion: 'merged_into', arrivedAt: monday }),
  conversation(6, { arrivedAt: null, lastMessageAt: null }),
  conversation(7, { arrivedAt: null, hasCustomer: false, lastMessageAt: monday }),
];

describe('arrivals', () => {
  it('counts conversations by their first customer message and names what it leaves out', () => {
    expect(figureOf(ask(records, 'arrivals'))).toEqual({
      n: 3,
      value: 3,
      interval: null,
      excluded: { agent_initiated: 1, merged_into: 1, no_time: 1, spam: 1 },
      groups: [],
    });
  });

  it('gives each group its share of all, with the interval of the share', () => {
    expect(ask(records, 'arrivals', { groupBy: ['channel'] }).groups).toEqual([
      { key: 'email', keys: ['email'], n: 2, value: 2, interval: null, share: 2 / 3, shareInterval: nearly([0.2076596, 0.9385081], 6) },
      { key: 'chat', keys: ['chat'], n: 1, value: 1, interval: null, share: 1 / 3, shareInterval: nearly([0.0614919, 0.7923404], 6) },
    ]);
  });

  it('shows a day on which nobody came as null, not as 0', () => {
    const { groups } = ask(records, 'arrivals', { groupBy: ['day'], range: { from: monday, to: monday + 3 * day } });
    expect(groups.map(({ key, n, value }) => ({ key, n, value }))).toEqual([
      { key: '2026-03-02', n: 2, value: 2 },
      { key: '2026-03-03', n: 0, value: null },
      { key: '2026-03-04', n: 1, value: 1 },
      { key: '2026-03-05', n: 0, value: null },
    ]);
  });

  it('is 0 for an empty store', () => {
    expect(figureOf(ask([], 'arrivals'))).toEqual({ n: 0, value: 0, interval: null, excluded: {}, groups: [] });
  });

  it('compares with the week before, and calls a difference clear only where its interval leaves out 0', () => {
    const week = { from: monday, to: monday + 7 * day };
    const few = Array.from({ length: 6 }, (_, index) => conversation(index + 1, { arrivedAt: monday - (index < 2 ? 7 * day : 0) }));
    expect(ask(few, 'arrivals', { range: week, compare: 'previous' }).comparison).toEqual({
      range: { from: '2026-02-23T10:00:00.000Z', to: '2026-03-02T10:00:00.000Z' },
      figure: { n: 2, value: 2, interval: null },
      difference: 2,
      // 4 in [1.0899, 10.2416] less 2 in [0.2422, 7.2247]
      interval: nearly([-3.9765, 8.4849], 2),
      clear: false,
    });
    const many = Array.from({ length: 60 }, (_, index) => conversation(index + 1, { arrivedAt: monday - (index < 10 ? 7 * day : 0) }));
    expect(ask(many, 'arrivals', { range: week, compare: 'previous' }).comparison?.clear).toBe(true);
  });
});
