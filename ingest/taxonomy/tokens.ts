// Tokens of a text for keyword patterns: words without accents, each Han or Kana character by itself, with their places in the text.
import { numberWords } from '../learn/number-words.ts';
import { simplifiedOf } from '../stages/simplify.ts';

export type Token = {
  /** Lower case, accents and traditional forms folded. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Counts sentences from 0: a pattern never reaches across their ends. */
  readonly sentence: number;
};

const mostRead = 4000;
const accents = /\p{M}+/gu;
const isLetter = /^[\p{L}\p{M}]$/u;
const isDigit = /^\p{N}$/u;

function fold(word: string): string {
  const lower = word.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    if (lower.charCodeAt(at) > 0x7f) return lower.normalize('NFD').replace(accents, '').replaceAll('ß', 'ss').replaceAll('œ', 'oe');
  }
  return lower;
}

const kinds = { nothing: 0, letter: 1, digit: 2, single: 3, end: 4, stop: 5 } as const;

// What a character is, asked once for each that occurs: property escapes cost more than all the rest together.
const known = new Int8Array(0x10000).fill(-1);

function kindOf(code: number): number {
  const before = known[code] ?? -1;
  if (before >= 0) return before;
  const kind = toKind(code);
  known[code] = kind;
  return kind;
}

function toKind(code: number): number {
  const character = String.fromCharCode(code);
  if ((code >= 0x3040 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff))
    return kinds.single;
  if (isLetter.test(character)) return kinds.letter;
  if (isDigit.test(character)) return kinds.digit;
  if (character === '.') return kinds.stop;
  return '。！？!?;；\n'.includes(character) ? kinds.end : kinds.nothing;
}

// How words that come again are folded, by number, and Han characters by code unit.
const folded: string[] = [];
const numberAt = numberWords((word, number) => {
  folded[number] = fold(word);
});
// Lists of characters by code unit would be mostly holes.
const singles: string[] = [''];
const singleAt = new Uint16Array(0x10000);

function singleOf(code: number): string {
  const known = singleAt[code] ?? 0;
  if (known > 0) return singles[known] ?? '';
  const single = fold(String.fromCharCode(simplifiedOf(code)));
  singleAt[code] = singles.push(single) - 1;
  return single;
}

/** All tokens of a text in their order; texts are read to their first 4,000 characters. */
export function readTokens(text: string): Token[] {
  const length = Math.min(text.length, mostRead);
  const tokens: Token[] = [];
  const place = { from: 0, to: 0 };
  let sentence = 0;
  for (let at = 0; at < length; at = place.to) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    place.from = at;
    place.to = at + 1;
    if (kind === kinds.letter || kind === kinds.digit) {
      while (place.to < length && kindOf(text.charCodeAt(place.to)) === kind) place.to += 1;
      tokens.push({ word: folded[numberAt(text, place)] ?? '', start: at, end: place.to, sentence });
    } else if (kind === kinds.single) tokens.push({ word: singleOf(code), start: at, end: place.to, sentence });
    // A full stop ends a sentence only where a space or nothing follows: `2.5` and `example.com` go on.
    else if (kind === kinds.end || (kind === kinds.stop && (place.to === length || text.charCodeAt(place.to) <= 0x20))) sentence += 1;
  }
  return tokens;
}
