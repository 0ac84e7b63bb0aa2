// Texts cut into search terms: words where spaces part them, pairs of characters where they do not. Pure, and the same for
// both databases: neither of them cuts or folds anything itself, so both find the same.

/** What a document is found by. `terms` in order of occurrence, with repetitions; `pairs` only those of unspaced writing. */
export type DocumentTerms = { readonly terms: readonly string[]; readonly pairs: readonly string[] };

/** One thing that has to occur: a word (or the beginning of one), or pairs that have to stand side by side. */
export type QueryTerm =
  | { readonly kind: 'word'; readonly text: string; readonly isPrefix: boolean }
  | { readonly kind: 'pairs'; readonly pairs: readonly string[] };

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
// No part of it can match in two ways, so that no text makes it slow.
// A script holds its punctuation too, such as the Khmer full stop: only letters, digits and marks are part of a run.
const written = `(?=[\\p{L}\\p{N}\\p{M}])[${unspaced}]`;
const pieces = new RegExp(`(${written}(?:${written}|\\p{M})*)|((?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+)`, 'gu');
const plainPieces = /[a-z0-9]+/g;
const longestWord = 64;
const mostQueryTerms = 32;
/** PostgreSQL takes about a million bytes of distinct terms for one document; far more than a person reads in a conversation. */
const mostTerms = 200_000;
const mostTermBytes = 800_000;

/** The terms of a document; beyond 200,000 of them, or 800,000 bytes of distinct ones, the rest is left out. */
export function documentTerms(texts: readonly string[]): DocumentTerms {
  const terms: string[] = [];
  const pairs: string[] = [];
  for (const text of texts) {
    for (const piece of cut(text)) {
      if (piece.kind === 'word') {
        terms.push(piece.text);
        continue;
      }
      const { characters } = piece;
      for (let index = 0; index < characters.length; index += 1) {
        // The last character stands alone: it makes one character findable, and keeps this run apart from the next.
        const pair = `${characters[index]}${characters[index + 1] ?? ''}`;
        terms.push(pair);
        pairs.push(pair);
      }
    }
  }
  return terms.length < 20_000 ? { terms, pairs } : limited(terms, pairs);
}

/**
 * What has to occur, all of it, for a document to match. Empty where the query holds no letter and no digit.
 * Words of three letters or more also match longer words that begin with them.
 */
export function queryTerms(query: string): QueryTerm[] {
  const terms = cut(query).map((piece): QueryTerm => {
    if (piece.kind === 'word') return { kind: 'word', text: piece.text, isPrefix: /\p{L}.*\p{L}.*\p{L}/u.test(piece.text) };
    const { characters } = piece;
    const [only] = characters;
    // Every term that begins with the character: it is the first of a pair, or stands alone at the end of a run.
    if (characters.length === 1 && only !== undefined) return { kind: 'word', text: only, isPrefix: true };
    return { kind: 'pairs', pairs: characters.slice(0, -1).map((character, index) => `${character}${characters[index + 1]}`) };
  });
  return terms.slice(0, mostQueryTerms);
}

type Piece = { readonly kind: 'word'; readonly text: string } | { readonly kind: 'run'; readonly characters: readonly string[] };

function cut(text: string): Piece[] {
  // Most messages are ASCII, and this way is many times faster.
  if (isAscii(text))
    return (text.toLowerCase().match(plainPieces) ?? []).map((word) => ({ kind: 'word', text: word.slice(0, longestWord) }));
  return [...fold(text).matchAll(pieces)].map(([, run, word]): Piece => {
    if (run !== undefined) return { kind: 'run', characters: withMarks(run) };
    return { kind: 'word', text: [...(word ?? '')].slice(0, longestWord).join('') };
  });
}

/** Full-width forms, case, accents of Latin and Greek letters, and the two forms of sigma make no difference. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFD')
    .replaceAll(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
    .normalize('NFC');
}

/** Characters with the marks that belong to them: Thai vowels stay with their consonant. */
function withMarks(run: string): string[] {
  return run.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}

function limited(terms: readonly string[], pairs: readonly string[]): DocumentTerms {
  const known = new Set<string>();
  let bytes = 0;
  let kept = 0;
  for (const term of terms.slice(0, mostTerms)) {
    if (!known.has(term)) bytes += Buffer.byteLength(term);
    if (bytes > mostTermBytes) break;
    known.add(term);
    kept += 1;
  }
  // Pairs beyond the cut would make a row match by its order that does not match by its terms; they only cost room.
  return { terms: terms.slice(0, kept), pairs: pairs.slice(0, kept) };
}
