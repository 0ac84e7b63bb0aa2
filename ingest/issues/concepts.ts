// Which shared concepts a text names, in any language: the bridge between complaints that have no word in common.
import { isLike } from '../learn/any-ending.ts';
import type { Token } from '../taxonomy/tokens.ts';
import { conceptLines } from './concept-words.ts';

export const conceptCount = conceptLines.length;

const shortestStem = 3;
const longestHanWord = 4;

/** What says that something is wrong, or on what machine, but not what the matter is. */
const vague = new Set(
  'problem great work star disappoint useless fix improve update version new back phone device watch band start send wish feature easy option reply'.split(
    ' ',
  ),
);
const vagueShare = 0.15;

/** How much each concept counts beside its rarity. */
export const conceptShares: readonly number[] = conceptLines.map((line) => (vague.has(line.slice(0, line.indexOf(' '))) ? vagueShare : 1));

type Phrase = { readonly words: readonly string[]; readonly concept: number };

type ConceptIndex = {
  readonly whole: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  /** Words that stand one after another, by the first of them; longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

function readIndex(): ConceptIndex {
  const whole = new Map<string, number>();
  const stems = new Map<string, number>();
  const phrases = new Map<string, Phrase[]>();
  conceptLines.forEach((line, number) => {
    for (const word of line.split(' ').slice(1)) {
      const words = word.split('_');
      const [first = ''] = words;
      if (words.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { words, concept: number }]);
      else if (word.endsWith('*')) stems.set(word.slice(0, -1), number);
      else whole.set(word, number);
    }
  });
  for (const some of phrases.values()) some.sort((a, b) => b.words.length - a.words.length);
  return { whole, stems, phrases };
}

const { whole, stems, phrases } = readIndex();

/** The concept of the longest known phrase that begins at a token. */
function phraseAt(tokens: readonly Token[], at: number): number | undefined {
  const known = phrases.get(tokens[at]?.word ?? '');
  return known?.find(({ words }) => words.every((pattern, next) => next === 0 || isLike(tokens[at + next]?.word ?? '', pattern)))?.concept;
}

/** The concept of a folded word; undefined for a word of no concept. The longest known beginning decides. */
export function conceptOf(word: string): number | undefined {
  const found = whole.get(word);
  if (found !== undefined) return found;
  for (let length = word.length; length >= shortestStem; length -= 1) {
    const stem = stems.get(word.slice(0, length));
    if (stem !== undefined) return stem;
  }
  return undefined;
}

export const isHan = (word: string): boolean => word.length === 1 && word >= '\u3040';

/** Concepts in the order of the text, with repetitions. */
export function readConcepts(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  tokens.forEach(({ word }, at) => {
    if (!isHan(word)) {
      // What the words of a phrase mean by themselves is named as well: a coarser match is better than none.
      const phrase = phraseAt(tokens, at);
      if (phrase !== undefined) found.push(phrase);
      const concept = conceptOf(word);
      if (concept !== undefined) found.push(concept);
      return;
    }
    let run = '';
    for (let next = at; next < at + longestHanWord; next += 1) {
      const part = tokens[next]?.word;
      if (part === undefined || !isHan(part)) break;
      run += part;
      const concept = whole.get(run);
      if (concept !== undefined) found.push(concept);
    }
  });
  return found;
}
