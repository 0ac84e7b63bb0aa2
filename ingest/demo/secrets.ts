// Secrets that some customers leak: made up on the spot with valid checksums, in ranges that belong to nobody where such ranges exist.
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, bech32, createBase58check, hex } from '@scure/base';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { TextLanguage } from './company.ts';
import type { Random } from './random.ts';

export const secretKinds = ['phrase', 'key', 'card', 'contact'] as const;
export type SecretKind = (typeof secretKinds)[number];

const base58check = createBase58check(sha256);

/** So many random bytes. */
export function bytes(random: Random, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.int(0, 255));
}

/** So many random hexadecimal digits, lower case. */
export function hexDigits(random: Random, count: number): string {
  return hex.encode(bytes(random, Math.ceil(count / 2))).slice(0, count);
}

function phrase(random: Random, language: TextLanguage): string {
  const entropy = bytes(random, random.chance(0.7) ? 16 : 32);
  const own = random.chance(0.35);
  const list = own && language === 'zh' ? chinese : own && language === 'fr' ? french : own && language === 'es' ? spanish : english;
  const words = entropyToMnemonic(entropy, list).split(' ');
  const style = list === chinese ? 0 : random.int(0, 3);
  if (style === 1) return words.map((word, at) => `${at + 1}. ${word}`).join(' ');
  return words.join(style === 2 ? ', ' : style === 3 ? '\n' : ' ');
}

function privateKey(random: Random): string {
  if (random.chance(0.3)) return base58check.encode(Uint8Array.from([0x80, ...bytes(random, 32), 0x01]));
  return `${random.chance(0.5) ? '0x' : ''}${hexDigits(random, 64)}`;
}

/** A card number with a valid check digit in a test range of the payment industry (4000 00.., 5555 55..), which no bank issues. */
function cardNumber(random: Random): string {
  const prefix = random.pick(['400000', '424242', '555555', '510510']);
  const body = `${prefix}${Array.from({ length: 9 }, () => random.int(0, 9)).join('')}`;
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  const number = `${body}${(10 - (sum % 10)) % 10}`;
  return random.chance(0.6) ? number.replace(/(.{4})(?=.)/g, '$1 ') : number;
}

const mailNames = ['wallet', 'crypto', 'lucky', 'moon', 'sunny', 'blue', 'night', 'river', 'tiger', 'cloud', 'maple', 'orbit'] as const;

/** Mail hosts reserved for examples. */
function mailAddress(random: Random): string {
  return `${random.pick(mailNames)}.${random.pick(mailNames)}${random.int(10, 9999)}@example.${random.pick(['com', 'org', 'net'])}`;
}

/**
 * Telephone numbers that reach nobody: ranges set aside for films and books by Ofcom, Arcep, the Bundesnetzagentur and the NANPA.
 * China has none; 145 was given out for data cards, which have no voice line.
 */
function phoneNumber(random: Random, language: TextLanguage): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(0, 9)).join('');
  if (language === 'zh') return `145${digits(8)}`;
  if (language === 'fr') return `06 39 98 ${digits(2)} ${digits(2)}`;
  if (language === 'de') return `+49 171 39200${digits(2)}`;
  return random.chance(0.5) ? `+44 7700 900${random.int(100, 999)}` : `+1 (212) 555-01${digits(2)}`;
}

/** A fresh secret as a customer would paste it. */
export function makeSecret(random: Random, kind: SecretKind, language: TextLanguage): string {
  switch (kind) {
    case 'phrase':
      return phrase(random, language);
    case 'key':
      return privateKey(random);
    case 'card':
      return cardNumber(random);
    case 'contact':
      return random.chance(0.55) ? mailAddress(random) : phoneNumber(random, language);
    default:
      return kind satisfies never;
  }
}

/** A valid address of nobody on a network: Bech32 for Bitcoin, Base58Check for TRON, Base58 for Solana, else hexadecimal. */
export function makeAddress(random: Random, network: string): string {
  if (network === 'Bitcoin') return bech32.encode('bc', [0, ...bech32.toWords(bytes(random, 20))]);
  if (network === 'TRC20' || network === 'TRON') return base58check.encode(Uint8Array.from([0x41, ...bytes(random, 20)]));
  if (network === 'Solana') return base58.encode(bytes(random, 32));
  return `0x${hexDigits(random, 40)}`;
}
