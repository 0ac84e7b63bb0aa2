// The counters that readers follow: the change number and the epoch.
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';

/** `change` grows with every page that changed something; a new `epoch` means: something went or was renamed, read everything anew. */
export type ChangeState = { readonly change: number; readonly epoch: number };

export async function readChangeState(db: Db): Promise<ChangeState> {
  const { changeState } = db.tables;
  const [state] = await db.query
    .select({ change: changeState.change, epoch: changeState.epoch })
    .from(changeState)
    .where(eq(changeState.id, 1));
  return found(state);
}

/** The next change number, and the first of `newConversations` fresh conversation ids. Locks: take it first or hold the lock. */
export async function takeNumbers(tx: Db, newConversations: number): Promise<{ readonly change: number; readonly firstId: number }> {
  const { changeState } = tx.tables;
  const [state] = await tx.query
    .update(changeState)
    .set({ change: sql`${changeState.change} + 1`, nextConversationId: sql`${changeState.nextConversationId} + ${newConversations}` })
    .where(eq(changeState.id, 1))
    .returning({ change: changeState.change, next: changeState.nextConversationId });
  const { change, next } = found(state);
  return { change, firstId: next - newConversations };
}

/** Tells the readers to forget what they hold. */
export async function nextEpoch(db: Db): Promise<void> {
  const { changeState } = db.tables;
  await inTransaction(db, async (tx) => {
    await tx.query
      .update(changeState)
      .set({ epoch: sql`${changeState.epoch} + 1` })
      .where(eq(changeState.id, 1));
  });
}

function found<T>(state: T | undefined): T {
  if (state === undefined) throw new AppError('internal', 'the store has lost its counters');
  return state;
}
