// Secrets of sources, sealed: what is in the database is of no use without the keys beside it.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';
import { AppError } from './model/errors.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A key of its own for this purpose, so that pseudonyms and sealed secrets never share one. */
function sealingKey(keys: Keys): Buffer {
  return Buffer.from(hkdfSync('sha256', keys.hmacKey, '', 'huiyin sealed secrets', 32));
}

/** Seals a text for one place, such as a source id: moved to another place it does not open. */
export function seal(keys: Keys, place: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, sealingKey(keys), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return `s${keys.hmacKeyVersion}.${Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Opens what `seal` made. Throws `unavailable` where it was changed, moved or sealed with other keys. */
export function unseal(keys: Keys, place: string, sealed: string): string {
  try {
    const bytes = Buffer.from(sealed.slice(sealed.indexOf('.') + 1), 'base64url');
    const opening = createDecipheriv(cipher, sealingKey(keys), bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
    opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
  } catch {
    throw new AppError('unavailable', `the secrets of "${place}" cannot be opened with the keys of this house; enter them again`);
  }
}
