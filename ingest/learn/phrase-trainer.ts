// Teaches a network of phrases from labelled texts of several kinds at once (softmax; AdaGrad by Duchi et al., JMLR 2011).
import { shuffle } from './margin-trainer.ts';
import {
  fillStep,
  filterCount,
  findPeaks,
  hearText,
  openPeaks,
  type PhraseNet,
  phraseLabels,
  stepSize,
  stepsInRow,
  textSize,
  type VectorRows,
  vectorSize,
  weighedSteps,
} from './phrase-net.ts';
import type { StepBook } from './phrase-steps.ts';
import { seededRandom } from './seeded.ts';
import { toShares } from './shares.ts';

export type PhraseTexts = {
  readonly texts: readonly Uint32Array[];
  readonly book: StepBook;
  readonly rows: VectorRows;
  readonly labels: readonly number[];
  readonly domains: readonly number[];
  readonly domainCount: number;
  /** Share of the steps that is hidden from each look at a text, so that none is leant on alone. */
  readonly droppedSteps: number;
  /** What each text counts for a usual one; all the same where none are given. */
  readonly shares?: readonly number[];
  /** Networks of other seeds differ by chance alone. */
  readonly seed?: number;
};

/** Share of the steps to hide from each look, by writing: of pairs of characters each says part of what the next says. */
export const droppedSteps = { spaced: 0.1, unspaced: 0.3 } as const;

const usualSeed = 7;
const rounds = 4;
const stride = 0.05;
/** Share of what is kept of a text that is hidden from each look at it. */
const dropped = 0.3;
const spread = { vectors: 0.2, heads: 0.1, filters: 2 / Math.sqrt(vectorSize) };
const firstSlopes = { vectors: 1e-4, filters: 1e-2, heads: 1e-3 };
/** Words and pairs that fewer texts have are known by their parts alone. */
const leastTexts = 2;
/** What is said almost rightly teaches almost nothing. */
const leastError = 1e-4;
const silent = 0xffffffff;
const peakCount = stepsInRow.length * filterCount;
const headSize = textSize + 1;

const around = (length: number, width: number, random: () => number): Float32Array =>
  Float32Array.from({ length }, () => (random() - 0.5) * width);

/** Weights with the sums of their squared slopes, one for each weight or row of weights: the more often moved, the smaller the steps. */
type Layer = { readonly weights: Float32Array; readonly slopes: Float32Array };

function openLayer(weights: Float32Array, slopes: number, first: number): Layer {
  return { weights, slopes: new Float32Array(slopes).fill(first) };
}

/** How far a step goes after a slope whose square is given. */
function reach({ slopes }: Layer, at: number, square: number): number {
  const sum = (slopes[at] ?? 0) + square;
  slopes[at] = sum;
  return 1 / Math.sqrt(sum);
}

class PhraseTrainer {
  private readonly given: PhraseTexts;
  private readonly random: () => number;
  private readonly isKnown: Uint8Array;
  private readonly vectors: Layer;
  private readonly filters: Layer;
  private readonly offsets: Layer;
  /** The first is common to all kinds of text. */
  private readonly heads: Layer;
  private rate = stride;
  // Of the text at hand.
  private steps = new Float32Array(0);
  private places = new Uint32Array(0);
  private numbers = new Uint32Array(0);
  private slopes = new Float32Array(0);
  private count = 0;
  private readonly peaks = openPeaks();
  private readonly heard = new Float32Array(textSize);
  private readonly back = new Float32Array(textSize);
  private readonly said = new Float64Array(phraseLabels);

  constructor(given: PhraseTexts) {
    this.given = given;
    const random = seededRandom(given.seed ?? usualSeed);
    this.random = random;
    const rowCount = (1 << given.rows.wholeBits) + (1 << given.rows.partBits);
    this.vectors = openLayer(around(rowCount * vectorSize, spread.vectors, random), rowCount, firstSlopes.vectors);
    const filterRows = weighedSteps * filterCount;
    this.filters = openLayer(around(filterRows * vectorSize, spread.filters, random), filterRows, firstSlopes.filters);
    this.offsets = openLayer(new Float32Array(peakCount), peakCount, firstSlopes.filters);
    const heads = (given.domainCount + 1) * phraseLabels * headSize;
    this.heads = openLayer(around(heads, spread.heads, random), heads, firstSlopes.heads);
    this.isKnown = knownWholes(given, rowCount);
  }

