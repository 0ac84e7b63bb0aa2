// What a network of phrases learns beside the labelled sets: our expressions, and texts that we wrote.
import { describe, expect, it } from 'vitest';
import { asideTexts, parseWritten, wordsKind } from '#ingest/training/aside-texts.ts';
import { teachingSets } from '#ingest/training/sentiment-data.ts';
import { supportSentences } from '#ingest/training/support-sentences/index.ts';

describe('asideTexts', () => {
  it('gives expressions of either feeling, and written texts of all three labels', () => {
    const texts = asideTexts('zh');
    const labels = (kind: string) => [...new Set(texts.filter((one) => one.kind === kind).map(({ label }) => label))].sort();
    expect([labels('words'), labels('support'), labels('posts')]).toEqual([
      ['neg', 'pos'],
      ['neg', 'neu', 'pos'],
      ['neg', 'pos'],
    ]);
    expect(texts.some(({ text }) => text.includes('*'))).toBe(false);
    expect(asideTexts('ko')).toEqual([]);
  });

  it('names a kind of the labelled sets for every written text, so that a network learns it with theirs', () => {
    const kindsOf = (language: string) => new Set(asideTexts(language).map(({ kind }) => kind));
    const known = new Set([...teachingSets, ...supportSentences].map(({ language, domain }) => `${language} ${domain}`));
    for (const language of ['zh', 'en', 'fr', 'de']) {
      const unknown = [...kindsOf(language)].filter((kind) => !known.has(`${language} ${kind}`));
      expect(unknown, language).toEqual([wordsKind]);
    }
  });

  it('reads lines of a kind, a label and a text, and says which it cannot read', () => {
    expect(parseWritten('tweets\tneg\tNever again\n')).toEqual([{ text: 'Never again', label: 'neg', kind: 'tweets' }]);
    expect(() => parseWritten('tweets\tbad\tNever again')).toThrow('"tweets\tbad\tNever again"');
    expect(() => parseWritten('tweets\tneg')).toThrow('"tweets\tneg"');
  });
});
