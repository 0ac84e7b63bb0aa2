// Blockchain addresses in bech32 and bech32m: SegWit and Taproot, Litecoin, Cardano, Cosmos.
import { bech32, bech32m } from '@scure/base';
import type { Detector, Span } from './detector.ts';
import type { RedactionKind } from './finding.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const kinds: Readonly<Record<string, RedactionKind>> = {
  bc: 'ADDR:BTC',
  tb: 'ADDR:BTC',
  bcrt: 'ADDR:BTC',
  ltc: 'ADDR:LTC',
  addr: 'ADDR:ADA',
  stake: 'ADDR:ADA',
  cosmos: 'ADDR:COSMOS',
  osmo: 'ADDR:COSMOS',
  celestia: 'ADDR:COSMOS',
  inj: 'ADDR:COSMOS',
  terra: 'ADDR:COSMOS',
  kava: 'ADDR:COSMOS',
  bnb: 'ADDR:COSMOS',
  axelar: 'ADDR:COSMOS',
  juno: 'ADDR:COSMOS',
  sei: 'ADDR:COSMOS',
  dydx: 'ADDR:COSMOS',
};

const form = /^([a-z]{2,8})(?:_test)?1([02-9ac-hj-np-z]{20,110})$/;

/** The class of a bech32 address, null where the checksum fails or cases are mixed. */
export function bech32AddressKind(token: string): RedactionKind | null {
  const isUpper = token === token.toUpperCase();
  if (!isUpper && token !== token.toLowerCase()) return null;
  const lower = token.toLowerCase();
  const prefix = form.exec(lower)?.[1];
  const kind = prefix === undefined ? undefined : kinds[prefix];
  if (kind === undefined) return null;
  for (const coder of [bech32, bech32m]) {
    const decoded = coder.decodeUnsafe(lower, 150);
    if (decoded === undefined) continue;
    // SegWit version 0 is bech32, versions 1 and up are bech32m (BIP 350); the others use bech32 only.
    const isSegwit = kind === 'ADDR:BTC' || kind === 'ADDR:LTC';
    if (isSegwit ? (decoded.words[0] === 0) === (coder === bech32) : coder === bech32) return kind;
  }
  return null;
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    if (end - start > 120) continue;
    const kind = bech32AddressKind(view.latin.slice(start, end));
    if (kind !== null) spans.push({ kind, start, end });
  }
  return spans;
}

/** Bech32 with a known prefix and a valid checksum. */
export const addressBech32: Detector = { name: 'address-bech32', needs: trait.longToken, find };
