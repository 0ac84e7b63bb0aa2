// Resolution times, reopenings and satisfaction, counted by hand.
import { describe, expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import { nearly } from '#test/support/nearly.ts';
import { ask, conversation, episode, figureOf, listRows, monday, rating, report, wait } from '#test/support/small-facts.ts';

const week = { from: monday, to: monday + 7 * day };

describe('resolution time', () => {
  const records = [
    conversation(1, { episodes: [episode(monday, 2)] }),
    conversation(2, { episodes: [episode(monday, 4), episode(monday + 2 * day, 6, { ordinal: 2 })] }),
    conversation(3, { episodes: [episode(report - hour, null)] }),
    conversation(4, { episodes: [episode(monday, 1, { solvedBy: 'system', countsAsSolved: false })] }),
    conversation(5, { exclusion: 'spam', episodes: [episode(monday, 1)] }),
  ];

  it('is measured per episode; a timer that closes what nobody answered solves nothing', () => {
    expect(ask(records, 'resolution-time')).toMatchObject({
      n: 5,
      quantiles: { p50: 4 * hour, p90: null },
      answered: 3,
      waiting: 1,
      neverAnswered: 1,
      excluded: { spam: 1 },
    });
  });

  it('ages an open episode on the calendar of the wait that began with it', () => {
    const friday = Date.UTC(2026, 2, 6, 19);
    const open = conversation(1, { waits: [wait(friday, null, { calendarId: 'business' })], episodes: [episode(friday, null)] });
    const done = conversation(2, { episodes: [episode(friday, 60, { workingMs: 2 * hour })] });
    const answer = ask([open, done], 'resolution-time', { clock: 'working', asOf: Date.UTC(2026, 2, 10, 9) });
    // One hour on Friday and twelve on Monday and one on Tuesday: older than the solved one.
    expect(answer).toMatchObject({ n: 2, quantiles: { p50: 2 * hour } });
    const [row] = listRows([open, done], 'resolution-time', {
      clock: 'working',
      asOf: Date.UTC(2026, 2, 10, 9),
      filters: { agent: ['none'] },
    }).rows;
    expect(row?.workingMs).toBe(14 * hour);
  });

  it('is null for nothing and compares medians', () => {
    expect(ask([], 'resolution-time')).toMatchObject({ n: 0, quantiles: { p50: null } });
    const before = conversation(9, { episodes: [episode(monday - day, 1)] });
    expect(ask([...records, before], 'resolution-time', { range: week, compare: 'previous' }).comparison).toMatchObject({
      difference: 3 * hour,
    });
  });
});

describe('reopen rate', () => {
  const early = monday - 14 * day;
  const records = [
    conversation(1, { episodes: [episode(early, 2, { reopened: true }), episode(early + 3 * day, 1, { ordinal: 2 })] }),
    conversation(2, { episodes: [episode(early, 2)] }),
    conversation(3, { episodes: [episode(early, null)] }),
    conversation(4, { episodes: [episode(early, 1, { countsAsSolved: false, solvedBy: 'system' })] }),
  ];

  it('is the share of solved episodes that were followed by a question within 7 days', () => {
    expect(figureOf(ask(records, 'reopen-rate'))).toEqual({
      n: 3,
      value: 1 / 3,
      interval: nearly([0.0615, 0.7923], 3),
      immature: false,
      excluded: { closed_unsolved: 1, not_solved: 1 },
      groups: [],
    });
  });

  it('had not happened yet before the customer came back, and is immature so soon', () => {
    expect(ask(records, 'reopen-rate', { asOf: early + 2 * day })).toMatchObject({ n: 2, value: 0, immature: true });
    expect(ask(records, 'reopen-rate', { asOf: early + 3 * day })).toMatchObject({ n: 2, value: 1 / 2, immature: true });
  });

  it('is null for nothing and compares shares', () => {
    expect(ask([], 'reopen-rate')).toMatchObject({ n: 0, value: null });
    const later = conversation(9, { episodes: [episode(monday, 1)] });
    const fortnight = { from: early + 14 * day, to: early + 28 * day };
    expect(ask([...records, later], 'reopen-rate', { range: fortnight, compare: 'previous' }).comparison).toMatchObject({
      difference: expect.closeTo(-1 / 3, 12),
    });
  });
});

describe('csat', () => {
  const records = [
    conversation(1, { ratings: [rating(5, monday + day), rating(9, monday, { kind: 'nps', scaleMin: 0, scaleMax: 10 })] }),
    conversation(2, { ratings: [rating(4, monday + day)] }),
    conversation(3, { ratings: [rating(3, monday + 2 * day)] }),
    conversation(4, { ratings: [rating(1, null, { scaleMin: 0, scaleMax: 1 })] }),
    conversation(5, { ratings: [rating(7, monday, { scaleMax: 10 }), rating(8, monday, { scaleMax: 10 })] }),
    conversation(6, { arrivedAt: null, lastMessageAt: null, ratings: [rating(5, null)] }),
    conversation(7, { exclusion: 'test', ratings: [rating(5, monday)] }),
  ];

  it('takes 4 and 5 of 5 for satisfied, and the like on other scales', () => {
    expect(figureOf(ask(records, 'csat'))).toEqual({
      n: 6,
      value: 4 / 6,
      interval: nearly([0.3, 0.9032], 3),
      excluded: { no_time: 1, test: 1 },
      groups: [],
    });
  });

  it('is placed by arrival or by the rating itself', () => {
    const tuesday = { from: monday + day, to: monday + 2 * day };
    expect(ask(records, 'csat', { range: tuesday }).n).toBe(0);
    expect(ask(records, 'csat', { range: tuesday, population: 'event' })).toMatchObject({ n: 2, value: 1 });
  });

  it('lists the ratings behind it', () => {
    expect(listRows(records, 'csat').rows.map(({ externalId, value, state }) => [externalId, value, state])).toEqual([
      ['c-5', 8, 'good'],
      ['c-5', 7, 'bad'],
      ['c-4', 1, 'good'],
      ['c-3', 3, 'bad'],
      ['c-2', 4, 'good'],
      ['c-1', 5, 'good'],
    ]);
  });

  it('is null for nothing and compares shares', () => {
    expect(ask([], 'csat')).toMatchObject({ n: 0, value: null, interval: null });
    const before = conversation(9, { arrivedAt: monday - day, ratings: [rating(1, monday)] });
    expect(ask([...records, before], 'csat', { range: week, compare: 'previous' }).comparison).toMatchObject({
      figure: { n: 1, value: 0 },
      difference: expect.closeTo(4 / 6, 12),
    });
  });
});
