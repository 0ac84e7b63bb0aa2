// A file to import, as unpacked bytes: found, checked for what it is, gzip opened under a cap.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '#db/model/errors.ts';
import type { ReadLimits } from './limits.ts';

export type ImportFile = {
  /** As the user wrote it, for messages to the user. */
  readonly name: string;
  /** Without folders, for what is stored. */
  readonly baseName: string;
  /** Unpacked bytes from the start; may be called again. */
  bytes(): AsyncIterable<Buffer>;
};

const archives: readonly (readonly [magic: string, name: string])[] = [
  ['504b0304', 'a zip archive or an Office file'],
  ['504b0506', 'a zip archive'],
  ['425a68', 'a bzip2 file'],
  ['fd377a585a00', 'an xz file'],
  ['28b52ffd', 'a zstd file'],
  ['377abcaf271c', 'a 7z archive'],
  ['25504446', 'a PDF file'],
  ['53514c69746520666f726d6174', 'a SQLite database'],
  ['504152', 'a Parquet file'],
];

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'may not be read (permission denied)',
  ENAMETOOLONG: 'no such file (the name is too long)',
};

/** Looks at a file without reading it all. Throws `not_found` where there is none, `invalid` where it cannot be a text file. */
export async function openImportFile(name: string, limits: ReadLimits): Promise<ImportFile> {
  const found = await stat(name).catch((error: unknown) => {
    throw new AppError('not_found', `${name}: ${systemReason(error)}`, error);
  });
  if (found.isDirectory()) throw new AppError('invalid', `${name}: is a folder, not a file`);
  // The file is read more than once, which a pipe does not allow.
  if (!found.isFile()) throw new AppError('invalid', `${name}: is not a regular file`);
  if (found.size === 0) throw new AppError('invalid', `${name}: is empty`);
  const start = await firstBytes(name);
  const hex = start.toString('hex');
  const archive = archives.find(([magic]) => hex.startsWith(magic));
  if (archive !== undefined) throw new AppError('invalid', `${name}: is ${archive[1]}; only plain text and gzip are read`);
  const isGzip = hex.startsWith('1f8b');
  const stamp = { size: found.size, mtimeMs: found.mtimeMs };
  return {
    name,
    baseName: path.basename(name),
    bytes: () => readBytes({ name, isGzip, ...stamp }, limits),
  };
}

async function firstBytes(name: string): Promise<Buffer> {
  const file = await open(name, 'r').catch((error: unknown) => {
    throw new AppError('not_found', `${name}: ${systemReason(error)}`, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

type Stamp = { readonly name: string; readonly isGzip: boolean; readonly size: number; readonly mtimeMs: number };

async function* readBytes(file: Stamp, limits: ReadLimits): AsyncGenerator<Buffer> {
  const found = await stat(file.name).catch(() => null);
  // Several passes must see the same lines, or a conversation could be cut in two.
  if (found === null || found.size !== file.size || found.mtimeMs !== file.mtimeMs) {
    throw new AppError('conflict', `${file.name}: changed while it was being read; import it again when it is complete`);
  }
  const packed: Readable = createReadStream(file.name, { highWaterMark: 1 << 18 });
  const unpacked: Readable = file.isGzip ? pipeline(packed, createGunzip({ chunkSize: 1 << 18 }), () => {}) : packed;
  let total = 0;
  try {
    for await (const chunk of unpacked) {
      const bytes: Buffer = chunk;
      total += bytes.length;
      if (file.isGzip && total > limits.gzipFreeBytes && total > file.size * limits.gzipRatio) {
        throw new AppError('invalid', `${file.name}: unpacks to more than ${limits.gzipRatio} times its size; refused as a gzip bomb`);
      }
      yield bytes;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = file.isGzip ? 'the gzip data is damaged or ends too early' : systemReason(error);
    throw new AppError('invalid', `${file.name}: ${reason}`, error);
  } finally {
    packed.destroy();
  }
}

function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return systemReasons[code] ?? `could not be read (${code})`;
}
