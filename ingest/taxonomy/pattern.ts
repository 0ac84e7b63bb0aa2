// Keyword patterns: a small language for people, read into flat sequences that are quick to look for.
import { AppError } from '#db/model/errors.ts';
import { readTokens } from './tokens.ts';

/** One place of a sequence: a word, or where `isOpen` any word that begins with it; before it there may be a gap. */
export type Place = { readonly word: string; readonly isOpen: boolean; readonly hasGap: boolean };
export type Sequence = readonly Place[];

/** A pattern that stands for more sequences than this is a mistake. */
const mostSequences = 4000;
const leastOpenLetters = 2;

type Draft = readonly Place[];

function fail(pattern: string, reason: string): never {
  throw new AppError('invalid', `pattern "${pattern}": ${reason}`);
}

/** Parts of a pattern: groups in brackets, gaps, words. Brackets do not nest. */
function partsOf(pattern: string): string[] {
  const parts = pattern.match(/\([^()]*\)|\.\.|[^\s().]+|[().]/g) ?? [];
  const stray = parts.find((part) => part === '(' || part === ')' || part === '.');
  if (stray !== undefined) fail(pattern, `a "${stray}" that stands alone`);
  return parts;
}

function placesOf(pattern: string, piece: string, hasGap: boolean): Draft {
  const isOpen = piece.endsWith('*');
  const words = readTokens(isOpen ? piece.slice(0, -1) : piece).map((token) => token.word);
  if (words.length === 0 || piece.slice(0, -1).includes('*')) fail(pattern, `"${piece}" is no word; a * may stand at its end only`);
  if (isOpen && (words.at(-1)?.length ?? 0) < leastOpenLetters) fail(pattern, `"${piece}" begins with too few letters`);
  return words.map((word, index) => ({ word, isOpen: isOpen && index === words.length - 1, hasGap: hasGap && index === 0 }));
}

function lengthen(drafts: readonly Draft[], ends: readonly Draft[]): Draft[] {
  const [only] = drafts;
  if (drafts.length === 1 && only?.length === 0) return [...ends];
  const longer: Draft[] = [];
  for (const draft of drafts) for (const end of ends) longer.push(draft.concat(end));
  return longer;
}

/** What one word or group of a pattern stands for. */
function endsOf(pattern: string, part: string, hasGap: boolean): Draft[] {
  if (!part.startsWith('(')) return [placesOf(pattern, part, hasGap)];
  const choices = part.slice(1, -1).split('|');
  return choices.flatMap((choice) => sequencesOf(pattern, partsOf(choice), hasGap));
}

function sequencesOf(pattern: string, parts: readonly string[], gapBefore: boolean): Draft[] {
  let drafts: Draft[] = [[]];
  let hasGap = gapBefore;
  for (const part of parts) {
    if (part === '..') {
      hasGap = true;
      continue;
    }
    drafts = lengthen(drafts, endsOf(pattern, part, hasGap));
    if (drafts.length > mostSequences) fail(pattern, `stands for more than ${mostSequences} sequences`);
    hasGap = false;
  }
  return drafts;
}

/**
 * Reads a pattern such as `(deposit*|withdraw*) .. (stuck|not arrived)`: words in their order, `*` for any ending, `a|b` in brackets for one of
 * several, `..` for up to six words or ten Han characters between. Accents, capitals and traditional characters do not matter. Throws `invalid` where it cannot be read.
 */
export function readPattern(pattern: string): Sequence[] {
  const sequences = sequencesOf(pattern, partsOf(pattern), false).filter((sequence) => sequence.length > 0);
  if (sequences.length === 0) fail(pattern, 'is empty');
  return sequences;
}

/** A beginning of a pattern, and what may follow it. */
export type PatternHead = { readonly head: Sequence; readonly rest: () => readonly Sequence[] };

/**
 * The beginnings of a pattern that was checked before, in the order of its sequences, a gap before them left out. What follows is read when it
 * is first asked for: of some ten thousand patterns most never meet their first word.
 */
export function readPatternHeads(pattern: string): PatternHead[] {
  const parts = partsOf(pattern);
  const first = parts.findIndex((part) => part !== '..');
  const heads = endsOf(pattern, parts[first] ?? '', false);
  if (first < 0 || heads.some((head) => head.length === 0)) {
    return readPattern(pattern).map((sequence) => ({ head: withoutGap(sequence), rest: () => [[]] }));
  }
  let known: readonly Sequence[] | null = null;
  const rest = (): readonly Sequence[] => {
    known ??= sequencesOf(pattern, parts.slice(first + 1), false);
    return known;
  };
  return heads.map((head) => ({ head, rest }));
}

/** A gap before the first word says nothing. */
function withoutGap(sequence: Sequence): Sequence {
  const [first] = sequence;
  return first?.hasGap === true ? sequence.with(0, { ...first, hasGap: false }) : sequence;
}
