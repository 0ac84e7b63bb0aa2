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
  /** Where only some buckets are of use: the column of each, -1 for the others, and how many columns there are. */
  readonly known?: KnownColumns;
};

export type KnownColumns = { readonly columnOf: Int32Array; readonly size: number };

const word = /[\p{L}\p{M}\u{f001}-\u{f008}][\p{L}\p{M}\p{N}'’\u{f008}]*|\p{N}+|\p{Extended_Pictographic}|[!?$€£%]+/gu;
/** Below this no character is Han or Kana, and asking a pattern is dear. */
const firstHan = 0x2e80;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const anyHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hanRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const longestHan = 4;
const negationReach = 3;

/** A word as features: the hash of the whole, and the columns of its parts. */
type ReadWord = { readonly hash: number; readonly parts: Uint32Array };

/** Words are remembered up to this many: customers use the same few thousand over and over. */
const mostRemembered = 30_000;

/** Reads features into one growing list; reused from text to text. */
export class FeatureReader {
  private columns = new Uint32Array(4096);
  private counts = new Float32Array(4096);
  private size = 0;
  private readonly options: FeatureOptions;
  private readonly mask: number;
  /** By bucket, its place in the list and one: far cheaper than sorting. */
  private readonly places: Uint32Array;
  private readonly words = new Map<string, ReadWord>();

  constructor(options: FeatureOptions) {
    this.options = options;
    this.mask = (1 << options.bits) - 1;
    this.places = new Uint32Array(options.known?.size ?? 1 << options.bits);
  }

  /** Buckets of a text, or the columns of those that are known; each once, with how often it occurs. */
  read(text: string): { readonly columns: Uint32Array; readonly counts: Float32Array } {
    this.size = 0;
    const plain = plainText(text);
    this.readWords(plain);
    this.readHan(plain);
    const columns = this.columns.slice(0, this.size);
    for (const column of columns) this.places[column] = 0;
    return { columns, counts: this.counts.slice(0, this.size) };
  }

  private add(hash: number): void {
    const column = this.columnOf(hash);
    if (column >= 0) this.addColumn(column);
  }

  private columnOf(hash: number): number {
    const found = bucket(hash, this.mask);
    const { known } = this.options;
    return known === undefined ? found : (known.columnOf[found] ?? -1);
  }

  private addColumn(column: number): void {
    const place = this.places[column] ?? 0;
    if (place > 0) {
      this.counts[place - 1] = (this.counts[place - 1] ?? 0) + 1;
      return;
    }
    if (this.size === this.columns.length) this.grow();
    this.columns[this.size] = column;
    this.counts[this.size] = 1;
    this.size += 1;
    this.places[column] = this.size;
  }

  private grow(): void {
    const columns = new Uint32Array(this.columns.length * 2);
    columns.set(this.columns);
    const counts = new Float32Array(columns.length);
    counts.set(this.counts);
    [this.columns, this.counts] = [columns, counts];
  }

  private readWords(plain: string): void {
    const { mostWords, negations } = this.options;
    let [before, earlier] = [0, 0];
    let negatedFor = 0;
    for (const [token] of plain.matchAll(word)) {
      if (token.charCodeAt(0) >= firstHan && han.test(token)) {
        before = 0;
        continue;
      }
      const { hash, parts } = this.wordOf(token);
      for (let at = 0; at < parts.length; at += 1) this.addColumn(parts[at] ?? 0);
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

  private wordOf(token: string): ReadWord {
    const known = this.words.get(token);
    if (known !== undefined) return known;
    if (this.words.size >= mostRemembered) this.words.clear();
    const columns = partsOf(token, this.options.longestPart).map((hash) => this.columnOf(hash));
    const read = { hash: wholeOf(token), parts: Uint32Array.from(columns.filter((column) => column >= 0)) };
    this.words.set(token, read);
    return read;
  }

  private readHan(plain: string): void {
    if (!anyHan.test(plain)) return;
    for (const [run] of plain.matchAll(hanRun)) {
      for (let from = 0; from < run.length; from += 1) {
        let hash: number = salts.han;
        for (let at = from; at < run.length && at < from + longestHan; at += 1) {
          hash = mix(hash, run.charCodeAt(at));
          this.add(hash);
        }
      }
    }
  }
}

function wholeOf(token: string): number {
  let whole = 0x9e3779b9;
  for (let at = 0; at < token.length; at += 1) whole = mix(whole, token.charCodeAt(at));
  return whole;
}

/** Runs of 2 to `longest` letters within a word, its edges marked; position -1 and the length of the word stand for them. */
function partsOf(token: string, longest: number): number[] {
  if (longest < 2) return [];
  const size = token.length;
  const parts: number[] = [];
  for (let from = -1; from < size; from += 1) {
    let hash: number = salts.part;
    for (let at = from; at <= size && at < from + longest; at += 1) {
      hash = mix(hash, at < 0 || at === size ? 0x20 : token.charCodeAt(at));
      if (at > from && at - from + 1 < size + 2) parts.push(hash);
    }
  }
  return parts;
}
