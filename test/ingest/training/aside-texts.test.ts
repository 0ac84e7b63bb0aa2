// What a network of phrases learns beside the labelled sets: our expressions, and texts that we wrote.
import { describe, expect, it } from 'vitest';
import { asideTexts, parseWritten } from '#ingest/training/aside-texts.ts';

describe('asideTexts', () => {
  it('gives expressions of either feeling, and written texts of all three labels', () => {
    const texts = asideTexts('zh');
    const labels = (kind: string) => [...new Set(texts.filter((one) => one.kind === kind).map(({ label }) => label))].sort();
    expect([labels('words'), labels('written')]).toEqual([
      ['neg', 'pos'],
      ['neg', 'neu', 'pos'],
    ]);
    expect(texts.some(({ text }) => text.includes('*'))).toBe(false);
    expect(asideTexts('ko')).toEqual([]);
  });

  it('reads lines of a label and a text, and says which it cannot read', () => {
    expect(parseWritten('neg\tNever again\n')).toEqual([{ text: 'Never again', label: 'neg', kind: 'written' }]);
    expect(() => parseWritten('bad\tNever again')).toThrow('"bad\tNever again"');
  });
});
