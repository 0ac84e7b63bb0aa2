// IBANs: a length for each country and a remainder of one.
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// Lengths by country, from the SWIFT registry of IBAN formats.
const lengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 ' +
    'GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 ' +
    'MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

const head = /(?<![A-Za-z0-9])[A-Za-z]{2}[ ]?\d{2}(?=[ .-]{0,2}[A-Za-z0-9])/g;

/** The position behind `count` letters and digits, at most two separators between them; -1 where the text gives out. */
function endAfter(text: string, start: number, count: number): number {
  let left = count;
  let gap = 0;
  let index = start;
  for (; index < text.length && left > 0; index++) {
    const code = text.charCodeAt(index);
    const isPart = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    if (isPart) {
      left--;
      gap = 0;
    } else if (!' .-\n'.includes(text.charAt(index)) || ++gap > 2) {
      return -1;
    }
  }
  return left === 0 ? index : -1;
}

/** Remainder of 97 after the first four characters moved to the end and letters became numbers (ISO 13616). */
export function isIban(compact: string): boolean {
  const upper = compact.toUpperCase();
  if (lengths.get(upper.slice(0, 2)) !== upper.length) return false;
  let remainder = 0;
  for (const character of upper.slice(4) + upper.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** In one piece, in fours, or in capitals throughout: prose such as "at 47432 and it" has none of these shapes. */
function isGrouped(written: string): boolean {
  const groups = written.split(/[ .\n-]+/);
  if (groups.length === 1 || !/[a-z]/.test(written)) return true;
  return groups.slice(0, -1).every((group) => group.length === 4);
}

function find(view: TextView): readonly Span[] {
  if (view.digits < 4) return [];
  const spans: Span[] = [];
  for (const match of view.latin.matchAll(head)) {
    const length = lengths.get(match[0].slice(0, 2).toUpperCase());
    if (length === undefined) continue;
    const end = endAfter(view.latin, match.index, length);
    if (end < 0 || /[A-Za-z0-9]/.test(view.latin[end] ?? ' ')) continue;
    const written = view.latin.slice(match.index, end);
    if (isGrouped(written) && isIban(written.replace(/[^A-Za-z0-9]/g, ''))) spans.push({ kind: 'IBAN', start: match.index, end });
  }
  return spans;
}

/** Account numbers in IBAN form, in one piece or grouped. */
export const iban: Detector = { name: 'iban', needs: trait.digits, find };
