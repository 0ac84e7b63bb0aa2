// The words that carried a sentiment: each by what its own features pull, as the experts at work see them.
import type { Highlight } from '#db/model/score.ts';
import type { FeatureReader } from '../learn/features.ts';
import { feltPulls, type Mixed, type SentimentModel, toKnownRow } from './sentiment-model.ts';

const mostHighlights = 6;
const mostWords = 120;
const mostKept = 50_000;
/** A word that pulls less than this share of the strongest is not worth showing. */
const leastShare = 0.25;

const spaced = /[\p{L}\p{M}\p{N}'’]+|\p{Extended_Pictographic}/gu;
const firstHan = 0x2e80;
const han = /^\p{Script=Han}/u;
const anyHan = /\p{Script=Han}/u;
const unspaced = /[\p{Script=Han}]+/gu;

export type Pulls = { readonly of: (word: string) => Float64Array };

/** Pulls of words, remembered: customers use the same few thousand over and over. */
export function openPulls(model: SentimentModel, reader: FeatureReader): Pulls {
  const known = new Map<string, Float64Array>();
  return {
    of: (word) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      if (known.size >= mostKept) known.clear();
      const pulls = feltPulls(model, toKnownRow(model, reader.read(word)), word);
      known.set(word, pulls);
      return pulls;
    },
  };
}

type Word = { readonly start: number; readonly end: number };

/** Words with their places; Chinese ones as pairs of characters, since nothing stands between its words. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(spaced)) {
    const start = match.index;
    if (text.charCodeAt(start) < firstHan || !han.test(match[0])) words.push({ start, end: start + match[0].length });
  }
  if (!anyHan.test(text)) return words.slice(0, mostWords);
  for (const match of text.matchAll(unspaced)) {
    const size = match[0].length;
    for (let at = 0; at < Math.max(1, size - 1); at += 1)
      words.push({ start: match.index + at, end: match.index + Math.min(size, at + 2) });
  }
  return words.slice(0, mostWords);
}

/** At most six stretches that pulled towards the label, in their order; neighbours are one. Empty where the label is neutral. */
export function findEvidence(text: string, { label, domains }: Mixed, pulls: Pulls): Highlight[] {
  if (label === 1) return [];
  const side = label === 2 ? 1 : -1;
  const pulled = wordsOf(text).map((word) => {
    const own = pulls.of(text.slice(word.start, word.end).toLowerCase());
    let weight = 0;
    for (let domain = 0; domain < own.length; domain += 1) weight += (own[domain] ?? 0) * (domains[domain] ?? 0);
    return { start: word.start, end: word.end, weight };
  });
  const strongest = pulled.reduce((most, { weight }) => Math.max(most, weight * side), 0);
  const strong = pulled
    .filter(({ weight }) => weight * side > 0 && weight * side >= strongest * leastShare)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostHighlights)
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number; weight: number }[] = [];
  for (const { start, end, weight } of strong) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.weight = Math.abs(weight) > Math.abs(last.weight) ? weight : last.weight;
    } else joined.push({ start, end, weight });
  }
  const scale = strongest === 0 ? 1 : strongest;
  return joined.map(({ start, end, weight }) => ({ start, end, weight: Math.round((weight / scale) * 1000) / 1000 }));
}
