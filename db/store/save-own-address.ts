// Addresses of our own, told and taken back: complaints that were matched by one of them are judged again.
import { eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { OwnAddress } from '../model/mention.ts';
import { takeNumbers } from './change-state.ts';
import { relateComplaints } from './complaint-relations.ts';
import { markChanged } from './derive-complaints.ts';
import { findOwnAddresses, storeOwnAddresses } from './own-addresses.ts';
import { storableText } from './storable-text.ts';

/** More than these nobody keeps in order by hand. */
const mostAddresses = 500;

/** Adds one, or gives it another label. `invalid` where there are too many. */
export async function saveOwnAddress(db: Db, address: OwnAddress): Promise<void> {
  await changeList(db, address.key, (known) => {
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
  await changeList(db, mentionKey, (known) => {
    if (!known.some((one) => one.key === mentionKey)) throw new AppError('not_found', 'no such address of our own');
    return known.filter((one) => one.key !== mentionKey);
  });
}

async function changeList(db: Db, key: string, change: (known: readonly OwnAddress[]) => readonly OwnAddress[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    await storeOwnAddresses(tx, change(await findOwnAddresses(tx)));
    const { complaint, mention } = tx.tables;
    const touched = await tx.query
      .selectDistinct({ id: complaint.conversationId })
      .from(mention)
      .innerJoin(complaint, eq(complaint.conversationId, mention.conversationId))
      .where(eq(mention.key, key));
    const changed = await relateComplaints(
      tx,
      touched.map(({ id }) => id),
    );
    if (changed.length === 0) return;
    const { change: number } = await takeNumbers(tx, 0);
    await markChanged(tx, changed, number);
  });
}
