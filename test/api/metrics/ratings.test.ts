// Recommendation, effort and response rate on cases that can be counted by hand.
import { describe, expect, it } from 'vitest';
import { rowsOfPlan } from '#api/engine/rows.ts';
import type { OfferRecord } from '#db/model/fact-record.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { ask, conversation, listRows, monday, planOf, rating, report, settingOf } from '#test/support/small-facts.ts';

const recommends = (...values: number[]) =>
  values.map((value, index) =>
    conversation(index + 1, { ratings: [rating(value, monday + hour, { kind: 'nps', scaleMin: 0, scaleMax: 10 })] }),
  );
const effort = (scaleMin: number, scaleMax: number, ...values: number[]) =>
  values.map((value) => rating(value, monday + hour, { kind: 'ces', scaleMin, scaleMax }));
const offer = (after: number, answeredAfter: number | null, rest: Partial<OfferRecord> = {}): OfferRecord => ({
  kind: null,
  at: monday + after,
  answeredAt: answeredAfter === null ? null : monday + answeredAfter,
  isGood: null,
  ...rest,
});
const told = ({ n, value, parts, excluded }: ReturnType<typeof ask>) => ({ n, value, parts, excluded });

describe('nps', () => {
  it('is promoters less detractors in points: 9 and 10 against 0 to 6', () => {
    const answer = ask(recommends(10, 9, 8, 7, 6, 0, 9, 10), 'nps');
    expect(told(answer)).toEqual({ n: 8, value: 25, parts: { promoter: 4, passive: 2, detractor: 2 }, excluded: {} });
    // 100 * 1.959964 * sqrt((4/8 + 2/8 - (2/8)^2) / 8)
    const [low, high] = answer.interval !== null && answer.interval !== undefined && !('p50' in answer.interval) ? answer.interval : [0, 0];
    expect([low?.toFixed(2), high?.toFixed(2)]).toEqual(['-32.46', '82.46']);
  });

  it('leaves out answers on another scale, spam and other kinds, by name', () => {
    const records = [
      ...recommends(10),
      conversation(2, { ratings: [rating(5, monday + hour, { kind: 'nps', scaleMin: 1, scaleMax: 5 }), rating(5, monday + hour)] }),
      conversation(3, { exclusion: 'spam', ratings: [rating(0, monday + hour, { kind: 'nps', scaleMin: 0, scaleMax: 10 })] }),
    ];
    expect(told(ask(records, 'nps'))).toEqual({ n: 1, value: 100, parts: { promoter: 1 }, excluded: { other_scale: 1, spam: 1 } });
  });

  it('lists the answers themselves, each in words', () => {
    const { n, rows } = listRows(recommends(9, 3), 'nps');
    expect([n, rows.map(({ value, state }) => [value, state]).sort()]).toEqual([
      2,
      [
        [3, 'detractor'],
        [9, 'promoter'],
      ],
    ]);
  });

  it('is compared with the week before, and says whether the change is clear', () => {
    const week = (from: number, id: number, pro: number) =>
      Array.from({ length: 100 }, (_, index) =>
        conversation(id + index, {
          arrivedAt: monday + from + index * minute,
          ratings: [rating(index < pro ? 10 : 0, monday + from + hour + index * minute, { kind: 'nps', scaleMin: 0, scaleMax: 10 })],
        }),
      );
    const range = { from: monday + 7 * day - 10 * hour, to: monday + 14 * day - 10 * hour };
    const { value, comparison } = ask([...week(0, 1, 50), ...week(7 * day, 101, 80)], 'nps', {
      range,
      compare: 'previous',
      asOf: report + 10 * day,
    });
    expect({ value, before: comparison?.figure.value, isClear: comparison?.clear }).toEqual({ value: 60, before: 0, isClear: true });
    expect(comparison?.difference).toBeCloseTo(60, 10);
  });
});

