// Secrets of senders: made, known again by their hash, and shown to people by a hint only.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { KeyUse } from './model/push.ts';

const pushPrefix = 'hy_push_';

/** A secret out of an unguessable token: keys of the push API tell what they are, Standard Webhooks wants base64 behind `whsec_`. */
export function newSecret(use: KeyUse, token: string): string {
  if (use === 'push') return `${pushPrefix}${token}`;
  return use === 'standard-webhooks' ? `whsec_${Buffer.from(token, 'base64url').toString('base64')}` : token;
}

/** The key of a sender who signs Standard Webhooks with a pair: `whpk_` and the base64 of its 32 bytes. Null for anything else. */
export function publicKeyBytes(key: string): Buffer | null {
  const [, base64] = /^whpk_(.+)$/.exec(key) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return bytes.length === 32 && bytes.toString('base64') === base64 ? bytes : null;
}

/** Enough to know a key again; a fast hash is right because keys are random, not chosen. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What people see of a secret: its last four characters. */
export function hintOf(secret: string): string {
  return `…${secret.slice(-4)}`;
}

/** Compares in a time that does not depend on where two texts differ; their lengths are no secret. */
export function sameSecret(a: string | Buffer, b: string | Buffer): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Where signing secrets are sealed for: of one source, and apart from its settings. */
export const hookPlace = (sourceId: string): string => `hooks of ${sourceId}`;
