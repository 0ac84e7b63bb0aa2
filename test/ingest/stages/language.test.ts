// Language identification on short messages written by hand: accents left out, brands, slips; and what nobody can tell.

import { beforeAll, describe, expect, it } from 'vitest';
import { baseLanguage } from '#db/model/language.ts';
import { type LanguageDetector, openLanguageDetector } from '#ingest/stages/language.ts';
import { type GoldenLine, goldenLines } from '#test/support/golden-lines.ts';

const golden = goldenLines('languages/golden.txt');

/** Misses by hand-made label; the share that is right by label. */
function judged(lines: readonly GoldenLine[], detect: LanguageDetector['detect']) {
  const misses = lines.flatMap(({ label, text }) => {
    const { language } = detect(text);
    return baseLanguage(language) === label ? [] : [`${label}: "${text}" taken for ${language}`];
  });
  const rightOf = (label: string): number => {
    const own = lines.filter((line) => line.label === label);
    return 1 - misses.filter((miss) => miss.startsWith(`${label}: `)).length / own.length;
  };
  return { misses, rightOf };
}

let detector: LanguageDetector;
beforeAll(async () => {
  detector = await openLanguageDetector();
});

describe('language of a short message', () => {
  const great = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ru', 'ja', 'zh'];

  it('is asked of at least 60 messages in each of nine languages', () => {
    const short = great.filter((language) => golden.filter(({ label }) => label === language).length < 60);
    expect(short).toEqual([]);
  });

  it('is right in at least 97 of 100 messages of each of nine languages', () => {
    const { misses, rightOf } = judged(golden, detector.detect);
    expect(great.filter((language) => rightOf(language) < 0.97).map((language) => [language, misses])).toEqual([]);
  });

  it('is right in Korean, Arabic and Hindi, and in most messages of further languages', () => {
    const { misses, rightOf } = judged(golden, detector.detect);
    expect(['ko', 'ar', 'hi'].filter((language) => rightOf(language) < 0.97)).toEqual([]);
    const further = golden.filter(({ label }) => !great.includes(label) && label !== 'und');
    expect(1 - misses.filter((miss) => further.some(({ text }) => miss.includes(`"${text}"`))).length / further.length).toBeGreaterThan(
      0.95,
    );
  });

  it('hears no language in the name of a file, and hears what stands beside it', () => {
    const texts = [
      '[screenshot-7870.png]',
      'IMG_2031.jpeg',
      'Screenshot_20261102.PNG rechnung.pdf',
      '看截图.png 钱不见了',
      'wo ist mein Geld? beleg.pdf',
    ];
    expect(texts.map((text) => detector.detect(text).language)).toEqual(['und', 'und', 'und', 'zh-Hans', 'de']);
  });

  it('is undetermined where nobody could tell', () => {
    expect(
      golden
        .filter(({ label }) => label === 'und')
        .map(({ text }) => [text, detector.detect(text).language])
        .filter(([, language]) => language !== 'und'),
    ).toEqual([]);
    expect(detector.detect('')).toEqual({ language: 'und', script: 'Zyyy', confidence: 0, others: [] });
  });

  it('would miss its floors where another language were said', () => {
    const swapped = judged(golden, (text) => {
      const said = detector.detect(text);
      return said.language === 'pt' ? { ...said, language: 'es' } : said;
    });
    expect(swapped.rightOf('pt')).toBeLessThan(0.1);
  });
});

describe('jargon of the trade', () => {
  it.each([
    ['mein wallet zeigt keine token', 'de'],
    ['la wallet no muestra el token', 'es'],
    ['le swap du token ne marche pas', 'fr'],
    ['lo swap del token non va', 'it'],
    ['o swap do token não foi', 'pt'],
    ['не вижу token в wallet', 'ru'],
    ['token swap 失败了', 'zh-Hans'],
    ['tokenをswapできない', 'ja'],
    ['MetaMask连不上 Uniswap', 'zh-Hans'],
  ])('in "%s" leaves the language what it is', (text, language) => {
    expect(detector.detect(text).language).toBe(language);
  });
});

describe('script and ways of writing', () => {
  it.each([
    ['提现一直没到账', 'zh-Hans', 'Hans'],
    ['提現一直沒到賬', 'zh-Hant', 'Hant'],
    ['出金できません', 'ja', 'Jpan'],
    ['출금이 안 돼요', 'ko', 'Kore'],
    ['где мой перевод', 'ru', 'Cyrl'],
    ['де мій переказ', 'uk', 'Cyrl'],
    ['къде са парите ми', 'bg', 'Cyrl'],
    ['أين أموالي', 'ar', 'Arab'],
    ['पैसे कब मिलेंगे', 'hi', 'Deva'],
    ['माझे पैसे कुठे आहेत', 'mr', 'Deva'],
    ['paise kab milenge bhai', 'hi', 'Latn'],
    ['πού είναι τα χρήματά μου', 'el', 'Grek'],
  ])('of "%s"', (text, language, script) => {
    expect(detector.detect(text)).toMatchObject({ language, script });
  });
});

describe('a mixed message', () => {
  it.each([
    ['Hello, my withdrawal is still pending. 我的提现还没有到账，请帮我看看', 'zh-Hans', ['en']],
    ['Bonjour, je ne peux pas me connecter. I cannot log in, please help me.', 'fr', ['en']],
    ['Привет, где мои деньги? I sent USDT to the wrong address yesterday', 'en', ['ru']],
    ['No funciona la app. No puedo retirar. Muy mala experiencia.', 'es', []],
    ['我的提现在 MetaMask 和 Uniswap 都看不到', 'zh-Hans', []],
  ])('"%s" tells its other languages', (text, language, others) => {
    expect(detector.detect(text)).toMatchObject({ language, others });
  });
});

describe('what belongs to no language', () => {
  it('changes nothing: links, mentions, hashtags, markup and tokens of redaction', () => {
    const plain = detector.detect('je ne reçois rien');
    const noisy = detector.detect('@support <b>je ne reçois</b> rien https://example.com/the/quick/help #pleasehelp [EMAIL]');
    expect(noisy.language).toBe(plain.language);
    expect(noisy.others).toEqual([]);
  });
});
