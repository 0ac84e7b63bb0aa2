// Features of a text: hashed words, pairs of words and runs of characters, read in one pass without making strings.
import { plainText } from './plain-text.ts';

/** Two to the power of this many buckets, unless told otherwise. Collisions cost less than the memory of more. */
export const hashBits = 20;

const salts = {
  word: 0x2545f491,
  pair: 0x1b873593,
  triple: 0x51ab2d63,
  skip: 0x7f4a7c15,
  part: 0x38b34ae5,
  han: 0x239b961b,
  negated: 0x61c88647,
} as const;

function mix(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x5bd1e995);
  return next ^ (next >>> 15);
}

function bucket(hash: number, mask: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) & mask;
}

export type FeatureOptions = {
  /** Longest run of letters inside a word, shortest is 2. */
  readonly longestPart: number;
  /** Words up to this many together. */
  readonly mostWords: number;
  /** Words that turn the next words round. */
  readonly negations: ReadonlySet<string>;
  /** Buckets are two to the power of this; fewer make a smaller model. */
  readonly bits: number;
};

const word = /[\p{L}\p{M}\u{f001}-\u{f008}][\p{L}\p{M}\p{N}'’\u{f008}]*|\p{N}+|\p{Extended_Pictographic}|[!?$€£%]+/gu;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hanRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const longestHan = 4;
const negationReach = 3;

/** Reads features into one growing list; reused from text to text. */
export class FeatureReader {
  private buffer = new Uint32Array(4096);
  private length = 0;
  private readonly options: FeatureOptions;
  private readonly mask: number;

  constructor(options: FeatureOptions) {
    this.options = options;
    this.mask = (1 << options.bits) - 1;
  }

  /** Buckets of a text, each with how often it occurs, ascending. */
  read(text: string): { readonly columns: Uint32Array; readonly counts: Float32Array } {
    this.length = 0;
    const plain = plainText(text);
    this.readWords(plain);
    this.readHan(plain);
    return this.tally();
  }

  private add(hash: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Uint32Array(this.buffer.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length] = bucket(hash, this.mask);
    this.length += 1;
  }

  private readWords(plain: string): void {
    const { mostWords, longestPart, negations } = this.options;
    let [before, earlier] = [0, 0];
    let negatedFor = 0;
    for (const match of plain.matchAll(word)) {
      const token = match[0];
      if (han.test(token)) {
        before = 0;
        continue;
      }
      const hash = this.readParts(token, longestPart);
      this.add(mix(salts.word, hash));
      if (mostWords > 1 && before !== 0) this.add(mix(mix(salts.pair, before), hash));
      if (mostWords > 2 && earlier !== 0) {
        this.add(mix(mix(mix(salts.triple, earlier), before), hash));
        this.add(mix(mix(salts.skip, earlier), hash));
      }
      if (negatedFor > 0) {
        this.add(mix(salts.negated, hash));
        negatedFor -= 1;
      }
      if (negations.has(token)) negatedFor = negationReach;
      earlier = before;
      before = hash;
    }
  }

  /** Runs of 2 to `longest` letters within a word, its edges marked; gives the hash of the whole word. */
  private readParts(token: string, longest: number): number {
    const size = token.length;
    let whole = 0x9e3779b9;
    for (let at = 0; at < size; at += 1) whole = mix(whole, token.charCodeAt(at));
    if (longest < 2) return whole;
    // Position -1 and `size` stand for the edges of the word.
    for (let from = -1; from < size; from += 1) {
      let hash: number = salts.part;
      for (let at = from; at <= size && at < from + longest; at += 1) {
        hash = mix(hash, at < 0 || at === size ? 0x20 : token.charCodeAt(at));
        if (at > from && at - from + 1 < size + 2) this.add(hash);
      }
    }
    return whole;
  }

  private readHan(plain: string): void {
    for (const match of plain.matchAll(hanRun)) {
      const run = match[0];
      for (let from = 0; from < run.length; from += 1) {
        let hash: number = salts.han;
        for (let at = from; at < run.length && at < from + longestHan; at += 1) {
          hash = mix(hash, run.charCodeAt(at));
          this.add(hash);
        }
      }
    }
  }

  private tally(): { columns: Uint32Array; counts: Float32Array } {
    const sorted = this.buffer.subarray(0, this.length).sort();
    const columns = new Uint32Array(this.length);
    const counts = new Float32Array(this.length);
    let size = 0;
    for (let at = 0; at < this.length; at += 1) {
      const column = sorted[at] ?? 0;
      if (size > 0 && columns[size - 1] === column) counts[size - 1] = (counts[size - 1] ?? 0) + 1;
      else {
        columns[size] = column;
        counts[size] = 1;
        size += 1;
      }
    }
    return { columns: columns.slice(0, size), counts: counts.slice(0, size) };
  }
}
