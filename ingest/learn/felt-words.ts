// Hears the words of feeling of a text by our own lists: expressions of one or more words, each with its strength.
import { readFileSync } from 'node:fs';
import { textLanguages } from '../languages/index.ts';
import { turningWords } from '../languages/turning-words.ts';
import { isLike } from './any-ending.ts';
import { endOfRun, kindAt, kinds, widthAt } from './character-kinds.ts';
import type { Feelings } from './feelings.ts';
import { FeltSums, feltLabels, feltViewCount } from './felt-sums.ts';
import { foldFelt } from './fold-felt.ts';
import { openHanWords } from './han-words.ts';
import { openViews } from './mixture.ts';
import { numberWords } from './number-words.ts';

export type FeltEntry = { readonly expression: string; readonly strength: number };

/** Languages that we wrote a list for. */
export const feltLanguages: readonly string[] = ['zh', 'en', 'de', 'fr', 'es', 'it', 'pt', 'ar'];

/** The entries of a list: lines of a strength, -4 to 4, and expressions between bars; `*` at the end of a word stands for any ending. */
export function parseFeltList(list: string): FeltEntry[] {
  return list.split('\n').flatMap((line) => {
    const [strength = '', ...expressions] = line.split('|').map((part) => part.trim());
    return expressions.filter((one) => one !== '').map((expression) => ({ expression, strength: Number(strength) }));
  });
}

/** The entries of the list of a language, one of `feltLanguages`. */
export const readFeltList = (language: string): FeltEntry[] =>
  parseFeltList(readFileSync(new URL(`../languages/feelings/${language}.txt`, import.meta.url), 'utf8'));

const negationReach = 3;
const strengthReach = 1;
// The article and the conjunctions that Arabic writes together with a word.
const arabicPrefixes = ['ال', 'وال', 'و', 'ب', 'لل', 'ف'];
const shortestArabic = 2;
// What stands before an apostrophe is a word of its own there.
const elided = ['fr', 'it'];

/** `nth`: its place in the list. */
type Phrase = { readonly words: readonly string[]; readonly strength: number; readonly nth: number };
/** Expressions that begin with one word, by their second; those whose second word may have any ending stand under `*`. The longest come first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;
const anyEnding = '*';

/** What is known of a word: its strength, 0 for none, and the expressions of several words that begin with it. */
type Known = {
  readonly written: string;
  readonly strength: number;
  readonly phrases: Phrases | null;
  readonly isNegation: boolean;
  readonly isStrengthening: boolean;
  readonly isTurn: boolean;
};

function putPhrase(phrases: Map<string, Map<string, Phrase[]>>, phrase: Phrase): void {
  const [first = '', second = ''] = phrase.words;
  const bySecond = phrases.get(first) ?? new Map<string, Phrase[]>();
  const key = second.endsWith('*') ? anyEnding : second;
  const longestFirst = [...(bySecond.get(key) ?? []), phrase].sort((a, b) => b.words.length - a.words.length);
  phrases.set(first, bySecond.set(key, longestFirst));
}

