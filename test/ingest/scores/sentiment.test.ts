// The sentiment scorer against sentences that hardly any teaching sentence repeats: floors a little below what it reaches, hard cases, and "cannot say".

import { describe, expect, it } from 'vitest';
import { baseLanguage } from '#db/model/language.ts';
import { feltLanguages } from '#ingest/learn/felt-words.ts';
import { figuresOf } from '#ingest/learn/figures.ts';
import { lexiconLanguages, modelLanguages, openSentimentScorer } from '#ingest/scores/sentiment.ts';
import { asideTexts, wordsKind } from '#ingest/training/aside-texts.ts';
import { supportSentences } from '#ingest/training/support-sentences/index.ts';
import { german } from '#test/fixtures/sentiment/de.ts';
import { english } from '#test/fixtures/sentiment/en.ts';
import { french } from '#test/fixtures/sentiment/fr.ts';
import type { Golden } from '#test/fixtures/sentiment/golden.ts';
import { others } from '#test/fixtures/sentiment/others.ts';
import { chinese } from '#test/fixtures/sentiment/zh.ts';

const scorer = await openSentimentScorer();
const score = (text: string, language: string) => scorer.score({ text, language, channel: null, actor: 'customer', redactions: [] });

/** Measured when the weights were made, less what a few sentences may move. */
const floors: readonly (readonly [string, readonly Golden[], number])[] = [
  ['en', english, 0.85],
  ['zh', chinese, 0.77],
  ['fr', french, 0.91],
  ['de', german, 0.85],
];

const misses = (sentences: readonly Golden[]) =>
  sentences.flatMap(({ text, label, language }) => {
    const said = score(text, language).label;
    return said === label ? [] : [`${label} taken for ${said}: ${text}`];
  });

