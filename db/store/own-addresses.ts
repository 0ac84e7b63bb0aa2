// Addresses of our own, by their keyed hash: whoever mentions one of them has nothing else in common.
import { z } from 'zod';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { OwnAddress } from '../model/mention.ts';
import { findSetting, saveSetting } from './setting-values.ts';
import { storableText } from './storable-text.ts';

const key = 'own-addresses';
/** More than these nobody keeps in order by hand. */
const mostAddresses = 500;

const storedSchema = z.array(z.object({ key: z.string(), kind: z.string(), label: z.string(), addedAt: z.number() }));

/** In the order in which they were added. */
export async function findOwnAddresses(db: Db): Promise<readonly OwnAddress[]> {
  const stored = await findSetting(db, key);
  return stored === undefined ? [] : storedSchema.parse(stored);
}

/** Adds one, or gives it another label. `invalid` where there are too many. */
export async function saveOwnAddress(db: Db, address: OwnAddress): Promise<void> {
  await changeList(db, (known) => {
    const added = { ...address, label: storableText(address.label) };
    const next = known.some((one) => one.key === address.key)
      ? known.map((one) => (one.key === address.key ? { ...one, label: added.label } : one))
      : [...known, added];
    if (next.length > mostAddresses) throw new AppError('invalid', `no more than ${mostAddresses} addresses of our own can be kept`);
    return next;
  });
}

/** `not_found` where it is none of them. */
export async function removeOwnAddress(db: Db, mentionKey: string): Promise<void> {
  await changeList(db, (known) => {
    if (!known.some((one) => one.key === mentionKey)) throw new AppError('not_found', 'no such address of our own');
    return known.filter((one) => one.key !== mentionKey);
  });
}

async function changeList(db: Db, change: (known: readonly OwnAddress[]) => readonly OwnAddress[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    await saveSetting(tx, key, change(await findOwnAddresses(tx)));
  });
}
