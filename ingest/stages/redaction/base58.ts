// Base58 with checksums: wallet keys and addresses prove themselves by four bytes.
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, base58xrp } from '@scure/base';

const alphabet = /^[1-9A-HJ-NP-Za-km-z]+$/;

/** The bytes of a Base58 text, null where a character does not belong to it. At most 120 characters are read: decoding is quadratic. */
export function decodeBase58(text: string, isRipple = false): Uint8Array | null {
  if (text.length > 120 || !alphabet.test(text)) return null;
  try {
    return (isRipple ? base58xrp : base58).decode(text);
  } catch {
    return null;
  }
}

/** The payload in front of a four-byte double SHA-256 checksum that holds, version byte included; null where it does not. */
export function checkedBase58(text: string, isRipple = false): Uint8Array | null {
  const bytes = decodeBase58(text, isRipple);
  if (bytes === null || bytes.length < 5) return null;
  const payload = bytes.subarray(0, -4);
  const checksum = sha256(sha256(payload));
  for (let index = 0; index < 4; index++) if (bytes[payload.length + index] !== checksum[index]) return null;
  return payload;
}

export function isBase58(text: string): boolean {
  return alphabet.test(text);
}
