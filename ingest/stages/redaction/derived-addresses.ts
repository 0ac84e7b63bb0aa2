// Derived addresses: what a private key would own, so that a key and a hash of the same form can be told apart.
import { createECDH } from 'node:crypto';
import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58, bech32 } from '@scure/base';

function withChecksum(payload: Uint8Array): string {
  return base58.encode(Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]));
}

/** Addresses (Ethereum in lower case, TRON, Bitcoin P2PKH of both key forms, P2WPKH) of a 32-byte key in hex; none where it is no valid key. */
export function derivedAddresses(hexKey: string): readonly string[] {
  const curve = createECDH('secp256k1');
  try {
    curve.setPrivateKey(hexKey, 'hex');
  } catch {
    return [];
  }
  const full = curve.getPublicKey(null, 'uncompressed');
  const short = curve.getPublicKey(null, 'compressed');
  const account = keccak_256(full.subarray(1)).subarray(-20);
  const hashOf = (key: Uint8Array): Uint8Array => ripemd160(sha256(key));
  return [
    `0x${Buffer.from(account).toString('hex')}`,
    withChecksum(Buffer.concat([Buffer.of(0x41), account])),
    withChecksum(Buffer.concat([Buffer.of(0), hashOf(short)])),
    withChecksum(Buffer.concat([Buffer.of(0), hashOf(full)])),
    bech32.encode('bc', [0, ...bech32.toWords(hashOf(short))]),
  ];
}
