// Texts as sparse rows of weighted features, and the rarity of each feature over all of them.
import { readConcepts } from '../issues/concepts.ts';
import { bucketCount, readFeatures, type TextFeatures } from '../issues/features.ts';
import { mostTokens } from '../issues/message-space.ts';
import type { SparseRow } from '../learn/sparse.ts';
import { readTokens } from '../taxonomy/tokens.ts';

export function featuresOf(text: string): TextFeatures {
  const tokens = readTokens(text).slice(0, mostTokens);
  return readFeatures(tokens, readConcepts(tokens));
}

/** log(texts / (texts with the bucket + 1)) + 1; 0 for buckets of fewer than `least` texts. */
export function rarityOf(texts: readonly string[], least: number): Float32Array {
  const count = new Uint32Array(bucketCount);
  for (const text of texts) for (const bucket of featuresOf(text).keys()) count[bucket] = (count[bucket] ?? 0) + 1;
  return Float32Array.from(count, (n) => (n < least ? 0 : Math.log(texts.length / (n + 1)) + 1));
}

/** The row of a text, of length 1; empty where nothing in it is known. */
export function rowOf(text: string, rarity: Float32Array | Uint8Array): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  let norm = 0;
  for (const [bucket, weight] of featuresOf(text)) {
    const value = weight * (rarity[bucket] ?? 0);
    if (value === 0) continue;
    columns.push(bucket);
    values.push(value);
    norm += value * value;
  }
  const scale = 1 / Math.sqrt(norm || 1);
  return { columns: Uint32Array.from(columns), values: Float32Array.from(values, (value) => value * scale) };
}