const partsOfEntry = /[\p{L}\p{N}'*]+|\p{Extended_Pictographic}/gu;

function openWords(language: string, entries: readonly FeltEntry[]): (written: string) => Known {
  const isElided = elided.includes(language);
  const [whole, beginnings] = [new Map<string, number>(), new Map<string, number>()];
  const phrases = new Map<string, Map<string, Phrase[]>>();
  let longest = 0;
  for (const [nth, { expression, strength }] of entries.entries()) {
    const folded = foldFelt(expression, language);
    const words = (isElided ? folded.replaceAll("'", ' ') : folded).match(partsOfEntry) ?? [];
    const [first = ''] = words;
    const beginning = first.endsWith('*') ? first.slice(0, -1) : null;
    if (words.length > 1) putPhrase(phrases, { words, strength, nth });
    else if (beginning === null) whole.set(first, strength);
    else {
      beginnings.set(beginning, strength);
      longest = Math.max(longest, beginning.length);
    }
  }
  const strengthOf = (word: string): number => {
    const known = whole.get(word);
    if (known !== undefined) return known;
    for (let length = Math.min(longest, word.length); length > 1; length -= 1) {
      const strength = beginnings.get(word.slice(0, length));
      if (strength !== undefined) return strength;
    }
    if (language !== 'ar') return 0;
    const prefix = arabicPrefixes.find(
      (one) => word.startsWith(one) && word.length >= one.length + shortestArabic && whole.has(word.slice(one.length)),
    );
    return prefix === undefined ? 0 : (whole.get(word.slice(prefix.length)) ?? 0);
  };
  const foldedSet = (words: readonly string[]) => new Set(words.map((word) => foldFelt(word, language).replace(/'$/, '')));
  const negations = foldedSet(textLanguages.flatMap((one) => one.negations));
  const { strengthening, turns } = turningWords;
  const [strong, turning] = [foldedSet(strengthening), foldedSet(turns)];
  return (text) => {
    const written = foldFelt(text, language);
    return {
      written,
      strength: strengthOf(written),
      phrases: phrases.get(written) ?? null,
      isNegation: negations.has(written),
      isStrengthening: strong.has(written),
      isTurn: turning.has(written),
    };
  };
}

/** Whether an expression stands at a place among the words, where its first word does. */
function stands({ words: patterns }: Phrase, words: readonly Known[], at: number): boolean {
  if (at + patterns.length > words.length) return false;
  for (let index = 1; index < patterns.length; index += 1)
    if (!isLike(words[at + index]?.written ?? '', patterns[index] ?? '')) return false;
  return true;
}

function firstOf(phrases: readonly Phrase[] | undefined, words: readonly Known[], at: number): Phrase | null {
  if (phrases === undefined) return null;
  for (const phrase of phrases) if (stands(phrase, words, at)) return phrase;
  return null;
}

/** The longest expression that stands at a place among the words; of two as long as each other the first of the list. */
function phraseAt(words: readonly Known[], at: number, phrases: Phrases): Phrase | null {
  const exact = firstOf(phrases.get(words[at + 1]?.written ?? ''), words, at);
  const other = firstOf(phrases.get(anyEnding), words, at);
  if (exact === null || other === null) return exact ?? other;
  const longer = exact.words.length - other.words.length;
  return longer > 0 || (longer === 0 && exact.nth < other.nth) ? exact : other;
}

/** A full stop, an exclamation or question mark, or a semicolon. */
const isStop = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3b;
const stop: Known = { written: '.', strength: 0, phrases: null, isNegation: false, isStrengthening: false, isTurn: false };

function sumUp(words: readonly Known[], sums: FeltSums): void {
  let negated = Number.NEGATIVE_INFINITY;
  let strengthened = Number.NEGATIVE_INFINITY;
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? stop;
    const phrase = word.phrases === null ? null : phraseAt(words, at, word.phrases);
    const strength = phrase === null ? word.strength : phrase.strength;
    if (strength !== 0) sums.add(strength, at - negated <= negationReach, at - strengthened <= strengthReach);
    if (phrase !== null) {
      at += phrase.words.length;
      continue;
    }
    if (word === stop) negated = Number.NEGATIVE_INFINITY;
    else if (word.isNegation) negated = at;
    else if (word.isStrengthening) strengthened = at;
    else if (word.isTurn) sums.turn();
    at += 1;
  }
}

function openSpacedWords(language: string, entries: readonly FeltEntry[]): Feelings {
  const meet = openWords(language, entries);
  const known: Known[] = [];
  const numberAt = numberWords((written, number) => {
    known[number] = meet(written);
  });
  const wordKinds = kinds.letter | kinds.number | (elided.includes(language) ? 0 : kinds.apostrophe | kinds.curly);
  const sums = new FeltSums();
  const place = { from: 0, to: 0 };
  // What is known of the words of the text at hand: not their numbers, which may begin anew within a text.
  const words: Known[] = [];
  return (text, into = openViews(feltViewCount, feltLabels)) => {
    const lower = text.toLowerCase();
    words.length = 0;
    for (place.from = 0; place.from < lower.length; place.from = place.to) {
      const kind = kindAt(lower, place.from);
      if ((kind & wordKinds) !== 0) {
        place.to = endOfRun(lower, place.from, wordKinds);
        words.push(known[numberAt(lower, place)] ?? stop);
        continue;
      }
      place.to = place.from + 1;
      if ((kind & kinds.picture) !== 0) {
        place.to = place.from + widthAt(lower, place.from);
        words.push(known[numberAt(lower, place)] ?? stop);
      } else if (isStop(lower.charCodeAt(place.from))) words.push(stop);
    }
    sums.clear();
    sumUp(words, sums);
    sums.write(into, words.length);
    return into;
  };
}

/** Says of a text what the words of feeling in it sum up to, as views of a mixture for neg, neu and pos; null where we wrote no list. */
export function openFeltWords(language: string, entries?: readonly FeltEntry[]): Feelings | null {
  if (!feltLanguages.includes(language)) return null;
  const list = entries ?? readFeltList(language);
  return language === 'zh' ? openHanWords(list) : openSpacedWords(language, list);
}
