// The words of the ten BIP39 lists, folded for comparison with what people type.
import { sha256 } from '@noble/hashes/sha2.js';
import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as simplifiedChinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { wordlist as traditionalChinese } from '@scure/bip39/wordlists/traditional-chinese.js';
import { foldPhrase } from './context.ts';

type SeedList = { readonly id: string; readonly bit: number; readonly words: readonly string[]; readonly isLatin: boolean };

/** One bit a list; a word that several lists share carries several bits. The two Chinese lists share theirs, because people mix them. */
export const seedLists: readonly SeedList[] = [
  { id: 'en', bit: 1, words: english, isLatin: true },
  { id: 'fr', bit: 2, words: french, isLatin: true },
  { id: 'es', bit: 4, words: spanish, isLatin: true },
  { id: 'it', bit: 8, words: italian, isLatin: true },
  { id: 'cs', bit: 16, words: czech, isLatin: true },
  { id: 'pt', bit: 32, words: portuguese, isLatin: true },
  { id: 'ja', bit: 64, words: japanese, isLatin: false },
  { id: 'ko', bit: 128, words: korean, isLatin: false },
  { id: 'zh-Hans', bit: 256, words: simplifiedChinese, isLatin: false },
  { id: 'zh-Hant', bit: 256, words: traditionalChinese, isLatin: false },
];

export const chineseBit = 256;
export const japaneseBit = 64;
/** The list bits that are read as runs of whole words. */
export const wordBits: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128];

function katakanaToHiragana(word: string): string {
  return word.replace(/[\u30A1-\u30F6]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60));
}

/** How a word is compared: folded, katakana as hiragana. */
export function seedForm(word: string): string {
  const folded = foldPhrase(word);
  return /[\u30A1-\u30F6]/.test(folded) ? katakanaToHiragana(folded) : folded;
}

function buildMasks(): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  const add = (form: string, bit: number): void => {
    masks.set(form, (masks.get(form) ?? 0) | bit);
  };
  for (const list of seedLists) {
    for (const word of list.words) {
      const form = seedForm(word);
      add(form, list.bit);
      // The first four letters of a Latin word are unique in its list, and wallets accept them.
      if (list.isLatin && form.length > 4) add(form.slice(0, 4), list.bit);
    }
  }
  return masks;
}

const masks = buildMasks();
const longestForm = Math.max(...[...masks.keys()].map((form) => form.length));

/** Bits of the lists that hold this form (whole, or its first four letters); 0 for none. */
export function seedMask(form: string): number {
  if (form.length > longestForm) return 0;
  return masks.get(form) ?? 0;
}

/** Every form with the bits of its lists. */
export function seedForms(): Iterable<readonly [string, number]> {
  return masks;
}

type Neighbour = { readonly form: string; readonly bit: number };

function buildNeighbours(): ReadonlyMap<string, readonly Neighbour[]> {
  const byEdge = new Map<string, Neighbour[]>();
  const add = (key: string, neighbour: Neighbour): void => {
    const found = byEdge.get(key);
    if (found === undefined) byEdge.set(key, [neighbour]);
    else found.push(neighbour);
  };
  for (const list of seedLists) {
    if (list.bit >= 128) continue;
    for (const word of list.words) {
      const form = seedForm(word);
      if (form.length < 4) continue;
      add(headKey(form, form.length), { form, bit: list.bit });
      add(tailKey(form, form.length), { form, bit: list.bit });
    }
  }
  return byEdge;
}

function headKey(form: string, length: number): string {
  return `^${form.slice(0, 2)}${length}`;
}

function tailKey(form: string, length: number): string {
  return `$${form.slice(-2)}${length}`;
}

const neighbours = buildNeighbours();

/** True where one insertion, deletion, substitution or swap of neighbours turns `left` into `right`. */
export function isOneEditApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < short.length - head && short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)) tail++;
  const rest = long.length - head - tail;
  if (rest <= 1) return true;
  return short.length === long.length && rest === 2 && short[head] === long[head + 1] && short[head + 1] === long[head];
}

/** Bits of the lists with a word one typing error away; words under four letters have too many neighbours to say anything. */
export function nearSeedMask(form: string): number {
  if (form.length < 4 || form.length > 10) return 0;
  let mask = 0;
  // One error leaves either the first two or the last two letters as they were.
  for (let length = form.length - 1; length <= form.length + 1; length++) {
    for (const key of [headKey(form, length), tailKey(form, length)]) {
      for (const candidate of neighbours.get(key) ?? []) if (isOneEditApart(form, candidate.form)) mask |= candidate.bit;
    }
  }
  return mask;
}

/** True for the numbers of words that a BIP39 phrase can have. */
export function isSeedLength(length: number): boolean {
  return length >= 12 && length <= 24 && length % 3 === 0;
}

function formsOf(list: SeedList): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  list.words.forEach((word, index) => {
    const form = seedForm(word);
    places.set(form, index);
    if (list.isLatin && form.length > 4) places.set(form.slice(0, 4), index);
  });
  return places;
}

const placesByForm = seedLists.map((list) => ({ bit: list.bit, places: formsOf(list) }));

/**
 * True where eleven-bit word numbers end in the right checksum (BIP39: the first bits of the SHA-256 of the rest). The library's own check
 * inspects its whole word list on every call, which is too slow for every candidate of a Chinese text.
 */
function hasChecksum(places: readonly number[]): boolean {
  const bytes = new Uint8Array(33);
  let [carry, bits, length] = [0, 0, 0];
  for (const place of places) {
    carry = (carry << 11) | place;
    bits += 11;
    while (bits >= 8) {
      bits -= 8;
      bytes[length++] = (carry >>> bits) & 0xff;
      carry &= (1 << bits) - 1;
    }
  }
  const entropyLength = (places.length / 3) * 4;
  const checksumBits = entropyLength / 4;
  // A phrase of 24 words ends on a whole byte, the others with some bits still in the carry.
  const checksum = length > entropyLength ? (bytes[entropyLength] ?? 0) : carry << (8 - bits);
  return ((sha256(bytes.subarray(0, entropyLength))[0] ?? 0) ^ checksum) >> (8 - checksumBits) === 0;
}

/** True where the forms are a phrase of the list with a valid checksum, read in either direction. */
export function hasSeedChecksum(forms: readonly string[], bit: number): boolean {
  if (!isSeedLength(forms.length)) return false;
  return placesByForm.some((list) => {
    if (list.bit !== bit) return false;
    const places = forms.map((form) => list.places.get(form) ?? -1);
    return !places.includes(-1) && (hasChecksum(places) || hasChecksum(places.reverse()));
  });
}
