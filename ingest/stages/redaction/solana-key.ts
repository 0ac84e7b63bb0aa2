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

const separator = /^[ \t\r\n>]{0,4}[,;][ \t\r\n>]{0,6}$/;

/** Lists of numbers under 256, as `[start, end)` and count: `12, 250; 7`. */
function byteLists(view: TextView): readonly { start: number; end: number; bytes: readonly number[] }[] {
  const lists: { start: number; end: number; bytes: number[] }[] = [];
  let list: { start: number; end: number; bytes: number[] } | null = null;
  for (let index = 0; index < view.digitRuns.length; index += 2) {
    const start = view.digitRuns[index] ?? 0;
    const end = view.digitRuns[index + 1] ?? 0;
    const value = end - start <= 3 ? Number(view.latin.slice(start, end)) : 256;
    const isNext: boolean = list !== null && start - list.end <= 11 && separator.test(view.latin.slice(list.end, start));
    if (value > 255) {
      list = null;
    } else if (isNext && list !== null) {
      list.bytes.push(value);
      list.end = end;
    } else {
      list = { start, end, bytes: [value] };
      lists.push(list);
    }
  }
  return lists;
}

function fromByteList(view: TextView): readonly Span[] {
  if (view.digits < 32) return [];
  const spans: Span[] = [];
  for (const { start, end, bytes } of byteLists(view)) {
    if (bytes.length !== 64 && bytes.length !== 32) continue;
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