describe('the sentiment scorer', () => {
  it.each(floors)('keeps its floor in %s', (language, sentences, floor) => {
    expect(sentences.length).toBeGreaterThanOrEqual(60);
    const { macroF1 } = figuresOf(
      sentences.map(({ label }) => label),
      sentences.map(({ text, language: own }) => score(text, own).label ?? 'none'),
    );
    expect(macroF1, `${language}: ${misses(sentences).join('\n')}`).toBeGreaterThanOrEqual(floor);
  });

  it('would fall below every floor with labels dealt out by chance', () => {
    for (const [, sentences, floor] of floors) {
      const turned = sentences.map((_, index) => sentences[(index * 7 + 3) % sentences.length]?.label ?? 'neu');
      expect(
        figuresOf(
          turned,
          sentences.map(({ text, language }) => score(text, language).label ?? 'none'),
        ).macroF1,
      ).toBeLessThan(floor);
    }
  });

  it('is judged by sentences that none of those which it was taught repeats', () => {
    const plain = (text: string) =>
      ` ${text
        .toLowerCase()
        .replace(/[\p{P}\p{S}\s]+/gu, ' ')
        .trim()} `;
    const aside = feltLanguages.flatMap((language) => asideTexts(language));
    const written = aside.filter(({ kind }) => kind !== wordsKind);
    const expressions = new Set(aside.filter(({ kind }) => kind === wordsKind).map(({ text }) => plain(text)));
    const taught = [...supportSentences, ...written].map(({ text }) => plain(text)).join('\n');
    // Chinese has no blanks between words. What has no words at all, such as three angry faces, repeats nothing.
    const needle = (text: string) => (/\p{Script=Han}/u.test(text) ? plain(text).trim() : plain(text));
    const isRepeated = (text: string) => needle(text).trim() !== '' && (taught.includes(needle(text)) || expressions.has(plain(text)));
    expect([...english, ...chinese, ...french, ...german, ...others].filter(({ text }) => isRepeated(text))).toEqual([]);
    expect(isRepeated(supportSentences.at(-1)?.text ?? '')).toBe(true);
  });

  it('tells clear feelings in the other languages', () => {
    const clear = others.filter(({ label }) => label !== 'neu');
    const right = clear.filter(({ text, language, label }) => score(text, language).label === label);
    expect(right.length / clear.length, misses(clear).join('\n')).toBeGreaterThanOrEqual(0.75);
    expect(new Set(others.map(({ language }) => baseLanguage(language)))).toEqual(
      new Set([...modelLanguages, ...lexiconLanguages].filter((language) => !['en', 'fr', 'de'].includes(language))),
    );
  });

  it('reads traditional characters as it reads simplified ones', () => {
    expect(score('提現一直沒到帳，非常失望', 'zh-Hant')).toMatchObject({ label: score('提现一直没到帐，非常失望', 'zh-Hans').label });
  });

  it('cannot say in a language that it was not taught, unless an emoji does', () => {
    expect(score('Aplikacja ciągle się zawiesza', 'pl')).toEqual({
      label: null,
      score: null,
      probabilities: null,
      isMixed: false,
      isAbstained: true,
      evidence: [],
    });
    expect(score('', 'en').label).toBeNull();
    expect(score('12345', 'und').label).toBeNull();
    expect(score('👍', 'und').label).toBe('pos');
    expect(score('😡', 'und').label).toBe('neg');
  });

  it('gives probabilities that add up to one, and the score that follows from them', () => {
    for (const { text, language } of [...english, ...chinese, ...others]) {
      const { probabilities, score: value } = score(text, language);
      if (probabilities === null) continue;
      expect(probabilities.neg + probabilities.neu + probabilities.pos).toBeCloseTo(1, 9);
      expect(value).toBeCloseTo(probabilities.pos - probabilities.neg, 9);
    }
  });

  it('says mixed where one part is good and another bad, and not where both are of one mind', () => {
    const mixed = [
      ['The design is beautiful and easy to use. But support is terrible and never answers.', 'en'],
      ['界面很漂亮，用起来很方便。但是提现太慢，客服态度非常差。', 'zh-Hans'],
    ] as const;
    expect(mixed.map(([text, language]) => score(text, language).isMixed)).toEqual([true, true]);
    expect(score('The app is terrible. Support is terrible too and never answers.', 'en').isMixed).toBe(false);
    expect(score('界面很漂亮。用起来也很方便，客服很有耐心。', 'zh-Hans').isMixed).toBe(false);
  });

  it('shows words that stand in the text and pulled to the side of the label', () => {
    const text = 'Hello, the app is terrible and crashes all the time.';
    const { label, evidence } = score(text, 'en');
    expect(label).toBe('neg');
    const words = evidence.map(({ start, end }) => text.slice(start, end));
    expect(words.some((word) => word.includes('terrible'))).toBe(true);
    expect(words).not.toContain('Hello');
    expect(evidence.every(({ start, end, weight }) => start >= 0 && end <= text.length && start < end && weight < 0)).toBe(true);
    expect(evidence.length).toBeLessThanOrEqual(6);
  });
});

describe('opening a language', () => {
  const text = 'Leider hängt die App, aber der Support ist super.';
  const asked = { text, language: 'de', channel: null, actor: 'customer', redactions: [] } as const;

  it('goes in portions, once for all who wait for it, and the answers are the same', async () => {
    const fresh = await openSentimentScorer();
    const [one, other] = [fresh.open?.('de'), fresh.open?.('de-CH')];
    const steps = [one?.next().done, other?.next().done, one?.next().done, other?.next().done];
    expect(steps).toEqual([false, false, false, false]);
    // Whoever cannot wait goes on from there to the end.
    expect(fresh.score(asked)).toEqual(scorer.score(asked));
    expect([one?.next().done, other?.next().done, fresh.open?.('de').next().done]).toEqual([true, true, true]);
  });

  it('is done at once for languages without a model', () => {
    expect(scorer.open?.('ja').next().done).toBe(true);
  });
});
