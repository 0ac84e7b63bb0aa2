// Promises: what customers were told about how soon we answer, in versions that are only ever added.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { AppError } from '../model/errors.ts';
import type { PromiseVersion, ServicePromise } from '../model/promise.ts';
import { groupBy } from './group-by.ts';

/** All promises by id, each with its versions, oldest first. */
export async function findPromises(db: Db): Promise<ServicePromise[]> {
  const { promise, promiseVersion } = db.tables;
  const heads = await db.query.select().from(promise).orderBy(asc(promise.id));
  const versions = await db.query.select().from(promiseVersion).orderBy(asc(promiseVersion.promiseId), asc(promiseVersion.version));
  const byPromise = groupBy(versions, (version) => version.promiseId);
  return heads.map((head) => ({ ...head, versions: byPromise.get(head.id) ?? [] }));
}

/** Adds a promise with its versions; of a known one it changes label, stage and channels and adds the versions that are new to it. */
export async function savePromise(db: Db, input: ServicePromise): Promise<void> {
  const { promise, promiseVersion } = db.tables;
  const { id, versions, ...rest } = input;
  const head = { ...rest, channels: [...rest.channels] };
  await inTransaction(db, async (tx) => {
    await tx.query
      .insert(promise)
      .values({ id, ...head })
      .onConflictDoUpdate({ target: promise.id, set: head });
    const known = await tx.query.select({ version: promiseVersion.version }).from(promiseVersion).where(eq(promiseVersion.promiseId, id));
    const numbers = new Set(known.map(({ version }) => version));
    for (const version of versions) {
      if (!numbers.has(version.version)) await savePromiseVersion(tx, version);
    }
  });
}

/** Adds a version. `conflict` where its number is taken: versions are never edited; `not_found` without the promise or its calendar. */
export async function savePromiseVersion(db: Db, version: PromiseVersion): Promise<void> {
  const { calendar, promise, promiseVersion } = db.tables;
  await inTransaction(db, async (tx) => {
    const [head] = await tx.query.select({ id: promise.id }).from(promise).where(eq(promise.id, version.promiseId));
    if (head === undefined) throw new AppError('not_found', `no promise "${version.promiseId}"`);
    const [hours] = await tx.query.select({ id: calendar.id }).from(calendar).where(eq(calendar.id, version.calendarId));
    if (hours === undefined) throw new AppError('not_found', `no calendar "${version.calendarId}"`);
    const added = await tx.query
      .insert(promiseVersion)
      .values(version)
      .onConflictDoNothing()
      .returning({ version: promiseVersion.version });
    if (added.length > 0) return;
    throw new AppError(
      'conflict',
      `promise "${version.promiseId}" has a version ${version.version} already; versions are added, never edited`,
    );
  });
}
