// What is sealed of a source: its secret settings, as JSON.
import { z } from 'zod';
import type { Keys } from '#db/keys.ts';
import type { Settings } from '#db/model/connector.ts';
import { seal, unseal } from '#db/sealed.ts';

const secretsSchema = z.record(z.string(), z.unknown());

/** The secret settings of a source, sealed for it alone; null where there are none. */
export function sealSecrets(keys: Keys, sourceId: string, secret: Settings): string | null {
  return Object.keys(secret).length === 0 ? null : seal(keys, sourceId, JSON.stringify(secret));
}

/** The secret settings again. Throws `unavailable` where they cannot be opened with these keys. */
export function openSecrets(keys: Keys, sourceId: string, sealed: string | null): Settings {
  return sealed === null ? {} : secretsSchema.parse(JSON.parse(unseal(keys, sourceId, sealed)));
}
