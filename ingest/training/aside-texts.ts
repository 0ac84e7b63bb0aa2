// What a network of phrases learns beside the labelled sets: expressions of feeling, and texts that we wrote in the manner of customers.
import { readFileSync } from 'node:fs';
import { feltLanguages, readFeltList } from '../learn/felt-words.ts';
import type { sentimentOrder } from '../scores/sentiment-order.ts';

/** The kind of an expression. */
export const wordsKind = 'words';

export type AsideText = {
  readonly text: string;
  readonly label: (typeof sentimentOrder)[number];
  /** That of an expression, or the kind of text in whose manner it was written, such as `app-reviews`. */
  readonly kind: string;
};

/** Languages that we wrote texts in. */
const written: readonly string[] = ['zh', 'en', 'de', 'fr'];

/** Lines of a kind, a label and a text, between tabs. */
export function parseWritten(lines: string): AsideText[] {
  return lines.split('\n').flatMap((line): AsideText[] => {
    if (line === '') return [];
    const [kind = '', label, text = ''] = line.split('\t');
    if ((label !== 'neg' && label !== 'neu' && label !== 'pos') || text === '')
      throw new Error(`written-texts: expected a line of a kind, of neg, neu or pos, and of a text, with tabs between, found "${line}"`);
    return [{ text, label, kind }];
  });
}

/** Ours, under the licence of the project; they are taught and never measured. */
export function asideTexts(language: string): AsideText[] {
  if (!feltLanguages.includes(language)) return [];
  const words = readFeltList(language).map(
    ({ expression, strength }): AsideText => ({
      text: expression.replaceAll('*', ''),
      label: strength < 0 ? 'neg' : 'pos',
      kind: wordsKind,
    }),
  );
  if (!written.includes(language)) return words;
  return [...words, ...parseWritten(readFileSync(new URL(`written-texts/${language}.txt`, import.meta.url), 'utf8'))];
}
