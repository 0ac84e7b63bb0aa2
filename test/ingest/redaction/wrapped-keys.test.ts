// Keys that a mail client broke over a line: no half of one is kept, wherever the break falls.
import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58check } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { redactText } from '#ingest/stages/redact.ts';

const base58 = base58check(sha256);
const bytes = (name: string, seed: number, length: number) => createHash('sha512').update(`${name}${seed}`).digest().subarray(0, length);

function keyOf(kind: 'wif' | 'xprv', seed: number): string {
  if (kind === 'wif') return base58.encode(Buffer.concat([Buffer.from([0x80]), bytes('key', seed, 32), Buffer.from([1])]));
  const head = Buffer.concat([Buffer.from('0488ade4', 'hex'), Buffer.from([3]), bytes('parent', seed, 8), bytes('chain', seed, 32)]);
  return base58.encode(Buffer.concat([head, Buffer.from([0]), bytes('key', seed, 32)]));
}

/** Seeds at which a piece of twelve characters beside the break was kept. */
function kept(kind: 'wif' | 'xprv', redact: (text: string) => string): number[] {
  return Array.from({ length: 300 }, (_, seed) => seed).filter((seed) => {
    const key = keyOf(kind, seed);
    const at = 16 + ((seed * 7) % (key.length - 32));
    const redacted = redact(`My key is ${key.slice(0, at)}\n${key.slice(at)} please help`);
    return redacted.includes(key.slice(at - 12, at)) || redacted.includes(key.slice(at, at + 12));
  });
}

describe('a key that is broken over a line', () => {
  it.each(['wif', 'xprv'] as const)('leaves no half of a %s behind', (kind) => {
    expect(kept(kind, (text) => redactText(text).text)).toEqual([]);
  });

  it('would be seen where it was kept', () => {
    expect(kept('wif', (text) => text)).toHaveLength(300);
  });
});
