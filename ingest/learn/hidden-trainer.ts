// Network with one hidden layer: features that many labels share, learnt together for all labels (softmax, AdaGrad by Duchi et al., JMLR 2011).
import { shuffle } from './margin-trainer.ts';
import { seededRandom } from './seeded.ts';
import { toShares } from './shares.ts';
import type { SparseRow, SparseRows } from './sparse.ts';

/** What a network is like; networks that differ err differently, and are worth more together. */
export type NetShape = {
  /** Hidden units. */
  readonly size: number;
  readonly rounds: number;
  /** Share of the features of a text that is hidden from each look at it, so that none is leant on alone. */
  readonly dropped: number;
  readonly seed: number;
};

/** The hidden layer: a row of `size` weights a column. */
export type Hidden = Pick<NetShape, 'size' | 'dropped'> & { readonly weights: Float32Array };
export type HiddenView = { readonly hidden: Hidden; readonly planes: readonly Float32Array[] };

const stride = 0.15;
/** Rows of length 1 are stretched by this much, into the reach where the hidden units bend. */
const stretch = 4;
const spread = { hidden: 0.1, planes: 0.3 };
const firstSlope = 1e-6;
/** What is said almost rightly teaches almost nothing. */
const leastError = 1e-4;

const around = (length: number, width: number, random: () => number): Float32Array =>
  Float32Array.from({ length }, () => (random() - 0.5) * width);

/** The hidden units of a row, written into `units`. */
function bend({ size: width, weights }: Pick<Hidden, 'size' | 'weights'>, { columns, values }: SparseRow, units: Float32Array): void {
  units.fill(0);
  for (let at = 0; at < columns.length; at += 1) {
    const [from, value] = [(columns[at] ?? 0) * width, values[at] ?? 0];
    for (let unit = 0; unit < width; unit += 1) units[unit] = (units[unit] ?? 0) + value * (weights[from + unit] ?? 0);
  }
  for (let unit = 0; unit < width; unit += 1) units[unit] = Math.tanh(units[unit] ?? 0);
}

/** A row as the hidden units see it, to be laid against the planes. */
export function hiddenRow(hidden: Hidden, { columns, values }: SparseRow): SparseRow {
  const units = new Float32Array(hidden.size);
  bend(hidden, { columns, values: values.map((value) => value * stretch * Math.sqrt(1 - hidden.dropped)) }, units);
  return { columns: Uint32Array.from(units.keys()), values: units };
}

/** Weights with the sums of their squared slopes: the more often one was moved, the smaller its steps. */
class Layer {
  readonly weights: Float32Array;
  private readonly slopes: Float32Array;

  constructor(weights: Float32Array, slopes: number) {
    this.weights = weights;
    this.slopes = new Float32Array(slopes).fill(firstSlope);
  }

  /** How far one step goes, after a slope whose square is given. */
  reach(at: number, square: number, rate: number): number {
    const sum = (this.slopes[at] ?? 0) + square;
    this.slopes[at] = sum;
    return rate / Math.sqrt(sum);
  }
}

/** Planes of the labels over the hidden units, each with its offset last, in one block. */
class Head {
  readonly layer: Layer;
  /** Slope of the loss by hidden unit, after `learn`. */
  readonly back: Float32Array;
  private readonly said: Float64Array;

  constructor(labelCount: number, size: number, random: () => number) {
    this.back = new Float32Array(size);
    const length = labelCount * (size + 1);
    this.layer = new Layer(around(length, spread.planes, random), length);
    this.said = new Float64Array(labelCount);
  }

  private say(units: Float32Array): void {
    const { weights } = this.layer;
    const size = units.length;
    for (let label = 0; label < this.said.length; label += 1) {
      const from = label * (size + 1);
      let sum = weights[from + size] ?? 0;
      for (let unit = 0; unit < size; unit += 1) sum += (weights[from + unit] ?? 0) * (units[unit] ?? 0);
      this.said[label] = sum;
    }
    toShares(this.said);
  }

