// Private keys in wallet formats: WIF and BIP38, which carry their own checksum.
import { checkedBase58, isBase58 } from './base58.ts';
import { contexts } from './context.ts';
import { type Detector, isNear, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const shapes = [
  { length: 51, first: /^[59]/, versions: [0x80, 0xef], sizes: [33] },
  { length: 52, first: /^[KLc]/, versions: [0x80, 0xef], sizes: [34] },
  // Litecoin, Dogecoin and Dash use the same form with their own version bytes.
  { length: 51, first: /^[67]/, versions: [0xb0, 0x9e, 0xcc], sizes: [33] },
  { length: 52, first: /^[TQX]/, versions: [0xb0, 0x9e, 0xcc], sizes: [34] },
  { length: 58, first: /^6P/, versions: [0x01], sizes: [39] },
] as const;

function isWalletKey(token: string): boolean {
  const fitting = shapes.filter((shape) => shape.length === token.length && shape.first.test(token));
  if (fitting.length === 0) return false;
  const payload = checkedBase58(token);
  if (payload === null) return false;
  return fitting.some(
    (shape) => shape.versions.some((version) => version === payload[0]) && shape.sizes.some((size) => size === payload.length),
  );
}

/** A mistyped key is still nearly the key: where a word names it, the form alone is enough. */
function isNamedKey(view: TextView, start: number, end: number, token: string): boolean {
  return /^(?:5[HJK]|[KL]|6P|9|c)/.test(token) && isBase58(token) && isNear(view, start, end, 80, contexts.key);
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    const length = end - start;
    if (length < 51 || length > 58) continue;
    const token = view.latin.slice(start, end);
    const isShaped = length <= 52 || length === 58;
    if (isShaped && (isWalletKey(token) || isNamedKey(view, start, end, token))) spans.push({ kind: 'PRIVATE_KEY', start, end });
  }
  return spans;
}

/** WIF (51 or 52 characters) and BIP38 (58): Base58Check, or the form beside a word for a key. */
export const walletKey: Detector = { name: 'wallet-key', needs: trait.longToken, find };
