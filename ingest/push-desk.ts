// The desk of what is sent to us: sources that only take, keys of their senders, and pushed records on their way into the store.
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Keys } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { secretsOfVendors } from '#db/model/push.ts';
import type { NewKey, PushDesk } from '#db/model/push-desk.ts';
import { seal } from '#db/sealed.ts';
import { hashSecret, hintOf, hookPlace, newSecret, publicKeyBytes } from '#db/source-key.ts';
import { findLateLanguages } from '#db/store/conversation-places.ts';
import { addSourceKey, hasOpenKeys } from '#db/store/source-keys.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import type { Pipeline } from './pipeline.ts';
import { toSourceId } from './source-id.ts';

export type PushDeskParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  /** Opened at the first push: its models are large. */
  readonly pipeline: () => Promise<Pipeline>;
};

export function openPushDesk(parts: PushDeskParts): PushDesk {
  const { db, clock } = parts;
  return {
    addSource: async ({ id, label }) => {
      const sourceId = toSourceId(id);
      await inTransaction(db, async (tx) => {
        const known = (await findSources(tx)).some((source) => source.id === sourceId);
        if (known) throw new AppError('conflict', `there is a source "${sourceId}" already; choose another name`);
        await saveSource(tx, { id: sourceId, label: label.trim() || sourceId, kind: 'push' });
      });
    },
    addKey: (key) => addKey(parts, key),
    take: async (request) => {
      // Imported late: the server should not wait for the rules of redaction at its start.
      const { takePushed } = await import('./take-pushed.ts');
      return await takePushed({ pipeline: await parts.pipeline(), clock }, request);
    },
    redact: async (text) => {
      const { redactText } = await import('./stages/redact.ts');
      const { text: redacted, findings } = redactText(text);
      return { text: redacted, kinds: [...new Set(findings.map(({ kind }) => kind))].sort() };
    },
  };
}

type WarmUpParts = { readonly db: Db; readonly pipeline: () => Promise<Pick<Pipeline, 'open'>> };
/** So many of the newest conversations say in which languages the next will be. */
const lately = 500;

/**
 * Loads the models where senders are expected, with the languages that came lately, so that the first of them does not wait longer than
 * senders have patience.
 */
export async function warmUp({ db, pipeline }: WarmUpParts): Promise<void> {
  if (!(await hasOpenKeys(db))) return;
  const { open } = await pipeline();
  await open(await findLateLanguages(db, lately));
}

async function addKey({ db, keys, clock, randomToken }: PushDeskParts, key: NewKey): Promise<{ id: number; secret: string }> {
  const { sourceId, use, label, createdBy } = key;
  const source = (await findSources(db)).find((candidate) => candidate.id === sourceId);
  if (source === undefined) throw new AppError('not_found', `no source "${sourceId}"`);
  if (source.isDemo) throw new AppError('conflict', 'the demo takes nothing from outside; choose another source');
  const secret = secretOf(key, randomToken);
  const kept =
    use === 'push' ? { hash: hashSecret(secret), sealed: null } : { hash: null, sealed: seal(keys, hookPlace(sourceId), secret) };
  const id = await addSourceKey(db, { sourceId, use, label, hint: hintOf(secret), createdAt: clock(), createdBy, ...kept });
  return { id, secret };
}

const leastSecret = 16;

function secretOf({ use, secret }: NewKey, randomToken: () => string): string {
  const given = secret?.trim() ?? '';
  if (given === '') {
    if (secretsOfVendors.includes(use))
      throw new AppError('invalid', `secret: ${use} makes it; paste the one that its settings page shows`);
    return newSecret(use, randomToken());
  }
  // A chosen key would have to be hashed slowly; made ones are random.
  if (use === 'push') throw new AppError('invalid', 'secret: keys of the push API are made here');
  if (use === 'standard-webhooks') checkStandard(given);
  if (given.length < leastSecret) throw new AppError('invalid', `secret: must have at least ${leastSecret} characters`);
  return given;
}

function checkStandard(secret: string): void {
  if (secret.startsWith('whsk_'))
    throw new AppError('invalid', 'secret: whsk_ is the half that the sender keeps; its other half begins with whpk_');
  if (secret.startsWith('whpk_') && publicKeyBytes(secret) === null) {
    throw new AppError('invalid', 'secret: must be whpk_ and the base64 of the 32 bytes of an ed25519 key');
  }
  if (!secret.startsWith('whpk_') && !isStandardSecret(secret)) {
    throw new AppError('invalid', 'secret: must be whsec_ and the base64 of 24 to 64 bytes, or a public key (whpk_)');
  }
}

function isStandardSecret(secret: string): boolean {
  const base64 = secret.replace(/^whsec_/, '');
  const bytes = Buffer.from(base64, 'base64');
  return secret.startsWith('whsec_') && bytes.toString('base64') === base64 && bytes.length >= 24 && bytes.length <= 64;
}
