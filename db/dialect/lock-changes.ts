// The one lock that all writers of shared counters take.
import { eq } from 'drizzle-orm';
import type { Db } from './db.ts';

/**
 * Holds every other writer back until this transaction ends, so that numbers are given in the order of the commits:
 * a reader who has seen change 7 will never find a change 6 later. On SQLite the transaction itself is that lock.
 */
export async function lockChanges(tx: Db): Promise<void> {
  if (tx.dialect === 'sqlite') return;
  const { changeState } = tx.tables;
  await tx.query.select({ id: changeState.id }).from(changeState).where(eq(changeState.id, 1)).for('update');
}
