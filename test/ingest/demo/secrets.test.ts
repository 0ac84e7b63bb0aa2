// Secrets of the demo: valid enough to be caught, and nobody's.
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, bech32, createBase58check } from '@scure/base';
import { validateMnemonic } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { describe, expect, it } from 'vitest';
import { openRandom } from '#ingest/demo/random.ts';
import { makeAddress, makeSecret } from '#ingest/demo/secrets.ts';

const base58check = createBase58check(sha256);
const random = openRandom('secrets');
const hundred = (make: () => string): string[] => Array.from({ length: 100 }, make);

/** Words without numbering and separators, in one of the lists with a right checksum. */
function isPhrase(text: string): boolean {
  const words = text
    .replaceAll(/\d+\. /g, '')
    .split(/[\s,]+/)
    .join(' ');
  return [english, french, chinese, spanish].some((list) => validateMnemonic(words, list));
}

function passesLuhn(text: string): boolean {
  const digits = [...text.replaceAll(' ', '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return digits.length === 16 && sum % 10 === 0;
}

describe('secrets made for the demo', () => {
  it('are recovery phrases with a right checksum', () => {
    for (const language of ['zh', 'en', 'fr', 'es'] as const) {
      expect(hundred(() => makeSecret(random, 'phrase', language)).filter((text) => !isPhrase(text))).toEqual([]);
    }
    expect(isPhrase(Array.from({ length: 12 }, () => 'zoo').join(' '))).toBe(false);
  });

  it('are private keys as hexadecimal or in wallet import format', () => {
    const isKey = (text: string): boolean => /^(0x)?[0-9a-f]{64}$/.test(text) || base58check.decode(text)[0] === 0x80;
    expect(hundred(() => makeSecret(random, 'key', 'en')).filter((text) => !isKey(text))).toEqual([]);
  });

  it('are card numbers of test ranges that pass the check digit', () => {
    const cards = hundred(() => makeSecret(random, 'card', 'en'));
    expect(cards.filter((text) => !passesLuhn(text) || !/^(4000 ?00|4242 ?42|5555 ?55|5105 ?10)/.test(text))).toEqual([]);
    expect(passesLuhn('4000 0000 0000 0001')).toBe(false);
  });

  it('are contacts that reach nobody', () => {
    const reserved =
      /@example\.(com|org|net)$|^145\d{8}$|^06 39 98 \d\d \d\d$|^\+49 171 39200\d\d$|^\+44 7700 900\d{3}$|^\+1 \(212\) 555-01\d\d$/;
    for (const language of ['zh', 'en', 'fr', 'de', 'ru'] as const) {
      expect(hundred(() => makeSecret(random, 'contact', language)).filter((text) => !reserved.test(text))).toEqual([]);
    }
  });

  it('stand beside addresses that a wallet would accept', () => {
    expect(bech32.decodeUnsafe(makeAddress(random, 'Bitcoin'))?.prefix).toBe('bc');
    expect(base58check.decode(makeAddress(random, 'TRC20'))[0]).toBe(0x41);
    expect(base58.decode(makeAddress(random, 'Solana'))).toHaveLength(32);
    expect(makeAddress(random, 'ERC20')).toMatch(/^0x[0-9a-f]{40}$/);
  });
});
