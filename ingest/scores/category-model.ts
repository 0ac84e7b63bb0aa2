// The category model: one plane per leaf over hashed features and keyword hits, kept as small whole numbers in one packed file.
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { longer } from '../learn/longer.ts';
import { toShares } from '../learn/shares.ts';
import { bucketCount, type Features, type ToldFeatures } from './category-features.ts';

/** A leaf that is gone and whose plane still serves: what it finds goes to the label of that number, or nowhere where that is -1. */
export type FormerLeaf = { readonly id: string; readonly becomes: number; readonly keywords: readonly string[] };

export type CategoryModel = {
  readonly version: string;
  /** The version of the shipped model that its planes were taken from; null where it was learned from nothing. */
  readonly base: string | null;
  readonly labels: readonly string[];
  /** Their planes come behind those of the labels. */
  readonly former: readonly FormerLeaf[];
  /** From margins to log odds, fitted on texts the planes had not seen. */
  readonly sharpness: number;
  readonly offsets: readonly number[];
  /** What one step of a stored weight is worth, by label. */
  readonly steps: readonly number[];
  /** How much a bucket says on its own, 0 to 255 for 0 to `mostRarity`. */
  readonly rarity: Uint8Array;
  /** What a bucket adds to the length of a text: `rarity`, but 0 for those that only new planes know, so that they move no other plane. */
  readonly lengths: Uint8Array;
  /** By column (buckets, then one keyword column a plane, then the offset), then by plane. */
  readonly weights: Int8Array;
};

export const mostRarity = 12;

/** What a keyword column holds: found once, or in several places. */
export function keywordValue(hits: number): number {
  return hits === 0 ? 0 : hits === 1 ? 0.5 : 0.7;
}

/** How many planes there are: those of the labels, then those of former leaves. */
export const planeCount = ({ labels, former }: Pick<CategoryModel, 'labels' | 'former'>): number => labels.length + former.length;

/** Labels get what their former leaves get; together less than 1 where some of those lead nowhere. */
export function ofLabels({ labels, former }: Pick<CategoryModel, 'labels' | 'former'>, shares: Float64Array): Float64Array {
  if (former.length === 0) return shares;
  const sums = shares.slice(0, labels.length);
  former.forEach(({ becomes }, at) => {
    if (becomes >= 0) sums[becomes] = (sums[becomes] ?? 0) + (shares[labels.length + at] ?? 0);
  });
  return sums;
}

/** By plane, weights times rarity of all features in whole steps, and the square of the length of the row; valid until the next text. */
type WholeSums = { readonly whole: Int32Array; readonly norm: number };

/** Opens a summing up that remembers words: what it gives does not depend on what it summed up before. */
function openSums(model: CategoryModel): (features: ToldFeatures) => WholeSums {
  const { rarity, lengths, weights } = model;
  const count = planeCount(model);
  // 16,384 features at most, each at most 255 times 127, fit in 32 bits, and whole numbers add up faster.
  const whole = new Int32Array(count);
  let edition = -1;
  // By word, its sums in one row, and the square of its length.
  let rows = new Int32Array(1024 * count);
  let norms = new Int32Array(1024);
  let isKnown = new Uint8Array(1024);
  /** Gives the square of what the bucket adds to the length. */
  const addBucket = (bucket: number, sign: number, sums: Int32Array, from: number): number => {
    const value = rarity[bucket] ?? 0;
    if (value === 0) return 0;
    const row = bucket * count;
    const times = sign * value;
    for (let plane = 0; plane < count; plane += 1)
      sums[from + plane] = ((sums[from + plane] ?? 0) + Math.imul(weights[row + plane] ?? 0, times)) | 0;
    const length = lengths[bucket] ?? 0;
    return length * length;
  };
  const meet = (word: number, own: Uint16Array): void => {
    if (word >= norms.length) {
      const size = 2 * Math.max(word, norms.length);
      rows = longer(rows, new Int32Array(size * count));
      norms = longer(norms, new Int32Array(size));
      isKnown = longer(isKnown, new Uint8Array(size));
    }
    const from = word * count;
    rows.fill(0, from, from + count);
    let norm = 0;
    for (const bucket of own) norm += addBucket(bucket, 1, rows, from);
    norms[word] = norm;
    isKnown[word] = 1;
  };
  return ({ told: { words, repeats, loose, ownOf, edition: now } }) => {
    if (edition !== now) [isKnown, edition] = [new Uint8Array(norms.length), now];
    whole.fill(0);
    let norm = 0;
    for (let at = 0; at < words.size; at += 1) {
      const word = words.list[at] ?? 0;
      if (isKnown[word] !== 1) meet(word, ownOf(word));
      const from = word * count;
      for (let plane = 0; plane < count; plane += 1) whole[plane] = ((whole[plane] ?? 0) + (rows[from + plane] ?? 0)) | 0;
      norm += norms[word] ?? 0;
    }
    for (let at = 0; at < repeats.size; at += 1) norm -= addBucket(repeats.list[at] ?? 0, -1, whole, 0);
    for (let at = 0; at < loose.size; at += 1) norm += addBucket(loose.list[at] ?? 0, 1, whole, 0);
    return { whole, norm };
  };
}

