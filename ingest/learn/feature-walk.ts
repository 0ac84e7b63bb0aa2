// Walks through a text once and names its features: words with their parts, pairs of words, runs of Han characters, all as hashes.
import { textLanguages } from '../languages/index.ts';
import { endOfRun, kindAt, kinds, widthAt } from './character-kinds.ts';
import { hashOf, mix } from './hash.ts';
import { plainText } from './plain-text.ts';
import { mostRemembered, WordTable } from './word-table.ts';

const salts = {
  word: 0x2545f491,
  pair: 0x1b873593,
  triple: 0x51ab2d63,
  skip: 0x7f4a7c15,
  part: 0x38b34ae5,
  han: 0x239b961b,
  negated: 0x61c88647,
} as const;

/** Who is told of the features, in the order of the text. */
export type FeatureSink = {
  /** A word that has not come before, with the features that it has on its own: its parts, then itself. */
  readonly meet: (word: number, own: readonly number[]) => void;
  /** A word that was met. */
  readonly word: (word: number) => void;
  /** A feature that depends on what stands around it. */
  readonly other: (hash: number) => void;
  /** A Han or Kana character, and what it is with the next one; all of them come after the words. */
  readonly east?: (one: number, two: number) => void;
  /** All words that were met are forgotten: their numbers begin anew. */
  readonly forget: () => void;
};

const startsWord = kinds.letter | kinds.feeling;
const goesOn = kinds.letter | kinds.number | kinds.apostrophe | kinds.curly | kinds.drawnOut;
/** Below this no character is Han or Kana. */
const firstEastAsian = 0x2e80;
const mayBeEastAsian = /[\u2e80-\uffff]/;
const longestHan = 4;
const longestPart = 5;
const negationReach = 3;
/** Words that turn the next words round. */
const negations: ReadonlySet<string> = new Set(textLanguages.flatMap((language) => language.negations));

/** The end of the token that begins with a character of a kind at a place; the place itself where none does. */
function endOfToken(text: string, at: number, kind: number): number {
  if ((kind & startsWord) !== 0) return endOfRun(text, at + widthAt(text, at), goesOn);
  if ((kind & kinds.number) !== 0) return endOfRun(text, at, kinds.number);
  if ((kind & kinds.picture) !== 0) return at + widthAt(text, at);
  return (kind & kinds.sign) !== 0 ? endOfRun(text, at, kinds.sign) : at;
}

/** Runs of 2 to 5 letters within a word, its edges marked; position -1 and the length of the word stand for them. */
function partsOf(token: string): number[] {
  const size = token.length;
  const parts: number[] = [];
  for (let from = -1; from < size; from += 1) {
    let hash: number = salts.part;
    for (let at = from; at <= size && at < from + longestPart; at += 1) {
      hash = mix(hash, at < 0 || at === size ? 0x20 : token.charCodeAt(at));
      if (at > from && at - from + 1 < size + 2) parts.push(hash);
    }
  }
  return parts;
}

export class FeatureWalk {
  private readonly sink: FeatureSink;
  private readonly table = new WordTable();
  private readonly negates = new Uint8Array(mostRemembered);
  // Hashes of the last word and the one before it; 0 for none.
  private before = 0;
  private earlier = 0;
  private negatedFor = 0;
  // One place for all words: a new one for each would be the dearest part of looking it up.
  private readonly place = { from: 0, to: 0 };

  constructor(sink: FeatureSink) {
    this.sink = sink;
  }

  /** Names every feature of a text as often as it occurs. */
  walk(text: string): void {
    const plain = plainText(text);
    // Not within a text: numbers of words that the sink was told of have to stay what they are until its end.
    if (this.table.size + plain.length > mostRemembered) {
      this.table.clear();
      this.sink.forget();
    }
    [this.before, this.earlier, this.negatedFor] = [0, 0, 0];
    for (let at = 0; at < plain.length; ) {
      const kind = kindAt(plain, at);
      const end = kind === 0 ? at : endOfToken(plain, at, kind);
      if (end === at) {
        at += 1;
        continue;
      }
      this.place.from = at;
      this.place.to = end;
      if ((kind & kinds.eastAsian) !== 0) this.before = 0;
      else this.readWord(plain);
      at = end;
    }
    if (mayBeEastAsian.test(plain)) this.readEastAsian(plain);
  }

  private readWord(plain: string): void {
    const { place, sink, before, earlier } = this;
    const hash = hashOf(plain, place.from, place.to);
    const known = this.table.find(plain, place, hash);
    const number = known < 0 ? this.meet(plain.slice(place.from, place.to), hash) : known;
    sink.word(number);
    if (before !== 0) sink.other(mix(mix(salts.pair, before), hash));
    if (earlier !== 0) {
      sink.other(mix(mix(mix(salts.triple, earlier), before), hash));
      sink.other(mix(mix(salts.skip, earlier), hash));
    }
    if (this.negatedFor > 0) {
      sink.other(mix(salts.negated, hash));
      this.negatedFor -= 1;
    }
    if (this.negates[number] === 1) this.negatedFor = negationReach;
    this.earlier = before;
    this.before = hash;
  }

  private meet(token: string, hash: number): number {
    const number = this.table.add(token, hash);
    this.negates[number] = negations.has(token) ? 1 : 0;
    this.sink.meet(number, [...partsOf(token), mix(salts.word, hash)]);
    return number;
  }

  private readEastAsian(plain: string): void {
    for (let at = 0; at < plain.length; ) {
      const end = plain.charCodeAt(at) < firstEastAsian ? at : endOfRun(plain, at, kinds.eastAsian);
      for (let from = at; from < end; from += 1) {
        let hash: number = salts.han;
        for (let next = from; next < end && next < from + longestHan; next += 1) {
          hash = mix(hash, plain.charCodeAt(next));
          this.sink.other(hash);
        }
        if (this.sink.east === undefined) continue;
        const one = mix(salts.han, plain.charCodeAt(from));
        this.sink.east(one, mix(one, from + 1 < end ? plain.charCodeAt(from + 1) : 0x20));
      }
      at = Math.max(end, at + 1);
    }
  }
}
