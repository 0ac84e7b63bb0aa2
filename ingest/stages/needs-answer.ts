// Whether a customer message needs an answer, or only says thanks.
import { baseLanguage } from '#db/model/language.ts';
import { textLanguages } from '#ingest/languages/index.ts';
import { type PraiseWords, praiseWords } from '#ingest/languages/praise-words.ts';
import type { ClosingWords, TextLanguage } from '#ingest/languages/text-language.ts';

export const closingReasons = ['thanks', 'acknowledgement', 'farewell', 'emoji_only'] as const;
export type ClosingReason = (typeof closingReasons)[number];

export type NeedsAnswer = { readonly needsAnswer: boolean; readonly reason: ClosingReason | null };

const needed: NeedsAnswer = { needsAnswer: true, reason: null };

type Part = keyof ClosingWords | keyof PraiseWords;
type Phrase = { readonly words: readonly string[]; readonly part: Part };
type PhraseBook = { readonly byFirst: ReadonlyMap<string, readonly Phrase[]>; readonly isSpaced: boolean };

// Scripts without spaces are read character by character, the others word by word.
const unspaced: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
const wordPattern = /[\p{L}\p{M}\p{N}'’]+/gu;

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

function cut(text: string, isSpaced: boolean): readonly string[] {
  const words = fold(text).match(wordPattern) ?? [];
  return isSpaced ? words : words.flatMap((word) => (/^[a-z0-9']+$/.test(word) ? [word] : [...word]));
}

// Of two phrases that are written alike the first counts: `great` is praise before it is an acknowledgement.
const parts = ['thanks', 'praise', 'acknowledgements', 'farewells', 'fillers', 'praised'] as const;

function openBook(languages: readonly TextLanguage[], isSpaced: boolean): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  for (const language of languages) {
    const lists: Partial<Record<Part, readonly string[]>> = { ...language.closing, ...praiseWords[language.id] };
    for (const part of parts) {
      for (const phrase of lists[part] ?? []) {
        const words = cut(phrase, isSpaced);
        const first = words[0];
        if (first === undefined) continue;
        const known = byFirst.get(first);
        if (known === undefined) byFirst.set(first, [{ words, part }]);
        else known.push({ words, part });
      }
    }
  }
  // The longest first, so that "thank you for your help" is not left over as "for your help".
  for (const phrases of byFirst.values()) phrases.sort((left, right) => right.words.length - left.words.length);
  return { byFirst, isSpaced };
}

const books: ReadonlyMap<string, PhraseBook> = new Map(
  textLanguages.map((language) => [language.id, openBook([language], !unspaced.has(language.id))]),
);
// "ok" and "thx" are too short to tell a language: those are looked up in all alphabetic ones.
const anyBook = openBook(
  textLanguages.filter((language) => !unspaced.has(language.id)),
  true,
);

const link = /https?:\/\/|www\./i;
const noise = /__[a-z]{2,12}__|[@＠][\p{L}\p{N}_.-]{1,64}|<\/?[a-zA-Z][^<>]{0,400}>|&(?:#\d{1,6}|[a-z]{2,8});/gu;
const emoticons = /(?:^|\s)(?:[:;=8xX]['-]?[)(DPpOo3*/|]+|<3+|\^_*\^|:-?\*|xd+|t_t|orz)(?=\s|$|[.!])/gi;

const pictures = /[\p{Extended_Pictographic}\u2639-\u2764]/u;

// A message this long says more than goodbye, even where every word of it is known.
const longestClosing = 240;

/** Parts of the closing phrases that a text is made of, null where anything is left over. */
function partsOf(text: string, book: PhraseBook): ReadonlySet<Part> | null {
  const words = cut(text, book.isSpaced);
  const found = new Set<Part>();
  let index = 0;
  while (index < words.length) {
    const phrase = (book.byFirst.get(words[index] ?? '') ?? []).find((each) =>
      each.words.every((word, place) => words[index + place] === word),
    );
    if (phrase === undefined) return null;
    found.add(phrase.part);
    index += phrase.words.length;
  }
  // "The wallet" may answer what we asked; where something is praised it does not.
  return found.has('praised') && !found.has('praise') ? null : found;
}

/**
 * Conservative: false only for texts that are nothing but thanks, praise, an acknowledgement, a farewell or emoji. `language` as detected, may be `und`.
 * A question mark, a link or one word more, and it needs an answer: a wait left out by mistake would flatter the figures.
 */
export function needsAnswer(text: string, language: string): NeedsAnswer {
  if (text.length > longestClosing || /[?？؟]/.test(text) || link.test(text)) return needed;
  // A token of redaction is content: somebody sent an address or a code.
  if (/\[[A-Z][A-Z_:0-9]{1,30}\]/.test(text)) return needed;
  const plain = text.replace(noise, ' ');
  const bare = plain.replace(emoticons, ' ');
  if (!/[\p{L}\p{N}]/u.test(bare)) {
    return pictures.test(plain) || bare !== plain ? { needsAnswer: false, reason: 'emoji_only' } : needed;
  }
  const own = books.get(baseLanguage(language));
  const found = (own === undefined ? null : partsOf(bare, own)) ?? partsOf(bare, anyBook);
  if (found === null) return needed;
  if (found.has('thanks')) return { needsAnswer: false, reason: 'thanks' };
  if (found.has('acknowledgements') || found.has('praise')) return { needsAnswer: false, reason: 'acknowledgement' };
  return found.has('farewells') ? { needsAnswer: false, reason: 'farewell' } : needed;
}