/** Calibrated probabilities of all labels, from features of one reader and the number of keyword places of each plane. */
export type CategoryJudge = (features: ToldFeatures, keywordHits: ArrayLike<number>) => Float64Array;

export function openCategoryJudge(model: CategoryModel): CategoryJudge {
  const { weights, steps, offsets, sharpness } = model;
  const count = planeCount(model);
  const sumsOf = openSums(model);
  const offsetRow = (bucketCount + count) * count;
  return (features, keywordHits) => {
    const { whole, norm } = sumsOf(features);
    const scale = norm === 0 ? 0 : 1 / Math.sqrt(norm);
    const sums = new Float64Array(count);
    for (let plane = 0; plane < count; plane += 1) sums[plane] = (whole[plane] ?? 0) * scale + (weights[offsetRow + plane] ?? 0);
    for (let hit = 0; hit < count; hit += 1) {
      const value = keywordValue(keywordHits[hit] ?? 0);
      if (value === 0) continue;
      const row = (bucketCount + hit) * count;
      for (let plane = 0; plane < count; plane += 1) sums[plane] = (sums[plane] ?? 0) + (weights[row + plane] ?? 0) * value;
    }
    for (let plane = 0; plane < count; plane += 1)
      sums[plane] = (sums[plane] ?? 0) * (steps[plane] ?? 0) * sharpness + (offsets[plane] ?? 0);
    return ofLabels(model, toShares(sums));
  };
}

/** How much each token speaks for a label and its former leaves: the weights of all its features. */
export function tokenWeights(
  model: CategoryModel,
  features: Features,
  asked: { readonly label: number; readonly tokenCount: number },
): Float64Array {
  const sums = new Float64Array(asked.tokenCount);
  const count = planeCount(model);
  const own = model.steps[asked.label] ?? 1;
  const planes = [asked.label, ...model.former.flatMap(({ becomes }, at) => (becomes === asked.label ? [model.labels.length + at] : []))];
  for (let at = 0; at < features.size; at += 1) {
    const [bucket, token] = [features.buckets[at] ?? 0, features.tokens[at] ?? -1];
    if (token < 0) continue;
    for (const plane of planes) {
      const weight = (model.weights[bucket * count + plane] ?? 0) * ((model.steps[plane] ?? own) / own);
      sums[token] = (sums[token] ?? 0) + weight * (model.rarity[bucket] ?? 0);
    }
  }
  return sums;
}

const headShape = z.object({
  version: z.string(),
  base: z.string().nullable().default(null),
  labels: z.array(z.string()),
  former: z.array(z.object({ id: z.string(), becomes: z.int(), keywords: z.array(z.string()) })).default([]),
  sharpness: z.number(),
  offsets: z.array(z.number()),
  steps: z.array(z.number()),
});

/** One file: the length of the head, the head as JSON, rarity, weights, and lengths where they are not those of rarity; packed. */
export function packCategoryModel({ rarity, lengths, weights, ...head }: CategoryModel): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const planes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  return gzipSync(Buffer.concat([size, json, rarity, planes, ...(lengths === rarity ? [] : [lengths])]), { level: 9 });
}

/** Throws `internal` where the file is cut or damaged. */
export function unpackCategoryModel(packed: Buffer): CategoryModel {
  const damaged = (cause?: unknown) => new AppError('internal', 'the weights of the category scorer are damaged', cause);
  try {
    const all = gunzipSync(packed);
    const headEnd = 4 + all.readUInt32LE(0);
    const head = headShape.parse(JSON.parse(all.toString('utf8', 4, headEnd)));
    const count = planeCount(head);
    const rest = all.subarray(headEnd);
    const weightsEnd = bucketCount + (bucketCount + count + 1) * count;
    if (rest.length !== weightsEnd && rest.length !== weightsEnd + bucketCount) throw damaged();
    const weights = new Int8Array(rest.buffer, rest.byteOffset + bucketCount, weightsEnd - bucketCount);
    const rarity = rest.subarray(0, bucketCount);
    return { ...head, rarity, lengths: rest.length === weightsEnd ? rarity : rest.subarray(weightsEnd), weights };
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}
