// Solana addresses: 32 bytes in Base58 without any checksum, so the surroundings decide.
import { base58AddressKind } from './address-base58.ts';
import { decodeBase58 } from './base58.ts';
import { contexts } from './context.ts';
import { type Detector, isInUrl, isNear, type Span, surroundingWord } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const explorer =
  /(?:solscan\.io|explorer\.solana\.com|solana\.fm|solanabeach\.io|dexscreener\.com\/solana|birdeye\.so)\/(?:account|address|token|wallet)s?\//i;

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    if (end - start < 32 || end - start > 44) continue;
    const token = view.latin.slice(start, end);
    if (!/\d/.test(token) || !/[a-z]/.test(token) || !/[A-Z]/.test(token) || base58AddressKind(token) !== null) continue;
    if (decodeBase58(token)?.length !== 32) continue;
    const isNamed = isInUrl(view, start)
      ? explorer.test(surroundingWord(view, start, end))
      : isNear(view, start, end, 60, contexts.address);
    if (isNamed) spans.push({ kind: 'ADDR:SOL', start, end });
  }
  return spans;
}

/** 32 to 44 Base58 characters of 32 bytes, beside a word for an address or in the URL of an explorer. */
export const addressSolana: Detector = { name: 'address-solana', needs: trait.longToken, find };
