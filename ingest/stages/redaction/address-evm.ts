// Ethereum-style addresses: 0x and 40 hex digits, with the checksum that upper and lower case make.
import { keccak_256 } from '@noble/hashes/sha3.js';
import { contexts } from './context.ts';
import { type Detector, isNear, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

/** EIP-55: a digit is upper case where the hash of the address says so. One case throughout carries no checksum and is accepted. */
export function isEvmAddress(token: string): boolean {
  if (!/^0[xX][0-9a-fA-F]{40}$/.test(token)) return false;
  const digits = token.slice(2);
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return true;
  const hash = keccak_256(new TextEncoder().encode(lower));
  for (let index = 0; index < 40; index++) {
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15;
    const character = digits.charAt(index);
    if (/[a-f]/i.test(character) && (character === character.toUpperCase()) !== nibble > 7) return false;
  }
  return true;
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    if (end - start !== 42) continue;
    const token = view.latin.slice(start, end);
    // A mistyped address fails EIP-55; where somebody calls it an address it is still theirs.
    const isNamed = /^0[xX][0-9a-fA-F]{40}$/.test(token) && isNear(view, start, end, 40, contexts.address);
    if (isNamed || isEvmAddress(token)) spans.push({ kind: 'ADDR:EVM', start, end });
  }
  return spans;
}

/** 0x and 40 hex digits; 40 hex digits without 0x are a git commit and stay. */
export const addressEvm: Detector = { name: 'address-evm', needs: trait.longToken, find };
