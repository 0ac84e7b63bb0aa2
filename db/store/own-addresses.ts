// Addresses of our own, by their keyed hash: whoever mentions one of them has nothing else in common.
import { z } from 'zod';
import type { Db } from '../dialect/db.ts';
import type { OwnAddress } from '../model/mention.ts';
import { findSetting, saveSetting } from './setting-values.ts';

const key = 'own-addresses';
const storedSchema = z.array(z.object({ key: z.string(), kind: z.string(), label: z.string(), addedAt: z.number() }));

/** In the order in which they were added. */
export async function findOwnAddresses(db: Db): Promise<readonly OwnAddress[]> {
  const stored = await findSetting(db, key);
  return stored === undefined ? [] : storedSchema.parse(stored);
}

/** Only for whoever keeps complaints true as well. */
export async function storeOwnAddresses(tx: Db, addresses: readonly OwnAddress[]): Promise<void> {
  await saveSetting(tx, key, addresses);
}
