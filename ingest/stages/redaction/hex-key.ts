// Private keys and transaction hashes in hex: the same 64 characters, told apart by what stands around them.
import { contexts } from './context.ts';
import { derivedAddresses } from './derived-addresses.ts';
import { type Detector, type Evidence, isNear, isPreceded, type Span, surroundingWord } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// "\x" is how databases print bytes.
const hex = /^(?:0?x)?[0-9a-f]+$/i;
const explorerUrl = /(?:\/tx\/|\/tx\?|\/txs?\/|\/hash\/|\/transactions?\/|#\/transaction\/|[?&](?:tx|txid|hash|txhash)=)/i;
const signatureBefore = /(?:signature|sig|签名|簽名|signatur|firma|подпись|署名|서명)[\s"':=]{0,6}$/;

// Groups of four, eight or two, as people copy them from paper or from a debugger. Each group has a fixed length, so matching is linear.
const groupedPatterns = [
  /(?<![0-9a-z])(?:0x)?(?:[0-9a-f]{8}[\s:,-]{1,2}){7}[0-9a-f]{8}(?![0-9a-z])/gi,
  /(?<![0-9a-z])(?:0x)?(?:[0-9a-f]{4}[\s:,-]{1,2}){15}[0-9a-f]{4}(?![0-9a-z])/gi,
  /(?<![0-9a-z])(?:(?:0x)?[0-9a-f]{2}[\s:,-]{1,2}){31}(?:0x)?[0-9a-f]{2}(?![0-9a-z])/gi,
  /(?<![0-9a-z])(?:0x)?(?:[0-9a-f]{16}[\s:,-]{1,2}){3}[0-9a-f]{16}(?![0-9a-z])/gi,
  /(?<![0-9a-z])(?:0x)?[0-9a-f]{32}[\s:,-]{1,2}[0-9a-f]{32}(?![0-9a-z])/gi,
];

/** A hash needs positive evidence and no word of a key nearby; everything else is taken for a secret. */
function isHash(view: TextView, start: number, end: number): boolean {
  if (isNear(view, start, end, 80, contexts.key)) return false;
  return isPreceded(view, start, 40, contexts.transaction) || explorerUrl.test(surroundingWord(view, start, end));
}

function isProvenKey(text: string, evidence: Evidence): boolean {
  if (evidence.addresses.size === 0) return false;
  const digits = text.replace(/^0x/i, '').replace(/[^0-9a-f]/gi, '');
  return derivedAddresses(digits).some((address) => evidence.addresses.has(address));
}

function toSpan(view: TextView, start: number, end: number, evidence: Evidence): Span {
  const isSecret = !isHash(view, start, end) || isProvenKey(view.latin.slice(start, end), evidence);
  return { kind: isSecret ? 'PRIVATE_KEY' : 'TX_HASH', start, end };
}

function find(view: TextView, evidence: Evidence): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of view.longTokens) {
    const token = view.latin.slice(start, Math.min(end, start + 200));
    const digits = end - start - (/^0?x/i.exec(token)?.[0].length ?? 0);
    if ((digits !== 64 && digits !== 128) || !hex.test(token)) continue;
    if (digits === 64) spans.push(toSpan(view, start, end, evidence));
    // 128 digits are a BIP39 seed or an expanded key, unless they are called a signature.
    else if (!isPreceded(view, start, 30, signatureBefore)) spans.push({ kind: 'PRIVATE_KEY', start, end });
  }
  // Of 64 hex digits some 40 are decimal; fewer than 16 come up in one key in a thousand million. Without a letter it is no key either.
  if (view.digits >= 16 && /[a-f]/i.test(view.latin)) {
    for (const pattern of groupedPatterns) {
      for (const match of view.latin.matchAll(pattern)) {
        const digits = match[0].replace(/[^0-9a-f]/gi, '');
        if (/\d/.test(digits) && /[a-f]/i.test(digits)) spans.push(toSpan(view, match.index, match.index + match[0].length, evidence));
      }
    }
  }
  return spans;
}

/** 64 hex digits, in one piece or in groups: `TX_HASH` on positive evidence only, else `PRIVATE_KEY`. */
export const hexKey: Detector = { name: 'hex-key', needs: trait.longToken | trait.manyDigits, find };
