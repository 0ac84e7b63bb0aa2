// Keys of the house: made on first use, kept in one file that only its owner may read.
import { createHmac, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from './model/errors.ts';

export type Keys = {
  /** Turns customer ids into pseudonyms. */
  readonly hmacKey: Buffer;
  /** Written beside what was keyed, so that keys can be changed one day. */
  readonly hmacKeyVersion: number;
  /** Signs session cookies. */
  readonly authSecret: string;
};

const keysFileSchema = z.object({
  hmacKeyVersion: z.number().int().positive(),
  hmacKey: z.string().regex(/^[0-9a-f]{64}$/),
  authSecret: z.string().min(43),
});

/**
 * Reads `keys.json` of the data folder, or makes it with fresh random keys. Mode 0600, put right where it was loosened.
 * Never replaces a file that cannot be read: every pseudonym made with the old key would be lost.
 */
export async function openKeys(dataFolder: string): Promise<Keys> {
  const file = path.join(dataFolder, 'keys.json');
  await mkdir(dataFolder, { recursive: true });
  const text = (await readText(file)) ?? (await createKeys(file));
  const parsed = keysFileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('invalid', `${file} does not hold the keys of this house; restore it from a backup`);
  await chmod(file, 0o600);
  const { hmacKey, hmacKeyVersion, authSecret } = parsed.data;
  return { hmacKey: Buffer.from(hmacKey, 'hex'), hmacKeyVersion, authSecret };
}

/** The pseudonym of a customer of one source: the same for the same id, and not to be turned back without the key. */
export function customerKey(keys: Keys, sourceId: string, vendorId: string): string {
  return `c${keys.hmacKeyVersion}_${digest(keys, sourceId, vendorId)}`;
}

/** The keyed hash under which a thing of a class (`ADDR:EVM`, `EMAIL`) is found in all messages that mention it, whatever their source. */
export function mentionKey(keys: Keys, kind: string, value: string): string {
  // A customer key of a source that has the name of a class must not be the key of a mention.
  return `m${keys.hmacKeyVersion}_${digest(keys, `mention ${kind}`, value)}`;
}

function digest(keys: Keys, scope: string, value: string): string {
  // The lengths keep ('a', 'bc') and ('ab', 'c') apart.
  return createHmac('sha256', keys.hmacKey).update(`${scope.length}:${scope}:${value}`).digest('base64url').slice(0, 32);
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new AppError('unavailable', `${file} cannot be read`, error);
  }
}

async function createKeys(file: string): Promise<string> {
  const keys = { hmacKeyVersion: 1, hmacKey: randomBytes(32).toString('hex'), authSecret: randomBytes(32).toString('base64url') };
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    // A link fails where the file exists by now: of two first starts at once, both then read the same keys.
    await link(draft, file);
    return text;
  } catch (error) {
    const written = await readText(file);
    if (written === null) throw new AppError('unavailable', `${file} cannot be written`, error);
    return written;
  } finally {
    await rm(draft, { force: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
