// Identity, tax and social-security numbers and passports of other countries: form, check digit and a word that names them.
import { contexts } from './context.ts';
import { type Detector, isInUrl, isNear, type Span } from './detector.ts';
import { hint } from './hints.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

type IdForm = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly isValid: (compact: string) => boolean;
  readonly needsName: boolean;
  readonly called?: RegExp;
};

function digitsIn(text: string): readonly number[] {
  return [...text].map(Number);
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
}

/** ISO 7064 MOD 11,10: the German tax identification number. */
function hasMod1110(text: string): boolean {
  let product = 10;
  for (const digit of digitsIn(text.slice(0, 10))) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(text[10]);
}

/** French social security: 97 minus the remainder of 13 digits, Corsica written with letters. */
function hasNirKey(text: string): boolean {
  const body = BigInt(text.slice(0, 13).replace(/2A/i, '19').replace(/2B/i, '18'));
  return 97n - (body % 97n) === BigInt(text.slice(13));
}

/** Brazilian CPF: two check digits. */
function hasCpfDigits(text: string): boolean {
  const digits = digitsIn(text);
  if (new Set(digits).size === 1) return false;
  const check = (length: number): number => {
    const sum = digits.slice(0, length).reduce((total, digit, index) => total + digit * (length + 1 - index), 0);
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Spanish DNI and NIE: a letter by the remainder of 23. */
function hasDniLetter(text: string): boolean {
  const number = text.slice(0, -1).replace(/^X/i, '0').replace(/^Y/i, '1').replace(/^Z/i, '2');
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === text.at(-1)?.toUpperCase();
}

/** Korean resident registration. Numbers issued since October 2020 carry no check digit, so the date and the century digit decide. */
function hasKoreanDate(text: string): boolean {
  return Number(text.slice(2, 4)) >= 1 && Number(text.slice(2, 4)) <= 12 && Number(text.slice(4, 6)) >= 1 && Number(text.slice(4, 6)) <= 31;
}

/** Japanese individual number: check digit by weights 6 5 4 3 2 7 6 5 4 3 2. */
function hasMyNumberDigit(text: string): boolean {
  const remainder = weighted(digitsIn(text), [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (remainder <= 1 ? 0 : 11 - remainder) === Number(text[11]);
}

/** Taiwanese identity card: the letter as two digits, then weights. */
function hasTaiwanDigit(text: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(text.charAt(0).toUpperCase()) + 10;
  const sum = Math.floor(letter / 10) + (letter % 10) * 9 + weighted(digitsIn(text.slice(1)), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return letter >= 10 && sum % 10 === 0;
}

const anything = (): boolean => true;

// Each pattern is a fixed number of groups of fixed length.
const forms: readonly IdForm[] = [
  { name: 'us-ssn', pattern: /(?<![\dA-Za-z-])(?!000|666|9)\d{3}[- ]\d{2}[- ]\d{4}(?![\dA-Za-z-])/g, isValid: anything, needsName: true },
  {
    name: 'us-ssn-plain',
    pattern: /(?<![\dA-Za-z])(?!000|666|9)\d{9}(?![\dA-Za-z])/g,
    isValid: anything,
    needsName: true,
    called: /ssn|social security/,
  },
  { name: 'de-tax', pattern: /(?<![\dA-Za-z])[1-9]\d[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}(?![\dA-Za-z])/g, isValid: hasMod1110, needsName: true },
  { name: 'de-pension', pattern: /(?<![\dA-Za-z])\d{2}[ ]?\d{6}[ ]?[A-Za-z][ ]?\d{3}(?![\dA-Za-z])/g, isValid: anything, needsName: true },
  {
    name: 'fr-nir',
    pattern: /(?<![\dA-Za-z])[1-478][ .]?\d{2}[ .]?\d{2}[ .]?\d[\dABab][ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?![\dA-Za-z])/g,
    isValid: hasNirKey,
    needsName: false,
  },
  {
    name: 'es-dni',
    pattern: /(?<![\dA-Za-z])(?:\d{8}|[XYZxyz][- ]?\d{7})[- ]?[A-HJ-NP-TV-Za-hj-np-tv-z](?![\dA-Za-z])/g,
    isValid: hasDniLetter,
    needsName: true,
  },
  {
    name: 'it-codice-fiscale',
    pattern: /(?<![\dA-Za-z])[A-Za-z]{6}\d{2}[A-EHLMPRSTa-ehlmprst]\d{2}[A-Za-z]\d{3}[A-Za-z](?![\dA-Za-z])/g,
    isValid: anything,
    needsName: false,
  },
  { name: 'br-cpf', pattern: /(?<![\dA-Za-z])\d{3}[. ]?\d{3}[. ]?\d{3}[- ]?\d{2}(?![\dA-Za-z])/g, isValid: hasCpfDigits, needsName: true },
  { name: 'kr-rrn', pattern: /(?<![\dA-Za-z])\d{6}[- ][1-8]\d{6}(?![\dA-Za-z])/g, isValid: hasKoreanDate, needsName: false },
  { name: 'jp-my-number', pattern: /(?<![\dA-Za-z])\d{4}[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z-])/g, isValid: hasMyNumberDigit, needsName: true },
  { name: 'tw-id', pattern: /(?<![\dA-Za-z])[A-Za-z][12]\d{8}(?![\dA-Za-z])/g, isValid: hasTaiwanDigit, needsName: true },
  { name: 'hk-id', pattern: /(?<![\dA-Za-z])[A-Za-z]{1,2}\d{6}\([\dA]\)/g, isValid: anything, needsName: false },
  { name: 'ru-snils', pattern: /(?<![\dA-Za-z])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\dA-Za-z])/g, isValid: anything, needsName: false },
  {
    name: 'uk-nino',
    pattern: /(?<![\dA-Za-z])[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z]{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-Da-d](?![\dA-Za-z])/g,
    isValid: anything,
    needsName: true,
  },
  { name: 'ru-inn', pattern: /(?<![\dA-Za-z])\d{12}(?![\dA-Za-z])/g, isValid: anything, needsName: true, called: /инн/ },
];

const passport =
  /(?<![\dA-Za-z])(?:[A-Za-z]{1,2}[ ]?\d{6,8}|\d{8,9}|\d{2}[ ]?[A-Za-z]{2}[ ]?\d{5}|[CFGHJKcfghjk][A-Za-z0-9]{8}|\d{4}[ ]\d{6})(?![\dA-Za-z])/g;

function find(view: TextView): readonly Span[] {
  if (view.digits < 6) return [];
  const spans: Span[] = [];
  const mayBeNamed = (view.hints & hint.nationalId) !== 0;
  const isNamed = mayBeNamed && contexts.nationalId.test(view.folded);
  for (const form of forms) {
    if (form.needsName && !isNamed) continue;
    for (const match of view.latin.matchAll(form.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!form.isValid(match[0].replace(/[ .()-]/g, ''))) continue;
      if (isInUrl(view, start) || (form.needsName && !isNear(view, start, end, 40, form.called ?? contexts.nationalId))) continue;
      spans.push({ kind: 'NATIONAL_ID', start, end });
    }
  }
  if (mayBeNamed && contexts.passport.test(view.folded)) {
    for (const match of view.latin.matchAll(passport)) {
      const end = match.index + match[0].length;
      if (/\d{5}/.test(match[0].replace(/ /g, '')) && isNear(view, match.index, end, 30, contexts.passport)) {
        spans.push({ kind: 'NATIONAL_ID', start: match.index, end });
      }
    }
  }
  return spans;
}

/** Numbers of eleven countries by form and check digit, most of them only beside their name; passports only beside theirs. */
export const nationalId: Detector = { name: 'national-id', needs: trait.manyDigits, find };
