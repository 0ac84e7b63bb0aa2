// Screen languages: nothing missing, nothing empty, nothing left in English.
import { describe, expect, it } from 'vitest';
import { plainText, say } from '../../../dashboard/src/lib/words/say.ts';
import { chooseLanguage, screenLanguages } from '../../../dashboard/src/lib/words/words.ts';

type Leaf = readonly [path: string, value: unknown];

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const loaded = await Promise.all(screenLanguages.map(async (language) => ({ language, words: (await language.load()).words })));

/** A reply of an agent needs no remark, so this one word is empty on purpose. */
const mayBeEmpty = new Set(['conversations.replyReasons.not_an_agent']);

describe.each(loaded)('the screen in $language.name', ({ language, words }) => {
  it('has the words of the first language, no more and no fewer', () => {
    const [first] = loaded;
    expect(
      leaves(words)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      leaves(first?.words)
        .map(([path]) => path)
        .sort(),
    );
  });

  it('has no empty words', () => {
    expect(leaves(words).filter(([path, value]) => value === '' && !mayBeEmpty.has(path))).toEqual([]);
  });

  it('writes dates and numbers in its own way', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([words.locale])).toEqual([words.locale]);
    expect(language.htmlLang.startsWith(language.id)).toBe(true);
  });
});

describe('the Chinese screen', () => {
  it('holds no sentence that was forgotten in English', async () => {
    const { words } = await import('../../../dashboard/src/lib/words/zh.ts');
    const forgotten = leaves(words).filter(
      ([path, value]) => typeof value === 'string' && /[a-z]{3,} [a-z]{3,}/.test(value) && !path.startsWith('channels'),
    );
    expect(forgotten).toEqual([]);
  });
});

describe('chooseLanguage', () => {
  it('takes the first wish that is spoken here, else English', () => {
    expect([['zh-TW'], ['de', 'zh-CN'], [null, undefined], ['fr'], ['EN_us']].map((wishes) => chooseLanguage(wishes).id)).toEqual([
      'zh',
      'zh',
      'en',
      'en',
      'en',
    ]);
  });
});

describe('say', () => {
  it('keeps text and figures apart and joins sentences', () => {
    const figure = { text: '91 %', href: '/x' };
    const inner = say` (${'n'} ${figure})`;
    expect([say`${figure} answered${inner}.`, plainText(say`${figure} answered${inner}.`)]).toEqual([
      [figure, ' answered', ' (', 'n', ' ', figure, ')', '.'],
      '91 % answered (n 91 %).',
    ]);
  });
});
