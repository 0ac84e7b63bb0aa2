// The category model: one plane per leaf over hashed features and keyword hits, kept as small whole numbers in one packed file.
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { bucketCount, type Features, type ToldFeatures } from './category-features.ts';

export type CategoryModel = {
  readonly version: string;
  readonly labels: readonly string[];
  /** From margins to log odds, fitted on texts the planes had not seen. */
  readonly sharpness: number;
  readonly offsets: readonly number[];
  /** What one step of a stored weight is worth, by label. */
  readonly steps: readonly number[];
  /** How much a bucket says on its own, 0 to 255 for 0 to `mostRarity`. */
  readonly rarity: Uint8Array;
  /** By column (buckets, then one keyword column a label, then the offset), then by label. */
  readonly weights: Int8Array;
};

export const mostRarity = 12;

/** What a keyword column holds: found once, or in several places. */
export function keywordValue(hits: number): number {
  return hits === 0 ? 0 : hits === 1 ? 0.5 : 0.7;
}

/** By label, weights times rarity of all features in whole steps, and the square of the length of the row; valid until the next text. */
type WholeSums = { readonly whole: Int32Array; readonly norm: number };

/** Opens a summing up that remembers words: what it gives does not depend on what it summed up before. */
function openSums({ labels, rarity, weights }: CategoryModel): (features: ToldFeatures) => WholeSums {
  const count = labels.length;
  // 16,384 features at most, each at most 255 times 127, fit in 32 bits, and whole numbers add up faster.
  const whole = new Int32Array(count);
  let norm = 0;
  let edition = -1;
  let known: { readonly sums: Int32Array; readonly norm: number }[] = [];
  /** Gives the square of the rarity. */
  const addBucket = (bucket: number, sign: number, sums: Int32Array): number => {
    const value = rarity[bucket] ?? 0;
    if (value === 0) return 0;
    const row = bucket * count;
    for (let label = 0; label < count; label += 1)
      sums[label] = ((sums[label] ?? 0) + Math.imul(weights[row + label] ?? 0, sign * value)) | 0;
    return value * value;
  };
  const meet = (own: Uint32Array) => {
    const sums = new Int32Array(count);
    let length = 0;
    for (const bucket of own) length += addBucket(bucket, 1, sums);
    return { sums, norm: length };
  };
  return ({ told: { words, repeats, loose, ownOf, edition: now } }) => {
    if (edition !== now) [known, edition] = [[], now];
    whole.fill(0);
    norm = 0;
    for (let at = 0; at < words.size; at += 1) {
      const word = words.list[at] ?? 0;
      known[word] ??= meet(ownOf(word));
      const { sums, norm: length } = known[word];
      for (let label = 0; label < count; label += 1) whole[label] = ((whole[label] ?? 0) + (sums[label] ?? 0)) | 0;
      norm += length;
    }
    for (let at = 0; at < repeats.size; at += 1) norm -= addBucket(repeats.list[at] ?? 0, -1, whole);
    for (let at = 0; at < loose.size; at += 1) norm += addBucket(loose.list[at] ?? 0, 1, whole);
    return { whole, norm };
  };
}

/** Calibrated probabilities of all labels, from features of one reader and the number of keyword places of each label. */
export type CategoryJudge = (features: ToldFeatures, keywordHits: ArrayLike<number>) => Float64Array;

export function openCategoryJudge(model: CategoryModel): CategoryJudge {
  const { labels, weights, steps, offsets, sharpness } = model;
  const count = labels.length;
  const sumsOf = openSums(model);
  const offsetRow = (bucketCount + count) * count;
  return (features, keywordHits) => {
    const { whole, norm } = sumsOf(features);
    const scale = norm === 0 ? 0 : 1 / Math.sqrt(norm);
    const sums = new Float64Array(count);
    for (let label = 0; label < count; label += 1) sums[label] = (whole[label] ?? 0) * scale + (weights[offsetRow + label] ?? 0);
    for (let hit = 0; hit < count; hit += 1) {
      const value = keywordValue(keywordHits[hit] ?? 0);
      if (value === 0) continue;
      const row = (bucketCount + hit) * count;
      for (let label = 0; label < count; label += 1) sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0) * value;
    }
    for (let label = 0; label < count; label += 1)
      sums[label] = (sums[label] ?? 0) * (steps[label] ?? 0) * sharpness + (offsets[label] ?? 0);
    return softmax(sums);
  };
}

function softmax(values: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) most = Math.max(most, value);
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    values[at] = Math.exp((values[at] ?? 0) - most);
    sum += values[at] ?? 0;
  }
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / sum;
  return values;
}

/** How much each token speaks for a label: the weights of all its features. */
export function tokenWeights(
  model: CategoryModel,
  features: Features,
  asked: { readonly label: number; readonly tokenCount: number },
): Float64Array {
  const sums = new Float64Array(asked.tokenCount);
  for (let at = 0; at < features.size; at += 1) {
    const [bucket, token] = [features.buckets[at] ?? 0, features.tokens[at] ?? -1];
    if (token < 0) continue;
    const weight = model.weights[bucket * model.labels.length + asked.label] ?? 0;
    sums[token] = (sums[token] ?? 0) + weight * (model.rarity[bucket] ?? 0);
  }
  return sums;
}

const headShape = z.object({
  version: z.string(),
  labels: z.array(z.string()),
  sharpness: z.number(),
  offsets: z.array(z.number()),
  steps: z.array(z.number()),
});

/** One file: the length of the head, the head as JSON, rarity, weights; packed. */
export function packCategoryModel({ rarity, weights, ...head }: CategoryModel): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  return gzipSync(Buffer.concat([size, json, rarity, Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)]), { level: 9 });
}

/** Throws `internal` where the file is cut or damaged. */
export function unpackCategoryModel(packed: Buffer): CategoryModel {
  const damaged = (cause?: unknown) => new AppError('internal', 'the weights of the category scorer are damaged', cause);
  try {
    const all = gunzipSync(packed);
    const headEnd = 4 + all.readUInt32LE(0);
    const head = headShape.parse(JSON.parse(all.toString('utf8', 4, headEnd)));
    const count = head.labels.length;
    const rest = all.subarray(headEnd);
    if (rest.length !== bucketCount + (bucketCount + count + 1) * count) throw damaged();
    const weights = new Int8Array(rest.buffer, rest.byteOffset + bucketCount, rest.length - bucketCount);
    return { ...head, rarity: rest.subarray(0, bucketCount), weights };
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}
