// The headline, counted by hand.
import { describe, expect, it } from 'vitest';
import { day, minute } from '#db/model/instant.ts';
import { nearly } from '#test/support/nearly.ts';
import { ask, conversation, figureOf, monday, report, wait, withPromise } from '#test/support/small-facts.ts';

const records = [
  conversation(1, { waits: [withPromise(monday, 30, 60)] }),
  conversation(2, { waits: [withPromise(monday, 60, 60)] }),
  conversation(3, { waits: [withPromise(monday, 61, 60)] }),
  conversation(4, { waits: [withPromise(monday, null, 60)] }),
  conversation(5, { waits: [withPromise(report - 10 * minute, null, 60)] }),
  conversation(6, { waits: [withPromise(monday, 20, 60, { state: 'closed_unanswered' })] }),
  conversation(7, { waits: [withPromise(monday, 20, 60, { state: 'withdrawn' })] }),
  conversation(8, { waits: [withPromise(monday, 90, 60, { state: 'withdrawn' })] }),
  conversation(9, { channel: 'fax', waits: [wait(monday, 5)] }),
  conversation(10, { waits: [withPromise(monday, 5, 60, { state: 'excluded', exclusion: 'no_reply_needed', ordinal: 0 })] }),
  // A second answer in time does not mend a late first one, and is no arrival.
  conversation(11, { waits: [withPromise(monday, 90, 60), withPromise(monday + day, 5, 60, { ordinal: 2 })] }),
];

describe('answered within promise', () => {
  it('counts what was kept of all that arrived: open overdue, closed and withdrawn too late stay in', () => {
    expect(figureOf(ask(records, 'answered-within-promise'))).toEqual({
      n: 7,
      value: 2 / 7,
      interval: nearly([0.0822, 0.6411], 3),
      waits: { answered: 4, waiting: 1, neverAnswered: 2 },
      answered: 4,
      waiting: 1,
      neverAnswered: 2,
      stillPossible: 1,
      immature: true,
      excluded: { no_promise: 1, no_reply_needed: 1, withdrawn: 1 },
      groups: [],
    });
  });

  it('shows the past as it stood then: before its due instant a wait was still possible', () => {
    const then = figureOf(ask(records, 'answered-within-promise', { asOf: monday + 45 * minute }));
    expect(then).toMatchObject({ n: 2, value: 1 / 2, stillPossible: 5, excluded: { no_promise: 1, no_reply_needed: 1, withdrawn: 1 } });
  });

  it('counts by the instant of the reply where asked by event, and leaves open ones out', () => {
    const range = { from: monday + 59 * minute, to: monday + 62 * minute };
    expect(figureOf(ask(records, 'answered-within-promise', { population: 'event', range }))).toMatchObject({
      n: 2,
      value: 1 / 2,
      stillPossible: 0,
    });
  });

  it('is null for nothing', () => {
    expect(figureOf(ask([], 'answered-within-promise'))).toMatchObject({
      n: 0,
      value: null,
      interval: null,
      stillPossible: 0,
      excluded: {},
    });
  });

  it('compares shares with the interval of their difference', () => {
    const kept = (id: number, weeksBack: number, isKept: boolean) =>
      conversation(id, { waits: [withPromise(monday - weeksBack * 7 * day, isKept ? 30 : 90, 60)] });
    const two = [
      ...Array.from({ length: 70 }, (_, id) => kept(id, 0, id < 56)),
      ...Array.from({ length: 80 }, (_, id) => kept(100 + id, 1, id < 48)),
    ];
    const { comparison } = ask(two, 'answered-within-promise', { range: { from: monday, to: monday + 7 * day }, compare: 'previous' });
    expect(comparison).toMatchObject({ difference: expect.closeTo(0.2, 12), interval: nearly([0.0524, 0.3339], 3), clear: true });
  });
});
