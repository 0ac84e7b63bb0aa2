// The language model for texts in Latin letters: hashed pieces of words, words and pairs of words, one plane a language.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { bucketOf, mix } from '../learn/hash.ts';
import type { SpokenWord } from './language-words.ts';

export const modelBits = 16;
export const modelBuckets = 1 << modelBits;
const longestPiece = 5;
const mostFeatures = 8192;
const salts = { piece: 0x38b34ae5, word: 0x2545f491, pair: 0x1b873593, capital: 0x61c88647 } as const;

/** The bucket of a feature. */
export const toBucket = (hash: number): number => bucketOf(hash, modelBuckets - 1);

/** What stands before the first word. */
export const noWord: number = salts.pair;
/** The feature of a capital within a text. */
export const capitalHash: number = salts.capital;

/** The feature of a whole word. */
export function wholeHash(word: string): number {
  let whole: number = salts.word;
  for (let at = 0; at < word.length; at += 1) whole = mix(whole, word.charCodeAt(at));
  return whole;
}

/** The feature of two words, given the features of each. */
export const pairHash = (before: number, whole: number): number => mix(mix(salts.pair, before), whole);

/** Names the features of all pieces of a word. */
export function eachPiece(word: string, add: (hash: number) => void): void {
  // Position -1 and the length stand for the edges of the word.
  for (let from = -1; from < word.length; from += 1) {
    let hash: number = salts.piece;
    for (let at = from; at <= word.length && at < from + longestPiece; at += 1) {
      const code = at < 0 || at === word.length ? 0x20 : word.charCodeAt(at);
      hash = mix(hash, code);
      if (at > from || code > 0x7f) add(hash);
    }
  }
}

/** Buckets of a text, as often as they occur; valid until the next text is read. */
export type LanguageFeatures = { readonly buckets: Uint32Array; readonly size: number };

/** Opens a reader with a buffer of its own. */
export function openLanguageFeatures(): (words: readonly SpokenWord[]) => LanguageFeatures {
  const buckets = new Uint32Array(mostFeatures);
  return (words) => {
    let size = 0;
    const add = (hash: number): void => {
      if (size < mostFeatures) buckets[size++] = toBucket(hash);
    };
    let before = noWord;
    for (const { word, isCapital } of words) {
      const whole = wholeHash(word);
      add(whole);
      add(pairHash(before, whole));
      before = whole;
      if (isCapital) add(capitalHash);
      eachPiece(word, add);
    }
    return { buckets, size };
  };
}

export type LanguageModel = {
  readonly version: string;
  readonly languages: readonly string[];
  readonly offsets: readonly number[];
  /** What one step of a stored weight is worth. */
  readonly step: number;
  /** By bucket, then by language. */
  readonly weights: Int8Array;
};

/** Longer texts say more, but not as many times more as they are long. */
export const dampingOf = (size: number): number => (size === 0 ? 0 : 1 / Math.sqrt(size));

/** Adds to `sums`, from a place on, how much a feature speaks for each language, in whole steps of the weights. */
export function addSteps({ weights, languages }: LanguageModel, bucket: number, { sums, from }: { sums: Int32Array; from: number }): void {
  const count = languages.length;
  const row = bucket * count;
  for (let language = 0; language < count; language += 1)
    sums[from + language] = ((sums[from + language] ?? 0) + (weights[row + language] ?? 0)) | 0;
}

const headShape = z.object({ version: z.string(), languages: z.array(z.string()), offsets: z.array(z.number()), step: z.number() });

/** One file: the length of the head, the head as JSON, the weights language by language; packed. */
export function packLanguageModel({ weights, ...head }: LanguageModel): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  return brotliCompressSync(Buffer.concat([size, json, Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** Throws `internal` where the file is cut or damaged. */
export function unpackLanguageModel(packed: Uint8Array): LanguageModel {
  try {
    const all = brotliDecompressSync(packed);
    const headEnd = 4 + all.readUInt32LE(0);
    const head = headShape.parse(JSON.parse(all.toString('utf8', 4, headEnd)));
    if (all.length !== headEnd + modelBuckets * head.languages.length) throw new RangeError('cut off');
    return { ...head, weights: new Int8Array(all.buffer, all.byteOffset + headEnd, all.length - headEnd) };
  } catch (error) {
    throw new AppError('internal', 'the weights of the language model are damaged; install the program again', error);
  }
}
