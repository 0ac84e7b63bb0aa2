// Teaches the projection of messages: texts of one label come near each other, others of the same set go apart.
import type { SparseRow } from '../learn/sparse.ts';
import { type Projection, project } from './issue-projection.ts';

export type LabelledRow = { readonly row: SparseRow; readonly label: number; readonly trust: number };
/** Labels count within their set only: nothing is said about labels of two sets. */
export type LabelledSet = { readonly rows: readonly LabelledRow[]; readonly labels: number };

export type TeachingOptions = {
  readonly size: number;
  readonly rounds: number;
  readonly rate: number;
  readonly sharpness: number;
  /** Share by which a bucket is drawn back to where it began, each time that it moves. */
  readonly anchor: number;
  /** Share of features of a text that are left out each time. */
  readonly dropout: number;
  readonly random: () => number;
};

type Place = { readonly set: number; readonly at: number };

function shuffled(places: Place[], random: () => number): Place[] {
  for (let at = places.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [places[at], places[other]];
    if (a !== undefined && b !== undefined) [places[at], places[other]] = [b, a];
  }
  return places;
}

function normalise(vector: Float64Array | Float32Array): number {
  let norm = 0;
  for (const value of vector) norm += value * value;
  norm = Math.sqrt(norm) || 1;
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / norm;
  return norm;
}

/** Softmax over the cosines to one centre a label (as in NormFace, Wang et al. 2017), by AdaGrad. Changes `table` in place. */
export function teach(table: Projection, sets: readonly LabelledSet[], options: TeachingOptions): void {
  const { size, random } = options;
  const start = table.slice();
  const energy = new Float32Array(table.length / size).fill(1e-4);
  const centres = sets.map(({ rows, labels }) => {
    const all = Array.from({ length: labels }, () => new Float64Array(size));
    const point = new Float64Array(size);
    for (const { row, label } of rows) {
      project(row, table, point);
      normalise(point);
      const centre = all[label];
      if (centre !== undefined) for (let d = 0; d < size; d += 1) centre[d] = (centre[d] ?? 0) + (point[d] ?? 0);
    }
    for (const centre of all) normalise(centre);
    return all;
  });
  const places = sets.flatMap(({ rows }, set) => rows.map((_, at): Place => ({ set, at })));
  const [point, gradient] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 0; round < options.rounds; round += 1) {
    const rate = options.rate * (1 - round / options.rounds);
    for (const { set, at } of shuffled(places, random)) {
      const one = sets[set]?.rows[at];
      const own = centres[set];
      if (one === undefined || own === undefined) continue;
      const kept = { columns: one.row.columns, values: one.row.values.map((value) => (random() < options.dropout ? 0 : value)) };
      project(kept, table, point);
      const norm = normalise(point);
      step({ point, gradient, centres: own, one, rate, norm, table, start, energy, kept, options });
    }
  }
}

type Step = {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly centres: readonly Float64Array[];
  readonly one: LabelledRow;
  readonly rate: number;
  readonly norm: number;
  readonly table: Projection;
  readonly start: Projection;
  readonly energy: Float32Array;
  readonly kept: SparseRow;
  readonly options: TeachingOptions;
};

function step({ point, gradient, centres, one, rate, norm, table, start, energy, kept, options }: Step): void {
  const { size, sharpness, anchor } = options;
  const scores = centres.map((centre) => {
    let dot = 0;
    for (let d = 0; d < size; d += 1) dot += (centre[d] ?? 0) * (point[d] ?? 0);
    return dot * sharpness;
  });
  const most = Math.max(...scores);
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = Math.exp((scores[c] ?? 0) - most);
    sum += scores[c] ?? 0;
  }
  gradient.fill(0);
  centres.forEach((centre, c) => {
    const error = ((scores[c] ?? 0) / sum - (c === one.label ? 1 : 0)) * sharpness * one.trust;
    if (Math.abs(error) < 1e-4) return;
    for (let d = 0; d < size; d += 1) {
      gradient[d] = (gradient[d] ?? 0) + error * (centre[d] ?? 0);
      centre[d] = (centre[d] ?? 0) - 0.002 * error * (point[d] ?? 0);
    }
    normalise(centre);
  });
  let along = 0;
  for (let d = 0; d < size; d += 1) along += (gradient[d] ?? 0) * (point[d] ?? 0);
  let length = 0;
  for (let d = 0; d < size; d += 1) {
    gradient[d] = ((gradient[d] ?? 0) - along * (point[d] ?? 0)) / norm;
    length += (gradient[d] ?? 0) ** 2;
  }
  length /= size;
  for (let k = 0; k < kept.columns.length; k += 1) {
    const value = kept.values[k] ?? 0;
    if (value === 0) continue;
    const bucket = kept.columns[k] ?? 0;
    energy[bucket] = (energy[bucket] ?? 0) + value * value * length;
    const pace = (rate * value) / Math.sqrt(energy[bucket] ?? 1);
    const from = bucket * size;
    for (let d = 0; d < size; d += 1) {
      const now = table[from + d] ?? 0;
      table[from + d] = now - pace * (gradient[d] ?? 0) - anchor * (now - (start[from + d] ?? 0));
    }
  }
}
