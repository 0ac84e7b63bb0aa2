// Addresses of TON, Monero and Polkadot, each with a checksum of its own.
import { blake2b } from '@noble/hashes/blake2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58xmr } from '@scure/base';
import { decodeBase58, isBase58 } from './base58.ts';
import { type Detector, none, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const ton = /(?<![A-Za-z0-9_-])[EUk0][Qf][A-Za-z0-9_-]{46}(?![A-Za-z0-9_-])/g;

/** CRC-16/XMODEM over the first 34 of 36 bytes. */
export function isTonAddress(token: string): boolean {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 36) return false;
  let crc = 0;
  for (const byte of bytes.subarray(0, 34)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc === bytes.readUInt16BE(34);
}

/** 95 characters (106 with a payment id): network byte 18, 19 or 42 and four bytes of Keccak-256. */
export function isMoneroAddress(token: string): boolean {
  if (!/^[48]/.test(token) || (token.length !== 95 && token.length !== 106) || !isBase58(token)) return false;
  try {
    const bytes = base58xmr.decode(token);
    const checksum = keccak_256(bytes.subarray(0, -4));
    return [18, 19, 42].includes(bytes[0] ?? -1) && bytes.subarray(-4).every((byte, index) => byte === checksum[index]);
  } catch {
    return false;
  }
}

const ss58Prefix = new TextEncoder().encode('SS58PRE');

/** SS58: one network byte, 32 bytes, two bytes of BLAKE2b-512 over "SS58PRE" and the rest. */
export function isPolkadotAddress(token: string): boolean {
  if (token.length < 46 || token.length > 48) return false;
  const bytes = decodeBase58(token);
  if (bytes === null || bytes.length !== 35) return false;
  const hash = blake2b(Buffer.concat([ss58Prefix, bytes.subarray(0, 33)]), { dkLen: 64 });
  return bytes[33] === hash[0] && bytes[34] === hash[1];
}

function find(view: TextView): readonly Span[] {
  if (view.longestRun < 46) return none;
  const spans: Span[] = [];
  if (/[EUk0][Qf]/.test(view.latin)) {
    for (const match of view.latin.matchAll(ton)) {
      if (isTonAddress(match[0])) spans.push({ kind: 'ADDR:TON', start: match.index, end: match.index + match[0].length });
    }
  }
  for (const { start, end } of view.longTokens) {
    const token = end - start <= 106 ? view.latin.slice(start, end) : '';
    if (isMoneroAddress(token)) spans.push({ kind: 'ADDR:XMR', start, end });
    else if (isPolkadotAddress(token)) spans.push({ kind: 'ADDR:DOT', start, end });
  }
  return spans;
}

/** TON by CRC-16, Monero by Keccak, Polkadot by BLAKE2b. */
export const addressOther: Detector = { name: 'address-other', needs: trait.longRun, find };
