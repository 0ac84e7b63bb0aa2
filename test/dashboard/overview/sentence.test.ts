// The overview in words.
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import { words as zh } from '#test/support/words/zh.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { overviewSentence } from '../../../dashboard/src/lib/overview/sentence.ts';
import { plainText } from '../../../dashboard/src/lib/words/say.ts';
import { answerOf, groupOf } from '../answers.ts';

const now = () => Date.parse('2026-03-20T07:42:00Z');
const inEnglish = openFormat({ words: en, zone: 'Asia/Shanghai', now });
const inChinese = openFormat({ words: zh, zone: 'Asia/Shanghai', now });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const comparison = (difference: number | null, clear: boolean) => ({
  range: { from: '2026-01-22T16:00:00.000Z', to: '2026-02-19T16:00:00.000Z' },
  figure: { n: 100 },
  difference,
  interval: null,
  clear,
});
const attainment = answerOf({ n: 412, value: 0.912, comparison: comparison(-0.03, true) });
const overdue = answerOf({ metric: 'overdue', unit: 'count', n: 14, value: 14, groups: [groupOf('de', 9), groupOf('en', 5)] });
const never = answerOf({ metric: 'never-answered', n: 412, value: 0.021 });
const english = (answers: Parameters<typeof overviewSentence>[0]) =>
  plain(plainText(overviewSentence(answers, 'Last 28 days', en, inEnglish, (list) => `/${list.metric}`)));

describe('overviewSentence', () => {
  it('says what was kept, what changed, what is overdue and where, in both languages', () => {
    const answers = { attainment, overdue, never };
    expect(english(answers)).toBe(
      'Last 28 days: 91.2 % of customers were answered within promise, 3.0 points worse than 23 Jan – 19 Feb. 14 replies are overdue now, 9 of them in German. 2.1 % were never answered.',
    );
    expect(plain(plainText(overviewSentence(answers, '最近 28 天', zh, inChinese, () => '/')))).toBe(
      '最近 28 天，91.2% 的客户在承诺时限内得到答复，比 1月23日 – 2月19日 变差 3.0 个百分点。目前有 14 个答复已超时，其中 9 个为德语。2.1% 始终未获答复。',
    );
  });

  it('does not call a change what the interval does not carry', () => {
    expect(
      english({
        attainment: { ...attainment, comparison: comparison(-0.03, false) },
        overdue: answerOf({ n: 1 }),
        never: answerOf({ n: 5, value: 0 }),
      }),
    ).toBe(
      'Last 28 days: 91.2 % of customers were answered within promise; no clear change against 23 Jan – 19 Feb. 1 reply is overdue now.',
    );
  });

  it('speaks of nothing where nothing fell due', () => {
    expect(english({ attainment: answerOf({}), overdue: answerOf({}), never: answerOf({}) })).toBe(
      'Last 28 days: no promised reply fell due. Nothing is overdue right now.',
    );
  });

  it('makes every figure a link to its list', () => {
    const links = overviewSentence(
      { attainment, overdue, never },
      'x',
      en,
      inEnglish,
      (list) => `/${list.metric}/${list.range ?? ''}/${list.where?.language ?? ''}`,
    ).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]));
    expect(links).toEqual(['/answered-within-promise//', '/overdue/all/', '/overdue/all/de', '/never-answered//']);
  });
});
