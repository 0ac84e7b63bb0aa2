// The network of phrases of a sentiment model as it is shipped: which words and parts have vectors, these as bytes, and its filters.
import { z } from 'zod';
import { filterCount, type PhraseFilters, stepsInRow, type VectorRows, vectorSize, weighedSteps } from '../learn/phrase-net.ts';

export const phraseHeader = z.object({ wholeBits: z.number().int(), partBits: z.number().int(), scale: z.number() });
export type PhraseHeader = z.infer<typeof phraseHeader>;

export type PhraseModel = PhraseFilters & {
  readonly rows: VectorRows;
  /** By row, which of the vectors it has, counted from 1; 0 for none. */
  readonly vectorOf: Uint32Array;
  readonly vectors: Int8Array;
  /** What a step of a byte is worth. */
  readonly scale: number;
};

/** Languages with texts enough for a network of phrases. */
const heard = ['en', 'zh', 'de', 'fr'];

/** How many vectors a language may have: its words or pairs of characters, and what they consist of. Null where it has none. */
export function phraseRowsFor(language: string, bits: number): VectorRows | null {
  return heard.includes(language) ? { wholeBits: bits - 2, partBits: language === 'zh' ? 14 : 15 } : null;
}

/** The blocks: a bit for each row that has a vector, the vectors, and all other weights as numbers of four bytes. */
export type PhraseBlocks = { readonly kept: Uint8Array; readonly vectors: Uint8Array; readonly weights: Uint8Array };

const filterLength = weighedSteps * filterCount * vectorSize;
const offsetLength = stepsInRow.length * filterCount;

export function openPhraseModel({ wholeBits, partBits, scale }: PhraseHeader, { kept, vectors, weights }: PhraseBlocks): PhraseModel {
  const vectorOf = new Uint32Array((1 << wholeBits) + (1 << partBits));
  let next = 1;
  for (let row = 0; row < vectorOf.length; row += 1) if (((kept[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) vectorOf[row] = next++;
  // Copied, since it may not begin at a multiple of four.
  const numbers = new Float32Array(Uint8Array.from(weights).buffer);
  return {
    rows: { wholeBits, partBits },
    vectorOf,
    vectors: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength),
    scale,
    filters: numbers.subarray(0, filterLength),
    offsets: numbers.subarray(filterLength, filterLength + offsetLength),
    heads: numbers.subarray(filterLength + offsetLength),
  };
}
