// Extended keys: xprv and its kin spend everything, xpub and its kin show everything.
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const privatePrefix = /^(?:[xyztuv]prv|[YZUV]prv|Ltpv|Mtpv|dgpv|ttpv)/;
const publicPrefix = /^(?:[xyztuv]pub|[YZUV]pub|Ltub|Mtub|dgub|ttub)/;
const base58Run = /^[1-9A-HJ-NP-Za-km-z]+/;

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    // The prefix says what it is, so a mistyped or truncated key is taken out as well: no checksum is asked for.
    if (end - start < 50) continue;
    const head = view.latin.slice(start, start + 120);
    const length = base58Run.exec(head)?.[0].length ?? 0;
    if (length < 50) continue;
    if (privatePrefix.test(head)) spans.push({ kind: 'EXT_PRIVATE_KEY', start, end });
    else if (publicPrefix.test(head)) spans.push({ kind: 'EXT_PUBLIC_KEY', start, end });
  }
  return spans;
}

/** Extended private and public keys by their prefix. */
export const extendedKey: Detector = { name: 'extended-key', needs: trait.longToken, find };
