// What a network of phrases learns beside the labelled sets: expressions of feeling, and texts that we wrote in the manner of customers.
import { readFileSync } from 'node:fs';
import { feltLanguages, readFeltList } from '../learn/felt-words.ts';
import type { sentimentOrder } from '../scores/sentiment-order.ts';

export type AsideText = { readonly text: string; readonly label: (typeof sentimentOrder)[number]; readonly kind: 'words' | 'written' };

/** Languages that we wrote texts in. */
const written: readonly string[] = ['zh', 'en', 'de', 'fr'];

/** Lines of a label, a tab and a text. */
export function parseWritten(lines: string): AsideText[] {
  return lines.split('\n').flatMap((line): AsideText[] => {
    const [label, text = ''] = line.split('\t');
    if (text === '') return [];
    if (label !== 'neg' && label !== 'neu' && label !== 'pos')
      throw new Error(`written-texts: expected a line of neg, neu or pos, a tab and a text, found "${line}"`);
    return [{ text, label, kind: 'written' }];
  });
}

/** Ours, under the licence of the project; they are taught and never measured. */
export function asideTexts(language: string): AsideText[] {
  if (!feltLanguages.includes(language)) return [];
  const words = readFeltList(language).map(
    ({ expression, strength }): AsideText => ({ text: expression.replaceAll('*', ''), label: strength < 0 ? 'neg' : 'pos', kind: 'words' }),
  );
  if (!written.includes(language)) return words;
  return [...words, ...parseWritten(readFileSync(new URL(`written-texts/${language}.txt`, import.meta.url), 'utf8'))];
}
