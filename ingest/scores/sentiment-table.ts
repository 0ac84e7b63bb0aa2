// The features that a sentiment model knows, laid out so that all that is asked of one lies in one line of the cache.
import { mostInOneGo, type Portions } from '../stages/portions.ts';

/** Records of lanes of a byte, four in a number: first how rare a feature is, then its weight in each plane. Those without weights are apart. */
export type SentimentTable = {
  /** A bit for each bucket, set where it is known: small enough for the cache, and most pairs of words are not known. */
  readonly isKnown: Uint8Array;
  /** For each 32 buckets: bits of those with weights, how many came before, bits of those without, how many came before. */
  readonly blocks: Uint32Array;
  /** A feature with weights is known by the place where its record begins. */
  readonly words: Int32Array;
  /** The first feature without weights; each is known by a place behind the records. */
  readonly bareFrom: number;
  /** How rare they are, from that place on. */
  readonly bare: Uint8Array;
  readonly stride: number;
  readonly planes: number;
};

export const lanesInWord = 4;
/** The lane of the first plane. */
export const firstPlane = 1;
/** Lanes of so many planes, in whole numbers of four. */
export const lanesFor = (planes: number): number => lanesInWord * Math.ceil((firstPlane + planes) / lanesInWord);

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where the record of a bucket begins; -1 where it is not known. */
export function recordOf(table: SentimentTable, bucket: number): number {
  return ((table.isKnown[bucket >>> 3] ?? 0) & (1 << (bucket & 7))) === 0 ? -1 : recordOfKnown(table, bucket);
}

/** Where the record of a bucket that is known begins. */
export function recordOfKnown({ blocks, stride, bareFrom }: SentimentTable, bucket: number): number {
  const block = (bucket >>> 5) << 2;
  const bit = 1 << (bucket & 31);
  const weighed = blocks[block] ?? 0;
  if ((weighed & bit) !== 0) return ((blocks[block + 1] ?? 0) + bitsIn(weighed & (bit - 1))) * stride;
  return bareFrom + (blocks[block + 3] ?? 0) + bitsIn((blocks[block + 2] ?? 0) & (bit - 1));
}

/** How rare the feature of a record is, in steps of 1 to 255. */
export function rarityOf({ words, bare, bareFrom }: SentimentTable, record: number): number {
  return record < bareFrom ? (words[record] ?? 0) & 0xff : (bare[record - bareFrom] ?? 0);
}

/** Given how rare each bucket is (0: not known), a bit for each that has weights, and the weights plane by plane. */
export type PackedTable = {
  readonly rarity: Uint8Array;
  readonly kept: Uint8Array;
  readonly weights: Uint8Array;
  readonly planes: number;
};

type Blocks = Pick<SentimentTable, 'isKnown' | 'blocks'> & { readonly weighed: number; readonly bare: number };

function toBlocks({ rarity, kept }: PackedTable): Blocks {
  const isKnown = new Uint8Array(rarity.length >> 3);
  const blocks = new Uint32Array(rarity.length >> 3);
  let [weighed, bare] = [0, 0];
  for (let first = 0; first < rarity.length; first += 32) {
    let [bits, bareBits] = [0, 0];
    for (let at = 0; at < 32; at += 1) {
      const bucket = first + at;
      if (rarity[bucket] === 0) continue;
      isKnown[bucket >> 3] = (isKnown[bucket >> 3] ?? 0) | (1 << (bucket & 7));
      if (((kept[bucket >> 3] ?? 0) & (1 << (bucket & 7))) === 0) bareBits |= 1 << at;
      else bits |= 1 << at;
    }
    blocks.set([bits, weighed, bareBits, bare], first >>> 3);
    weighed += bitsIn(bits);
    bare += bitsIn(bareBits);
  }
  return { isKnown, blocks, weighed, bare };
}

/** So many buckets are laid out before others get a turn. */
const bucketsInOneGo = 1 << 17;

export function* openSentimentTable(packed: PackedTable): Portions<SentimentTable> {
  const { rarity, kept, weights, planes } = packed;
  const { isKnown, blocks, weighed, bare: bareCount } = toBlocks(packed);
  yield mostInOneGo;
  // A power of two: no record of up to 64 bytes reaches over the end of a line.
  const stride = 2 ** Math.ceil(Math.log2(lanesFor(planes) / lanesInWord));
  const words = new Int32Array(weighed * stride);
  const bare = new Uint8Array(bareCount);
  let [column, bareColumn] = [0, 0];
  for (let bucket = 0; bucket < rarity.length; bucket += 1) {
    if (bucket % bucketsInOneGo === 0) yield mostInOneGo;
    const rare = rarity[bucket] ?? 0;
    if (rare === 0) continue;
    if (((kept[bucket >> 3] ?? 0) & (1 << (bucket & 7))) === 0) {
      bare[bareColumn++] = rare;
      continue;
    }
    const record = column * stride;
    words[record] = rare;
    for (let plane = 0, from = column; plane < planes; plane += 1, from += weighed) {
      const lane = firstPlane + plane;
      const word = record + (lane >> 2);
      words[word] = (words[word] ?? 0) | ((weights[from] ?? 0) << (8 * (lane & 3)));
    }
    column += 1;
  }
  return { isKnown, blocks, words, bareFrom: words.length, bare, stride, planes };
}
