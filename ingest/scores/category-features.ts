// Features of a message for the category model: hashed words, neighbours, pieces of words, runs of Han characters, and its punctuation.
import type { Token } from '../taxonomy/tokens.ts';

export const bucketBits = 16;
export const bucketCount = 1 << bucketBits;
const mask = bucketCount - 1;

const salts = {
  word: 0x2545f491,
  pair: 0x1b873593,
  skip: 0x7f4a7c15,
  part: 0x38b34ae5,
  han: 0x239b961b,
  mark: 0x61c88647,
  number: 0x51ab2d63,
} as const;
const shortestPart = 3;
const longestPart = 5;
const longestHan = 3;
/** Features of no word in particular, such as a question mark. */
export const noToken = -1;
const mostFeatures = 16_384;

function mix(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x5bd1e995);
  return next ^ (next >>> 15);
}

function toBucket(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) & mask;
}

/** Buckets of a text, each once, with the token that brought it first. Valid until the next text is read. */
export type Features = { readonly buckets: Uint32Array; readonly tokens: Int32Array; readonly size: number };

export type CategoryFeatures = { readonly read: (text: string, tokens: readonly Token[]) => Features };

const isHan = (word: string): boolean => word.length === 1 && word >= '\u3000';
const isNumber = (word: string): boolean => word >= '0' && word <= '9\uffff' && /^\d+$/.test(word);

/** Opens a reader with buffers of its own. */
export function openCategoryFeatures(): CategoryFeatures {
  const buckets = new Uint32Array(mostFeatures);
  const owners = new Int32Array(mostFeatures);
  // When a bucket was last seen, so that nothing has to be cleared between texts.
  const seenAt = new Uint32Array(bucketCount);
  let turn = 0;
  let size = 0;

  function add(hash: number, token: number): void {
    const bucket = toBucket(hash);
    if (seenAt[bucket] === turn || size === mostFeatures) return;
    seenAt[bucket] = turn;
    buckets[size] = bucket;
    owners[size] = token;
    size += 1;
  }

  function addParts(word: string, token: number): void {
    // Position -1 and the length stand for the edges of the word.
    for (let from = -1; from < word.length; from += 1) {
      let hash: number = salts.part;
      for (let at = from; at <= word.length && at < from + longestPart; at += 1) {
        hash = mix(hash, at < 0 || at === word.length ? 0x20 : word.charCodeAt(at));
        if (at - from + 1 >= shortestPart) add(hash, token);
      }
    }
  }

  function addHan(tokens: readonly Token[], from: number): void {
    let hash: number = salts.han;
    for (let at = from; at < from + longestHan; at += 1) {
      const token = tokens[at];
      if (token === undefined || !isHan(token.word) || (at > from && tokens[at - 1]?.end !== token.start)) return;
      hash = mix(hash, token.word.charCodeAt(0));
      add(hash, from);
    }
  }

  /** A number stands for any number: amounts tell nothing of the matter. */
  function hashOf(word: string): number {
    if (isNumber(word) && word.length > 1) return salts.number;
    let hash = 0x9e3779b9;
    for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
    return hash;
  }

  function read(text: string, tokens: readonly Token[]): Features {
    turn += 1;
    size = 0;
    let [before, earlier] = [0, 0];
    tokens.forEach(({ word }, at) => {
      if (isHan(word)) {
        addHan(tokens, at);
        [before, earlier] = [0, 0];
        return;
      }
      const hash = hashOf(word);
      add(mix(salts.word, hash), at);
      if (before !== 0) add(mix(mix(salts.pair, before), hash), at);
      if (earlier !== 0) add(mix(mix(salts.skip, earlier), hash), at);
      if (hash !== salts.number) addParts(word, at);
      earlier = before;
      before = hash;
    });
    for (const mark of ['?', '？', '!', '！', '%', '@'])
      if (text.includes(mark)) add(mix(salts.mark, mark.normalize('NFKC').charCodeAt(0)), noToken);
    return { buckets, tokens: owners, size };
  }

  return { read };
}
