// Models packed for shipping: planes as bytes, most of them zero, the whole compressed.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';

/** Blocks of bytes of one model behind a header of JSON. */
export type Packed = { readonly header: unknown; readonly blocks: readonly Uint8Array[] };

const frameShape = z.object({ header: z.unknown(), sizes: z.array(z.number().int().min(0)) });

/** A plane rounded to bytes, by column: weight = byte x scale. */
export type RoundedPlane = { readonly weights: Int8Array; readonly scale: number; readonly offset: number };

/** Keeps the `most` largest weights and rounds them to bytes. */
export function roundPlane(plane: Float32Array, most: number): RoundedPlane {
  const width = plane.length - 1;
  const sizes = plane.subarray(0, width).map(Math.abs).sort();
  const least = width > most ? (sizes[width - most] ?? 0) : 0;
  const scale = (sizes[width - 1] ?? 0) / 127 || 1;
  const weights = Int8Array.from(plane.subarray(0, width), (weight) => (Math.abs(weight) >= least ? Math.round(weight / scale) : 0));
  return { weights, scale, offset: plane[width] ?? 0 };
}

export function pack({ header, blocks }: Packed): Buffer {
  const frame = Buffer.from(JSON.stringify({ header, sizes: blocks.map((block) => block.byteLength) }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(frame.byteLength);
  const whole = Buffer.concat([length, frame, ...blocks]);
  return brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } });
}

/** Throws `internal` where the bytes are no packed model. */
export function unpack(bytes: Uint8Array): Packed {
  try {
    const whole = brotliDecompressSync(bytes);
    const length = whole.readUInt32LE(0);
    const { header, sizes } = frameShape.parse(JSON.parse(whole.toString('utf8', 4, 4 + length)));
    let at = 4 + length;
    const blocks = sizes.map((size) => {
      const block = whole.subarray(at, at + size);
      at += size;
      if (block.byteLength !== size) throw new RangeError('cut off');
      return block;
    });
    return { header, blocks };
  } catch (error) {
    throw new AppError('internal', 'a model file is damaged; install the program again', error);
  }
}
