// Words of feeling by our own lists: expressions, endings, negation, turns, and Chinese without spaces.
import { describe, expect, it } from 'vitest';
import { feltViewCount } from '#ingest/learn/felt-sums.ts';
import { feltLanguages, openFeltWords, parseFeltList, readFeltList } from '#ingest/learn/felt-words.ts';

const list = parseFeltList('-3 | awful | waste of time | crash*\n2 | lovely | n est pas mal\n');
const open = (language: string, entries = list) => {
  const hear = openFeltWords(language, entries);
  return (text: string) => {
    const views = hear?.(text) ?? [];
    return { bad: Math.expm1(views[0]?.[0] ?? 0), good: Math.expm1(views[1]?.[2] ?? 0), goodAfter: Math.expm1(views[13]?.[2] ?? 0), views };
  };
};

describe('openFeltWords', () => {
  const hear = open('en');

  it('sums up the good and the bad, in as many views as it says', () => {
    const { bad, good, views } = hear('Awful, but lovely!');
    expect([bad, good]).toEqual([expect.closeTo(3), expect.closeTo(2)]);
    expect(views.length).toBe(feltViewCount);
  });

  it('takes the longest expression, and any ending behind a star', () => {
    expect(hear('a waste of time').bad).toBeCloseTo(3);
    expect(hear('a waste of money').bad).toBe(0);
    expect(hear('it crashes').bad).toBeCloseTo(3);
    expect(hear('the cash').bad).toBe(0);
  });

  it('takes of two expressions that are as long as each other the one that comes first in the list', () => {
    const exactFirst = open('en', parseFeltList('2 | well made\n-3 | well ma*\n'));
    const exactLast = open('en', parseFeltList('-3 | well ma*\n2 | well made\n'));
    expect([exactFirst('well made').good, exactFirst('well made').bad]).toEqual([expect.closeTo(2), 0]);
    expect([exactLast('well made').good, exactLast('well made').bad]).toEqual([0, expect.closeTo(3)]);
  });

  it('turns a negated word round, not behind a full stop, and strengthens one behind `very`', () => {
    expect(hear('not lovely').bad).toBeCloseTo(1.2);
    expect(hear('not. Lovely').bad).toBe(0);
    expect(hear('very lovely').good).toBeCloseTo(2.6);
  });

  it('counts what comes behind a turn once more', () => {
    expect(hear('slow but lovely').goodAfter).toBeCloseTo(2);
    expect(hear('lovely but slow').goodAfter).toBe(0);
  });

  it('reads French words behind an apostrophe by themselves', () => {
    expect(open('fr')("Ce n'est pas mal").good).toBeCloseTo(2);
    expect(open('fr')("l'awful").bad).toBeCloseTo(3);
  });

  it('keeps German words apart that only their dots part', () => {
    const german = open('de', parseFeltList('2 | schön'));
    expect([german('schön').good, german('schoen').good, german('schon').good]).toEqual([expect.closeTo(2), expect.closeTo(2), 0]);
  });

  it('finds the longest Chinese word at each place, and what negates or strengthens it', () => {
    const chinese = open('zh', parseFeltList('2 | 好 | 好用\n-3 | 好慢'));
    expect(chinese('这个好用').good).toBeCloseTo(2);
    expect(chinese('好慢')).toMatchObject({ bad: expect.closeTo(3), good: 0 });
    expect(chinese('不好用').bad).toBeCloseTo(1.2);
    expect(chinese('非常好用').good).toBeCloseTo(2.6);
    expect(chinese('不，好用').bad).toBe(0);
    expect(chinese('慢但是好用').goodAfter).toBeCloseTo(2);
  });

  it('has a list of strengths from 1 to 4 for each of its languages, and none for others', () => {
    expect(openFeltWords('ko')).toBeNull();
    for (const language of feltLanguages) {
      const entries = readFeltList(language);
      expect(entries.length, language).toBeGreaterThan(500);
      expect(entries.filter(({ strength }) => !(Math.abs(strength) >= 1 && Math.abs(strength) <= 4))).toEqual([]);
      expect(entries.filter(({ expression }) => expression.trim() === '')).toEqual([]);
    }
  });
});
