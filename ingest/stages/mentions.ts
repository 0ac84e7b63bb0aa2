// Mentions of a message: what was taken out of it and may be linked by a keyed hash. Secrets whose hash would be an oracle are never among them.
import type { Mention } from '#db/model/mention.ts';
import { addressKinds, type Finding, type RedactionKind } from './redaction/finding.ts';

/** Makes the keyed hash of a normalised value of a class; the same for all sources. */
export type MentionKeys = { readonly mentionKeyOf: (kind: string, value: string) => string };

// No phrase, key, card, password, code or number of an identity card: of those not even a hash is kept.
const linkable: ReadonlySet<RedactionKind> = new Set([
  ...addressKinds,
  'TX_HASH',
  'EXT_PUBLIC_KEY',
  'ADDR_NAME',
  'IBAN',
  'PHONE',
  'EMAIL',
] as const);

const inLowerCase: ReadonlySet<RedactionKind> = new Set(['ADDR:EVM', 'ADDR:COSMOS', 'ADDR_NAME', 'EMAIL'] as const);

// Spelled-out and encoded forms do not come to one value, so they are left out rather than linked wrongly.
const wellFormed: Readonly<Partial<Record<RedactionKind, RegExp>>> = {
  EMAIL: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  IBAN: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/,
  PHONE: /^\d{7,15}$/,
};
const plainToken = /^[\p{L}\p{N}:._-]{4,140}$/u;

/** A Chinese mobile number is written with and without the code of its country; others keep what they came with. */
function phoneDigits(written: string): string {
  const digits = written.replace(/\D/g, '').replace(/^00/, '');
  return /^861[3-9]\d{9}$/.test(digits) ? digits.slice(2) : digits;
}

/** One spelling for what people write in several; null where it cannot be told. `0xAB..` and `0xab..` are one address, base58 keeps its case. */
export function mentionValue(kind: RedactionKind, written: string): string | null {
  const plain = written
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const value = spelled(kind, plain);
  return (wellFormed[kind] ?? plainToken).test(value) ? value : null;
}

function spelled(kind: RedactionKind, plain: string): string {
  if (kind === 'PHONE') return phoneDigits(plain);
  if (kind === 'IBAN') return plain.replace(/[\s-]/g, '').toUpperCase();
  if (kind === 'TX_HASH' && /^(0x)?[0-9a-f]{64}$/i.test(plain)) return plain.toLowerCase().replace(/^0x/, '');
  if (inLowerCase.has(kind)) return plain.toLowerCase();
  // Bech32 may be written in one case or the other; base58 never begins like this.
  return /^(bc1|ltc1|addr1|tb1)/i.test(plain) ? plain.toLowerCase() : plain;
}

/** What a text mentions, each once, in the order of its first appearance. */
export function mentionsOf(text: string, findings: readonly Finding[], keys: MentionKeys): readonly Mention[] {
  const mentions = new Map<string, Mention>();
  for (const { kind, start, end } of findings) {
    if (!linkable.has(kind)) continue;
    const value = mentionValue(kind, text.slice(start, end));
    if (value === null) continue;
    const key = keys.mentionKeyOf(kind, value);
    if (!mentions.has(key)) mentions.set(key, { kind, key });
  }
  return [...mentions.values()];
}
