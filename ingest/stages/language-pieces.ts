// Pieces of words and the languages they are common in: the n-gram tables of eld (Nito T.M., Apache-2.0), packed into typed arrays.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';

export type PieceVote = { readonly language: number; readonly score: number };
export type PieceEntry = { readonly hash: number; readonly votes: readonly PieceVote[] };

export type LanguagePieces = {
  readonly languages: readonly string[];
  /** Adds to `sums`, by language, how much the pieces of a word speak for each. Gives the number of pieces. */
  readonly addWord: (bytes: Uint8Array, length: number, sums: Float64Array) => number;
};

// What eld takes off every score to keep its tables small.
const leastScore = 53;
const longestWord = 70;
const pieceSize = 4;
const stride = 3;
const space = 0x20;
const headShape = z.object({ languages: z.array(z.string()), pieces: z.number().int(), votes: z.number().int() });

function mixByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

const start = 0x811c9dc5;
const finish = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/** Hash of the bytes of a piece, spaces at its edges included. */
export function pieceHash(bytes: ArrayLike<number>, from: number, to: number): number {
  let hash = start;
  for (let at = from; at < to; at += 1) hash = mixByte(hash, bytes[at] ?? 0);
  return finish(hash);
}

/** One file: length of the head, the head, hashes ascending, where the votes of each end, languages, scores; packed. */
export function packLanguagePieces(languages: readonly string[], entries: readonly PieceEntry[]): Buffer {
  const sorted = entries.toSorted((a, b) => a.hash - b.hash);
  const votes = sorted.flatMap((entry) => entry.votes);
  const head = Buffer.from(JSON.stringify({ languages, pieces: sorted.length, votes: votes.length }));
  // Differences of neighbours pack better than the hashes.
  const hashes = Uint32Array.from(sorted, ({ hash }, at) => hash - (sorted[at - 1]?.hash ?? 0));
  const counts = Uint8Array.from(sorted, (entry) => entry.votes.length);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const blocks = [
    Buffer.from(hashes.buffer),
    counts,
    Uint8Array.from(votes, ({ language }) => language),
    Uint8Array.from(votes, ({ score }) => score),
  ];
  return brotliCompressSync(Buffer.concat([size, head, ...blocks]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

type Table = {
  readonly languages: readonly string[];
  readonly slots: Int32Array;
  readonly hashes: Uint32Array;
  readonly ends: Uint32Array;
  readonly votes: Uint8Array;
  readonly scores: Uint8Array;
};

function readTable(packed: Uint8Array): Table {
  const all = brotliDecompressSync(packed);
  const headEnd = 4 + all.readUInt32LE(0);
  const head = headShape.parse(JSON.parse(all.toString('utf8', 4, headEnd)));
  const { pieces, votes } = head;
  const at = [headEnd, headEnd + 4 * pieces, headEnd + 5 * pieces, headEnd + 5 * pieces + votes] as const;
  if (all.length !== at[3] + votes) throw new RangeError('cut off');
  const hashes = new Uint32Array(pieces);
  const ends = new Uint32Array(pieces + 1);
  const bits = Math.ceil(Math.log2(pieces)) + 1;
  const slots = new Int32Array(1 << bits).fill(-1);
  let hash = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    hash += all.readUInt32LE(at[0] + 4 * piece);
    hashes[piece] = hash;
    ends[piece + 1] = (ends[piece] ?? 0) + (all[at[1] + piece] ?? 0);
    let slot = hash & (slots.length - 1);
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = piece;
  }
  return { languages: head.languages, slots, hashes, ends, votes: all.subarray(at[2], at[3]), scores: all.subarray(at[3]) };
}

/** Throws `internal` where the file is cut or damaged. */
export function unpackLanguagePieces(packed: Uint8Array): LanguagePieces {
  try {
    return piecesOf(readTable(packed));
  } catch (error) {
    throw new AppError('internal', 'the pieces of the language model are damaged; install the program again', error);
  }
}

function piecesOf({ languages, slots, hashes, ends, votes, scores }: Table): LanguagePieces {
  const mask = slots.length - 1;
  const vote = (hash: number, sums: Float64Array): void => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const piece = slots[slot] ?? -1;
      if (piece < 0) return;
      if (hashes[piece] !== hash) continue;
      for (let at = ends[piece] ?? 0; at < (ends[piece + 1] ?? 0); at += 1) {
        const language = votes[at] ?? 0;
        sums[language] = (sums[language] ?? 0) + (scores[at] ?? 0) + leastScore;
      }
      return;
    }
  };
  const addWord = (bytes: Uint8Array, length: number, sums: Float64Array): number => {
    const size = Math.min(length, longestWord);
    let count = 1;
    let from = 0;
    for (; from + pieceSize < size; from += stride, count += 1) {
      let hash = from === 0 ? mixByte(start, space) : start;
      for (let at = from; at < from + pieceSize; at += 1) hash = mixByte(hash, bytes[at] ?? 0);
      vote(finish(hash), sums);
    }
    let hash = from === 0 ? mixByte(start, space) : start;
    for (let at = Math.max(0, size - pieceSize); at < size; at += 1) hash = mixByte(hash, bytes[at] ?? 0);
    vote(finish(mixByte(hash, space)), sums);
    return count;
  };
  return { languages, addWord };
}
