// Blockchain addresses in Base58 with a checksum: Bitcoin, Litecoin, Dogecoin, Zcash, TRON, XRP.
import { checkedBase58 } from './base58.ts';
import type { Detector, Span } from './detector.ts';
import type { RedactionKind } from './finding.ts';
import type { Stretch, TextView } from './text-view.ts';
import { trait } from './traits.ts';

type Form = {
  readonly kind: RedactionKind;
  readonly first: RegExp;
  readonly versions: readonly number[];
  readonly size: number;
  readonly isRipple?: boolean;
};

// The first characters follow from the version byte, so they spare most of the decoding.
const forms: readonly Form[] = [
  { kind: 'ADDR:BTC', first: /^[13]/, versions: [0x00, 0x05], size: 21 },
  { kind: 'ADDR:BTC', first: /^[2mn]/, versions: [0x6f, 0xc4], size: 21 },
  { kind: 'ADDR:LTC', first: /^[LM]/, versions: [0x30, 0x32], size: 21 },
  { kind: 'ADDR:DOGE', first: /^[DA9]/, versions: [0x1e, 0x16], size: 21 },
  { kind: 'ADDR:TRON', first: /^T/, versions: [0x41], size: 21 },
  { kind: 'ADDR:XRP', first: /^r/, versions: [0x00], size: 21, isRipple: true },
];
const zcashVersions: readonly number[] = [0xb8, 0xbd];

/** The class of a Base58Check address, null where it is none. */
export function base58AddressKind(token: string): RedactionKind | null {
  if (token.length < 25 || token.length > 36) return null;
  for (const form of forms) {
    if (!form.first.test(token)) continue;
    const payload = checkedBase58(token, form.isRipple);
    if (payload !== null && payload.length === form.size && form.versions.includes(payload[0] ?? -1)) return form.kind;
  }
  if (/^t[13]/.test(token)) {
    const payload = checkedBase58(token);
    // Zcash has two version bytes, 0x1C and one of these.
    if (payload !== null && payload.length === 22 && payload[0] === 0x1c && zcashVersions.includes(payload[1] ?? -1)) return 'ADDR:ZEC';
  }
  return null;
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens satisfies readonly Stretch[]) {
    if (end - start > 36) continue;
    const kind = base58AddressKind(view.latin.slice(start, end));
    if (kind !== null) spans.push({ kind, start, end });
  }
  return spans;
}

/** Base58Check with a known version byte. */
export const addressBase58: Detector = { name: 'address-base58', needs: trait.longToken, find };