describe('ces', () => {
  it('is the mean answer from 1 to 7, with how many found it easy', () => {
    const answer = ask([conversation(1, { ratings: effort(1, 7, 7, 6, 4, 4, 1, 2) })], 'ces');
    expect(told(answer)).toEqual({ n: 6, value: 4, parts: { easy: 2, middling: 2, hard: 2 }, excluded: {} });
    // Python: 4 +- 2.570582 * statistics.stdev([7, 6, 4, 4, 1, 2]) / 6 ** 0.5
    const [low, high] = answer.interval !== null && answer.interval !== undefined && !('p50' in answer.interval) ? answer.interval : [0, 0];
    expect(low).toBeCloseTo(1.607, 2);
    expect(high).toBeCloseTo(6.393, 2);
  });

  it('stretches other scales to 1 to 7: a 3 of 5 is a 4', () => {
    expect(ask([conversation(1, { ratings: effort(1, 5, 3, 5, 1) })], 'ces')).toMatchObject({ n: 3, value: 4 });
    expect(listRows([conversation(1, { ratings: effort(1, 5, 3) })], 'ces').rows.map(({ value, state }) => [value, state])).toEqual([
      [4, 'middling'],
    ]);
  });
});

describe('survey-response-rate', () => {
  it('is answered requests of all requests; stars that nobody asked for are none', () => {
    const records = [
      conversation(1, { offers: [offer(hour, 2 * hour), offer(day, null)] }),
      conversation(2, { offers: [offer(hour, null)], ratings: [rating(5, monday + 3 * hour)] }),
      conversation(3, { ratings: [rating(1, monday + hour)] }),
      conversation(4, { exclusion: 'test', offers: [offer(hour, 2 * hour)] }),
    ];
    const { n, value, excluded } = ask(records, 'survey-response-rate');
    expect({ n, value, excluded }).toEqual({ n: 3, value: 1 / 3, excluded: { test: 1 } });
    expect(
      listRows(records, 'survey-response-rate')
        .rows.map(({ state, value: hit }) => [state, hit])
        .sort(),
    ).toEqual([
      ['not_rated', 0],
      ['not_rated', 0],
      ['rated', 1],
    ]);
  });

  it('shows what is younger than three days apart, answered or not, and no false 0 % of it; the list of it is as long', () => {
    const records = [conversation(1, { offers: [offer(hour, 2 * hour), offer(day, null), offer(2 * day, 8 * day)] })];
    const at = (asOf: number) => {
      const { n, value, stillPossible, immature } = ask(records, 'survey-response-rate', { asOf });
      const open = rowsOfPlan(settingOf(records), planOf('survey-response-rate', { asOf }), { part: 'open', offset: 0, limit: 9 });
      expect([open.n, new Set(open.rows.map(({ state }) => state))]).toEqual([stillPossible, new Set(open.n === 0 ? [] : ['not_yet'])]);
      return [n, value, stillPossible, immature];
    };
    const asked = monday + hour;
    expect(() =>
      rowsOfPlan(settingOf(records), planOf('survey-response-rate'), { part: 'open', only: 'hit', offset: 0, limit: 9 }),
    ).toThrow('only: ');
    expect([at(asked), at(asked + 3 * day - 1), at(asked + 3 * day), at(monday + 4 * day), at(monday + 8 * day)]).toEqual([
      [0, null, 1, true],
      [0, null, 3, true],
      [1, 1, 2, true],
      [2, 0.5, 1, true],
      [3, 2 / 3, 0, false],
    ]);
  });

  it('is placed by the request where the question is about events', () => {
    const range = { from: monday + 2 * day, to: monday + 4 * day };
    const records = [conversation(1, { offers: [offer(hour, null), offer(3 * day, 4 * day)] })];
    expect(ask(records, 'survey-response-rate', { range, population: 'event' })).toMatchObject({ n: 1, value: 1 });
    expect(ask(records, 'survey-response-rate', { range, population: 'arrival' })).toMatchObject({ n: 0, value: null });
  });
});
