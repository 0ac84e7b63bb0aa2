// From bytes to text: byte-order marks, UTF-16, declared encodings, and a clear word where the bytes do not fit.
import { isUtf8 } from 'node:buffer';
import { AppError } from '#db/model/errors.ts';

const sniffBytes = 4096;

/** Gathers the first bytes of a stream, so that they can be looked at before the rest is read. */
export async function* withHead(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  let isOpen = true;
  for await (const chunk of chunks) {
    if (!isOpen) {
      yield chunk;
      continue;
    }
    held.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    yield Buffer.concat(held);
    held = [];
    isOpen = false;
  }
  if (isOpen && length > 0) yield Buffer.concat(held);
}

/** The encoding that the first bytes show, with the length of its mark; null where they show none; `binary` where it is no text. */
export function sniffEncoding(head: Buffer): { encoding: string; markBytes: number } | 'binary' | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const start = head.subarray(0, sniffBytes);
  const zeros = [0, 0];
  for (let index = 0; index < start.length; index += 1) {
    if (start[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return null;
  // Latin letters and separators in UTF-16 leave every second byte zero; header lines are mostly such.
  if (even === 0 && odd > start.length / 8) return { encoding: 'utf-16le', markBytes: 0 };
  if (odd === 0 && even > start.length / 8) return { encoding: 'utf-16be', markBytes: 0 };
  return 'binary';
}

const newline = 0x0a;

/** Cuts a stream of bytes only behind line ends, so that every piece can be decoded by itself. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0) {
      held.push(chunk);
      continue;
    }
    yield Buffer.concat([...held, chunk.subarray(0, end)]);
    held = end < chunk.length ? [chunk.subarray(end)] : [];
  }
  if (held.length > 0) yield Buffer.concat(held);
}

/**
 * The bytes of a file as UTF-8, without a byte-order mark. UTF-8 itself is passed on unchecked.
 * `declared` (a WHATWG label such as `gb18030`) counts where the file has no mark of its own.
 */
export async function* utf8Bytes(name: string, chunks: AsyncIterable<Buffer>, declared: string | null): AsyncGenerator<Buffer> {
  const source = withHead(chunks, sniffBytes)[Symbol.asyncIterator]();
  try {
    const first = await source.next();
    if (first.done) return;
    const sniffed = sniffEncoding(first.value);
    if (sniffed === 'binary') throw new AppError('invalid', `${name}: is not a text file (it holds zero bytes)`);
    const encoding = new TextDecoder(sniffed?.encoding ?? declared ?? 'utf-8').encoding;
    const rest = resumed(first.value.subarray(sniffed?.markBytes ?? 0), source);
    if (encoding === 'utf-8') yield* rest;
    else if (encoding.startsWith('utf-16')) yield* fromUtf16(rest, encoding);
    else yield* fromDeclared(name, rest, encoding);
  } finally {
    await source.return?.(undefined);
  }
}

async function* resumed(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** A half character (cut off by a program that counted wrongly) becomes U+FFFD: a mark shows that the rest is UTF-16. */
async function* fromUtf16(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* fromDeclared(name: string, chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  let lines = 0;
  for await (const piece of wholeLines(chunks)) {
    const text = decodeStrictly(piece, encoding);
    if (text === null) throw notIn(name, encoding, lines + firstFault(piece, (line) => decodeStrictly(line, encoding) !== null));
    lines += countLines(piece);
    yield Buffer.from(text);
  }
}

/** Passes UTF-8 bytes on, and throws with the line where they are not UTF-8: replacing them would change what customers wrote. */
export async function* checkedUtf8(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let lines = 0;
  for await (const piece of wholeLines(chunks)) {
    if (!isUtf8(piece)) throw notIn(name, 'utf-8', lines + firstFault(piece, isUtf8));
    lines += countLines(piece);
    yield piece;
  }
}

function decodeStrictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notIn(name: string, encoding: string, line: number): AppError {
  const advice = 'declare the right "encoding" in the mapping file, for example gb18030 or windows-1252';
  return new AppError('invalid', `${name}: line ${line}: bytes that are not ${encoding}; ${advice}`);
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** The number, from 1, of the first line that does not pass. */
function firstFault(bytes: Buffer, passes: (line: Buffer) => boolean): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(newline, start);
    if (end < 0 || !passes(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