  train(): PhraseNet {
    const { texts } = this.given;
    const order = Uint32Array.from(texts.keys());
    for (let round = 0; round < rounds; round += 1) {
      shuffle(order, this.random);
      order.forEach((text, turn) => {
        this.rate = stride * (1 - (round * texts.length + turn) / (rounds * texts.length));
        this.look(text);
      });
    }
    return this.net();
  }

  private look(text: number): void {
    const { given, heard, random } = this;
    this.lay(given.texts[text] ?? new Uint32Array(0));
    const list = { steps: this.steps, places: this.places, count: this.count };
    const filters = { filters: this.filters.weights, offsets: this.offsets.weights, heads: this.heads.weights };
    findPeaks(list, this.peaks);
    hearText(filters, list, { most: this.peaks.most, heard });
    const scale = 1 / (1 - dropped);
    for (let at = 0; at < textSize; at += 1) heard[at] = random() < dropped ? 0 : (heard[at] ?? 0) * scale;
    this.learnHeads(given.labels[text] ?? 0, given.domains[text] ?? 0, given.shares?.[text] ?? 1);
    for (let at = 0; at < textSize; at += 1) this.back[at] = heard[at] === 0 ? 0 : (this.back[at] ?? 0) * scale;
    this.slopes.fill(0, 0, this.count * vectorSize);
    this.learnFilters();
    this.learnVectors();
  }

  /** Lays out the steps of a text between two silent ones. */
  private lay(text: Uint32Array): void {
    this.count = text.length + 2;
    if (this.places.length < this.count) {
      this.steps = new Float32Array(this.count * stepSize);
      this.places = Uint32Array.from({ length: this.count }, (_, step) => step * stepSize);
      this.numbers = new Uint32Array(this.count);
      this.slopes = new Float32Array(this.count * vectorSize);
    }
    this.steps.fill(0, 0, this.count * stepSize);
    this.numbers.fill(silent, 0, this.count);
    text.forEach((number, at) => {
      if (this.random() < this.given.droppedSteps) return;
      this.numbers[at + 1] = number;
      this.sumVectors(number, (at + 2) * stepSize - vectorSize);
      fillStep(this.filters.weights, this.steps, (at + 1) * stepSize);
    });
  }

  private sumVectors(number: number, to: number): void {
    const { starts, parts, wholes } = this.given.book;
    const { weights } = this.vectors;
    const { steps } = this;
    const whole = wholes[number] ?? 0;
    if (this.isKnown[whole] === 1) for (let at = 0; at < vectorSize; at += 1) steps[to + at] = weights[whole * vectorSize + at] ?? 0;
    const [from, end] = [starts[number] ?? 0, starts[number + 1] ?? 0];
    const share = 1 / Math.sqrt(Math.max(1, end - from));
    for (let part = from; part < end; part += 1) {
      const row = (parts[part] ?? 0) * vectorSize;
      for (let at = 0; at < vectorSize; at += 1) steps[to + at] = (steps[to + at] ?? 0) + share * (weights[row + at] ?? 0);
    }
  }

  private learnHeads(truth: number, domain: number, share: number): void {
    const { heard, said, back } = this;
    const { weights } = this.heads;
    const own = (domain + 1) * phraseLabels * headSize;
    for (let label = 0; label < phraseLabels; label += 1) {
      const from = label * headSize;
      let sum = (weights[from + textSize] ?? 0) + (weights[own + from + textSize] ?? 0);
      for (let at = 0; at < textSize; at += 1) sum += ((weights[from + at] ?? 0) + (weights[own + from + at] ?? 0)) * (heard[at] ?? 0);
      said[label] = sum;
    }
    toShares(said);
    back.fill(0);
    for (let label = 0; label < phraseLabels; label += 1) {
      const error = share * ((said[label] ?? 0) - (label === truth ? 1 : 0));
      if (Math.abs(error) < leastError) continue;
      this.learnHead(label * headSize, error);
      this.learnHead(own + label * headSize, error);
    }
  }

  private learnHead(from: number, error: number): void {
    const { heads, heard, back, rate } = this;
    for (let at = 0; at < textSize; at += 1) {
      const weight = heads.weights[from + at] ?? 0;
      back[at] = (back[at] ?? 0) + error * weight;
      const slope = error * (heard[at] ?? 0);
      if (slope !== 0) heads.weights[from + at] = weight - rate * slope * reach(heads, from + at, slope * slope);
    }
    const offset = from + textSize;
    heads.weights[offset] = (heads.weights[offset] ?? 0) - rate * error * reach(heads, offset, error * error);
  }

