// The words that carried a sentiment: each by what its own features pull, as the experts at work see them.
import type { Highlight } from '#db/model/score.ts';
import { endOfRun, kindAt, kinds, widthAt } from '../learn/character-kinds.ts';
import { numberWords, type WordNumbers } from '../learn/number-words.ts';
import { mostRemembered, type Place } from '../learn/word-table.ts';
import { feltPulls, type Mixed, type SentimentModel } from './sentiment-model.ts';
import type { SentimentReader } from './sentiment-reader.ts';

const mostHighlights = 6;
const mostWords = 120;
/** Below this no character is Han. */
const firstHan = 0x2e80;
/** A word that pulls less than this share of the strongest is not worth showing. */
const leastShare = 0.25;

const wordKinds = kinds.letter | kinds.number | kinds.apostrophe | kinds.curly;

/** By word, then by expert, how the word pulls on its own. */
export type Pulls = { readonly numberAt: WordNumbers; readonly pulls: Float64Array };

export function openPulls(model: SentimentModel, reader: SentimentReader): Pulls {
  const experts = model.experts.length;
  const pulls = new Float64Array(mostRemembered * experts);
  const numberAt = numberWords((word, number) => pulls.set(feltPulls(model, reader.read(word), word), number * experts));
  return { numberAt, pulls };
}

/** Words with their places; Chinese ones as pairs of characters, since nothing stands between its words. */
function wordsOf(text: string): Place[] {
  const words: Place[] = [];
  let hasHan = false;
  for (let from = 0; from < text.length; ) {
    const kind = kindAt(text, from);
    let to = from;
    if ((kind & wordKinds) !== 0) to = endOfRun(text, from, wordKinds);
    else if ((kind & kinds.picture) !== 0) to = from + widthAt(text, from);
    if ((kind & kinds.han) === 0 && to > from) words.push({ from, to });
    if (text.charCodeAt(from) >= firstHan || text.charCodeAt(to - 1) >= firstHan) hasHan = true;
    from = Math.max(to, from + 1);
  }
  if (hasHan) words.push(...pairsOf(text));
  return words.length > mostWords ? words.slice(0, mostWords) : words;
}

/** Each two neighbouring Han characters; one that has no neighbour by itself. */
function pairsOf(text: string): Place[] {
  const pairs: Place[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.charCodeAt(at) < firstHan ? at : endOfRun(text, at, kinds.han);
    for (let from = at; from < Math.max(at + 1, end - 1) && end > at; from += 1) pairs.push({ from, to: Math.min(end, from + 2) });
    at = Math.max(end, at + 1);
  }
  return pairs;
}

/** The text in small letters, each where it was; where that changes their number, as it is. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** At most six stretches that pulled towards the label, in their order; neighbours are one. Empty where the label is neutral. */
export function findEvidence(text: string, { label, domains }: Mixed, { numberAt, pulls }: Pulls): Highlight[] {
  if (label === 1) return [];
  const side = label === 2 ? 1 : -1;
  const lower = lowered(text);
  let strongest = 0;
  const pulled = wordsOf(text).map((place) => {
    const own = numberAt(lower, place) * domains.length;
    let weight = 0;
    for (let domain = 0; domain < domains.length; domain += 1) weight += (pulls[own + domain] ?? 0) * (domains[domain] ?? 0);
    if (weight * side > strongest) strongest = weight * side;
    return { start: place.from, end: place.to, weight };
  });
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
