// Signs of a reply that can be pointed at: a greeting, thanks, an apology, understanding, ownership, a next step, an expected time; curtness, blame, a brush-off.
import { baseLanguage } from '../model/language.ts';
import { germanSigns } from './signs/de.ts';
import { englishSigns } from './signs/en.ts';
import { frenchSigns } from './signs/fr.ts';
import { type LanguageSigns, type Sign, type SignKind, signKinds } from './signs/sign.ts';
import { chineseSigns } from './signs/zh.ts';

export type { SignKind } from './signs/sign.ts';

/** `quote` is the stretch of the text that names it. */
export type FoundSign = { readonly kind: SignKind; readonly quote: string };

const byLanguage: Readonly<Record<string, LanguageSigns>> = { zh: chineseSigns, en: englishSigns, fr: frenchSigns, de: germanSigns };
const longestQuote = 80;
// A point between digits ends no sentence: 7.2.0, 0.5 BTC.
const sentenceEnd = /[.!?](?=\s|$)|[。！？\n]/gu;

/**
 * At most one of each kind, with its words; null where the language is none of zh, en, fr and de, so that nothing can be said.
 *
 * @example findSigns('Hi Ann, we will write within 2 days.', 'en') // greeting, next_step and expected_time
 */
export function findSigns(text: string, language: string): FoundSign[] | null {
  const signs = byLanguage[baseLanguage(language)];
  if (signs === undefined) return null;
  return signKinds.flatMap((kind) => {
    const quote = quoteOf(text, signs[kind]);
    return quote === null ? [] : [{ kind, quote }];
  });
}

function quoteOf(text: string, { words, needs, unless }: Sign): string | null {
  // Most texts have none, and a pattern that finds every place has to be made first.
  if (!words.test(text)) return null;
  for (const found of text.matchAll(new RegExp(words.source, `${words.flags}g`))) {
    const sentence = sentenceAround(text, found.index, found.index + found[0].length);
    if (needs !== undefined && !needs.test(sentence)) continue;
    if (unless?.test(sentence) === true) continue;
    return found[0].trim().slice(0, longestQuote);
  }
  return null;
}

function sentenceAround(text: string, start: number, end: number): string {
  let from = 0;
  let to = text.length;
  for (const { index } of text.matchAll(sentenceEnd)) {
    if (index < start) from = index + 1;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  return text.slice(from, to);
}
