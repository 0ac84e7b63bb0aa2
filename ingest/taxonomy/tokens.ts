// Tokens of a text for keyword patterns: words without accents, each Han or Kana character by itself, with their places in the text.
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

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

let simplified: ReadonlyMap<string, string> | null = null;

/** One character for one, so that places stay. Read from its dictionary when the first Chinese text comes. */
function simplifiedForms(): ReadonlyMap<string, string> {
  simplified ??= new Map(
    traditionalToSimplified.split('|').flatMap((line): [string, string][] => {
      const [from, to] = line.split(' ');
      return from !== undefined && to !== undefined && from.length === 1 && to.length === 1 ? [[from, to]] : [];
    }),
  );
  return simplified;
}

/** The text with traditional characters in their simplified form, of the same length. */
export function simplify(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return text;
  const forms = simplifiedForms();
  return text.replace(/[\u3400-\u9fff]/g, (character) => forms.get(character) ?? character);
}

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

/** All tokens of a text in their order; texts are read to their first 4,000 characters. */
export function readTokens(text: string): Token[] {
  const read = simplify(text.length > mostRead ? text.slice(0, mostRead) : text);
  const tokens: Token[] = [];
  let sentence = 0;
  for (let at = 0; at < read.length; ) {
    const kind = kindOf(read.charCodeAt(at));
    let end = at + 1;
    if (kind === kinds.letter || kind === kinds.digit) while (end < read.length && kindOf(read.charCodeAt(end)) === kind) end += 1;
    if (kind === kinds.letter || kind === kinds.digit || kind === kinds.single) {
      tokens.push({ word: fold(read.slice(at, end)), start: at, end, sentence });
    }
    // A full stop ends a sentence only where a space or nothing follows: `2.5` and `example.com` go on.
    if (kind === kinds.end || (kind === kinds.stop && (end === read.length || read.charCodeAt(end) <= 0x20))) sentence += 1;
    at = end;
  }
  return tokens;
}