  /** Carries the slopes of the peaks back to the filters and to the steps where the peaks were. */
  private learnFilters(): void {
    const { offsets, back, heard, rate } = this;
    for (let peak = 0; peak < peakCount; peak += 1) {
      const slope = back[peak] ?? 0;
      if ((heard[peak] ?? 0) <= 0) continue;
      offsets.weights[peak] = (offsets.weights[peak] ?? 0) - rate * slope * reach(offsets, peak, slope * slope);
      const inRow = Math.floor(peak / filterCount);
      const first = ((inRow * (inRow + 1)) / 2) * filterCount + (peak % filterCount);
      const step = this.peaks.places[peak] ?? 0;
      for (let at = 0; at <= inRow; at += 1) this.learnFilter(first + at * filterCount, step + at, slope);
    }
  }

  private learnFilter(row: number, step: number, slope: number): void {
    const { filters, steps, slopes } = this;
    const vector = (step + 1) * stepSize - vectorSize;
    let square = 0;
    for (let at = 0; at < vectorSize; at += 1) square += (steps[vector + at] ?? 0) ** 2;
    const move = this.rate * slope * reach(filters, row, (slope * slope * square) / vectorSize);
    for (let at = 0; at < vectorSize; at += 1) {
      const weight = filters.weights[row * vectorSize + at] ?? 0;
      slopes[step * vectorSize + at] = (slopes[step * vectorSize + at] ?? 0) + slope * weight;
      filters.weights[row * vectorSize + at] = weight - move * (steps[vector + at] ?? 0);
    }
  }

  private learnVectors(): void {
    const { count, back, slopes } = this;
    const { starts, parts, wholes } = this.given.book;
    const share = 1 / Math.sqrt(count);
    for (let step = 0; step < count; step += 1) {
      const number = this.numbers[step] ?? silent;
      if (number === silent) continue;
      let square = 0;
      for (let at = 0; at < vectorSize; at += 1) {
        const slope = (slopes[step * vectorSize + at] ?? 0) + (back[peakCount + at] ?? 0) * share;
        slopes[step * vectorSize + at] = slope;
        square += (slope * slope) / vectorSize;
      }
      if (square === 0) continue;
      const whole = wholes[number] ?? 0;
      if (this.isKnown[whole] === 1) this.moveVector(whole, step, { scale: 1, square });
      const [from, end] = [starts[number] ?? 0, starts[number + 1] ?? 0];
      const scale = 1 / Math.sqrt(Math.max(1, end - from));
      for (let part = from; part < end; part += 1) this.moveVector(parts[part] ?? 0, step, { scale, square });
    }
  }

  private moveVector(row: number, step: number, { scale, square }: { scale: number; square: number }): void {
    const { vectors, slopes } = this;
    const move = this.rate * scale * reach(vectors, row, square * scale * scale);
    const [to, from] = [row * vectorSize, step * vectorSize];
    for (let at = 0; at < vectorSize; at += 1) vectors.weights[to + at] = (vectors.weights[to + at] ?? 0) - move * (slopes[from + at] ?? 0);
  }

  /** Vectors that were never moved are none; the head common to all is added to each. */
  private net(): PhraseNet {
    const { vectors, filters, offsets, heads } = this;
    const length = phraseLabels * headSize;
    vectors.slopes.forEach((sum, row) => {
      if (sum <= Math.fround(firstSlopes.vectors)) vectors.weights.fill(0, row * vectorSize, (row + 1) * vectorSize);
    });
    const own = heads.weights.slice(length).map((weight, at) => weight + (heads.weights[at % length] ?? 0));
    return { vectors: vectors.weights, filters: filters.weights, offsets: offsets.weights, heads: own };
  }
}

/** Rows of words and pairs that enough texts have. */
function knownWholes({ texts, book }: PhraseTexts, rowCount: number): Uint8Array {
  const counts = new Uint32Array(rowCount);
  for (const text of texts)
    for (const row of new Set(Array.from(text, (number) => book.wholes[number] ?? 0))) counts[row] = (counts[row] ?? 0) + 1;
  return Uint8Array.from(counts, (count) => (count >= leastTexts ? 1 : 0));
}

/** The network that a language's texts teach; the same texts give the same weights. */
export const trainPhrases = (given: PhraseTexts): PhraseNet => new PhraseTrainer(given).train();
