// Signatures of webhooks, checked on the raw bytes: how each vendor signs, and what identifies a delivery so that it counts once.
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { type Instant, minute } from '#db/model/instant.ts';
import type { HookScheme } from '#db/model/push.ts';
import { publicKeyBytes, sameSecret } from '#db/source-key.ts';

export type Delivery = { readonly header: (name: string) => string | undefined; readonly body: Buffer };

/** How far the time of a signature may lie from ours, either way. */
export const toleranceMs = 5 * minute;

type Verified = {
  /** What the signature covers and a sender cannot vary without its secret. */
  readonly identity: Buffer | string;
};

type Scheme = (delivery: Delivery, secret: string, now: Instant) => Verified | null;

const hmac = (algorithm: 'sha1' | 'sha256', secret: string | Buffer, ...parts: (string | Buffer)[]): Buffer => {
  const signing = createHmac(algorithm, secret);
  for (const part of parts) signing.update(part);
  return signing.digest();
};

const isRecent = (at: Instant, now: Instant): boolean => Number.isFinite(at) && Math.abs(now - at) <= toleranceMs;

/** Whole seconds as digits; anything else is no time. */
const secondsOf = (text: string): Instant => (/^\d{1,12}$/.test(text) ? Number(text) * 1000 : Number.NaN);

/** `webhook-signature` is a list, so that a sender may sign with the old and the new secret while it changes them. */
const standardWebhooks: Scheme = ({ header, body }, secret, now) => {
  const [id, timestamp, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')];
  // A dot would let one message be read as another: id and time are joined by dots before they are signed.
  if (!id || !timestamp || !signatures || id.includes('.') || id.length > 256) return null;
  if (!isRecent(secondsOf(timestamp), now)) return null;
  const isRight = standardCheck(secret, Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]));
  return signatures.split(' ').filter(isRight).length > 0 ? { identity: id } : null;
};

/** Of one signature: `v1` with a shared secret, `v1a` with the public key of a pair. Neither kind of key opens the other. */
function standardCheck(secret: string, signed: Buffer): (signature: string) => boolean {
  const publicKey = publicKeyBytes(secret);
  if (publicKey !== null) {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' });
    return (signature) => signature.startsWith('v1a,') && verify(null, signed, key, Buffer.from(signature.slice(4), 'base64'));
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const due = `v1,${hmac('sha256', key, signed).toString('base64')}`;
  return (signature) => key.length > 0 && sameSecret(signature, due);
}

/** A keyed digest over the body alone, as `sha256=` and hexadecimal digits. Nothing says when: the store of deliveries has to. */
const ofBody =
  (name: string, algorithm: 'sha1' | 'sha256'): Scheme =>
  ({ header, body }, secret) => {
    const given = header(name);
    const due = `${algorithm}=${hmac(algorithm, secret, body).toString('hex')}`;
    return given !== undefined && sameSecret(given, due) ? { identity: body } : null;
  };

const zendesk: Scheme = ({ header, body }, secret, now) => {
  const [given, timestamp] = [header('x-zendesk-webhook-signature'), header('x-zendesk-webhook-signature-timestamp')];
  if (!given || !timestamp || !isRecent(Date.parse(timestamp), now)) return null;
  return sameSecret(given, hmac('sha256', secret, timestamp, body).toString('base64'))
    ? { identity: Buffer.concat([Buffer.from(timestamp), body]) }
    : null;
};

const chatwoot: Scheme = ({ header, body }, secret, now) => {
  const [given, timestamp] = [header('x-chatwoot-signature'), header('x-chatwoot-timestamp')];
  if (!given || !timestamp || !isRecent(secondsOf(timestamp), now)) return null;
  return sameSecret(given, `sha256=${hmac('sha256', secret, `${timestamp}.`, body).toString('hex')}`)
    ? { identity: Buffer.concat([Buffer.from(`${timestamp}.`), body]) }
    : null;
};

/** No signature at all: a word that only Telegram and we know. Whoever learns it can write any body, so it is a hint and nothing more. */
const telegram: Scheme = ({ header, body }, secret) => {
  const given = header('x-telegram-bot-api-secret-token');
  return given !== undefined && sameSecret(given, secret) ? { identity: body } : null;
};

const schemes: Readonly<Record<HookScheme, Scheme>> = {
  'standard-webhooks': standardWebhooks,
  zendesk,
  github: ofBody('x-hub-signature-256', 'sha256'),
  chatwoot,
  discourse: ofBody('x-discourse-event-signature', 'sha256'),
  intercom: ofBody('x-hub-signature', 'sha1'),
  zammad: ofBody('x-hub-signature', 'sha1'),
  telegram,
};

/** A secret so short that it could be guessed opens nothing, whatever was stored. */
const leastSecret = 16;

/**
 * The hash by which a delivery is known again, made of what its signature covers; null where the signature is not right. Ids in headers
 * that are not signed do not count: whoever replays a delivery would change them.
 */
export function verifyHook(delivery: Delivery, key: { readonly scheme: HookScheme; readonly secret: string }, now: Instant): string | null {
  if (key.secret.length < leastSecret) return null;
  const verified = schemes[key.scheme](delivery, key.secret, now);
  if (verified === null) return null;
  return createHash('sha256').update(`${key.scheme}\n`).update(verified.identity).digest('hex');
}
