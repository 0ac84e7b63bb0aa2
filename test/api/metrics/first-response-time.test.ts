// First response times: the worked example of the definition, both clocks, and what is left out.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import { ask, conversation, figureOf, monday, report, wait, withPromise } from '#test/support/small-facts.ts';

const answered = [5, 8, 10, 20, 40, 60].map((minutes, index) => conversation(index + 1, { waits: [wait(monday, minutes)] }));
const open = [30, 90, 120, 240].map((minutes, index) => conversation(index + 11, { waits: [wait(report - minutes * minute, null)] }));

describe('first response time', () => {
  it('gives the worked example: median 40 minutes with the open ones, 15 without them, P90 not reached', () => {
    expect(figureOf(ask([...answered, ...open], 'first-response-time'))).toEqual({
      n: 10,
      quantiles: { p50: 40 * minute, p90: null, p95: null },
      interval: { p50: [5 * minute, null], p90: [60 * minute, null], p95: [null, null] },
      answeredOnly: { p50: 15 * minute, p90: 60 * minute, p95: 60 * minute, mean: expect.closeTo((143 / 6) * minute, 6) },
      waits: { answered: 6, waiting: 4, neverAnswered: 0 },
      answered: 6,
      waiting: 4,
      neverAnswered: 0,
      immature: false,
      excluded: {},
      groups: [],
    });
  });

  it('keeps those closed without an answer in to the end', () => {
    const closed = Array.from({ length: 11 }, (_, index) =>
      conversation(index + 21, { waits: [wait(monday, 1, { state: 'closed_unanswered' })] }),
    );
    expect(ask([...answered, ...closed], 'first-response-time')).toMatchObject({ n: 17, neverAnswered: 11, quantiles: { p50: null } });
  });

  it('looks at the first wait only, and names what it leaves out', () => {
    const records = [
      conversation(1, { waits: [wait(monday, 10), wait(monday + hour, 500, { ordinal: 2 })] }),
      conversation(2, { waits: [wait(monday, 10, { ordinal: 2 })] }),
      conversation(3, { waits: [wait(monday, 10, { state: 'withdrawn' })] }),
      conversation(4, { exclusion: 'spam', waits: [wait(monday, 10)] }),
      conversation(5, { waits: [wait(monday, 10, { state: 'excluded', exclusion: 'no_reply_needed', ordinal: 0 })] }),
      conversation(6, { arrivedAt: null, lastMessageAt: null }),
    ];
    expect(ask(records, 'first-response-time')).toMatchObject({
      n: 1,
      quantiles: { p50: 10 * minute },
      excluded: { no_reply_needed: 1, no_time: 1, spam: 1, withdrawn: 1 },
    });
  });

  it('measures working time on the calendar of the promise, ages open waits on it, and counts out what has none', () => {
    // Saturday noon; open hours begin on Monday at 8.
    const saturday = Date.UTC(2026, 2, 7, 12);
    const records = [
      conversation(1, { waits: [wait(saturday, 45 * 60, { calendarId: 'business', workingMs: hour })] }),
      conversation(2, { waits: [wait(saturday, null, { calendarId: 'business' })] }),
      conversation(3, { waits: [wait(saturday, 60, { calendarId: null, workingMs: null })] }),
    ];
    // Monday 10:00: two open hours have passed for the one that still waits.
    const answer = ask(records, 'first-response-time', { clock: 'working', asOf: Date.UTC(2026, 2, 9, 10) });
    expect(answer).toMatchObject({ n: 2, answered: 1, waiting: 1, quantiles: { p50: hour }, excluded: { no_calendar: 1 } });
    expect(ask(records, 'first-response-time', { clock: 'calendar', asOf: Date.UTC(2026, 2, 9, 10) })).toMatchObject({
      n: 3,
      excluded: {},
    });
  });

  it('hides the figures of an agent with fewer than 5 cases, but not of nobody', () => {
    const records = [
      ...Array.from({ length: 5 }, (_, index) => conversation(index + 1, { waits: [wait(monday, 10)] })),
      conversation(6, { waits: [wait(monday, 20, { agent: 'Bo' })] }),
      conversation(7, { waits: [wait(monday, null)] }),
    ];
    expect(ask(records, 'first-response-time', { groupBy: ['agent'] }).groups).toEqual([
      expect.objectContaining({ key: 'Ann', n: 5, quantiles: { p50: 10 * minute, p90: 10 * minute, p95: 10 * minute } }),
      { key: 'Bo', keys: ['Bo'], n: 1, quantiles: { p50: null, p90: null, p95: null }, interval: null, suppressed: true },
      expect.objectContaining({ key: 'none', n: 1, waits: { answered: 0, waiting: 1, neverAnswered: 0 } }),
    ]);
    expect(ask(records, 'first-response-time', { filters: { agent: ['Bo'] } })).toMatchObject({
      n: 1,
      suppressed: true,
      quantiles: { p50: null },
    });
  });

  it('marks a period as immature while more than 5 % are open and younger than their promise', () => {
    const old = Array.from({ length: 19 }, (_, index) => conversation(index + 1, { waits: [withPromise(monday, 10, 60)] }));
    const young = conversation(50, { waits: [withPromise(report - minute, null, 60)] });
    expect(ask([...old, young], 'first-response-time').immature).toBe(false);
    expect(ask([...old.slice(1), young], 'first-response-time').immature).toBe(true);
  });

  it('is null for nothing, and compares medians', () => {
    expect(ask([], 'first-response-time')).toMatchObject({ n: 0, quantiles: { p50: null }, interval: null, answeredOnly: { mean: null } });
    const week = (back: number, minutes: number, id: number) =>
      Array.from({ length: 40 }, (_, index) => conversation(id + index, { waits: [wait(monday - back * 7 * day, minutes + index)] }));
    const { comparison } = ask([...week(0, 10, 1), ...week(1, 100, 100)], 'first-response-time', {
      range: { from: monday, to: monday + 7 * day },
      compare: 'previous',
    });
    expect(comparison).toMatchObject({ difference: -90 * minute, clear: true, figure: { n: 40, quantiles: { p50: 119 * minute } } });
  });
});
