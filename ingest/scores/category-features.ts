// Features of a message for the category model: hashed words, neighbours, pieces of words, runs of Han characters, and its punctuation.
import { bucketOf, hashOf, mix } from '../learn/hash.ts';
import { longer } from '../learn/longer.ts';
import { mostRemembered } from '../learn/word-table.ts';
import type { Token } from '../taxonomy/tokens.ts';

export const bucketBits = 16;
export const bucketCount = 1 << bucketBits;

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

/** Marks that say something, a wide one the same as a narrow one. */
const marks = ['?', '？', '!', '！', '%', '@'].map((mark) => ({ mark, hash: mix(salts.mark, mark.normalize('NFKC').charCodeAt(0)) }));

const toBucket = (hash: number): number => bucketOf(hash, bucketCount - 1);

/** A list of numbers in a buffer that is longer. */
export type Numbers = { readonly list: Uint32Array; readonly size: number };

/** Buckets of a text, each once, with the token that brought it first. Valid until the next text is read. */
export type Features = { readonly buckets: Uint32Array; readonly tokens: Int32Array; readonly size: number };

export type ToldFeatures = Features & {
  /** The same buckets told by words, for those who remember words: buckets of all of `words`, less `repeats`, with `loose`. */
  readonly told: {
    /** Words by number, each once. */
    readonly words: Numbers;
    /** Buckets of a word that came before it in the text already; once for each time. */
    readonly repeats: Numbers;
    /** Buckets that came first beside words. */
    readonly loose: Numbers;
    /** By word, its own buckets, each once. */
    readonly ownOf: (word: number) => Uint16Array;
    /** Another number where the numbers of words were given out anew. */
    readonly edition: number;
  };
};

export type CategoryFeatures = { readonly read: (text: string, tokens: readonly Token[]) => ToldFeatures };

const isHan = (word: string): boolean => word.length === 1 && word >= '\u3000';
const isNumber = (word: string): boolean => word >= '0' && word <= '9\uffff' && /^\d+$/.test(word);

/** Runs of letters within a word; position -1 and the length stand for its edges. */
function partsOf(word: string): number[] {
  const parts: number[] = [];
  for (let from = -1; from < word.length; from += 1) {
    let hash: number = salts.part;
    for (let at = from; at <= word.length && at < from + longestPart; at += 1) {
      hash = mix(hash, at < 0 || at === word.length ? 0x20 : word.charCodeAt(at));
      if (at - from + 1 >= shortestPart) parts.push(hash);
    }
  }
  return parts;
}

/** A number stands for any number: amounts tell nothing of the matter. */
function hashOfWord(word: string): number {
  return isNumber(word) && word.length > 1 ? salts.number : hashOf(word, 0, word.length);
}

/** The words that were met: a number for each, by it its hash, and the buckets that it has on its own, those of all words in one list. */
function openWords() {
  const numbers = new Map<string, number>();
  let hashes = new Int32Array(1024);
  let starts = new Uint32Array(1025);
  let own = new Uint16Array(16_384);
  let edition = 0;
  const meet = (word: string): number => {
    const number = numbers.size;
    const hash = hashOfWord(word);
    const parts = hash === salts.number ? [] : partsOf(word);
    const buckets = [...new Set([mix(salts.word, hash), ...parts].map(toBucket))];
    if (number === hashes.length) {
      hashes = longer(hashes, new Int32Array(2 * number));
      starts = longer(starts, new Uint32Array(2 * number + 1));
    }
    const start = starts[number] ?? 0;
    const end = start + buckets.length;
    if (end > own.length) own = longer(own, new Uint16Array(2 * end));
    own.set(buckets, start);
    starts[number + 1] = end;
    hashes[number] = hash;
    numbers.set(word, number);
    return number;
  };
  return {
    editionFor: (tokens: number): number => {
      if (numbers.size + tokens <= mostRemembered) return edition;
      numbers.clear();
      edition += 1;
      return edition;
    },
    ownOf: (number: number): Uint16Array => own.subarray(starts[number] ?? 0, starts[number + 1] ?? 0),
    hashOf: (number: number): number => hashes[number] ?? 0,
    startOf: (number: number): number => starts[number] ?? 0,
    bucketAt: (place: number): number => own[place] ?? 0,
    of: (word: string): number => numbers.get(word) ?? meet(word),
  };
}

/** Opens a reader with buffers of its own. */
export function openCategoryFeatures(): CategoryFeatures {
  const buckets = new Uint32Array(mostFeatures);
  const owners = new Int32Array(mostFeatures);
  const [words, repeats, loose] = [new Uint32Array(mostFeatures), new Uint32Array(mostFeatures), new Uint32Array(mostFeatures)];
  // A bit for each bucket of the text: so few that they stay in the nearest cache, and clearing them costs less than waiting for more.
  const seen = new Uint32Array(bucketCount >> 5);
  const wordSeenAt = new Uint32Array(mostRemembered);
  const known = openWords();
  let turn = 0;
  let [size, wordCount, repeatCount, looseCount] = [0, 0, 0, 0];

  /** False where the bucket was there before. */
  function add(bucket: number, token: number): boolean {
    const bits = seen[bucket >>> 5] ?? 0;
    const bit = 1 << (bucket & 31);
    if ((bits & bit) !== 0 || size === mostFeatures) return false;
    seen[bucket >>> 5] = bits | bit;
    buckets[size] = bucket;
    owners[size] = token;
    size += 1;
    return true;
  }

  function addLoose(hash: number, token: number): void {
    const bucket = toBucket(hash);
    if (add(bucket, token)) loose[looseCount++] = bucket;
  }

  function addWord(number: number, token: number): void {
    if (wordSeenAt[number] === turn) return;
    wordSeenAt[number] = turn;
    words[wordCount++] = number;
    const end = known.startOf(number + 1);
    for (let at = known.startOf(number); at < end; at += 1) {
      const bucket = known.bucketAt(at);
      if (!add(bucket, token)) repeats[repeatCount++] = bucket;
    }
  }

  function addHan(tokens: readonly Token[], from: number): void {
    let hash: number = salts.han;
    for (let at = from; at < from + longestHan; at += 1) {
      const token = tokens[at];
      if (token === undefined || !isHan(token.word) || (at > from && tokens[at - 1]?.end !== token.start)) return;
      hash = mix(hash, token.word.charCodeAt(0));
      addLoose(hash, from);
    }
  }

  function read(text: string, tokens: readonly Token[]): ToldFeatures {
    const edition = known.editionFor(tokens.length);
    turn += 1;
    seen.fill(0);
    [size, wordCount, repeatCount, looseCount] = [0, 0, 0, 0];
    let [before, earlier] = [0, 0];
    for (let at = 0; at < tokens.length; at += 1) {
      const word = tokens[at]?.word ?? '';
      if (isHan(word)) {
        addHan(tokens, at);
        [before, earlier] = [0, 0];
        continue;
      }
      const number = known.of(word);
      const hash = known.hashOf(number);
      addWord(number, at);
      if (before !== 0) addLoose(mix(mix(salts.pair, before), hash), at);
      if (earlier !== 0) addLoose(mix(mix(salts.skip, earlier), hash), at);
      earlier = before;
      before = hash;
    }
    for (const { mark, hash } of marks) if (text.includes(mark)) addLoose(hash, noToken);
    const told = {
      words: { list: words, size: wordCount },
      repeats: { list: repeats, size: repeatCount },
      loose: { list: loose, size: looseCount },
      ownOf: known.ownOf,
      edition,
    };
    return { buckets, tokens: owners, size, told };
  }

  return { read };
}
