// The other metrics about waits, counted by hand.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import { nearly } from '#test/support/nearly.ts';
import { ask, conversation, figureOf, monday, report, wait, withPromise } from '#test/support/small-facts.ts';

const week = { from: monday, to: monday + 7 * day };

describe('next response time', () => {
  const records = [
    conversation(1, { waits: [wait(monday, 10), wait(monday + hour, 20, { ordinal: 2 }), wait(monday + day, 40, { ordinal: 3 })] }),
    conversation(2, { waits: [wait(monday, 10), wait(report - hour, null, { ordinal: 2 })] }),
  ];

  it('has a row for every wait after the first, open ones with their age', () => {
    expect(ask(records, 'next-response-time')).toMatchObject({
      n: 3,
      quantiles: { p50: 40 * minute },
      answered: 2,
      waiting: 1,
      neverAnswered: 0,
    });
  });

  it('is null for nothing and compares medians', () => {
    expect(ask([], 'next-response-time')).toMatchObject({ n: 0, quantiles: { p50: null } });
    expect(ask(records, 'next-response-time', { range: week, compare: 'previous' }).comparison).toMatchObject({
      difference: null,
      clear: false,
      figure: { n: 0 },
    });
  });
});

describe('nudged waits', () => {
  const records = [
    conversation(1, { waits: [wait(monday, 10, { nudges: 2 }), wait(monday + hour, 20, { ordinal: 2 })] }),
    conversation(2, { waits: [wait(monday, null, { nudges: 1 })] }),
    conversation(3, { waits: [wait(monday, 10, { nudges: 3, state: 'withdrawn' })] }),
  ];

  it('are the waits with a further customer message, of all waits', () => {
    expect(figureOf(ask(records, 'nudged-waits'))).toMatchObject({
      n: 3,
      value: 2 / 3,
      answered: 2,
      waiting: 1,
      excluded: { withdrawn: 1 },
    });
  });

  it('are null for nothing and compare shares', () => {
    expect(ask([], 'nudged-waits')).toMatchObject({ n: 0, value: null });
    const { comparison } = ask([...records, conversation(9, { waits: [wait(monday - day, 1)] })], 'nudged-waits', {
      range: week,
      compare: 'previous',
    });
    expect(comparison).toMatchObject({ difference: expect.closeTo(2 / 3, 12), figure: { n: 1, value: 0 }, clear: false });
  });
});

describe('never answered', () => {
  const records = [
    conversation(1, { waits: [wait(monday, 10)] }),
    conversation(2, { waits: [wait(monday, 10, { state: 'closed_unanswered' })] }),
    conversation(3, { waits: [wait(monday, null)] }),
    conversation(4, { waits: [wait(monday, 10), wait(monday + hour, 5, { ordinal: 2, state: 'closed_unanswered' })] }),
    // Closed at an unknown instant: it has never been answered either.
    conversation(5, { waits: [wait(monday, null, { state: 'closed_unanswered' })] }),
  ];

  it('is the share of first waits that were closed without an answer, those still waiting beside it', () => {
    expect(ask(records, 'never-answered')).toMatchObject({ n: 5, value: 2 / 5, answered: 2, waiting: 1, neverAnswered: 2 });
  });

  it('is null for nothing and compares shares', () => {
    expect(ask([], 'never-answered')).toMatchObject({ n: 0, value: null, interval: null });
    expect(ask(records, 'never-answered', { range: week, compare: 'year' }).comparison).toMatchObject({
      range: { from: '2025-03-03T10:00:00.000Z' },
      difference: null,
      clear: false,
    });
  });
});

describe('language match', () => {
  const records = [
    conversation(1, { waits: [wait(monday, 10, { languageMatch: true })] }),
    conversation(2, { waits: [wait(monday, 10, { languageMatch: true }), wait(monday + hour, 1, { ordinal: 2, languageMatch: false })] }),
    conversation(3, { waits: [wait(monday, 10, { languageMatch: null })] }),
    conversation(4, { waits: [wait(monday, null)] }),
  ];

  it('is the share of answers in the language of the question, unknown ones counted out', () => {
    expect(figureOf(ask(records, 'language-match'))).toEqual({
      n: 3,
      value: 2 / 3,
      interval: nearly([0.2077, 0.9385], 3),
      immature: false,
      excluded: { language_unknown: 1, not_answered: 1 },
      groups: [],
    });
  });

  it('is null for nothing and compares shares', () => {
    expect(ask([], 'language-match')).toMatchObject({ n: 0, value: null });
    expect(ask(records, 'language-match', { range: week, compare: 'previous' }).comparison).toMatchObject({ difference: null });
  });
});

describe('overdue', () => {
  const records = [
    conversation(1, { waits: [withPromise(monday, null, 60)] }),
    conversation(2, { waits: [withPromise(monday, 10, 60), withPromise(monday + day, null, 60, { ordinal: 2 })] }),
    conversation(3, { waits: [withPromise(report - minute, null, 60)] }),
    conversation(4, { waits: [withPromise(monday, 90, 60)] }),
    conversation(5, { waits: [wait(monday, null)] }),
  ];

  it('counts open waits past their due instant, first and later ones', () => {
    expect(figureOf(ask(records, 'overdue'))).toEqual({ n: 2, value: 2, interval: null, excluded: { no_promise: 1 }, groups: [] });
  });

  it('was another number at another instant', () => {
    expect(ask(records, 'overdue', { asOf: monday + 70 * minute }).value).toBe(2);
    expect(ask(records, 'overdue', { asOf: monday + 60 * minute }).value).toBe(0);
  });

  it('is 0 for nothing, and compares the instant of the report with the same instant a week before', () => {
    expect(ask([], 'overdue')).toMatchObject({ n: 0, value: 0 });
    const before = conversation(9, { waits: [withPromise(monday - 7 * day, 7 * 24 * 60 + 1, 60)] });
    expect(ask([...records, before], 'overdue', { range: week, compare: 'previous' }).comparison).toMatchObject({
      figure: { value: 1 },
      difference: 1,
      interval: null,
      clear: false,
    });
  });
});
