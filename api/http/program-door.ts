// Doors of programs: a key of the source in the Authorization header, or a signature over the raw body. What fails is told apart by nobody.
import type { MiddlewareHandler } from 'hono';
import { AppError } from '#db/model/errors.ts';
import { unseal } from '#db/sealed.ts';
import { hashSecret, hookPlace, sameSecret } from '#db/source-key.ts';
import { findOpenKeys, type StoredKey } from '#db/store/source-keys.ts';
import type { AppDeps, AppEnv, Sender } from './app-env.ts';
import { openCallLimit } from './call-limit.ts';
import { type Delivery, verifyHook } from './hook-signature.ts';

type DoorDeps = Pick<AppDeps, 'db' | 'keys' | 'clock' | 'log'>;

/** One answer for an unknown source, a revoked key, a wrong signature and an old one: none of them is anybody's business. */
const closed = () => new AppError('unauthorized', 'not accepted');

function senderOf({ id, sourceId, use }: StoredKey, deliveryHash: string | null): Sender {
  return { keyId: id, sourceId, use, deliveryHash };
}

/** `Authorization: Bearer KEY`, with a key of the source that the path names. */
export function keyDoor({ db, clock }: DoorDeps, perMinute: number): MiddlewareHandler<AppEnv> {
  const limit = openCallLimit(clock, perMinute);
  return async (c, next) => {
    const [, key = ''] = /^Bearer ([\x21-\x7e]{16,256})$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const hash = hashSecret(key);
    const keys = await findOpenKeys(db, c.req.param('source') ?? '');
    // All are compared, so that the time does not tell how many come before the right one.
    const found = keys.filter((one) => one.use === 'push' && one.hash !== null && sameSecret(one.hash, hash));
    const [right] = found;
    if (key === '' || right === undefined) throw closed();
    limit.take(String(right.id));
    c.set('sender', senderOf(right, null));
    await next();
  };
}

/** A signature by any secret of the source that is still open, so that secrets can be changed without losing a delivery. */
export function signatureDoor(deps: DoorDeps, perMinute: number): MiddlewareHandler<AppEnv> {
  const limit = openCallLimit(deps.clock, perMinute);
  return async (c, next) => {
    const keys = await findOpenKeys(deps.db, c.req.param('source') ?? '');
    // The bytes as they came: JSON that is read and written again has another signature.
    const body = Buffer.from(await c.req.arrayBuffer());
    const verified = keys.flatMap((key) => verifiedBy(deps, key, { header: (name) => c.req.header(name), body }) ?? []);
    const [sender] = verified;
    if (sender === undefined) throw closed();
    limit.take(sender.sourceId);
    c.set('sender', sender);
    await next();
  };
}

function verifiedBy({ keys, clock, log }: DoorDeps, key: StoredKey, delivery: Delivery): Sender | null {
  if (key.use === 'push' || key.sealed === null) return null;
  try {
    const secret = unseal(keys, hookPlace(key.sourceId), key.sealed);
    const hash = verifyHook(delivery, { scheme: key.use, secret }, clock());
    return hash === null ? null : senderOf(key, hash);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A secret that these keys do not open is our fault and not the sender's; others of the source may still be right.
    log.warn({ source: key.sourceId, key: key.id }, 'the secret of a webhook cannot be opened');
    return null;
  }
}
