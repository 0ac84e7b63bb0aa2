// Which hashed features a model knows, and how much each says on its own.
import { hashBits } from './features.ts';
import type { SparseRow } from './sparse.ts';

export type Counted = { readonly columns: Uint32Array; readonly counts: Float32Array };

export type Vocabulary = {
  readonly size: number;
  /** From bucket to column; -1 where the bucket is not known. */
  readonly columnOf: Int32Array;
  /** log((texts + 1) / (texts with the feature + 1)) + 1, by column. */
  readonly rarity: Float32Array;
};

/** Features that occur in at least `least` texts. */
export function openVocabulary(texts: readonly Counted[], least: number, bits = hashBits): Vocabulary {
  const width = 1 << bits;
  const occurrences = new Uint32Array(width);
  for (const { columns } of texts) for (const column of columns) occurrences[column] = (occurrences[column] ?? 0) + 1;
  const columnOf = new Int32Array(width).fill(-1);
  const rarity: number[] = [];
  for (let bucket = 0; bucket < width; bucket += 1) {
    const n = occurrences[bucket] ?? 0;
    if (n < least) continue;
    columnOf[bucket] = rarity.length;
    rarity.push(Math.log((texts.length + 1) / (n + 1)) + 1);
  }
  return { size: rarity.length, columnOf, rarity: Float32Array.from(rarity) };
}

/** A text in the columns of a vocabulary: 1 + log of the count, times the rarity where asked for, of length 1. */
export function toUnitRow({ columns, counts }: Counted, { columnOf, rarity }: Vocabulary, isWeighed: boolean): SparseRow {
  const known = new Uint32Array(columns.length);
  const values = new Float32Array(columns.length);
  let size = 0;
  let norm = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columnOf[columns[at] ?? 0] ?? -1;
    if (column < 0) continue;
    const value = (1 + Math.log(counts[at] ?? 1)) * (isWeighed ? (rarity[column] ?? 1) : 1);
    known[size] = column;
    values[size] = value;
    norm += value * value;
    size += 1;
  }
  const scale = norm === 0 ? 0 : 1 / Math.sqrt(norm);
  return { columns: known.slice(0, size), values: values.slice(0, size).map((value) => value * scale) };
}
