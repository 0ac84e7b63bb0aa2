// Names that stand for an address: name.eth and its kin.
import { contexts } from './context.ts';
import { type Detector, isInUrl, isNear, none, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const ens = /(?<![a-z0-9@./_-])(?:[a-z0-9-]{3,40}\.){1,3}eth(?![a-z0-9-])/g;
const others = /(?<![a-z0-9@./_-])[a-z0-9-]{3,40}\.(?:sol|bnb|crypto|ton|nft|wallet|lens|arb)(?![a-z0-9-])/g;

function find(view: TextView): readonly Span[] {
  if (!view.folded.includes('.') || !/\.(?:eth|sol|bnb|crypto|ton|nft|wallet|lens|arb)/.test(view.folded)) return none;
  const spans: Span[] = [];
  for (const match of view.folded.matchAll(ens)) {
    if (!isInUrl(view, match.index)) spans.push({ kind: 'ADDR_NAME', start: match.index, end: match.index + match[0].length });
  }
  for (const match of view.folded.matchAll(others)) {
    const end = match.index + match[0].length;
    // "this.wallet" is a missing space as often as a name, so these want a word for an address beside them.
    if (!isInUrl(view, match.index) && isNear(view, match.index, end, 40, contexts.address))
      spans.push({ kind: 'ADDR_NAME', start: match.index, end });
  }
  return spans;
}

/** ENS names anywhere, other naming services beside a word for an address. */
export const addressName: Detector = { name: 'address-name', needs: trait.dot, find };
