// What was learned from a company's own labels, on top of a model that stays as it is: how far its log probabilities are moved.

import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { baseLanguage } from '#db/model/language.ts';
import { toShares } from '../learn/shares.ts';
import { bucketCount, type Features } from '../scores/category-features.ts';

export type Adjustment = {
  /** In the order of the probabilities below. */
  readonly labels: readonly string[];
  /** Languages with offsets of their own, without script or country. */
  readonly languages: readonly string[];
  /** From 0, where the model below is left alone, to 1, where everything holds that was learned. */
  readonly strength: number;
  /** How far the model below is believed: what its log probabilities are multiplied by. */
  readonly scale: number;
  readonly offsets: readonly number[];
  /** Language by language, label by label. */
  readonly languageOffsets: readonly number[];
  /** How rare a feature is that was seen once or never, in steps as below. */
  readonly strange: number;
  /** How rare each known feature is, 1 to 255; 0: unknown. */
  readonly rarity: Uint8Array;
  /** What one step of a stored weight is worth, by label. */
  readonly steps: readonly number[];
  /** Known features in the order of their buckets, label by label. */
  readonly weights: Int8Array;
};

/** An adjustment with the place of each known bucket among the weights; -1 for others. */
export type OpenAdjustment = Adjustment & { readonly columnOf: Int32Array };

/** No model is believed to be surer than this: labels of people are wrong now and then, and so is it. */
const doubt = 0.02;
const leastProbability = 1e-9;

/** Log of a probability of the model below, one of so many. */
export const doubtedLog = (probability: number, labels: number): number => Math.log((1 - doubt) * probability + doubt / labels);

/** The place of each known bucket among the known ones; -1 for others. */
export function columnsOf(rarity: Uint8Array): Int32Array {
  const columnOf = new Int32Array(bucketCount).fill(-1);
  let next = 0;
  rarity.forEach((value, bucket) => {
    if (value > 0) columnOf[bucket] = next++;
  });
  return columnOf;
}

export const openAdjustment = (adjustment: Adjustment): OpenAdjustment => ({ ...adjustment, columnOf: columnsOf(adjustment.rarity) });

/**
 * One over the length of a text as a vector of rarities. Unknown features count at their full rarity: of a text that is strange in most
 * of its words, the few known ones say little.
 */
export function lengthScale({ rarity, strange }: Pick<Adjustment, 'rarity' | 'strange'>, features: Features): number {
  let norm = 0;
  for (let at = 0; at < features.size; at += 1) {
    const value = rarity[features.buckets[at] ?? 0] || strange;
    norm += value * value;
  }
  return norm === 0 ? 0 : 1 / Math.sqrt(norm);
}

export type Below = { readonly probabilities: ArrayLike<number>; readonly features: Features; readonly language: string };

/** Log odds part of the way from the model below to what was learned. */
export const partOfTheWay = (strength: number, below: number, learned: number): number =>
  strength * learned + (1 - strength) * Math.log(Math.max(leastProbability, below));

/** Probabilities of all labels, from those of the model below and the features of the text. */
export function adjustedProbabilities(adjustment: OpenAdjustment, { probabilities, features, language }: Below): Float64Array {
  const { labels, languages, scale, offsets, languageOffsets, rarity, steps, weights, columnOf } = adjustment;
  const count = labels.length;
  const sums = new Float64Array(count);
  for (let at = 0; at < features.size; at += 1) {
    const bucket = features.buckets[at] ?? 0;
    const column = columnOf[bucket] ?? -1;
    if (column < 0) continue;
    const value = rarity[bucket] ?? 0;
    for (let label = 0; label < count; label += 1) sums[label] = (sums[label] ?? 0) + (weights[column * count + label] ?? 0) * value;
  }
  const norm = lengthScale(adjustment, features);
  const own = languages.indexOf(baseLanguage(language));
  for (let label = 0; label < count; label += 1) {
    const moved = (sums[label] ?? 0) * norm * (steps[label] ?? 0) + (offsets[label] ?? 0);
    const below = probabilities[label] ?? 0;
    const learned = scale * doubtedLog(below, count) + moved + (own < 0 ? 0 : (languageOffsets[own * count + label] ?? 0));
    sums[label] = partOfTheWay(adjustment.strength, below, learned);
  }
  return toShares(sums);
}

/** How much the log odds of the model below count in all. */
export const weightOfBelow = ({ strength, scale }: Adjustment): number => strength * scale + 1 - strength;

/** How far each token of a text moves a label up, in log odds. */
export function tokenMoves(
  adjustment: OpenAdjustment,
  features: Features,
  asked: { readonly label: number; readonly tokenCount: number },
): Float64Array {
  const { labels, rarity, steps, weights, columnOf } = adjustment;
  const scale = lengthScale(adjustment, features) * (steps[asked.label] ?? 0) * adjustment.strength;
  const moves = new Float64Array(asked.tokenCount);
  for (let at = 0; at < features.size; at += 1) {
    const [bucket, token] = [features.buckets[at] ?? 0, features.tokens[at] ?? -1];
    const column = columnOf[bucket] ?? -1;
    if (token < 0 || column < 0) continue;
    moves[token] = (moves[token] ?? 0) + (weights[column * labels.length + asked.label] ?? 0) * (rarity[bucket] ?? 0) * scale;
  }
  return moves;
}

const headShape = z.object({
  labels: z.array(z.string()),
  languages: z.array(z.string()),
  strength: z.number(),
  scale: z.number(),
  offsets: z.array(z.number()),
  languageOffsets: z.array(z.number()),
  strange: z.number(),
  steps: z.array(z.number()),
});

/** Base 64 of one packed block: the length of the head, the head as JSON, rarities, weights. */
export function packAdjustment({ rarity, weights, ...head }: Adjustment): string {
  const json = Buffer.from(JSON.stringify(headShape.parse(head)));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const block = Buffer.concat([size, json, rarity, Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)]);
  return gzipSync(block, { level: 9 }).toString('base64');
}

/** Throws `internal` where it is cut or damaged. */
export function unpackAdjustment(packed: string): OpenAdjustment {
  try {
    const all = gunzipSync(Buffer.from(packed, 'base64'));
    const headEnd = 4 + all.readUInt32LE(0);
    const head = headShape.parse(JSON.parse(all.toString('utf8', 4, headEnd)));
    const rarity = Uint8Array.from(all.subarray(headEnd, headEnd + bucketCount));
    const rest = all.subarray(headEnd + bucketCount);
    const known = rarity.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
    if (rest.length !== known * head.labels.length) throw new AppError('internal', 'its length is wrong');
    return openAdjustment({ ...head, rarity, weights: new Int8Array(rest.buffer, rest.byteOffset, rest.length) });
  } catch (error) {
    throw new AppError('internal', 'what a model has learned is damaged in the store', error);
  }
}
