// A file of typed arrays behind a head of JSON: written beside its place and moved there whole, read back only where every sum is right.
import { constants, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';

const kinds = {
  f64: Float64Array,
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const;
export type Kind = keyof typeof kinds;
export type ArrayOf<K extends Kind> = InstanceType<(typeof kinds)[K]>;
export type SavedArray = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** What the file holds: `about` is JSON of the caller's, `arrays` are told apart by their names. */
export type Contents = { readonly about: unknown; readonly arrays: ReadonlyMap<string, SavedArray> };

const magic = 'HUIYIN-COLUMNS-1';
/** The magic, the length of the head and its sum. */
const prefixBytes = magic.length + 8;
/** No head is longer; a longer one is not ours. */
const mostHeadBytes = 1 << 28;
/** One call of the system writes or reads at most this much. */
const pieceBytes = 1 << 26;

const headShape = z.object({
  endian: z.literal(endianness()),
  about: z.unknown(),
  arrays: z.array(
    z.object({ name: z.string(), kind: z.enum(['f64', 'i32', 'u32', 'u16', 'u8']), length: z.number().int().min(0), sum: z.number() }),
  ),
});

const bytesOf = (array: SavedArray): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function kindOf(array: SavedArray): Kind {
  if (array instanceof Float64Array) return 'f64';
  if (array instanceof Int32Array) return 'i32';
  if (array instanceof Uint32Array) return 'u32';
  return array instanceof Uint16Array ? 'u16' : 'u8';
}

/**
 * Writes the file beside its place, tells `beforeMove`, and moves it there: whoever reads meets the old file or the new one, whole.
 * Readable by its owner only. Where something fails, the old file stays.
 */
export async function writeArrays(file: string, { about, arrays }: Contents, beforeMove: () => Promise<void>): Promise<void> {
  const beside = `${file}.new`;
  const entries = [...arrays].map(([name, array]) => ({ name, kind: kindOf(array), length: array.length, sum: crc32(bytesOf(array)) }));
  const head = Buffer.from(JSON.stringify({ endian: endianness(), about, arrays: entries }));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.write(magic, 'latin1');
  prefix.writeUInt32LE(head.length, magic.length);
  prefix.writeUInt32LE(crc32(head), magic.length + 4);
  try {
    const handle = await open(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
    try {
      for (const part of [prefix, head, ...[...arrays.values()].map(bytesOf)]) await writeWhole(handle, part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await beforeMove();
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, Math.min(pieceBytes, bytes.length - at));
    at += bytesWritten;
  }
}

/** A file that was opened: its `about`, and the arrays, which are read only where they are wanted. */
export type ArrayFile = { readonly about: unknown; readArrays(): Promise<ReadonlyMap<string, SavedArray>>; close(): Promise<void> };

/** Opens the file; null where there is none, `invalid` where it is not ours or its head is damaged. */
export async function openArrays(file: string): Promise<ArrayFile | null> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { about, arrays } = await readHead(handle);
    const readArrays = async () => {
      const found = new Map<string, SavedArray>();
      for (const { name, kind, length, sum } of arrays) {
        const array = new kinds[kind](length);
        const bytes = bytesOf(array);
        await readWhole(handle, bytes);
        if (crc32(bytes) !== sum) throw new AppError('invalid', `the sum of ${name} is wrong`);
        found.set(name, array);
      }
      return found;
    };
    return { about, readArrays, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readHead(handle: FileHandle): Promise<z.infer<typeof headShape>> {
  const prefix = Buffer.alloc(prefixBytes);
  await readWhole(handle, prefix);
  const length = prefix.readUInt32LE(magic.length);
  if (prefix.toString('latin1', 0, magic.length) !== magic || length > mostHeadBytes)
    throw new AppError('invalid', 'it is no file of columns');
  const head = Buffer.alloc(length);
  await readWhole(handle, head);
  if (crc32(head) !== prefix.readUInt32LE(magic.length + 4)) throw new AppError('invalid', 'the sum of its head is wrong');
  const read = headShape.safeParse(JSON.parse(head.toString('utf8')));
  if (!read.success) throw new AppError('invalid', 'its head is written otherwise');
  return read.data;
}

/** Reads on from where the last reading ended. */
async function readWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(pieceBytes, bytes.length - at), null);
    if (bytesRead === 0) throw new AppError('invalid', 'it ends too early');
    at += bytesRead;
  }
}
