// The features that a sentiment model knows, laid out so that all that is asked of one lies in one line of the cache.

/** Records of a byte of rarity, then one for each plane; those of features that no plane weighs have the rarity alone. */
export type SentimentTable = {
  /** A bit for each bucket, set where it is known: small enough for the cache, and most pairs of words are not known. */
  readonly isKnown: Uint8Array;
  /** For each 32 buckets: bits of those with weights, how many came before, bits of those without, how many came before. */
  readonly blocks: Uint32Array;
  /** A feature is known by the place where its record begins. */
  readonly bytes: Int8Array;
  /** From here on records have no weights. */
  readonly bareFrom: number;
  readonly stride: number;
  readonly planes: number;
};

/** Where the weights stand in a record. */
export const weightsAt = 1;

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

export function openSentimentTable(packed: PackedTable): SentimentTable {
  const { rarity, kept, weights, planes } = packed;
  const { isKnown, blocks, weighed, bare } = toBlocks(packed);
  // A power of two: no record of up to 64 bytes reaches over the end of a line.
  const stride = 2 ** Math.ceil(Math.log2(weightsAt + planes));
  const bareFrom = weighed * stride;
  const bytes = new Int8Array(bareFrom + bare);
  let [column, bareRecord] = [0, bareFrom];
  for (let bucket = 0; bucket < rarity.length; bucket += 1) {
    const rare = rarity[bucket] ?? 0;
    if (rare === 0) continue;
    if (((kept[bucket >> 3] ?? 0) & (1 << (bucket & 7))) === 0) {
      bytes[bareRecord++] = rare;
      continue;
    }
    const record = column * stride;
    bytes[record] = rare;
    for (let plane = 0, from = column; plane < planes; plane += 1, from += weighed) bytes[record + weightsAt + plane] = weights[from] ?? 0;
    column += 1;
  }
  return { isKnown, blocks, bytes, bareFrom, stride, planes };
}
