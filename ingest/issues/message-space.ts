// The space of messages: two that tell of the same problem lie near each other, whatever language they are in.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { pack, unpack } from '../learn/packed.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import { conceptCount, conceptShares, readConcepts } from './concepts.ts';
import { bucketCount, readFeatures } from './features.ts';

/** Longer messages are read to here: what comes later is history and courtesy. */
export const mostTokens = 160;

/** What is shipped: a vector for each bucket, and how much buckets and concepts count. */
export type SpaceModel = {
  readonly version: string;
  readonly size: number;
  /** Rarity of buckets, 0 for unknown ones; only its ratios count. */
  readonly rarity: Uint8Array;
  /** Bucket by bucket, `size` numbers each; a bucket's vector is these times its scale. */
  readonly vectors: Int8Array;
  readonly scales: Float32Array;
  readonly conceptRarity: readonly number[];
};

/** A place in the space: a learned part, and the concepts that are named. Its length is 1. */
export type Point = { readonly learned: Float32Array; readonly concepts: Uint16Array; readonly weights: Float32Array };

export type MessageSpace = {
  readonly version: string;
  readonly size: number;
  /** Null for a text in which nothing is known. */
  readonly place: (text: string) => Point | null;
};

/** Short questions are told apart by their words, long stories by the concepts that they name. */
const learnedShare = { short: 0.95, long: 0.3, shortTokens: 8, longTokens: 30 } as const;

function learnedShareOf(tokens: number): number {
  const { short, long, shortTokens, longTokens } = learnedShare;
  const way = Math.min(1, Math.max(0, (tokens - shortTokens) / (longTokens - shortTokens)));
  return short - (short - long) * way;
}

export function openMessageSpace(model: SpaceModel): MessageSpace {
  const { size, rarity, vectors, scales, conceptRarity } = model;
  const conceptWeights = conceptRarity.map((rare, concept) => Math.max(0.01, rare * (conceptShares[concept] ?? 1)));
  const learn = (tokens: readonly Token[], concepts: readonly number[]): Float32Array | null => {
    const rows: number[] = [];
    const values: number[] = [];
    for (const [bucket, weight] of readFeatures(tokens, concepts)) {
      const rare = rarity[bucket] ?? 0;
      if (rare === 0) continue;
      rows.push(bucket * size);
      values.push(weight * rare * (scales[bucket] ?? 0));
    }
    return scaled(sumOfRows(rows, values, vectors, size), 1);
  };
  return {
    version: model.version,
    size,
    place: (text) => {
      const tokens = readTokens(text).slice(0, mostTokens);
      const named = readConcepts(tokens);
      const learned = learn(tokens, named);
      const concepts = Uint16Array.from(new Set(named)).sort();
      if (learned === null) return null;
      if (concepts.length === 0) return { learned, concepts, weights: new Float32Array(0) };
      const share = learnedShareOf(tokens.length);
      const weights = scaled(
        Float32Array.from(concepts, (concept) => conceptWeights[concept] ?? 0),
        Math.sqrt(1 - share),
      );
      return { learned: scaled(learned, Math.sqrt(share)) ?? learned, concepts, weights: weights ?? new Float32Array(concepts.length) };
    },
  };
}

/** The sum of rows, each times its value; four rows at a time, rounded after each as if they came one by one. */
function sumOfRows(rows: readonly number[], values: readonly number[], vectors: Int8Array, size: number): Float32Array {
  const sum = new Float32Array(size);
  let at = 0;
  for (; at + 3 < rows.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [rows[at], rows[at + 1], rows[at + 2], rows[at + 3]];
    const [e = 0, f = 0, g = 0, h = 0] = [values[at], values[at + 1], values[at + 2], values[at + 3]];
    for (let n = 0; n < size; n += 1) {
      let value = Math.fround((sum[n] ?? 0) + e * (vectors[a + n] ?? 0));
      value = Math.fround(value + f * (vectors[b + n] ?? 0));
      value = Math.fround(value + g * (vectors[c + n] ?? 0));
      sum[n] = value + h * (vectors[d + n] ?? 0);
    }
  }
  for (; at < rows.length; at += 1) {
    const [from = 0, value = 0] = [rows[at], values[at]];
    for (let n = 0; n < size; n += 1) sum[n] = (sum[n] ?? 0) + value * (vectors[from + n] ?? 0);
  }
  return sum;
}

/** A vector of another length; null for one without any. */
function scaled(vector: Float32Array, length: number): Float32Array | null {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += (vector[at] ?? 0) * (vector[at] ?? 0);
  if (sum === 0) return null;
  const scale = length / Math.sqrt(sum);
  const result = new Float32Array(vector.length);
  for (let at = 0; at < vector.length; at += 1) result[at] = (vector[at] ?? 0) * scale;
  return result;
}

const headShape = z.object({ version: z.string(), size: z.number().int(), conceptRarity: z.array(z.number()).length(conceptCount) });

export function packSpaceModel({ rarity, vectors, scales, ...head }: SpaceModel): Buffer {
  const bytes = new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength);
  return pack({ header: head, blocks: [rarity, new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength), bytes] });
}

/** Throws `internal` where the file is damaged. */
export function unpackSpaceModel(packed: Uint8Array): SpaceModel {
  const { header, blocks } = unpack(packed);
  const head = headShape.safeParse(header);
  const [rarity, vectors, scales] = blocks;
  if (!head.success || rarity?.length !== bucketCount || vectors?.length !== bucketCount * head.data.size || scales === undefined)
    throw new AppError('internal', 'the weights of the message space are damaged; install the program again');
  return { ...head.data, rarity, vectors: new Int8Array(vectors), scales: new Float32Array(new Uint8Array(scales).buffer) };
}

let shipped: MessageSpace | null = null;

/** The shipped space, read when it is first asked for. */
export function openShippedSpace(): MessageSpace {
  shipped ??= openMessageSpace(unpackSpaceModel(readFileSync(new URL('../models/issues/weights.bin', import.meta.url))));
  return shipped;
}
