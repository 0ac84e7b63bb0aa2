// Solana secret keys: 64 bytes whose second half is the public key of the first.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { decodeBase58 } from './base58.ts';
import { contexts } from './context.ts';
import { type Detector, isNear, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// The fixed head of a PKCS #8 ed25519 private key and of an SPKI public key (RFC 8410).
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHeadLength = 12;

/** True where the last 32 bytes are the ed25519 public key of the first 32; a transaction signature has the same length and fails. */
export function isKeyPair(bytes: Uint8Array): boolean {
  if (bytes.length !== 64) return false;
  const secret = createPrivateKey({ key: Buffer.concat([privateHead, bytes.subarray(0, 32)]), format: 'der', type: 'pkcs8' });
  const open = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(publicHeadLength);
  return Buffer.compare(open, bytes.subarray(32)) === 0;
}

function fromBase58(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    if (end - start < 86 || end - start > 88) continue;
    const bytes = decodeBase58(view.latin.slice(start, end));
    if (bytes === null || bytes.length !== 64) continue;
    const isSecret = isKeyPair(bytes) || isNear(view, start, end, 80, contexts.key);
    spans.push({ kind: isSecret ? 'PRIVATE_KEY' : 'TX_HASH', start, end });
  }
  return spans;
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x3e || (code >= 0x09 && code <= 0x0d);

/** True where `[from, to)` is one comma or semicolon, with at most four blanks before it and six behind. */
function isSeparator(text: string, from: number, to: number): boolean {
  if (to - from > 11) return false;
  let mark = -1;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (mark < 0 && (code === 0x2c || code === 0x3b)) mark = index;
    else if (!isBlank(code)) return false;
  }
  return mark >= 0 && mark - from <= 4 && to - mark <= 7;
}

/** The number in `[start, end)` where it is a byte, else 256. */
function byteAt(text: string, start: number, end: number): number {
  if (end - start > 3) return 256;
  let value = 0;
  for (let index = start; index < end; index++) value = value * 10 + text.charCodeAt(index) - 0x30;
  return Math.min(value, 256);
}

type ByteList = { readonly start: number; readonly end: number; readonly bytes: readonly number[] };

/** Lists of 64 numbers under 256, or of 32: `12, 250; 7 ...`. Only such a list is ever built: texts are full of short ones. */
function byteLists({ latin, digitRuns }: TextView): readonly ByteList[] {
  const lists: ByteList[] = [];
  let first = 0;
  let count = 0;
  const close = (): void => {
    if (count !== 64 && count !== 32) return;
    const runs = digitRuns.slice(first, first + 2 * count);
    const bytes = Array.from({ length: count }, (_, index) => byteAt(latin, runs[2 * index] ?? 0, runs[2 * index + 1] ?? 0));
    lists.push({ start: runs[0] ?? 0, end: runs.at(-1) ?? 0, bytes });
  };
  for (let index = 0; index < digitRuns.length; index += 2) {
    const start = digitRuns[index] ?? 0;
    const isByte = byteAt(latin, start, digitRuns[index + 1] ?? 0) < 256;
    if (isByte && count > 0 && isSeparator(latin, digitRuns[index - 1] ?? 0, start)) {
      count++;
      continue;
    }
    close();
    first = index;
    count = isByte ? 1 : 0;
  }
  close();
  return lists;
}

function fromByteList(view: TextView): readonly Span[] {
  if (view.digits < 32) return [];
  const spans: Span[] = [];
  for (const { start, end, bytes } of byteLists(view)) {
    const isBracketed = /\[\s*$/.test(view.latin.slice(Math.max(0, start - 3), start));
    const isWhole = bytes.length === 64 && (isBracketed || isKeyPair(Uint8Array.from(bytes)));
    if (isWhole || isNear(view, start - 1, end + 1, 80, contexts.key)) spans.push({ kind: 'PRIVATE_KEY', start, end });
  }
  return spans;
}

/** Base58 of 64 bytes (a key pair, else the signature of a transaction) and JSON byte arrays. */
export const solanaKey: Detector = {
  name: 'solana-key',
  needs: trait.longToken | trait.manyDigits,
  find: (view) => [...fromBase58(view), ...fromByteList(view)],
};
