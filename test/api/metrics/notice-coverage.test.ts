// Notice coverage, counted by hand: what lay in the promised range, what did not, and what cannot be told yet.
import { describe, expect, it } from 'vitest';
import type { WaitRecord } from '#db/model/fact-record.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { ask, conversation, figureOf, listRows, monday, report, wait } from '#test/support/small-facts.ts';

const told = { minMs: 5 * minute, maxMs: 15 * minute };
const first = (fromAt: number, minutes: number | null, rest: Partial<WaitRecord> = {}) => wait(fromAt, minutes, { told, ...rest });
const chat = (id: number, ...waits: WaitRecord[]) => conversation(id, { channel: 'chat', waits });

const records = [
  chat(1, first(monday, 5)),
  chat(2, first(monday, 15), wait(monday + hour, 90, { ordinal: 2 })),
  chat(3, first(monday, 4)),
  chat(4, first(monday, 16)),
  chat(5, first(monday, 3, { state: 'closed_unanswered' })),
  chat(6, first(monday, null)),
  chat(7, first(monday, 8, { state: 'withdrawn' })),
  chat(8, first(monday, 30, { state: 'withdrawn' })),
  // Told nothing: not a row of this metric at all.
  chat(9, wait(monday, 10)),
  conversation(10, { channel: 'email', waits: [first(monday, 600)] }),
];

describe('notice coverage', () => {
  it('counts both ends of the range as within, and no answer as a miss once over the maximum', () => {
    expect(figureOf(ask(records, 'notice-coverage'))).toMatchObject({
      n: 8,
      value: 2 / 8,
      parts: { sooner: 1, within: 2, later: 5 },
      answered: 5,
      waiting: 1,
      neverAnswered: 2,
      stillPossible: 0,
      excluded: { withdrawn: 1 },
    });
  });

  it('leaves apart what may still come true, and does not know answers before they come', () => {
    const early = figureOf(ask(records, 'notice-coverage', { asOf: monday + 10 * minute }));
    expect(early).toMatchObject({ n: 2, value: 1 / 2, parts: { sooner: 1, within: 1 }, stillPossible: 6, excluded: { withdrawn: 1 } });
  });

  it('gives each row with what it was told', () => {
    const { rows } = listRows(records, 'notice-coverage', { filters: { channel: ['chat'] } });
    expect(rows.map(({ externalId, state, value, toldMinMs, toldMaxMs }) => [externalId, state, value, toldMinMs, toldMaxMs])).toEqual(
      [
        ['c-8', 'withdrawn', 0],
        ['c-6', 'open_over', 0],
        ['c-5', 'closed_unanswered', 0],
        ['c-4', 'later', 0],
        ['c-3', 'sooner', 0],
        ['c-2', 'within', 1],
        ['c-1', 'within', 1],
      ].map((row) => [...row, told.minMs, told.maxMs]),
    );
  });

  it('is null for nothing and compares shares', () => {
    expect(ask([], 'notice-coverage')).toMatchObject({ n: 0, value: null, stillPossible: 0 });
    const week = { from: monday, to: monday + 7 * day };
    const before = [chat(11, first(monday - day, 10)), chat(12, first(monday - day, 10))];
    const { comparison } = ask([...records, ...before], 'notice-coverage', { range: week, compare: 'previous', asOf: report });
    expect(comparison).toMatchObject({ figure: { n: 2, value: 1 }, difference: 2 / 8 - 1 });
  });
});
