// Secret URIs: pairing links and signed transactions, which act for whoever holds them.
import { type Detector, none, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const patterns: readonly RegExp[] = [
  // WalletConnect: topic, version and (version 2) the symmetric key.
  /(?<![A-Za-z0-9])wc:[0-9a-f-]{20,80}(?:@\d)?(?:\?[^\s"'<>]{0,2000})?/gi,
  // One-time-password secrets as QR codes hold them.
  /(?<![A-Za-z0-9])otpauth(?:-migration)?:\/\/[^\s"'<>]{1,2000}/gi,
  // Raw signed transactions: typed (EIP-2718) and legacy RLP lists.
  /(?<![0-9a-z])0x(?:0[1-4]f[89a-f]|f[89])[0-9a-f]{120,}/gi,
];

function find(view: TextView): readonly Span[] {
  if (view.longestRun < 20 && !view.latin.includes(':')) return none;
  if (!/wc:|otpauth|0x0|0xf/i.test(view.latin)) return none;
  return patterns.flatMap((pattern) =>
    [...view.latin.matchAll(pattern)].map((match) => ({
      kind: 'SECRET_URI' as const,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** WalletConnect and otpauth links, raw signed transactions. */
export const secretUri: Detector = { name: 'secret-uri', needs: trait.longRun | trait.colon, find };
