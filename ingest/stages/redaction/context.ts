// Context words of all text languages, compiled into patterns over folded text.
import { textLanguages } from '#ingest/languages/index.ts';
import type { SecretWords } from '#ingest/languages/text-language.ts';
import { foldText } from './characters.ts';
import { layerOf, normaliseLayer } from './layer.ts';

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const alphabetic = /^[a-zа-я]/;
const alphabeticEnd = /[a-zа-я]$/;

/** Folds a phrase exactly as a view folds its text, so that both meet. */
export function foldPhrase(phrase: string): string {
  return foldText(normaliseLayer(layerOf(phrase)).text);
}

/** Alternatives as one source: whole words for alphabets, anywhere for scripts that do not part words. */
export function phraseSource(phrases: readonly string[]): string {
  const unique = [...new Set(phrases.map(foldPhrase))].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
  const sourceOf = (phrase: string): string => {
    const body = escapePattern(phrase).replace(/ /g, '[\\s_-]{0,3}');
    return alphabeticEnd.test(phrase) ? `${body}(?![a-zа-я])` : body;
  };
  const worded = unique.filter((phrase) => alphabetic.test(phrase)).map(sourceOf);
  const unworded = unique.filter((phrase) => !alphabetic.test(phrase)).map(sourceOf);
  // A digit in front parts nothing: "8cvv849" is the middle of an address. One look behind serves all words, which is what keeps a long list fast.
  const parts = [...(worded.length > 0 ? [`(?<![a-zа-я0-9])(?:${worded.join('|')})`] : []), ...unworded];
  return `(?:${parts.join('|')})`;
}

/** The words of one class in every language. */
export function wordsOf(name: keyof SecretWords): readonly string[] {
  return textLanguages.flatMap((language) => language.secrets[name]);
}

function near(...names: readonly (keyof SecretWords)[]): RegExp {
  return new RegExp(phraseSource(names.flatMap(wordsOf)));
}

/** Tests for the presence of a word of the class. None of them is global or sticky, so they hold no state. */
export const contexts = {
  seed: near('seed'),
  key: near('key'),
  transaction: near('transaction'),
  oneTimeCode: near('oneTimeCode'),
  phone: near('phone'),
  order: near('order'),
  passport: near('passport'),
  nationalId: near('nationalId'),
  card: near('card'),
  address: near('address'),
  apiSecret: near('apiSecret'),
  email: near('email'),
} as const;

export function hasAny(text: string, stems: readonly string[]): boolean {
  for (const stem of stems) if (text.includes(stem)) return true;
  return false;
}
