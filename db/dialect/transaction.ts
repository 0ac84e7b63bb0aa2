// Transactions on either database: several queries that happen together or not at all.
import { AppError } from '../model/errors.ts';
import type { Db } from './db.ts';

/**
 * Runs `work` so that either all of its writes are kept or, where it throws, none. Writers take turns; other readers see
 * nothing of it before it is committed. Inside a transaction it joins that one, also where only the outer handle is at hand.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const outer = db.inside === null ? db.current() : db;
  if (outer?.inside === 'write') return await work(outer);
  if (db.isReadonly || outer?.inside === 'read') throw new AppError('internal', 'a write was tried where the store may only be read');
  return await db.isolate('write', work);
}

/** Runs `work` so that all of its queries see the same state of the store, whatever is written meanwhile. */
export async function inSnapshot<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const outer = db.inside === null ? db.current() : db;
  return outer === null ? await db.isolate('read', work) : await work(outer);
}
