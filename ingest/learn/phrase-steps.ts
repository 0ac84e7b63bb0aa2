// Texts as the steps that a network of phrases hears, for its training: each word once with its parts, each text as their numbers.
import { FeatureWalk } from './feature-walk.ts';
import { bucketOf } from './hash.ts';
import { longer } from './longer.ts';
import {
  fillStep,
  findMost,
  hearText,
  leanings,
  mostSteps,
  openHeard,
  type PhraseNet,
  stepSize,
  type VectorRows,
  vectorSize,
} from './phrase-net.ts';

/** Rows of the vectors of each step that is known: one of its whole, and those of its parts from `starts` on. */
export type StepBook = { readonly wholes: readonly number[]; readonly starts: readonly number[]; readonly parts: readonly number[] };

export const rowOfWhole = ({ wholeBits }: VectorRows, hash: number): number => bucketOf(hash, (1 << wholeBits) - 1);
export const rowOfPart = ({ wholeBits, partBits }: VectorRows, hash: number): number =>
  (1 << wholeBits) + bucketOf(hash, (1 << partBits) - 1);

export class StepReader {
  private readonly rows: VectorRows;
  private readonly wholes: number[] = [];
  private readonly starts: number[] = [0];
  private readonly parts: number[] = [];
  private readonly known = new Map<number, number>();
  private words: number[] = [];
  private steps: number[] = [];
  private readonly features: FeatureWalk;

  constructor(rows: VectorRows) {
    this.rows = rows;
    this.features = new FeatureWalk({
      meet: (word, own) => {
        this.words[word] = this.numberOf(own.at(-1) ?? 0, own.slice(0, -1));
      },
      word: (word) => this.steps.push(this.words[word] ?? 0),
      other: () => undefined,
      east: (one, two) => this.steps.push(this.numberOf(two, [one])),
      forget: () => {
        this.words = [];
      },
    });
  }

  get book(): StepBook {
    return { wholes: this.wholes, starts: this.starts, parts: this.parts };
  }

  /** Numbers of the steps of a text. */
  read(text: string): Uint32Array {
    this.steps = [];
    this.features.walk(text);
    return Uint32Array.from(this.steps.slice(0, mostSteps));
  }

  private numberOf(whole: number, parts: readonly number[]): number {
    const known = this.known.get(whole);
    if (known !== undefined) return known;
    const number = this.wholes.length;
    this.known.set(whole, number);
    this.wholes.push(rowOfWhole(this.rows, whole));
    for (const part of parts) this.parts.push(rowOfPart(this.rows, part));
    this.starts.push(this.parts.length);
    return number;
  }
}

/** Writes the vector of a step of a book: that of its whole, and those of its parts by the root of their number. */
function sumVectors(vectors: Float32Array, { wholes, starts, parts }: StepBook, number: number, into: Float32Array): void {
  const whole = (wholes[number] ?? 0) * vectorSize;
  into.set(vectors.subarray(whole, whole + vectorSize));
  const [from, end] = [starts[number] ?? 0, starts[number + 1] ?? 0];
  const share = 1 / Math.sqrt(Math.max(1, end - from));
  for (let part = from; part < end; part += 1) {
    const row = (parts[part] ?? 0) * vectorSize;
    for (let at = 0; at < vectorSize; at += 1) into[at] = (into[at] ?? 0) + share * (vectors[row + at] ?? 0);
  }
}

/** Hears texts of a book by a network: by kind of text, how far each leans to each label. What it makes of a step is worked out once. */
export function openPhrases(net: PhraseNet, book: StepBook): (text: Uint32Array) => readonly Float64Array[] {
  const kept = openHeard();
  // The step with the number n stands at n + 1: the first place is that of silence, before and behind each text.
  let steps = new Float32Array(0);
  const isMet: boolean[] = [];
  const meet = (number: number): void => {
    if (isMet[number] === true) return;
    isMet[number] = true;
    const [from, end] = [(number + 1) * stepSize, (number + 2) * stepSize];
    if (end > steps.length) steps = longer(steps, new Float32Array(2 * end));
    sumVectors(net.vectors, book, number, steps.subarray(end - vectorSize, end));
    fillStep(net.filters, steps, from);
  };
  return (text) => {
    text.forEach(meet);
    const places = new Uint32Array(text.length + 2);
    text.forEach((number, at) => {
      places[at + 1] = (number + 1) * stepSize;
    });
    const list = { steps, places, count: places.length };
    findMost(list, kept.most);
    hearText(net, list, kept);
    return leanings(net, kept.heard);
  };
}
