// Screen languages: nothing missing, nothing empty, nothing left in English.
import { describe, expect, it, vi } from 'vitest';
import { openScorers } from '#ingest/scores/index.ts';
import { plainText, say } from '../../../dashboard/src/lib/words/say.ts';

// Anew: in this process other tests may have loaded further pages before.
vi.resetModules();
const { chooseLanguage, loadPageWords, loadWords, screenLanguages } = await import('../../../dashboard/src/lib/words/words.ts');

type Leaf = readonly [path: string, value: unknown];

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const loaded = await Promise.all(
  screenLanguages.map(async (language) => {
    const words = await loadWords(language);
    // What only further pages say cannot be read before they have been asked for.
    expect(() => words.forecast).toThrow('not loaded');
    await loadPageWords(language);
    return { language, words };
  }),
);

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

describe.each(loaded.filter(({ language }) => language.id !== 'en'))('the screen in $language.name, again', ({ words }) => {
  // Names that are the same in both, such as "Chat" or "Forum", are short; a sentence is the same only where it was forgotten.
  it('holds no sentence that is the English one', () => {
    const english = new Map(leaves(loaded[0]?.words));
    const forgotten = leaves(words).filter(
      ([path, value]) => typeof value === 'string' && /[a-z]{3,} [a-z]{3,}/.test(value) && english.get(path) === value,
    );
    expect(forgotten).toEqual([]);
  });

  it('fills every blank of the English sentences', () => {
    const english = new Map(leaves(loaded[0]?.words));
    const filled = (value: unknown) => {
      if (typeof value !== 'function') return null;
      const said: unknown = value(...Array.from({ length: value.length }, (_, place) => `«${place}»`));
      const text = typeof said === 'string' ? said : JSON.stringify(said);
      return [...new Set(text.match(/«\d»/g))].sort();
    };
    const lost = leaves(words).filter(([path, value]) => JSON.stringify(filled(value)) !== JSON.stringify(filled(english.get(path))));
    expect(lost.map(([path]) => path)).toEqual([]);
  });
});

describe('the Chinese screen', () => {
  it('holds no sentence that was forgotten in English', async () => {
    const { words } = await import('#test/support/words/zh.ts');
    const forgotten = leaves(words).filter(
      ([path, value]) => typeof value === 'string' && /[a-z]{3,} [a-z]{3,}/.test(value) && !path.startsWith('channels'),
    );
    expect(forgotten).toEqual([]);
  });
});

describe('chooseLanguage', () => {
  it('takes the first wish that is spoken here, else English', () => {
    expect(
      [['zh-TW'], ['es', 'zh-CN'], [null, undefined], ['pt'], ['EN_us'], ['fr-CA'], ['de-AT']].map((wishes) => chooseLanguage(wishes).id),
    ).toEqual(['zh', 'zh', 'en', 'en', 'en', 'fr', 'de']);
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

it('has a name for everything that scores', async () => {
  const { version } = await openScorers();
  const scorers = version.split(' ').map((one) => one.slice(0, one.indexOf('@')));
  expect(loaded.map(({ words }) => Object.keys(words.scoring.scorers).sort())).toEqual(loaded.map(() => scorers.toSorted()));
});
