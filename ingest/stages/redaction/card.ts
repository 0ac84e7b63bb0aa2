// Bank cards: the number by Luhn and issuer range, and the security code and expiry date beside it.
import { isChineseId } from './chinese-id.ts';
import { phraseSource } from './context.ts';
import { type Detector, isPreceded, none, type Span } from './detector.ts';
import { cardCodeNames, hint } from './hints.ts';
import { iban } from './iban.ts';
import { digitsOf, groupedWindows, groupLengths, hasLuhn, type NumberChain, numberChains, openGroupings } from './number-chains.ts';
import type { Stretch, TextView } from './text-view.ts';
import { trait } from './traits.ts';

// Visa, Mastercard (two ranges), Amex, Discover, JCB, UnionPay (16 to 19), Diners, Maestro.
const issuers: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^5[1-5]/, lengths: [16] },
  { prefix: /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(?:6011|65|64[4-9])/, lengths: [16, 17, 18, 19] },
  { prefix: /^35/, lengths: [16, 17, 18, 19] },
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14] },
  { prefix: /^(?:5[0678]|6304|6390|67)/, lengths: [16, 18, 19] },
];

const grouped = ['4-4-4-4', '4-6-5', '4-6-4', '4-4-4-4-1', '4-4-4-4-2', '4-4-4-4-3', '6-13', '6-4-4-5', '6-10', '8-8', '4-4-4-6'];
const groupings = openGroupings([...grouped, '13', '14', '15', '16', '17', '18', '19']);

function isGap(gap: string): boolean {
  return /^(?:[ \t]{1,3}|[ ]?[-.,_*·•/][ ]?)$/.test(gap);
}

function isCardNumber(digits: string): boolean {
  // Eighteen digits with a date of birth and a check digit are a Chinese identity number, whatever Luhn says.
  if (/^(\d)\1+$/.test(digits) || isChineseId(digits)) return false;
  return issuers.some((issuer) => issuer.lengths.includes(digits.length) && issuer.prefix.test(digits)) && hasLuhn(digits);
}

/** Whether a number may stand there: not part of a longer identifier, and no decimal fraction unless its groups say that it is a card. */
function isReadable(view: TextView, window: readonly Stretch[]): boolean {
  const start = window[0]?.start ?? 0;
  const end = window.at(-1)?.end ?? 0;
  const behind = view.latin.slice(end, end + 2);
  if (
    /[A-Za-z]/.test(view.latin.charAt(start - 1)) &&
    !isPreceded(view, start, 12, /(?:card|visa|mastercard|amex|karte|carte|no|nr|num|number|n)$/)
  )
    return false;
  if (/[A-Za-z]/.test(behind.charAt(0)) && !/^(?:ex|cv|va)/i.test(behind)) return false;
  if (window.length > 1) return true;
  return !/\d[.,]$/.test(view.latin.slice(Math.max(0, start - 2), start)) && !/^[.,]\d/.test(behind);
}

/** Windows in a customary grouping, and the whole of a chain however it is grouped. */
function candidatesOf(chain: NumberChain): readonly (readonly Stretch[])[] {
  const windows = groupedWindows(chain, groupings);
  // Six and seven are the groups of a Korean identity number.
  const isOther = groupLengths(chain.groups).join('-') === '6-7';
  return chain.groups.length > 1 && chain.groups.length <= 19 && !isOther ? [...windows, chain.groups] : windows;
}

const codeName = phraseSource(cardCodeNames);
const securityCode = new RegExp(
  `(${codeName}[^\\d\\n]{0,12})(\\d{3,4})(?![ -]?\\d|[ \\t]*(?:digit|chiffre|ziffer|stellig|位|桁|dígito|cifre|자리))`,
  'g',
);
const strongCodeName = /cv[vcn]|安全|三位|三碼|cryptogramme|pruf|セキュリティ/;
const expiry = /(?<![\d/])(?:0[1-9]|1[0-2])[ ]?[/\-.][ ]?(?:20)?[2-4]\d(?![\d/])/g;

/** Numbers of cards. One inside another (sixteen digits of nineteen) is settled with the other overlaps. */
function cardNumbers(view: TextView): readonly Span[] {
  const found: Span[] = [];
  for (const chain of numberChains(view, isGap, 13)) {
    for (const window of candidatesOf(chain)) {
      if (!isCardNumber(digitsOf(view, window)) || !isReadable(view, window)) continue;
      found.push({ kind: 'CARD', start: window[0]?.start ?? 0, end: window.at(-1)?.end ?? 0 });
    }
  }
  if (found.length === 0) return none;
  // The digits of an IBAN hold a card number now and then; two check digits over all of it say what it is.
  const ibans = iban.find(view, { addresses: new Set() });
  let next = 0;
  return found.filter((each) => {
    while (next < ibans.length && (ibans[next]?.end ?? 0) < each.end) next++;
    return (ibans[next]?.start ?? Number.POSITIVE_INFINITY) > each.start;
  });
}

function find(view: TextView): readonly Span[] {
  if (view.digits < 3) return [];
  const spans: Span[] = [];
  if (view.digits >= 13) spans.push(...cardNumbers(view));
  const numbers = spans.length;
  const codes = (view.hints & hint.cardCode) === 0 ? [] : view.folded.matchAll(securityCode);
  for (const match of codes) {
    const start = match.index + (match[1]?.length ?? 0);
    if (numbers > 0 || strongCodeName.test(match[1] ?? '')) spans.push({ kind: 'CARD', start, end: start + (match[2]?.length ?? 0) });
  }
  if (numbers > 0) {
    for (const match of view.latin.matchAll(expiry)) spans.push({ kind: 'CARD', start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** 13 to 19 digits in an issuer's range with a valid check digit; with one in the text, expiry dates and security codes too. */
export const card: Detector = { name: 'card', needs: trait.digits, find };
