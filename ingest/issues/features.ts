// What the grouping of messages reads of a text: hashed words, neighbours, pieces of words, runs of Han characters, shared concepts.
import { bucketOf, mix } from '../learn/hash.ts';
import type { Token } from '../taxonomy/tokens.ts';
import { isHan } from './concepts.ts';

export const bucketBits = 16;
export const bucketCount = 1 << bucketBits;

const salts = {
  word: 0x2545f491,
  pair: 0x1b873593,
  part: 0x38b34ae5,
  han: 0x239b961b,
  concept: 0x6c8e9cf5,
  conceptPair: 0x3c6ef372,
} as const;
const partLength = 4;
const longestHan = 3;
/** How much one feature of each kind counts before its rarity. */
const kindWeights = { word: 1, pair: 0.6, part: 0.5, han: 0.8, concept: 1.3, conceptPair: 0.7 } as const;
type Kind = keyof typeof kindWeights;

/** All numbers of more than nothing are one word: amounts tell nothing of the matter. */
const numberHash = 11;
const wordSeed = 13;
const partSeed = 17;
const hanSeed = 7;

function hashOf(text: string, seed: number, from = 0, to = text.length): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

const isNumber = (word: string): boolean => word.charCodeAt(0) < 0x3a && /^\d+$/.test(word);

/** Weights by bucket, each bucket once. */
export type TextFeatures = ReadonlyMap<number, number>;

/** Features of a text, without rarity. Empty where it holds no word. */
export function readFeatures(tokens: readonly Token[], concepts: readonly number[]): TextFeatures {
  const features = new Map<number, number>();
  const add = (hash: number, kind: Kind, share = 1) => {
    const bucket = bucketOf(mix(salts[kind], hash), bucketCount - 1);
    const weight = kindWeights[kind] * share;
    if (weight > (features.get(bucket) ?? 0)) features.set(bucket, weight);
  };
  let before = 0;
  tokens.forEach(({ word }, at) => {
    if (isHan(word)) {
      addHan(tokens, at, add);
      before = 0;
      return;
    }
    const isAmount = isNumber(word);
    const hash = isAmount ? numberHash : hashOf(word, wordSeed);
    add(hash, 'word', isAmount ? 0.3 : 1);
    if (before !== 0) add(mix(before, hash), 'pair');
    before = hash;
    if (!isAmount && word.length > 2) addParts(` ${word} `, add);
  });
  addConcepts(concepts, add);
  return features;
}

type Add = (hash: number, kind: Kind, share?: number) => void;

function addHan(tokens: readonly Token[], at: number, add: Add): void {
  let run = '';
  for (let next = at; next < at + longestHan; next += 1) {
    const part = tokens[next]?.word;
    if (part === undefined || !isHan(part)) return;
    run += part;
    add(hashOf(run, hanSeed), 'han', run.length === 1 ? 0.5 : 1);
  }
}

function addParts(edged: string, add: Add): void {
  const parts = Math.max(1, edged.length - partLength + 1);
  const share = 1 / Math.sqrt(parts);
  for (let from = 0; from + partLength <= edged.length; from += 1) add(hashOf(edged, partSeed, from, from + partLength), 'part', share);
}

const nearConcepts = 4;

function addConcepts(concepts: readonly number[], add: Add): void {
  concepts.forEach((concept, at) => {
    add(concept + 1, 'concept');
    for (const other of concepts.slice(at + 1, at + nearConcepts)) {
      if (other !== concept) add(mix(Math.min(concept, other) + 1, Math.max(concept, other) + 1), 'conceptPair');
    }
  });
}
