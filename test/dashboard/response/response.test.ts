// The page on response times: its table, its curves, its sentence.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { attainmentOf } from '../../../dashboard/src/lib/response/attainment.ts';
import { curvesOf } from '../../../dashboard/src/lib/response/curves.ts';
import { responseSentence } from '../../../dashboard/src/lib/response/sentence.ts';
import { plainText } from '../../../dashboard/src/lib/words/say.ts';
import { answerOf, groupOf } from '../answers.ts';

const format = openFormat({ words, zone: 'UTC', now: () => Date.parse('2026-03-20T07:42:00Z') });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('attainmentOf', () => {
  it('puts totals first, the largest next, and a gap where nobody wrote', () => {
    const both = groupOf('email de', 3, { keys: ['email', 'de'] });
    const table = attainmentOf(
      {
        all: { n: 10 },
        byChannel: [groupOf('chat', 2), groupOf('email', 8), groupOf('empty', 0)],
        byLanguage: [groupOf('de', 3), groupOf('en', 7)],
        byBoth: [both],
      },
      1,
    );
    expect([table.languages, table.rows.map((row) => [row.channel, row.cells.map((cell) => cell.figure?.n ?? null)])]).toEqual([
      [null, 'en'],
      [
        [null, [10, 7]],
        ['email', [8, null]],
        ['chat', [2, null]],
      ],
    ]);
  });
});

describe('curvesOf', () => {
  it('orders channels by size and takes the share kept from the headline', () => {
    const point = (ms: number, share: number) => ({ ms, share, low: 0, high: 1 });
    const waits = { answered: 1, waiting: 0, neverAnswered: 0 };
    const chart = curvesOf(
      answerOf({
        curves: [
          { key: 'chat', n: 5, points: [point(60_000, 0.5), point(600_000, 0.9)], waits, promiseMs: 300_000 },
          { key: 'email', n: 9, points: [], waits, promiseMs: null },
          { key: 'nobody', n: 0, points: [], waits, promiseMs: null },
        ],
      }),
      answerOf({ groups: [groupOf('chat', 5, { value: 0.6 })] }),
      (key) => key.toUpperCase(),
      ['email', 'chat'],
    );
    expect(
      chart.series.map(({ label, colour, withinPromise, notAnswered }) => [label, colour, withinPromise, Number(notAnswered?.toFixed(3))]),
    ).toEqual([
      ['EMAIL', 1, null, 1],
      ['CHAT', 2, 0.6, 0.1],
    ]);
  });
});

describe('responseSentence', () => {
  const speed = answerOf({ metric: 'first-response-time', unit: 'ms', n: 90, quantiles: { p50: 420_000, p90: null, p95: null } });

  it('names the weakest channel among those that are large enough', () => {
    const byChannel = answerOf({
      n: 90,
      value: 0.9,
      stillPossible: 3,
      groups: [groupOf('chat', 40, { value: 0.95 }), groupOf('email', 45, { value: 0.85 }), groupOf('forum', 5, { value: 0 })],
    });
    expect(plain(plainText(responseSentence({ byChannel, speed }, words, format, () => '/')))).toBe(
      '90 % of first replies came within promise. 3 are not yet due. Half of the customers had an answer within 7 min; fewer than nine in ten have been answered at all. Weakest: E-mail with 85 %.',
    );
  });

  it('has nothing to say of nothing', () => {
    expect(plainText(responseSentence({ byChannel: answerOf({}), speed }, words, format, () => '/'))).toBe('No data in this range.');
  });
});
