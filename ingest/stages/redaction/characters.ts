// Character tables for redaction: compatibility forms, invisible characters, look-alikes and case, one code unit at a time.

/** Replacement codes with a meaning of their own; every other value is the code unit that stands in. */
const keep = 0;
export const dropped = 0xfffe;
export const composed = 0xffff;

/** A private-use character that fills the place of an existing token: no letter, no digit, no space, so nothing matches across it. */
export const barrier = '\uE000';

// Zero-width, bidi, soft hyphen, variation selectors and Hangul fillers: people do not see them, so a secret may be cut by them.
const invisible: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
];

// NFKC leaves these alone, but typists and word processors exchange them freely.
const punctuation: Readonly<Record<string, string>> = {
  '-': '‐‑‒–—―−',
  "'": '‘’‚‛′ʼ`´',
  '"': '“”„‟″«»「」『』',
  ' ': '\u1680',
  '\n': '\u2028\u2029\u0085',
};

// Digits of other scripts are digits to a card number as well: Arabic, Persian, Devanagari, Bengali, Thai.
const digitZeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** Greek and Cyrillic letters that look like Latin ones in most fonts. */
const lookAlikes: Readonly<Record<string, string>> = {
  A: 'АΑ',
  B: 'ВΒ',
  C: 'СϹ',
  E: 'ЕΕ',
  H: 'НΗ',
  I: 'ІΙӀ',
  J: 'Ј',
  K: 'КΚ',
  M: 'МΜ',
  N: 'Ν',
  O: 'ОΟ',
  P: 'РΡ',
  S: 'Ѕ',
  T: 'ТΤ',
  X: 'ХΧ',
  Y: 'УΥҮ',
  Z: 'Ζ',
  a: 'аα',
  c: 'сϲ',
  d: 'ԁ',
  e: 'е',
  g: 'ɡ',
  h: 'һ',
  i: 'іιı',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏ',
  m: 'м',
  o: 'оο',
  p: 'рρ',
  q: 'ԛ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υ',
  v: 'νѵ',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγү',
};

/** Greek and Cyrillic, then Greek with the accents of old texts. */
const accentedScripts: readonly (readonly [number, number])[] = [
  [0x0370, 0x052f],
  [0x1f00, 0x1fff],
];

function isExtendCode(code: number): boolean {
  if (code < 0x300) return false;
  if ((code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7ff) || code === 0xff9e || code === 0xff9f) return true;
  return /^\p{M}$/u.test(String.fromCharCode(code));
}

function buildExtends(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0x300; code < 0x10000; code++) {
    if (code >= 0x3400 && code < 0xa600) continue;
    if (isExtendCode(code)) table[code] = 1;
  }
  return table;
}

function buildReplacements(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0x80; code < 0x10000; code++) {
    // Han and Hangul syllables are their own normal form; skipping them keeps start-up short.
    if ((code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4)) continue;
    if (code >= 0xd800 && code < 0xe000) {
      // Emoji are their own normal form. Lettered ones (regional indicators, enclosed letters) are in the first of the three blocks.
      table[code] = code >= 0xdc00 || (code >= 0xd83d && code <= 0xd83e) ? keep : composed;
      continue;
    }
    const character = String.fromCharCode(code);
    const normal = character.normalize('NFKC');
    if (normal !== character) table[code] = normal.length === 1 ? normal.charCodeAt(0) : composed;
  }
  for (const [stand, others] of Object.entries(punctuation)) for (const other of others) table[other.charCodeAt(0)] = stand.charCodeAt(0);
  for (const zero of digitZeros) for (let digit = 0; digit < 10; digit++) table[zero + digit] = 0x30 + digit;
  for (const [from, to] of invisible) table.fill(dropped, from, to + 1);
  return table;
}

function buildLatin(): Uint16Array {
  const table = new Uint16Array(0x10000).map((_, code) => code);
  for (const [latin, others] of Object.entries(lookAlikes)) for (const other of others) table[other.charCodeAt(0)] = latin.charCodeAt(0);
  // With an accent they look like the Latin letter still: a phrase in French or Spanish has plenty.
  for (const [from, to] of accentedScripts) {
    for (let code = from; code <= to; code++) {
      const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
      if (table[code] === code && base !== code) table[code] = table[base] === base ? code : (table[base] ?? code);
    }
  }
  return table;
}

const specialFolds: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ё: 'е' };

function foldOf(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase();
  // İ becomes two code units in lower case; its first is what a reader sees.
  const first = lower.charAt(0);
  const special = specialFolds[first];
  if (special !== undefined) return special.charCodeAt(0);
  const base = first.normalize('NFD').charAt(0);
  return /^[a-z]$/.test(base) ? base.charCodeAt(0) : first.charCodeAt(0);
}

function buildFolds(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    table[code] = code;
    // Only alphabets with case, or with accents on Latin letters, change.
    const hasCase =
      code < 0x0590 || (code >= 0x10a0 && code < 0x1100) || (code >= 0x1c80 && code < 0x2000) || (code >= 0xa640 && code < 0xab00);
    if (hasCase) table[code] = foldOf(code);
  }
  return table;
}

/** Per code unit: 0 keep, `dropped`, `composed` (normalise as a segment), or the code unit that stands in. */
export const replacements: Uint16Array = buildReplacements();
/** 1 for marks and trailing jamo, which belong to the character before them. */
export const extending: Uint8Array = buildExtends();
/** The Latin letter a Greek or Cyrillic one looks like; every other code unit as it is. */
export const latinLookAlikes: Uint16Array = buildLatin();
/** Lower case without accents on Latin letters, one code unit to one. */
export const folds: Uint16Array = buildFolds();

/** The replacement of a code unit, 0 for "as it is". */
export function replacementOf(code: number): number {
  return replacements[code] ?? keep;
}

/** Lower case without accents on Latin letters; the same length as the input, so offsets stay valid. */
// Letters whose small form is not all that folding asks for: accents on Latin letters, and a capital that becomes two units.
const accented = /[\u00c0-\u024f\u0401\u0451\u1e00-\u1fff\ud800-\udfff]/;

export function foldText(text: string): string {
  if (!accented.test(text)) return text.toLowerCase();
  return mapUnits(text, folds);
}

/** Greek and Cyrillic look-alikes as Latin letters; the same length as the input. */
export function latinText(text: string): string {
  return mapUnits(text, latinLookAlikes);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with control characters.
const asciiOnly = /^[\x00-\x7f]*$/;

export function isAscii(text: string): boolean {
  return asciiOnly.test(text);
}

function mapUnits(text: string, table: Uint16Array): string {
  const { length } = text;
  const units = new Uint16Array(length);
  for (let index = 0; index < length; index++) units[index] = table[text.charCodeAt(index)] ?? 0;
  return unitsToText(units, length);
}

/** UTF-16 code units as a string; lone surrogates survive. */
export function unitsToText(units: Uint16Array, length: number): string {
  // Short texts are made faster without a buffer.
  if (length <= 512) return Reflect.apply(String.fromCharCode, null, units.subarray(0, length));
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
}
