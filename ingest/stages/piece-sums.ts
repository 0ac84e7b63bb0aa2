// How much the pieces of all words of a text speak for each language.
import type { LanguagePieces } from './language-pieces.ts';
import type { SpokenWord } from './language-words.ts';

export type PieceSums = { readonly sums: Float64Array; readonly count: number };

// A letter takes at most three bytes, and pieces are read from the first seventy of them.
const mostBytes = 400;

/** Opens a reader with buffers of its own: what it gives is valid until it reads the next text. Each word counts once. */
export function openPieceSums(pieces: LanguagePieces): (words: readonly SpokenWord[]) => PieceSums {
  const sums = new Float64Array(pieces.languages.length);
  const bytes = new Uint8Array(mostBytes);
  const encoder = new TextEncoder();
  return (words) => {
    sums.fill(0);
    let count = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]?.word ?? '';
      let isKnown = false;
      for (let before = 0; before < at && !isKnown; before += 1) isKnown = words[before]?.word === word;
      if (isKnown) continue;
      count += pieces.addWord(bytes, encoder.encodeInto(word, bytes).written, sums);
    }
    return { sums, count };
  };
}
