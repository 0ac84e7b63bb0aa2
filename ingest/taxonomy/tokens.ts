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

const pieces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}]+|\p{N}+|[。！？!?;；\n]|\.(?=\s|$)/gu;
const isEnd = /^[。！？!?;；\n.]$/;
const accents = /\p{M}+/gu;

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
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  const bare = lower.normalize('NFD').replace(accents, '');
  return bare.includes('ß') ? bare.replaceAll('ß', 'ss') : bare.replaceAll('œ', 'oe');
}

/** All tokens of a text in their order; texts are read to their first 4,000 characters. */
export function readTokens(text: string): Token[] {
  const read = simplify(text.length > 4000 ? text.slice(0, 4000) : text);
  const tokens: Token[] = [];
  let sentence = 0;
  for (const match of read.matchAll(pieces)) {
    const word = match[0];
    if (isEnd.test(word)) sentence += 1;
    else tokens.push({ word: fold(word), start: match.index, end: match.index + word.length, sentence });
  }
  return tokens;
}