  learn(units: Float32Array, truth: number, rate: number): void {
    this.say(units);
    this.back.fill(0);
    const { weights } = this.layer;
    const size = units.length;
    for (let label = 0; label < this.said.length; label += 1) {
      const error = (this.said[label] ?? 0) - (label === truth ? 1 : 0);
      if (Math.abs(error) < leastError) continue;
      const from = label * (size + 1);
      for (let unit = 0; unit < size; unit += 1) {
        const weight = weights[from + unit] ?? 0;
        this.back[unit] = (this.back[unit] ?? 0) + error * weight;
        const slope = error * (units[unit] ?? 0);
        weights[from + unit] = weight - slope * this.layer.reach(from + unit, slope * slope, rate);
      }
      weights[from + size] = (weights[from + size] ?? 0) - error * this.layer.reach(from + size, error * error, rate);
    }
  }
}

/** Some of the features of a row, stretched so that their sum stays as long. */
function dropSome(rows: SparseRows, row: number, { dropped, random }: { dropped: number; random: () => number }): SparseRow {
  const [from, to] = [rows.start[row] ?? 0, rows.start[row + 1] ?? 0];
  const columns = new Uint32Array(to - from);
  const values = new Float32Array(to - from);
  const scale = stretch / Math.sqrt(1 - dropped);
  let kept = 0;
  for (let at = from; at < to; at += 1) {
    if (random() < dropped) continue;
    columns[kept] = rows.columns[at] ?? 0;
    values[kept] = (rows.values[at] ?? 0) * scale;
    kept += 1;
  }
  return { columns: columns.subarray(0, kept), values: values.subarray(0, kept) };
}

/** Carries the slopes of the hidden units back to the features that made them. */
function learnHidden(layer: Layer, { columns, values }: SparseRow, { back, rate }: { back: Float32Array; rate: number }): void {
  const size = back.length;
  let square = 0;
  for (let unit = 0; unit < size; unit += 1) square += (back[unit] ?? 0) ** 2 / size;
  const { weights } = layer;
  for (let at = 0; at < columns.length; at += 1) {
    const [column, value] = [columns[at] ?? 0, values[at] ?? 0];
    const step = value * layer.reach(column, square * value * value, rate);
    const from = column * size;
    for (let unit = 0; unit < size; unit += 1) weights[from + unit] = (weights[from + unit] ?? 0) - step * (back[unit] ?? 0);
  }
}

type Truth = { readonly labels: readonly number[]; readonly labelCount: number };

/** A hidden layer over `width` columns and a plane over its units for each label; the same rows give the same weights. */
export function trainHidden(rows: SparseRows, width: number, { labels, labelCount, net }: Truth & { net: NetShape }): HiddenView {
  const { size, rounds, dropped } = net;
  const random = seededRandom(net.seed);
  const layer = new Layer(around(width * size, spread.hidden, random), width);
  const head = new Head(labelCount, size, random);
  const hidden: Hidden = { size, dropped, weights: layer.weights };
  const units = new Float32Array(size);
  const order = Uint32Array.from({ length: rows.count }, (_, row) => row);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    order.forEach((row, turn) => {
      const rate = stride * (1 - (round * rows.count + turn) / (rounds * rows.count));
      const seen = dropSome(rows, row, { dropped, random });
      bend(hidden, seen, units);
      head.learn(units, labels[row] ?? 0, rate);
      for (let unit = 0; unit < size; unit += 1) head.back[unit] = (head.back[unit] ?? 0) * (1 - (units[unit] ?? 0) ** 2);
      learnHidden(layer, seen, { back: head.back, rate });
    });
  }
  const planeOf = (label: number) => head.layer.weights.slice(label * (size + 1), (label + 1) * (size + 1));
  return { hidden, planes: Array.from({ length: labelCount }, (_, label) => planeOf(label)) };
}
