// The backlog, counted by hand.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import { ask, conversation, figureOf, listRows, monday, report, wait } from '#test/support/small-facts.ts';

const midnight = Date.UTC(2026, 2, 2);
const records = [
  // Over the end of Monday and of Tuesday.
  conversation(1, { channel: 'chat', waits: [wait(monday, 2 * 24 * 60)] }),
  // Within Tuesday: at the end of no day.
  conversation(2, { waits: [wait(midnight + day + hour, 60)] }),
  // From before the range, still open.
  conversation(3, { waits: [wait(midnight - 30 * day, null)] }),
  // Until the very end of Monday: answered at midnight is answered on Tuesday.
  conversation(4, { waits: [wait(midnight + 23 * hour, 60)] }),
  conversation(5, { waits: [wait(monday, 10, { state: 'excluded', exclusion: 'no_reply_needed', ordinal: 0 })] }),
  conversation(6, { waits: [wait(midnight + 2 * day + hour, 60 * 48, { state: 'closed_unanswered' })] }),
];
const range = { from: midnight, to: midnight + 4 * day };

describe('backlog', () => {
  it('counts waits that are open at the end of each day, whenever they began', () => {
    const answer = ask(records, 'backlog', { range, groupBy: ['day'] });
    expect(answer.groups.map(({ key, value }) => [key, value])).toEqual([
      ['2026-03-02', 3],
      ['2026-03-03', 2],
      ['2026-03-04', 2],
      ['2026-03-05', 1 + 1],
    ]);
    expect(figureOf({ ...answer, groups: [] })).toEqual({ n: 2, value: 2, interval: null, excluded: { no_reply_needed: 1 }, groups: [] });
  });

  it('has as many rows as its figure says, at the end of the range', () => {
    expect(
      listRows(records, 'backlog', { range: { from: midnight, to: midnight + day } }).rows.map(({ externalId, state, calendarMs }) => [
        externalId,
        state,
        calendarMs,
      ]),
    ).toEqual([
      ['c-4', 'open_not_due', hour - 1],
      ['c-1', 'open_not_due', 14 * hour - 1],
      ['c-3', 'open_not_due', 31 * day - 1],
    ]);
  });

  it('stands at the instant of the report inside a day that has not ended, and is unknown after it', () => {
    const { groups } = ask(records, 'backlog', { range, groupBy: ['day'], asOf: midnight + day + 90 * minute });
    expect(groups.map(({ value }) => value)).toEqual([3, 3, null, null]);
    expect(groups.map(({ n }) => n)).toEqual([3, 3, 0, 0]);
  });

  it('splits by dimension, alone and over time', () => {
    expect(ask(records, 'backlog', { range: { from: midnight, to: midnight + 2 * day }, groupBy: ['channel'] }).groups).toEqual([
      { key: 'chat', keys: ['chat'], n: 1, value: 1, interval: null },
      { key: 'email', keys: ['email'], n: 1, value: 1, interval: null },
    ]);
    const both = ask(records, 'backlog', { range: { from: midnight, to: midnight + 2 * day }, groupBy: ['day', 'channel'] }).groups;
    expect(both.map(({ key, value }) => [key, value])).toEqual([
      ['2026-03-02|email', 2],
      ['2026-03-02|chat', 1],
      ['2026-03-03|email', 1],
      ['2026-03-03|chat', 1],
    ]);
  });

  it('is 0 for nothing, and compares with the level at the end of the period before', () => {
    expect(ask([], 'backlog', { range })).toMatchObject({ n: 0, value: 0 });
    expect(ask(records, 'backlog', { range, compare: 'previous', asOf: report }).comparison).toMatchObject({
      range: { from: '2026-02-23T00:00:00.000Z', to: '2026-02-27T00:00:00.000Z' },
      figure: { n: 1, value: 1 },
      difference: 1,
      interval: null,
      clear: false,
    });
  });
});
